"""The model store: which models are known, which are here, which of them may be loaded, and how to get the others."""

import difflib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from voiceflow.engines.model_catalogue import ANY_LANGUAGE, KnownModel, read_catalogue
from voiceflow.engines.model_files import Checker, ModelFolder, read_record
from voiceflow.errors import ModelError
from voiceflow.paths import Paths, extra_model_folders, models_catalogue

_WHISPER_FILES = ("config.json", "model.bin", "tokenizer.json", "vocabulary.*")


class ModelState(StrEnum):
    INSTALLED = "installed"
    STARTER = "starter"
    FOLDER = "folder"
    PARTIAL = "partial"
    DAMAGED = "damaged"
    AVAILABLE = "available"


USABLE = (ModelState.INSTALLED, ModelState.STARTER, ModelState.FOLDER)


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """`size_bytes` is exact for what is on disk and approximate for what is not; `folder` is None when no file is
    here; `languages` holds `*` for a model that knows many; `rank` orders a family, higher is better."""

    name: str
    family: str
    state: ModelState
    languages: tuple[str, ...]
    licence: str
    size_bytes: int
    rank: int = 0
    folder: Path | None = None
    note: str = ""

    @property
    def usable(self) -> bool:
        return self.state in USABLE

    def speaks(self, language: str) -> bool:
        return not language or ANY_LANGUAGE in self.languages or language.split("_")[0] in self.languages


class ModelStore:
    """Any thread. `extra_folders` default to `VOICEFLOW_MODELS`; they are only read."""

    def __init__(self, paths: Paths, extra_folders: Sequence[Path] | None = None) -> None:
        self._home = paths.models
        self._extra = tuple(extra_model_folders() if extra_folders is None else extra_folders)
        self._checker = Checker(paths.models / "checked.json")

    @cached_property
    def _catalogue(self) -> dict[str, KnownModel]:
        return read_catalogue(models_catalogue())

    def list(self) -> list[ModelEntry]:
        """The catalogue, then the user's own folders that it does not name. Reads no model file: a damage that nobody
        has met yet shows when the model is used or verified."""
        entries = [self._entry(model) for model in self._catalogue.values()]
        own = {self._own_name(folder): folder for folder in self._own_folders()}
        return entries + [
            _own_entry(name, folder)
            for name, folder in own.items()
            if name not in self._catalogue and not folder.missing()
        ]

    def folder(self, name_or_path: str) -> Path:
        """A complete, checked model's folder. The first call after a change reads every byte of it.
        `ModelError`: `models.unknown`, `models.not_installed`, `models.damaged`."""
        if _is_path(name_or_path):
            return self._at_path(Path(name_or_path).expanduser())
        name = self._canonical(name_or_path)
        places = list(self._places(name))
        for _, place in places:
            if not self._checker.damaged(place):
                return place.path
        if places:
            raise self._damaged(name, *places[0])
        raise self._not_here(name_or_path, name)

    def best(self, family: str = "stt", language: str = "") -> str:
        """The name of the best usable model. `ModelError` `models.none` when none speaks the language."""
        fitting = [e for e in self.list() if e.family == family and e.usable and e.speaks(language)]
        if not fitting:
            raise ModelError("models.none", "No model is installed", "Run: voiceflow models install base")
        return max(fitting, key=lambda entry: entry.rank).name

    def _entry(self, model: KnownModel) -> ModelEntry:
        state, folder, note = ModelState.AVAILABLE, None, ""
        for found, place in self._places(model.name):
            wrong = self._checker.known_damaged(place)
            if not wrong:
                state, folder, note = found, place, _note(found, place)
                break
            if folder is None:
                state, folder, note = ModelState.DAMAGED, place, f"damaged: {', '.join(wrong)}"
        size = folder.size_bytes() if folder else model.size_mb * 1_000_000
        path = folder.path if folder else None
        return ModelEntry(model.name, model.family, state, model.languages, model.licence, size, model.rank, path, note)

    def _places(self, name: str) -> Iterator[tuple[ModelState, ModelFolder]]:
        """Where this model is, the best checked first."""
        model = self._catalogue.get(name)
        installed = self._home / name
        if model and installed.is_dir():
            yield ModelState.INSTALLED, ModelFolder(installed, model.required, read_record(installed) or {})
        if model and model.package and (packaged := _package_folder(model)):
            yield ModelState.STARTER, ModelFolder(packaged, model.required, model.sha256)
        for folder in self._own_folders():
            if self._own_name(folder) == name:
                yield ModelState.FOLDER, folder

    def _own_folders(self) -> Iterator[ModelFolder]:
        for root in self._extra:
            try:
                inside = sorted(path for path in root.iterdir() if path.is_dir())
            except OSError:
                continue
            for path in inside:
                if folder := self._own_folder(path):
                    yield folder

    def _own_folder(self, path: Path) -> ModelFolder | None:
        voice = path / f"{path.name}.onnx"
        if voice.is_file():
            return ModelFolder(path, (voice.name, f"{voice.name}.json"), read_record(path) or {})
        if (path / "model.bin").is_file() or (path / "config.json").is_file():
            return ModelFolder(path, _WHISPER_FILES, read_record(path) or {})
        return None

    def _own_name(self, folder: ModelFolder) -> str:
        return self._canonical(folder.path.name)

    def _canonical(self, name: str) -> str:
        bare = name.removeprefix("faster-").removeprefix("whisper-")
        for model in self._catalogue.values():
            if name == model.name or bare == model.name or bare in model.aliases:
                return model.name
        return name

    def _at_path(self, path: Path) -> Path:
        folder = self._own_folder(path)
        if folder is None:
            title = f"There is no model in {path}"
            raise ModelError("models.unknown", title, "A Whisper model's folder holds config.json and model.bin")
        if self._checker.damaged(folder):
            raise self._damaged(str(path), ModelState.FOLDER, folder)
        return path

    def _damaged(self, name: str, state: ModelState, place: ModelFolder) -> ModelError:
        title = f"The model {name} is damaged ({', '.join(self._checker.damaged(place))})"
        again = f"Copy the model into {place.path} again"
        hint = again if state is ModelState.FOLDER else f"Run: voiceflow models install {name}"
        return ModelError("models.damaged", title, hint)

    def _not_here(self, asked: str, name: str) -> ModelError:
        if name in self._catalogue:
            return ModelError(
                "models.not_installed", f"The model {name} is not installed", f"Run: voiceflow models install {name}"
            )
        near = difflib.get_close_matches(asked, self._catalogue, n=1)
        hint = f"Did you mean {near[0]}?" if near else "voiceflow models list shows all of them"
        return ModelError("models.unknown", f"There is no model called {asked}", hint)


def _package_folder(model: KnownModel) -> Path | None:
    """Found by the package's metadata; none of its code runs."""
    from importlib import metadata

    if model.package is None:
        return None
    try:
        distribution = metadata.distribution(model.package.distribution)
    except metadata.PackageNotFoundError:
        return None
    if distribution.version != model.package.version:
        return None
    return Path(str(distribution.locate_file(model.package.folder)))


def _is_path(name: str) -> bool:
    return os.sep in name or "/" in name or name.startswith("~")


def _note(state: ModelState, place: ModelFolder) -> str:
    return "own folder, not verified" if state is ModelState.FOLDER and not place.sha256 else ""


def _own_entry(name: str, folder: ModelFolder) -> ModelEntry:
    family = "stt" if "model.bin" in folder.required else "tts"
    note = _note(ModelState.FOLDER, folder)
    return ModelEntry(name, family, ModelState.FOLDER, (ANY_LANGUAGE,), "", folder.size_bytes(), 0, folder.path, note)
