"""What is selected in the window that has the focus."""

from abc import ABC, abstractmethod

from voiceflow.errors import InsertionError, VoiceFlowError


class Selection(ABC):
    @staticmethod
    @abstractmethod
    def unavailable() -> VoiceFlowError | None:
        """Why this way cannot work on this desktop and what to do, or None. Fast."""

    @abstractmethod
    def text(self) -> str:
        """Waits up to a second for the program that has it; any thread. `InsertionError` `selection.nothing`,
        `selection.unreadable`."""

    @abstractmethod
    def copied(self) -> str:
        """What was copied last. The same patience and errors; empty where it is no text."""


def nothing() -> InsertionError:
    return InsertionError("selection.nothing", "Nothing is selected", "Select the text that you want to hear")


def unreadable() -> InsertionError:
    hint = "Copy it and use: voiceflow say -"
    return InsertionError("selection.unreadable", "The window does not give out what is selected in it", hint)
