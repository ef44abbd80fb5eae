"""The global key: it reports press, release and cancel, and decides nothing."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from voiceflow.errors import HotkeyError, VoiceFlowError


class KeyAction(StrEnum):
    PRESS = "press"
    RELEASE = "release"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class KeyEvent:
    """`time_s` on the clock of `time.monotonic()`. Auto-repeat never shows: one press, one release."""

    action: KeyAction
    time_s: float


class Hotkey(ABC):
    """Made with the names of the key and of the cancel key as in the settings (`F9`, `ctrl+alt+d`); has one thread
    named `hotkey`."""

    @staticmethod
    @abstractmethod
    def unavailable() -> VoiceFlowError | None:
        """Why this way cannot work on this desktop and what to do, or None. Fast: no connection is left open."""

    @staticmethod
    def conflict(key: str) -> VoiceFlowError | None:
        """Another program has that key now; None too where only taking it could tell. Leaves nothing taken."""
        return None

    @abstractmethod
    def start(self, on_event: Callable[[KeyEvent], None]) -> None:
        """`on_event` runs on the hotkey thread and must only post. `HotkeyError` when the key is unknown or taken
        by another program. A desktop may ask its user first (up to a minute): call it where waiting harms nobody."""

    @abstractmethod
    def is_down(self) -> bool | None:
        """Whether the key is down now, asked of the keyboard itself (any thread); None where nobody can tell."""

    @abstractmethod
    def watch_cancel(self, on: bool) -> None:
        """Takes the cancel key (Esc) only while a dictation runs, so that other programs keep it otherwise."""

    @abstractmethod
    def stop(self) -> None:
        """Gives the key back and ends the thread; may be called twice."""


def check_key(name: str) -> str:
    """The key as it is shown to users (`Ctrl+Alt+D`); `HotkeyError` for a name that cannot be a global key."""
    from voiceflow.engines.hotkey.keys import parse

    return str(parse(name))


def check_cancel_key(name: str) -> str:
    """As `check_key`, for the key that is taken only while a dictation runs: any key will do."""
    from voiceflow.engines.hotkey.keys import parse_cancel

    return str(parse_cancel(name))


def check_optional_key(name: str) -> str:
    """As `check_key`; empty is no key."""
    return check_key(name) if name else ""


def check_free(key: str, cancel_key: str, backend: str) -> None:
    """`HotkeyError` when that cannot become the global key: it is none, it cancels, or, as far as this desktop tells,
    another program has it. `backend` as in the settings. May ask the X server: any thread but the UI's."""
    from voiceflow.engines import catalogue

    shown = check_key(key)
    if shown == check_cancel_key(cancel_key):
        raise HotkeyError("hotkey.cancels", f"{shown} already cancels a dictation", "Take another key.")
    conflict = catalogue.first_available("hotkey", backend).kind.conflict(key)
    if conflict:
        raise conflict


def no_global_key() -> HotkeyError:
    """What to tell when nothing here can watch a key, and `manual` stands in."""
    return HotkeyError(
        "hotkey.none",
        "This desktop lets no program watch a key",
        "Bind a key to `voiceflow toggle` in the desktop's own settings.",
    )
