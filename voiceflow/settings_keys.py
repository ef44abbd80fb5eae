"""One setting and what its value must be: pure, made from the sections' own fields."""

import difflib
import functools
import math
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from voiceflow.errors import SettingsError
from voiceflow.settings import Settings, sections

_KIND_NAMES = {bool: "true or false", int: "a whole number", float: "a number", str: "text", list: "a list of texts"}
_TRUTHS = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}


@dataclass(frozen=True, slots=True)
class Key:
    """One setting: `name` with its section (`stt.model`), `kind` its TOML type."""

    name: str
    kind: type
    default: Any
    help: str
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] = ()

    @property
    def allowed(self) -> str:
        """In words, to stand after "must be"."""
        if self.choices:
            return f"one of {', '.join(self.choices)}"
        if self.minimum is not None and self.maximum is not None:
            return f"{_KIND_NAMES[self.kind]} from {self.minimum} to {self.maximum}"
        return _KIND_NAMES[self.kind]

    def accepts(self, value: object) -> bool:
        if not _is_kind(self.kind, value) or (self.choices and value not in self.choices):
            return False
        if not isinstance(value, int | float):
            return True
        return (self.minimum is None or value >= self.minimum) and (self.maximum is None or value <= self.maximum)

    def parse(self, text: str) -> Any:
        """A value as typed on a command line (lists with commas). `SettingsError` says what is allowed."""
        try:
            value = _from_text(self.kind, text.strip() if self.kind is not str else text)
        except (KeyError, ValueError) as error:
            raise self.refusal(text) from error
        return self.checked(value)

    def checked(self, value: Any) -> Any:
        """The value itself; `SettingsError` when it is not allowed."""
        if not self.accepts(value):
            raise self.refusal(value)
        return float(value) if self.kind is float else value

    def refusal(self, value: object) -> SettingsError:
        return SettingsError(
            "settings.wrong_value", f"{self.name} cannot be {shown(value)}", f"It must be {self.allowed}."
        )


def shown(value: object) -> str:
    """As it would stand in the file, shortened."""
    text = str(value).lower() if isinstance(value, bool) else repr(value).replace("'", '"')
    return text if len(text) <= 60 else text[:57] + "..."


@functools.cache
def keys() -> dict[str, Key]:
    """All settings by name, in the order of the file."""
    found = {}
    defaults = Settings()
    for section in sections():
        values = getattr(defaults, section)
        for entry in fields(values):
            name, default = f"{section}.{entry.name}", getattr(values, entry.name)
            found[name] = Key(name, type(default), default, **entry.metadata)
    return found


def key(name: str) -> Key:
    """`SettingsError` with the nearest name when there is none such."""
    if name in keys():
        return keys()[name]
    raise SettingsError("settings.unknown_key", f"There is no setting {name}", did_you_mean(name, keys()))


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """A hint with the nearest of the names; a key given without its section counts as near."""
    candidates = list(names)
    same_ending = [candidate for candidate in candidates if candidate.rpartition(".")[2] == name.rpartition(".")[2]]
    near = same_ending or difflib.get_close_matches(name, candidates, n=1, cutoff=0.6)
    return f"Did you mean {' or '.join(near)}?" if near else "voiceflow config get lists all settings."


def _is_kind(kind: type, value: object) -> bool:
    if kind is bool or isinstance(value, bool):
        return kind is bool and isinstance(value, bool)
    if kind is float:
        return isinstance(value, int | float) and math.isfinite(value)
    if kind is list:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    return isinstance(value, kind)


def _from_text(kind: type, text: str) -> Any:
    if kind is bool:
        return _TRUTHS[text.lower()]
    if kind is list:
        return [part.strip() for part in text.split(",") if part.strip()]
    return kind(text)
