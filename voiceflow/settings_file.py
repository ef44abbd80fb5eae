"""`config.toml` on disk: read with every problem told by its line, written beside and moved, comments kept."""

import json
import os
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from voiceflow.errors import SettingsError
from voiceflow.paths import make_private
from voiceflow.settings import Settings
from voiceflow.settings_keys import key, keys
from voiceflow.settings_profiles import read_profiles
from voiceflow.settings_toml import Problem, parsed, read_values, template, with_values

__all__ = ["Problem", "SettingsFile", "StateFile", "write_private"]


class SettingsFile:
    """One thread at a time. What `set` changes is on disk after `save`; the rest of the file stays as it is there."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self._settings = Settings()
        self._changes: dict[str, Any] = {}

    def load(self) -> Settings:
        """Never fails: what cannot be used is in `problems` and has its default. Changes not saved are dropped."""
        self._changes.clear()
        try:
            text = _read(self.path)
            values, problems = read_values(text)
            profiles, more = read_profiles(text)
            self.problems = sorted([*problems, *more], key=lambda problem: problem.line)
        except SettingsError as error:
            values, profiles = {}, ()
            self.problems = [Problem(_line_in(error), "", error.title, "The defaults are used.")]
        self._settings = replace(with_values(Settings(), values), profiles=profiles)
        return self._settings

    @property
    def settings(self) -> Settings:
        """As last loaded, with what `set` changed since; a new object after each change."""
        return self._settings

    def get(self, name: str) -> Any:
        section, _, entry = key(name).name.partition(".")
        return getattr(getattr(self._settings, section), entry)

    def set(self, name: str, value: Any) -> None:
        """`value` has the setting's type, or is text as typed on a command line. `SettingsError` when not allowed."""
        found = key(name)
        value = found.parse(value) if isinstance(value, str) else found.checked(value)
        self._changes[name] = value
        self._settings = with_values(self._settings, {name: value})

    def save(self) -> None:
        """`SettingsError` when the file cannot be written, or does not parse: then it is left as it is."""
        import tomlkit

        document = tomlkit.parse(_checked_text(self.path))
        for name, value in self._changes.items():
            section, _, entry = name.partition(".")
            if not isinstance(document.get(section), dict):
                document[section] = tomlkit.table()
            document[section][entry] = value
        write_private(self.path, tomlkit.dumps(document))
        self._changes.clear()

    def rewrite(self, change: Callable[[str], str]) -> None:
        """The whole text at once, on disk when this returns. `SettingsError` as in `save`."""
        write_private(self.path, change(_checked_text(self.path)))

    def export(self, path: Path) -> None:
        """The file as it is, comments too; where there is none yet, every setting with its help, commented out."""
        write_private(path, _read(self.path) or template())

    def import_from(self, path: Path) -> Settings:
        """The other file's text replaces this one's, which is kept as `config.toml.bak`. `SettingsError` when it
        does not parse or holds a wrong value; unknown settings are only reported in `problems`."""
        if not path.is_file():
            raise SettingsError("settings.no_file", f"There is no file {path}")
        text = _checked_text(path)
        for problem in read_values(text)[1]:
            if problem.key in keys():
                raise SettingsError("settings.wrong_value", f"{path.name}, line {problem.line}: {problem.title}")
        if old := _read(self.path):
            write_private(self.path.with_name(self.path.name + ".bak"), old)
        write_private(self.path, text)
        return self.load()


def write_private(path: Path, text: str) -> None:
    """Only this user can read it; after a crash the old or the new text is there, whole. A link stays a link."""
    target = path.resolve()
    try:
        make_private(target.parent)
        with NamedTemporaryFile(
            "w", dir=target.parent, prefix=f".{target.name}.", encoding="utf-8", delete=False
        ) as new:
            beside = Path(new.name)
            try:
                new.write(text)
                new.flush()
                os.fsync(new.fileno())
                beside.replace(target)
            except OSError:
                with suppress(OSError):
                    beside.unlink()
                raise
    except OSError as error:
        raise SettingsError(
            "settings.not_saved",
            f"{path} could not be written: {error.strerror}",
            "See who owns the folder and whether the disk is full.",
        ) from error


class StateFile:
    """Window places, the last device: small things that may be lost. Written at once; damaged is empty."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values = self._loaded()

    def get(self, name: str, default: Any = None) -> Any:
        return self._values.get(name, default)

    def set(self, name: str, value: Any) -> None:
        """`value` is whatever JSON can hold; what others wrote meanwhile stays. `SettingsError`: the disk refuses."""
        if self._values.get(name) == value:
            return
        self._values = {**self._loaded(), name: value}
        write_private(self._path, json.dumps(self._values, ensure_ascii=False, indent=1))

    def _loaded(self) -> dict[str, Any]:
        with suppress(OSError, ValueError):
            loaded = json.loads(self._path.read_text("utf-8"))
            return loaded if isinstance(loaded, dict) else {}
        return {}


def _read(path: Path) -> str:
    """Empty when there is no such file."""
    try:
        return path.read_text("utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise SettingsError("settings.unreadable", f"{path} is not text in UTF-8") from error
    except OSError as error:
        raise SettingsError("settings.unreadable", f"{path} could not be read: {error.strerror}") from error


def _checked_text(path: Path) -> str:
    text = _read(path)
    parsed(text)
    return text


def _line_in(error: SettingsError) -> int:
    found = re.search(r"at line (\d+)", error.title)
    return int(found[1]) if found else 0
