"""What VoiceFlow does now, as people see it: each condition has a word and a shape besides its colour."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from voiceflow.events import State


class Condition(StrEnum):
    """The value names the icon in `resources/icons`."""

    LOADING = "loading"
    IDLE = "idle"
    STARTING = "starting"
    LISTENING = "listening"
    FINISHING = "finishing"
    PAUSED = "paused"
    PROBLEM = "problem"

    @property
    def active(self) -> bool:
        """A dictation can be ended."""
        return self in (Condition.STARTING, Condition.LISTENING)

    @property
    def cancellable(self) -> bool:
        """Nothing has been inserted yet."""
        return self.active or self is Condition.FINISHING

    @property
    def icon(self) -> str:
        return "starting" if self is Condition.LOADING else str(self)


def condition(state: State | None, problem: bool) -> Condition:
    """`state` is None until dictation is ready. While something is being said, that counts more than a problem."""
    if state in (State.STARTING, State.LISTENING, State.FINISHING):
        return Condition(state)
    if problem:
        return Condition.PROBLEM
    return Condition(state) if state else Condition.LOADING


def word(shown: Condition) -> str:
    return {
        Condition.LOADING: QCoreApplication.translate("Condition", "Getting ready"),
        Condition.IDLE: QCoreApplication.translate("Condition", "Ready"),
        Condition.STARTING: QCoreApplication.translate("Condition", "Starting"),
        Condition.LISTENING: QCoreApplication.translate("Condition", "Listening"),
        Condition.FINISHING: QCoreApplication.translate("Condition", "Finishing"),
        Condition.PAUSED: QCoreApplication.translate("Condition", "Paused"),
        Condition.PROBLEM: QCoreApplication.translate("Condition", "Needs attention"),
    }[shown]
