"""What happened, as frozen dataclasses, and the bus that carries it to whoever listens."""

import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from voiceflow.errors import VoiceFlowError
from voiceflow.mailbox import Mailbox

log = logging.getLogger(__name__)


class State(StrEnum):
    """What the dictation does now; `PAUSED` means that the hotkey is ignored."""

    IDLE = "idle"
    STARTING = "starting"
    LISTENING = "listening"
    FINISHING = "finishing"
    PAUSED = "paused"


class ReadingState(StrEnum):
    """What speech output does now."""

    IDLE = "idle"
    SPEAKING = "speaking"
    PAUSED = "paused"


class Severity(StrEnum):
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Event:
    pass


@dataclass(frozen=True, slots=True)
class StateChanged(Event):
    """`since_s`: when it began, on the clock of `time.monotonic()`; `LISTENING` begins with the first sample."""

    state: State
    dictation_id: str | None = None
    since_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Level(Event):
    """About 20 times a second while listening; dBFS, at most 0."""

    rms_db: float
    speech: bool


@dataclass(frozen=True, slots=True)
class Heard(Event):
    """What is recognized so far: `committed` will not change any more, `tentative` may."""

    dictation_id: str
    committed: str
    tentative: str


@dataclass(frozen=True, slots=True)
class ProfileChosen(Event):
    """The window has settings of its own; without one there is no such event."""

    dictation_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Delivered(Event):
    """The end of a dictation: `state` is a `history.records.DictationState` value, `way` how the text got into the
    window (`paste`, `typed`, `clipboard`, `kept`), `stages_ms` the stage times by name."""

    dictation_id: str
    state: str
    text: str
    way: str
    stages_ms: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stage:
    """`start_ms` from the key going down."""

    name: str
    start_ms: float
    duration_ms: float


@dataclass(frozen=True, slots=True)
class Measured(Event):
    """How a dictation went, without a word of it; told when it has ended. `dictation_id` is the trace's id. `state` as
    in `Delivered`, `started_at` in seconds since 1970. `decode_s`: time that the recognizer worked; `behind_s`: the
    furthest that it was behind the sound."""

    dictation_id: str
    started_at: float
    state: str
    stages: tuple[Stage, ...] = ()
    audio_s: float = 0.0
    engine: str = ""
    model: str = ""
    device: str = ""
    compute_type: str = ""
    fallback_reason: str = ""
    decodes_made: int = 0
    decodes_redone: int = 0
    decodes_dropped: int = 0
    decodes_split: int = 0
    decode_s: float = 0.0
    behind_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Notice(Event):
    """Something the user should know, with the cure; `code` as in `VoiceFlowError`."""

    severity: Severity
    code: str
    title: str
    hint: str = ""
    dictation_id: str | None = None


@dataclass(frozen=True, slots=True)
class EditProposed(Event):
    """What an instruction makes of the selected text: it counts when the user accepts it. `number` names it."""

    number: int
    instruction: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ModelChanged(Event):
    """`state` is `loading`, `loaded`, `unloaded` or `failed`; `device` and `reason` are those really in use."""

    state: str
    model: str
    device: str = ""
    compute_type: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EngineChosen(Event):
    """Who answered where it was not `first`, the user's choice, and why; and once that it is the first again, then
    without a reason. `family` as in the catalogue of engines."""

    family: str
    engine: str
    first: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class InterruptedFound(Event):
    """Dictations that a crash left behind, to be offered for recovery."""

    dictation_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HistoryChanged(Event):
    """`dictation_id` is empty where many changed at once."""

    dictation_id: str


@dataclass(frozen=True, slots=True)
class Corrected(Event):
    """The user changed the text of a dictation; `HistoryChanged` follows."""

    dictation_id: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class DownloadProgress(Event):
    model: str
    done_bytes: int
    total_bytes: int
    finished: bool = False
    error: str = ""


@dataclass(frozen=True, slots=True)
class BeingCleaned(Event):
    """A language model has been asked to clean up `text`, which is what is inserted if it fails. It may take seconds;
    to cancel the dictation inserts nothing."""

    dictation_id: str
    text: str


@dataclass(frozen=True, slots=True)
class CloudUse(Event):
    """The user's sound or text begins (`active`), or ceases, to leave this machine. Each beginning is told one end,
    also after a failure; several may be under way. `what`: `sound` or `text`; `service`: `openai`, `google`, `yandex`,
    `cleanup`. A server on this machine is no cloud."""

    host: str
    what: str
    service: str
    active: bool


@dataclass(frozen=True, slots=True)
class ReadingChanged(Event):
    state: ReadingState


@dataclass(frozen=True, slots=True)
class Spoken(Event):
    """A sentence was made, without a word of it. `cached`: it was made before; then no time is told. Figures as in
    `reading.quality.Quality`."""

    engine: str
    voice: str
    cached: bool
    first_block_ms: float
    sound_s: float
    real_time_factor: float
    clipped: float
    silent: float
    loudness_lufs: float


@dataclass(frozen=True, slots=True)
class SettingsChanged(Event):
    """They are in `Core.settings` already."""


Listener = Callable[[Any], None]
E = TypeVar("E", bound=Event)


class EventBus:
    """`publish` never waits: listeners run on the bus's own thread, in the order of the events."""

    def __init__(self) -> None:
        self._mailbox = Mailbox("events")
        self._listeners: list[tuple[type[Event], Listener]] = []
        self._lock = threading.Lock()

    def start(self) -> "EventBus":
        self._mailbox.start()
        return self

    def stop(self) -> None:
        self._mailbox.stop()

    def subscribe(self, kind: type[Event], listener: Listener) -> Callable[[], None]:
        """Calls `listener` for every event of this class or a subclass; returns what ends it."""
        entry = (kind, listener)
        with self._lock:
            self._listeners.append(entry)

        def unsubscribe() -> None:
            with self._lock:
                if entry in self._listeners:
                    self._listeners.remove(entry)

        return unsubscribe

    def publish(self, event: Event) -> None:
        self._mailbox.post(self._deliver, event)

    def _deliver(self, event: Event) -> None:
        with self._lock:
            listeners = [listener for kind, listener in self._listeners if isinstance(event, kind)]
        for listener in listeners:
            try:
                listener(event)
            except Exception:
                log.exception("a listener failed on %s", type(event).__name__)


def wait_for(kind: type[E], happened: "queue.SimpleQueue[Event]", seconds: float) -> E:
    """What a dictation comes to: the next event of this kind, past all others. `VoiceFlowError`: that of a notice which
    tells an error before it, or there is none in time."""
    deadline_s = time.monotonic() + seconds
    while True:
        try:
            event = happened.get(timeout=max(0.0, deadline_s - time.monotonic()))
        except queue.Empty:
            title = f"The dictation gave nothing within {seconds:.0f} s"
            raise VoiceFlowError("dictation.stuck", title, "See the log") from None
        if isinstance(event, kind):
            return event
        if isinstance(event, Notice) and event.severity is Severity.ERROR:
            raise VoiceFlowError(event.code, event.title, event.hint)
