"""Every error that a user may see: what happened, why, and what to do."""


class VoiceFlowError(Exception):
    """`code` is stable and for programs (`audio.no_microphone`); `title` is one sentence without a final stop that
    says what happened and why; `hint` is one sentence that says what to do. None holds dictated text or a key."""

    def __init__(self, code: str, title: str, hint: str = "") -> None:
        super().__init__(code, title, hint)
        self.code = code
        self.title = title
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.title}. {self.hint}".rstrip() if self.hint else self.title


class AudioError(VoiceFlowError):
    pass


class EngineError(VoiceFlowError):
    """An engine could not load or do its work. `retry_after_s`: how long it asked to be left alone, where it did."""

    retry_after_s: float | None = None


class ModelError(VoiceFlowError):
    """A model is missing, damaged, or could not be fetched."""


class HistoryError(VoiceFlowError):
    """The database or its key."""


class InsertionError(VoiceFlowError):
    """The text did not reach the window; the caller still has it."""


class HotkeyError(VoiceFlowError):
    pass


class SettingsError(VoiceFlowError):
    pass


class ControlError(VoiceFlowError):
    """The running app could not be reached, or there is none."""
