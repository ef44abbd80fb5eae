"""The models that are known by name: `models/catalog.toml`, read."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ANY_LANGUAGE = "*"


@dataclass(frozen=True, slots=True)
class HubSource:
    """`folder` is the path inside the repository, without a final slash; empty is its root."""

    repo: str
    folder: str = ""
    revision: str = "main"


@dataclass(frozen=True, slots=True)
class PackageSource:
    """An installed distribution that carries the files as data; `folder` is relative to where it is installed,
    `sha256` by file name."""

    distribution: str
    version: str
    folder: str
    sha256: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KnownModel:
    """`required` and `optional` are file name patterns (`vocabulary.*`); `rank` orders a family by how well it
    recognizes or sounds, higher is better; `size_mb` is approximate."""

    name: str
    family: str
    languages: tuple[str, ...]
    licence: str
    size_mb: int
    rank: int
    hub: HubSource
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    package: PackageSource | None = None


def read_catalogue(file: Path) -> dict[str, KnownModel]:
    """In the order of the file. `KeyError`, `TypeError` or `tomllib.TOMLDecodeError` for one that is not sound."""
    document = tomllib.loads(file.read_text(encoding="utf-8"))
    models = (_model(entry, document["families"]) for entry in document["model"])
    return {model.name: model for model in models}


def knows_language(languages: Iterable[str], language: str) -> bool:
    """`language` as in `en`, `en_US` or `en-US`: the region does not matter; empty asks for nothing."""
    wanted = _primary(language)
    return not wanted or any(known == ANY_LANGUAGE or _primary(known) == wanted for known in languages)


def _primary(language: str) -> str:
    return language.replace("-", "_").split("_")[0].lower()


def _model(entry: Mapping[str, Any], families: Mapping[str, Mapping[str, list[str]]]) -> KnownModel:
    rest = dict(entry)
    family = families[rest["family"]]
    package = rest.pop("package", None)
    return KnownModel(
        hub=HubSource(**rest.pop("hub")),
        package=PackageSource(**package) if package else None,
        languages=tuple(rest.pop("languages")),
        aliases=tuple(rest.pop("aliases", ())),
        required=_patterns(family["required"], rest["name"]),
        optional=_patterns(family["optional"], rest["name"]),
        **rest,
    )


def _patterns(templates: list[str], name: str) -> tuple[str, ...]:
    return tuple(template.format(name=name) for template in templates)
