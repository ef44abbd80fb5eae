"""The thread that gathers: what it is told, what it keeps, when it holds still."""

import queue
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from voiceflow.errors import HistoryError
from voiceflow.events import Event, EventBus, Measured, ModelChanged, Notice, Stage, State, StateChanged
from voiceflow.metrics.histograms import Row
from voiceflow.metrics.metrics import Around, Metrics
from voiceflow.metrics.resources import Sample, Sampler
from voiceflow.settings import Metrics as Wishes

STAGES = (
    Stage("first_sample", 0.0, 40.0),
    Stage("recognition", 2000.0, 150.0),
    Stage("insertion", 2155.0, 70.0),
    Stage("receipt", 2155.0, 5.0),
)
DONE = Measured("one", time.time(), "done", STAGES, 2.0, "whisper", "base", "cpu", "int8", decodes_made=2, decode_s=0.3)
DEADLINE_S = 10
Loaded = tuple[Sequence[Row], Sequence[Measured]]


class Home:
    """Where the numbers live, for a test."""

    def __init__(self, folder: Path) -> None:
        self.bus = EventBus().start()
        self.rows: queue.SimpleQueue[list[Row]] = queue.SimpleQueue()
        self.told: list[Event] = []
        self.bus.subscribe(Notice, self.told.append)
        self.load: Callable[[], Loaded] = lambda: ([], [])
        self.around = Around(
            self._load,
            lambda rows, first: self.rows.put(list(rows)),
            lambda: (),
            lambda model: 1000,
            Wishes,
        )
        self.metrics = Metrics(self.around, Sampler(folder), self.bus.publish)
        self._stop: Callable[[], None] = lambda: None

    def _load(self) -> Loaded:
        return self.load()

    def start(self) -> Metrics:
        self._stop = self.metrics.start(self.bus)
        return self.metrics

    def tell(self, *events: Event) -> None:
        for event in events:
            self.bus.publish(event)
        self.bus.stop()  # returns when all is told

    def stop(self) -> None:
        self._stop()
        self.bus.stop()


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    made = Home(tmp_path)
    yield made
    made.stop()


def test_a_dictation_is_seen_with_its_stages(home: Home) -> None:
    metrics = home.start()
    home.tell(DONE)
    view = metrics.view().result(DEADLINE_S)
    assert view.traces == (DONE,)
    assert view.table["release_to_text", "whisper", "base"].p50 == pytest.approx(160, rel=0.02)
    assert view.totals["real_time_factor"].p50 == pytest.approx(0.15, rel=0.02)
    assert view.totals["decodes_made"].total == 2
    assert [mark.name for mark in view.marks] == ["dictation"]


def test_percentiles_are_read_again_when_there_is_something_new(home: Home) -> None:
    metrics = home.start()
    before = metrics.view().result(DEADLINE_S)
    again = metrics.view().result(DEADLINE_S)
    home.tell(DONE)
    assert again.totals is before.totals
    assert set(metrics.view().result(DEADLINE_S).totals) > set(before.totals)


def test_what_was_measured_is_kept_when_it_stops_and_loaded_again(home: Home, tmp_path: Path) -> None:
    home.start()
    home.tell(DONE)
    home.stop()
    rows = home.rows.get(timeout=DEADLINE_S)
    later = Home(tmp_path)
    later.load = lambda: (rows, [DONE])
    view = later.start().view().result(DEADLINE_S)
    assert view.table["recognition", "whisper", "base"].count == 1
    assert view.traces == (DONE,)
    later.stop()


def test_a_history_that_cannot_be_read_costs_only_the_past(home: Home) -> None:
    def fail() -> Loaded:
        raise HistoryError("history.damaged", "The history is damaged", "Repair it")

    home.load = fail
    view = home.start().view().result(DEADLINE_S)
    assert view.traces == ()
    assert view.samples


def test_the_first_sample_knows_this_process_and_the_machine(home: Home) -> None:
    sample = home.start().view().result(DEADLINE_S).sample
    assert sample
    assert sample.processes[0].role == "app"
    assert sample.memory_bytes > 1_000_000
    assert sample.machine_bytes > sample.memory_bytes
    assert sample.free_disk_bytes > 0
    assert sample.heap
    assert sample.heap.python_blocks > 0


def test_loading_and_unloading_leave_marks_and_the_models_size(home: Home) -> None:
    metrics = home.start()
    loaded = ModelChanged("loaded", "base", "cpu", "int8")
    home.tell(ModelChanged("loading", ""), loaded)
    view = metrics.view().result(DEADLINE_S)
    assert ([mark.name for mark in view.marks], view.weights_bytes) == (["loaded"], 1000)


@pytest.mark.parametrize(
    ("events", "looking", "expected"),
    [
        ([], True, ["light"]),
        ([ModelChanged("loaded", "base")], True, ["thorough"]),
        ([ModelChanged("loaded", "base"), StateChanged(State.LISTENING)], True, ["light"]),
        ([StateChanged(State.LISTENING)], False, []),
        ([StateChanged(State.STARTING)], False, []),
        ([StateChanged(State.FINISHING)], False, []),
        ([StateChanged(State.FINISHING)], True, []),
        ([StateChanged(State.FINISHING), StateChanged(State.IDLE)], True, []),
        ([StateChanged(State.FINISHING), StateChanged(State.IDLE), DONE], True, ["light"]),
    ],
)
def test_while_somebody_dictates_it_holds_still(
    home: Home, monkeypatch: pytest.MonkeyPatch, events: list[Event], looking: bool, expected: list[str]
) -> None:
    """Asking for a thorough sample holds up the process that is asked: it is done when a process was started, and
    every ten seconds."""
    metrics = home.start()
    metrics.look(not looking)
    home.tell(*events)
    metrics.view().result(DEADLINE_S)
    taken: list[str] = []
    real = Sampler.sample

    def sample(self: Sampler, thorough: bool) -> Sample:
        taken.append("thorough" if thorough else "light")
        return real(self, thorough)

    monkeypatch.setattr(Sampler, "sample", sample)
    metrics.look(looking)
    metrics.view().result(DEADLINE_S)
    assert taken == expected


def test_an_error_is_told_once(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Sampler.sample
    monkeypatch.setattr(
        Sampler, "sample", lambda self, thorough: replace(real(self, thorough), free_disk_bytes=1_000_000)
    )
    metrics = home.start()
    for looking in (True, False, True):
        metrics.look(looking)
    alerts = metrics.view().result(DEADLINE_S).alerts
    home.bus.stop()
    assert [alert.name for alert in alerts] == ["disk"]
    assert metrics.alerts == alerts
    assert [notice.code for notice in home.told if isinstance(notice, Notice)] == ["metrics.disk"]
