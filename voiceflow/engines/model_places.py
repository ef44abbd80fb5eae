"""Where the files of a model may lie: VoiceFlow's own folder, an installed package, the user's folders."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from voiceflow.engines.model_catalogue import ANY_LANGUAGE, KnownModel, PackageSource
from voiceflow.engines.model_files import RECORD, ModelFolder, read_record

_WHISPER_FILES = ("config.json", "model.bin", "tokenizer.json", "vocabulary.*")
_VOICE_NAME = re.compile(r"(?P<language>[a-z]{2,3}_[A-Z]{2})-\w+-\w+")


class ModelState(StrEnum):
    INSTALLED = "installed"
    STARTER = "starter"
    FOLDER = "folder"
    PARTIAL = "partial"
    DAMAGED = "damaged"
    AVAILABLE = "available"


Place = tuple[ModelState, ModelFolder]


class Places:
    """`home` holds what VoiceFlow installed, one folder a model; `extra` are the user's folders, only read."""

    def __init__(self, home: Path, extra: Sequence[Path], catalogue: Mapping[str, KnownModel]) -> None:
        self._home, self._extra, self._catalogue = home, extra, catalogue

    def canonical(self, name: str) -> str:
        """`turbo`, `whisper-base` and `faster-whisper-base` by the catalogue's name; others as they are."""
        bare = name.removeprefix("faster-").removeprefix("whisper-")
        for model in self._catalogue.values():
            if name == model.name or bare == model.name or bare in model.aliases:
                return model.name
        return name

    def of(self, name: str) -> Iterator[Place]:
        """The checked ones first."""
        model = self._catalogue.get(name)
        if model and (installed := self._home / name).is_dir():
            yield ModelState.INSTALLED, ModelFolder(installed, (*model.required, RECORD), read_record(installed))
        if model and model.package and (packaged := package_folder(model.package)):
            yield ModelState.STARTER, ModelFolder(packaged, model.required, model.package.sha256)
        for own_name, folder in self.own():
            if own_name == name:
                yield ModelState.FOLDER, folder

    def own(self) -> Iterator[tuple[str, ModelFolder]]:
        """The user's folders by name, those that are incomplete too."""
        for root in self._extra:
            for path in (root, *_subfolders(root)):
                if folder := own_folder(path):
                    yield self.canonical(path.name), folder


def own_folder(path: Path) -> ModelFolder | None:
    """None for a folder that does not look like a model at all."""
    if any((path / name).is_file() for name in ("model.bin", "tokenizer.json")):
        return ModelFolder(path, _WHISPER_FILES, read_record(path))
    if (path / f"{path.name}.onnx").is_file():
        return ModelFolder(path, (f"{path.name}.onnx", f"{path.name}.onnx.json"), read_record(path))
    return None


def own_family(folder: ModelFolder) -> str:
    return "stt" if folder.required == _WHISPER_FILES else "tts"


def own_languages(name: str) -> tuple[str, ...]:
    voice = _VOICE_NAME.fullmatch(name)
    if voice:
        return (voice["language"],)
    return ("en",) if name.endswith(".en") else (ANY_LANGUAGE,)


def package_folder(package: PackageSource) -> Path | None:
    """Found by the package's metadata; none of its code runs. None when it is absent or another version."""
    from importlib import metadata

    try:
        distribution = metadata.distribution(package.distribution)
    except metadata.PackageNotFoundError:
        return None
    if distribution.version != package.version:
        return None
    return Path(str(distribution.locate_file(package.folder)))


def _subfolders(root: Path) -> list[Path]:
    try:
        return sorted(path for path in root.iterdir() if path.is_dir())
    except OSError:
        return []
