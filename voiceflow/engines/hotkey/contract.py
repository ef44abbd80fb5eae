"""The global key: it reports press, release and cancel, and decides nothing."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from voiceflow.errors import VoiceFlowError


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
    """Made with the key's name as in the settings (`F9`, `ctrl+alt+d`); has one thread named `hotkey`."""

    @staticmethod
    @abstractmethod
    def unavailable() -> VoiceFlowError | None:
        """Why this way cannot work on this desktop and what to do, or None. Fast: no connection is left open."""

    @abstractmethod
    def start(self, on_event: Callable[[KeyEvent], None]) -> None:
        """`on_event` runs on the hotkey thread and must only post. `HotkeyError` when the key is unknown or taken
        by another program."""

    @abstractmethod
    def is_down(self) -> bool | None:
        """Whether the key is down now, asked of the keyboard itself (any thread); None where nobody can tell."""

    @abstractmethod
    def watch_cancel(self, on: bool) -> None:
        """Takes the cancel key (Esc) only while a dictation runs, so that other programs keep it otherwise."""

    @abstractmethod
    def stop(self) -> None:
        """Gives the key back and ends the thread; may be called twice."""
