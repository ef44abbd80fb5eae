"""The `metrics` thread: gathers what dictations and the machine tell, and watches the limits."""

import logging
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass

from voiceflow.errors import VoiceFlowError
from voiceflow.events import Event, EventBus, Measured, ModelChanged, Notice, Severity, State, StateChanged
from voiceflow.mailbox import Mailbox
from voiceflow.metrics import figures
from voiceflow.metrics.alerts import Alert, Level
from voiceflow.metrics.engine_counts import EngineCounts
from voiceflow.metrics.histograms import Histograms, Percentiles, Row
from voiceflow.metrics.resources import Sample, Sampler
from voiceflow.metrics.rules import LAST, Facts, Rules
from voiceflow.metrics.view import HOUR_S, Mark, View
from voiceflow.settings import Metrics as Wishes

log = logging.getLogger(__name__)

LOOKED_AT_S, UNSEEN_S = 1.0, 30.0
"""How often a sample is taken while somebody looks and while nobody does."""
_THOROUGH_S = 10.0
"""How often at most one is thorough, which takes 10 ms for each process."""
_LONGEST_WAIT_S = 10.0
"""After which nobody waits for the words any more, whatever became of them."""
_SAMPLES = 3600
_MARKS = 1000
_BUSY = (State.STARTING, State.LISTENING, State.FINISHING)


@dataclass(frozen=True, slots=True)
class Around:
    """Where the numbers live. `load` gives the rows that were kept and the last dictations, oldest first; `keep` takes
    rows to write over those before, and the first begin that is still wanted for each length; it must only post.
    `queries_ms` are the last questions to the history, `weights_bytes` the size of a model's files."""

    load: Callable[[], tuple[Sequence[Row], Sequence[Measured]]]
    keep: Callable[[Sequence[Row], Sequence[tuple[int, int]]], object]
    queries_ms: Callable[[], Sequence[float]]
    weights_bytes: Callable[[str], int]
    wishes: Callable[[], Wishes]
    engine_counts: Callable[[], Sequence[EngineCounts]] = tuple


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read of the histograms, and when: their version and the minute."""

    moment: tuple[int, int]
    by_model: dict[tuple[str, str, str], Percentiles]
    by_name: dict[str, Percentiles]
    over_time: tuple[tuple[int, Percentiles], ...]


class Metrics:
    """Every method from any thread, none waits but `stop`. While somebody dictates and nobody looks it does nothing."""

    def __init__(self, around: Around, sampler: Sampler, publish: Callable[[Event], None]) -> None:
        self._around = around
        self._sampler = sampler
        self._publish = publish
        self._mailbox = Mailbox("metrics")
        self._histograms = Histograms()
        self._rules = Rules()
        self._traces: deque[Measured] = deque(maxlen=LAST)
        self._samples: deque[Sample] = deque(maxlen=_SAMPLES)
        self._marks: deque[Mark] = deque(maxlen=_MARKS)
        self.alerts: tuple[Alert, ...] = ()
        """Those that hold now, the worst first; from any thread."""
        self._state = State.IDLE
        self._awaited_since_s = float("-inf")
        self._looking = False
        self._weights_bytes = 0
        self._read: dict[int, _Read] = {}
        self._thorough_s = float("-inf")
        self._cancel_tick: Callable[[], None] = lambda: None

    def start(self, events: EventBus) -> Callable[[], None]:
        """Returns what stops it, once all that was told is kept."""
        self._mailbox.start()
        self._mailbox.post(self._load)
        ends = [
            events.subscribe(kind, lambda event: self._mailbox.post(self._on_event, event))
            for kind in (Measured, ModelChanged, StateChanged)
        ]

        def stop() -> None:
            for end in ends:
                end()
            self._mailbox.post(self._close)
            self._mailbox.stop()

        return stop

    def look(self, looking: bool) -> None:
        """Somebody looks from now on, or no longer."""
        self._mailbox.post(self._look, looking)

    def view(self, window_s: int = HOUR_S) -> "Future[View]":
        """`window_s` is one of `view.WINDOWS_S`."""
        return self._mailbox.ask(self._view, window_s)

    def _load(self) -> None:
        try:
            rows, traces = self._around.load()
        except VoiceFlowError as error:
            log.warning("earlier measurements cannot be read: %s", error.code)
        else:
            self._histograms.load(rows)
            self._traces.extend(traces)
        self._tick()

    def _close(self) -> None:
        self._cancel_tick()
        self._keep()
        self._sampler.close()

    def _on_event(self, event: Event) -> None:
        if isinstance(event, StateChanged):
            self._state = event.state
            if event.state is State.FINISHING:
                self._awaited_since_s = time.monotonic()
        elif isinstance(event, ModelChanged):
            self._on_model(event)
        elif isinstance(event, Measured):
            self._awaited_since_s = float("-inf")
            self._traces.append(event)
            self._marks.append(Mark(event.started_at, "dictation"))
            self._histograms.add(time.time(), figures.values(event), event.engine, event.model)

    def _on_model(self, event: ModelChanged) -> None:
        self._sampler.look_again()
        self._thorough_s = float("-inf")
        if event.state in ("loaded", "unloaded"):
            self._marks.append(Mark(time.time(), event.state, event.model))
            self._weights_bytes = self._around.weights_bytes(event.model) if event.state == "loaded" else 0

    def _look(self, looking: bool) -> None:
        if looking != self._looking:
            self._looking = looking
            self._tick()

    def _tick(self) -> None:
        """Never between the key going up and the text: somebody waits for that."""
        self._cancel_tick()
        self._cancel_tick = self._mailbox.post_after(LOOKED_AT_S if self._looking else UNSEEN_S, self._tick)
        busy = self._state in _BUSY
        awaited = time.monotonic() - self._awaited_since_s < _LONGEST_WAIT_S
        if awaited or (busy and not self._looking):
            return
        self._sample(may_be_thorough=not busy)
        if not busy:
            self._keep()
            self._check()

    def _sample(self, may_be_thorough: bool) -> None:
        thorough = may_be_thorough and time.monotonic() - self._thorough_s >= _THOROUGH_S
        self._thorough_s = time.monotonic() if thorough else self._thorough_s
        self._samples.append(self._sampler.sample(thorough))

    def _keep(self) -> None:
        expired = self._histograms.forget(time.time())
        if rows := self._histograms.changed():
            self._around.keep(rows, expired)

    def _check(self) -> None:
        facts = Facts(
            self._traces,
            self._distributions(HOUR_S).by_name,
            self._around.queries_ms(),
            self._samples[-1] if self._samples else None,
        )
        before = {alert.name: alert.level for alert in self.alerts}
        self.alerts = tuple(self._rules.check(facts, self._around.wishes(), time.time()))
        for alert in self.alerts:
            if alert.level >= Level.ERROR and alert.level > before.get(alert.name, 0):
                self._publish(Notice(Severity.ERROR, f"metrics.{alert.name}", alert.title, alert.hint))

    def _view(self, window_s: int) -> View:
        read = self._distributions(window_s)
        return View(
            time.time(),
            window_s,
            tuple(self._traces),
            read.by_model,
            read.by_name,
            read.over_time,
            tuple(self._samples),
            tuple(self._marks),
            self.alerts,
            self._weights_bytes,
            tuple(self._around.engine_counts()),
        )

    def _distributions(self, window_s: int) -> _Read:
        """Read anew when there are new values, and each minute: it costs 10 to 40 ms where much is kept."""
        now_s, histograms = time.time(), self._histograms
        moment = (histograms.version, int(now_s // 60))
        known = self._read.get(window_s)
        if known is None or known.moment != moment:
            over_time = tuple(histograms.over_time(figures.RELEASE_TO_TEXT, now_s, window_s))
            by_model, by_name = histograms.by_model(now_s, window_s), histograms.by_name(now_s, window_s)
            known = self._read[window_s] = _Read(moment, by_model, by_name, over_time)
        return known
