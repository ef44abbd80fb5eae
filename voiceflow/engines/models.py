"""The model store: which models are known, which are here, which of them may be loaded, and how to get the others."""

import difflib
import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from voiceflow.engines.hardware import Hardware, Recommendation, recommend, this_machine
from voiceflow.engines.model_catalogue import ANY_LANGUAGE, KnownModel, knows_language, read_catalogue
from voiceflow.engines.model_files import Checker, ModelFolder, size_bytes
from voiceflow.engines.model_installer import ModelInstaller
from voiceflow.engines.model_places import (
    ModelState,
    Place,
    Places,
    own_family,
    own_folder,
    own_languages,
)
from voiceflow.errors import ModelError
from voiceflow.paths import Paths, extra_model_folders, models_catalogue

__all__ = ["Hardware", "ModelEntry", "ModelState", "ModelStore", "Recommendation"]

_USABLE = (ModelState.INSTALLED, ModelState.STARTER, ModelState.FOLDER)
_NOT_VERIFIED = "own folder, not verified"


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """`size_bytes` is exact for what is on disk and approximate for what is not; `folder` is None when no file is
    here; `languages` holds `*` for a model that knows many; `rank` orders a family, higher is better; `cost_bytes`
    compares how much work models are."""

    name: str
    family: str
    state: ModelState
    languages: tuple[str, ...]
    licence: str
    size_bytes: int
    cost_bytes: int
    rank: int = 0
    folder: Path | None = None
    note: str = ""

    @property
    def usable(self) -> bool:
        return self.state in _USABLE

    def speaks(self, language: str) -> bool:
        return knows_language(self.languages, language)


class ModelStore:
    """Any thread. `extra_folders` default to `VOICEFLOW_MODELS`; they are only read."""

    def __init__(self, paths: Paths, extra_folders: Sequence[Path] | None = None) -> None:
        self._home = paths.models
        self._extra = tuple(extra_model_folders() if extra_folders is None else extra_folders)
        self._checker = Checker(paths.models / "checked.json")
        self._installer = ModelInstaller(paths.models, self._checker)

    @cached_property
    def hardware(self) -> Hardware:
        return this_machine()

    @cached_property
    def _catalogue(self) -> dict[str, KnownModel]:
        return read_catalogue(models_catalogue())

    @cached_property
    def _places(self) -> Places:
        return Places(self._home, self._extra, self._catalogue)

    def list(self) -> list[ModelEntry]:
        """The catalogue, then the user's complete folders that it does not name. Reads no model file: a damage that
        nobody has met yet shows when the model is used or verified."""
        own = {
            name: folder for name, folder in self._places.own() if name not in self._catalogue and not folder.missing()
        }
        known = [self._entry(model) for model in self._catalogue.values()]
        return known + [_own_entry(name, folder) for name, folder in own.items()]

    def entry(self, name: str) -> ModelEntry:
        """One of the catalogue's. `ModelError` `models.unknown`."""
        return self._entry(self._known(name))

    def folder(self, name_or_path: str) -> Path:
        """A complete, checked model's folder. The first call after a change reads every byte of it.
        `ModelError`: `models.unknown`, `models.not_installed`, `models.damaged`."""
        places = self._found(name_or_path)
        for _, place in places:
            if not self._checker.damaged(place):
                return place.path
        raise self._damaged(name_or_path, *places[0])

    def verify(self, name_or_path: str) -> tuple[str, ...]:
        """Reads every byte again. Names of the files that are missing or damaged. `ModelError` as from `folder`."""
        _, place = self._found(name_or_path)[0]
        self._checker.forget(place.path)
        return self._checker.damaged(place)

    def best(self, family: str = "stt", language: str = "") -> str:
        """The name of the best usable model that is fast enough here; a starter model only while the user has brought
        none. `ModelError` `models.none` when there is none that knows the language."""
        usable = [e for e in self.list() if e.family == family and e.usable and e.speaks(language)]
        fitting = [entry for entry in usable if entry.state is not ModelState.STARTER] or usable
        if not fitting:
            raise self._none(family, language)
        if family == "stt":
            limit_bytes = self._catalogue[recommend(self.hardware).model].size_mb * 1_100_000
            least_bytes = min(entry.cost_bytes for entry in fitting)
            fitting = [entry for entry in fitting if entry.cost_bytes <= max(limit_bytes, least_bytes)]
        return max(fitting, key=lambda entry: _preference(entry, language)).name

    def recommend(self, hardware: Hardware) -> Recommendation:
        return recommend(hardware)

    def install(
        self, name: str, progress: Callable[[int, int], None], cancelled: threading.Event | None = None
    ) -> Path:
        """Downloads what is not here yet; `progress` gets bytes done and bytes in all, on the caller's thread. Nothing
        is downloaded for a model that is installed or came with a package and is sound. `ModelError`."""
        model = self._known(name)
        with self._installer.alone(model.name):
            for state, place in self._places.of(model.name):
                if state is not ModelState.FOLDER and not self._checker.damaged(place):
                    return place.path
            return self._installer.install(model, progress, cancelled or threading.Event())

    def remove(self, name: str) -> int:
        """Bytes freed. `ModelError` for what VoiceFlow did not install."""
        model = self._known(name)
        with self._installer.alone(model.name):
            freed_bytes = self._installer.remove(model.name)
        if not freed_bytes:
            raise self._cannot_remove(model)
        return freed_bytes

    def _entry(self, model: KnownModel) -> ModelEntry:
        state, folder, note = self._state(model)
        size = size_bytes(folder) if folder else model.size_mb * 1_000_000
        cost = model.size_mb * 1_000_000
        return ModelEntry(
            model.name, model.family, state, model.languages, model.licence, size, cost, model.rank, folder, note
        )

    def _state(self, model: KnownModel) -> tuple[ModelState, Path | None, str]:
        places = list(self._places.of(model.name))
        for state, place in places:
            if not self._checker.known_damaged(place):
                return state, place.path, "" if place.sha256 else _NOT_VERIFIED
        if places:
            _, place = places[0]
            return ModelState.DAMAGED, place.path, f"damaged: {', '.join(self._checker.known_damaged(place))}"
        if (partial := self._installer.partial(model.name)).is_dir():
            return ModelState.PARTIAL, partial, f"of about {model.size_mb} MB; installing it again goes on"
        return ModelState.AVAILABLE, None, ""

    def _found(self, name_or_path: str) -> Sequence[Place]:
        """At least one place."""
        if os.sep in name_or_path or "/" in name_or_path or name_or_path.startswith("~"):
            path = Path(name_or_path).expanduser()
            folder = own_folder(path)
            if folder is None:
                hint = "A Whisper model's folder holds config.json, model.bin, tokenizer.json and a vocabulary"
                raise ModelError("models.unknown", f"There is no model in {path}", hint)
            return [(ModelState.FOLDER, folder)]
        places = list(self._places.of(self._places.canonical(name_or_path)))
        if not places:
            model = self._known(name_or_path)
            title = f"The model {model.name} is not installed"
            raise ModelError("models.not_installed", title, f"Run: voiceflow models install {model.name}")
        return places

    def _known(self, name: str) -> KnownModel:
        model = self._catalogue.get(self._places.canonical(name))
        if model is None:
            near = difflib.get_close_matches(name, self._catalogue, n=1)
            hint = f"Did you mean {near[0]}?" if near else "voiceflow models list shows all of them"
            raise ModelError("models.unknown", f"There is no model called {name}", hint)
        return model

    def _damaged(self, name: str, state: ModelState, place: ModelFolder) -> ModelError:
        title = f"The model {name} is damaged ({', '.join(self._checker.damaged(place))})"
        copy_again = f"Copy the model into {place.path} again"
        hint = copy_again if state is ModelState.FOLDER else f"Run: voiceflow models install {name}"
        return ModelError("models.damaged", title, hint)

    def _none(self, family: str, language: str) -> ModelError:
        if family == "tts":
            first = next(
                (
                    m.name
                    for m in self._catalogue.values()
                    if m.family == "tts" and knows_language(m.languages, language)
                ),
                "",
            )
            title = f"No voice for the language {language} is installed" if language else "No voice is installed"
        else:
            first = recommend(self.hardware).model
            title = f"No installed model knows the language {language}" if language else "No speech model is installed"
        return ModelError("models.none", title, f"Run: voiceflow models install {first}" if first else "")

    def _cannot_remove(self, model: KnownModel) -> ModelError:
        for state, place in self._places.of(model.name):
            if state is ModelState.STARTER and model.package:
                title = f"{model.name} came with the package {model.package.distribution}"
                return ModelError(
                    "models.cannot_remove", title, f"Remove it with: pip uninstall {model.package.distribution}"
                )
            title = f"{model.name} lies in {place.path}, which VoiceFlow only reads"
            return ModelError("models.cannot_remove", title, "Delete that folder yourself")
        return ModelError(
            "models.not_installed", f"The model {model.name} is not installed", "There is nothing to remove"
        )


def _preference(entry: ModelEntry, language: str) -> tuple[int, bool]:
    """Among models of one rank: the specialist when the language is known, else the one that knows them all."""
    return entry.rank, (ANY_LANGUAGE not in entry.languages) == bool(language)


def _own_entry(name: str, folder: ModelFolder) -> ModelEntry:
    size = size_bytes(folder.path)
    note = "" if folder.sha256 else _NOT_VERIFIED
    return ModelEntry(
        name, own_family(folder), ModelState.FOLDER, own_languages(name), "", size, size, 0, folder.path, note
    )
