"""A core at which somebody dictates in compressed time, and what became of each dictation."""

import queue
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from voiceflow.bench.endpoint import Endpoint
from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.run import Run, quiet
from voiceflow.bench.suites.core.sides import settings_for
from voiceflow.bench.suites.scenarios.microphone import Room, hears
from voiceflow.bench.suites.scenarios.said import Said, say
from voiceflow.core import Core
from voiceflow.dictation.cleaning import AS_IS
from voiceflow.engines.inserter.recording import RecordingInserter
from voiceflow.events import Delivered, Event, Measured, Notice, Severity, Stage, State, StateChanged
from voiceflow.history.records import DictationState
from voiceflow.options import dictation_options, listening_options
from voiceflow.settings import Insertion, Settings

COMPRESSION = (
    "Time is compressed: while nobody has anything to do with what was said, the next sound comes at once, and gaps "
    "between dictations are skipped. While a model loads or decodes, speech goes on in real time, and so does all from "
    "key-up to the text. Sound is journalled as often as ever in real time, so less often for each dictated second; "
    "what VoiceFlow does by itself while nobody dictates is left out, and guesses are made however busy the processor "
    "is, for here it always is."
)
_STYLE = "tidy"
_DEADLINE_S = 120.0
_POLL_S = 0.002


@dataclass(slots=True)
class Dictated:
    """`words` were said, by `who`, in `length_s` until key-up. `delivered` and `measured` are None where they did not
    come in time; `deliveries` counts them."""

    words: str
    length_s: float
    cleaned: bool
    who: str
    id: str = ""
    delivered: Delivered | None = None
    measured: Measured | None = None
    deliveries: int = 0

    def take(self, event: Delivered | Measured) -> None:
        if isinstance(event, Measured):
            self.measured = event
        else:
            self.delivered = event
            self.deliveries += 1

    @property
    def text(self) -> str:
        return self.delivered.text if self.delivered else ""

    @property
    def release_to_text_ms(self) -> float | None:
        """From key-up until the text was inserted, on VoiceFlow's own clock."""
        held, inserted = self._stage("key_held"), self._stage("insertion")
        return _end_ms(inserted) - _end_ms(held) if held and inserted else None

    @property
    def cleanup_ms(self) -> float | None:
        stage = self._stage("cleanup")
        return stage.duration_ms if stage else None

    @property
    def guess_was_used(self) -> bool:
        """The decode that gave the last words had begun before the key went up."""
        recognition, last = self._stage("recognition"), self._stage("last_decode")
        return bool(recognition and last and recognition.duration_ms < last.duration_ms)

    def _stage(self, name: str) -> Stage | None:
        return next((stage for stage in (self.measured.stages if self.measured else ()) if stage.name == name), None)


def _end_ms(stage: Stage) -> float:
    return stage.start_ms + stage.duration_ms


class DeskCore(Core):
    """Its window remembers what came into it."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.window = RecordingInserter()

    def _inserter(self, name: str) -> RecordingInserter:
        return self.window


class Desk:
    """One thread at a time."""

    def __init__(self, core: DeskCore) -> None:
        self.core = core
        self.made: list[Dictated] = []
        self._by_id: dict[str, Dictated] = {}
        self._happened: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self._cleaning: bool | None = None
        self._trouble: Notice | None = None
        for kind in (StateChanged, Delivered, Measured, Notice):
            core.events.subscribe(kind, self._happened.put)
        self.room = Room(lambda: self._dictation.backlog > 0)
        self._dictation = core.start_dictation(inserter="recording", hotkey="manual", source=hears(self.room))

    def warm_up(self, said: Said) -> None:
        """`CannotRunError` where nothing can be recognized here."""
        measured = self.dictate(said, cleaned=True, who="warm-up").measured
        if measured and measured.state == DictationState.FAILED and self._trouble:
            raise CannotRunError(self._trouble.title, self._trouble.hint)

    def say(self, said: Said, cleaned: bool, who: str) -> Dictated:
        """Returns when the key has gone up: the text is on its way."""
        self._clean(cleaned)
        dictated = Dictated(said.words, said.length_s, cleaned, who)
        self.made.append(dictated)
        self.core.command("start")
        dictated.id = self._listening()
        if dictated.id:
            self._by_id[dictated.id] = dictated
            self.room.speak(said.sound)
        self.core.command("stop")
        return dictated

    def dictate(self, said: Said, cleaned: bool, who: str) -> Dictated:
        """Returns when all of it is delivered and on disk."""
        dictated = self.say(said, cleaned, who)
        self.wait_for(dictated)
        self.settle()
        return dictated

    def wait_for(self, dictated: Dictated) -> None:
        """At most two minutes; one that never began has nothing to come."""
        deadline_s = time.monotonic() + _DEADLINE_S
        while dictated.id and dictated.measured is None and self._next(deadline_s):
            pass

    def settle(self) -> None:
        """As after some seconds in which nobody dictates: its sound is packed."""
        deadline_s = time.monotonic() + _DEADLINE_S
        while self.core.history.backlog and time.monotonic() < deadline_s:
            time.sleep(_POLL_S)

    def hear_the_rest(self) -> None:
        """What was told and nobody has waited for: a text that is delivered once more, say."""
        while self._next(time.monotonic()):
            pass

    def pass_by(self, seconds: float) -> bool:
        """So much time without a dictation: the model goes when its time has come. True where it does."""
        wishes = self.core.settings.stt
        goes = not wishes.keep_loaded and 0 < wishes.unload_after_s <= seconds
        if goes:
            self._dictation.use_model(self.core.engines.recognizer)
        return goes

    def _clean(self, wanted: bool) -> None:
        """From the next dictation on."""
        if wanted is self._cleaning:
            return
        self._cleaning, settings = wanted, self.core.settings
        settings = replace(settings, cleanup=replace(settings.cleanup, style=_STYLE if wanted else AS_IS))
        self._dictation.use(dictation_options(settings), listening_options(settings))

    def _listening(self) -> str:
        """The id of a new dictation, when its microphone hears; empty where none comes."""
        deadline_s = time.monotonic() + _DEADLINE_S
        while event := self._next(deadline_s):
            if isinstance(event, StateChanged) and event.state is State.LISTENING and self._is_new(event.dictation_id):
                return event.dictation_id or ""
        return ""

    def _is_new(self, dictation_id: str | None) -> bool:
        return dictation_id is not None and dictation_id not in self._by_id

    def _next(self, deadline_s: float) -> Event | None:
        try:
            event = self._happened.get(timeout=max(0.0, deadline_s - time.monotonic()))
        except queue.Empty:
            return None
        if isinstance(event, Delivered | Measured) and (dictated := self._by_id.get(event.dictation_id)):
            dictated.take(event)
        elif isinstance(event, Notice) and event.severity is Severity.ERROR:
            self._trouble = event
        return event


@contextmanager
def desk(run: Run, name: str, pieces: Sequence[Said], think_s: float = 0.0) -> Iterator[Desk]:
    """`think_s`: how long the imitation of a language model takes. One dictation has been made, so that all is loaded
    and connected."""
    with Endpoint(think_s) as endpoint, DeskCore(run.place(name), quiet(_settings(run, endpoint))) as core:
        at = Desk(core)
        at.warm_up(say(pieces, 0.0, seed=0))
        yield at


def _settings(run: Run, endpoint: Endpoint) -> Settings:
    """The user's, in the language that is spoken, but for what leads texts elsewhere or ends a dictation by itself. In
    compressed time the processor is always busy: guesses are made all the same, as they would be."""
    mine = settings_for(run)
    return replace(
        mine,
        hotkey=replace(mine.hotkey, mode="hold"),
        insertion=Insertion(),
        stt=replace(mine.stt, speculation_cpu_limit_percent=100),
        cleanup=replace(mine.cleanup, url=endpoint.url, language_model="imitation"),
        profiles=(),
    )
