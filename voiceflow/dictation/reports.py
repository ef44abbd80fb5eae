"""What `listening` tells of a dictation, in this order: the first sound, speech, levels and text so far, the end of
listening, and last its text or why there is none."""

from dataclasses import dataclass

from voiceflow.engines.stt.contract import ModelInfo, Word
from voiceflow.errors import VoiceFlowError


@dataclass(frozen=True, slots=True)
class Report:
    dictation_id: str


@dataclass(frozen=True, slots=True)
class FirstSound(Report):
    """`time_s`: when the first sample was heard, on the clock of `time.monotonic()`."""

    time_s: float


@dataclass(frozen=True, slots=True)
class SpeechStarted(Report):
    """Once a dictation."""


@dataclass(frozen=True, slots=True)
class LevelReport(Report):
    """About 20 times a second; dBFS."""

    rms_db: float
    speech: bool


@dataclass(frozen=True, slots=True)
class HeardReport(Report):
    """`committed` will not change any more, `tentative` may."""

    committed: str
    tentative: str


@dataclass(frozen=True, slots=True)
class Paused(Report):
    """How long nobody has spoken, about ten times a second; never before the first speech."""

    since_ms: float


@dataclass(frozen=True, slots=True)
class ListeningEnded(Report):
    """All of the dictation's sound is heard: the microphone can be closed."""

    duration_s: float


@dataclass(frozen=True, slots=True)
class Decodes:
    """How the text was made. `redone`: the engine was not content with its first try. `dropped`: speech went on while
    a guess at the end was made. `split`: the model stopped early, and the rest was decoded by itself. `torn`: nobody
    paused, so a window was cut in speech. `seconds`: time the recognizer worked."""

    made: int = 0
    redone: int = 0
    dropped: int = 0
    split: int = 0
    torn: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Recognized(Report):
    """`text` is empty when `had_speech` is False: then nothing was decoded. `speech_end_s` counts from the first
    sample. `key_up_to_text_ms` holds the tail; `last_decode_ms` is the decode that gave the last words. `behind_s`:
    the furthest that the recognizer was behind the sound."""

    text: str
    had_speech: bool
    duration_s: float
    language: str = ""
    info: ModelInfo | None = None
    speech_end_s: float = 0.0
    key_up_to_text_ms: float = 0.0
    last_decode_ms: float = 0.0
    decodes: Decodes = Decodes()
    words: tuple[Word, ...] = ()
    average_log_probability: float = 0.0
    no_speech_probability: float = 0.0
    speech_s: float | None = None
    behind_s: float = 0.0


@dataclass(frozen=True, slots=True)
class RecognitionFailed(Report):
    """The sound is in the journal."""

    error: VoiceFlowError
