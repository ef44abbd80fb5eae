"""What the user was told, newest first: the list behind the Problems page, the overlay and the tray's messages."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from voiceflow.errors import VoiceFlowError
from voiceflow.events import Notice, Severity
from voiceflow.ui.translation import translated_notice

_KEPT = 50


@dataclass(frozen=True, slots=True)
class Told:
    """`at_s`: seconds since 1970; `count`: how often the same was told in a row."""

    notice: Notice
    at_s: float
    count: int = 1


class Notices(QObject):
    """On the UI thread."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: list[Told] = []
        self._unseen = 0
        self._problem = False

    def __iter__(self) -> Iterator[Told]:
        return iter(self._told)

    def __len__(self) -> int:
        return len(self._told)

    @property
    def unseen(self) -> int:
        return self._unseen

    @property
    def problem(self) -> bool:
        """An error that nobody has looked at and that no success has answered."""
        return self._problem

    def add(self, notice: Notice) -> None:
        told = Told(notice, time.time())
        if self._told and _same(self._told[0].notice, notice):
            told = Told(notice, told.at_s, self._told.pop(0).count + 1)
        self._told = [told, *self._told][:_KEPT]
        if notice.severity is not Severity.INFO:
            self._unseen += 1
        self._problem = self._problem or notice.severity is Severity.ERROR
        self.changed.emit()

    def see(self) -> None:
        self._unseen, self._problem = 0, False
        self.changed.emit()

    def succeed(self) -> None:
        """A dictation went well: what was wrong is no more."""
        if self._problem:
            self._problem = False
            self.changed.emit()

    def clear(self) -> None:
        self._told = []
        self.see()


def from_error(error: VoiceFlowError, severity: Severity = Severity.ERROR) -> Notice:
    return translated_notice(Notice(severity, error.code, error.title, error.hint))


def _same(one: Notice, other: Notice) -> bool:
    return (one.code, one.title, one.hint) == (other.code, other.title, other.hint)
