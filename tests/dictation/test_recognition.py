import queue
import threading
from collections.abc import Iterator

import pytest

from tests.dictation.spelled_sound import Reader, say, spoken
from voiceflow.dictation.proving import Prover
from voiceflow.dictation.recognition import Answer, Recognition
from voiceflow.engines.stt.contract import DecodeOptions, DecodeRequest
from voiceflow.errors import EngineError, ModelError
from voiceflow.events import ModelChanged
from voiceflow.machine import Machine

DEADLINE_S = 10


class Context:
    """`settings_file.StateFile` without a file; tells when something was counted."""

    def __init__(self) -> None:
        self.counted: queue.Queue[dict] = queue.Queue()

    def get(self, name: str, default=None):
        return default

    def set(self, name: str, value: dict) -> None:
        self.counted.put(value)


class Desk:
    """Recognition with its answers and its reports in queues. The machine is as busy as `busy_percent`."""

    def __init__(self) -> None:
        self.reader = Reader()
        self.loads = 0
        self.load_error: Exception | None = None
        self.may_load = threading.Event()
        self.may_load.set()
        self.reports: queue.Queue[ModelChanged] = queue.Queue()
        self.answers: queue.Queue[Answer] = queue.Queue()
        self.context = Context()
        self.busy_percent = 0.0
        self.looks = 0
        self.looked = threading.Semaphore(0)
        machine = Machine(lambda: False, self._cpu_times_s)
        prover = Prover(self.context, idle_s=0.01, pause_s=0.01)
        self.recognition = Recognition(self._load, self.reports.put, machine, prover)

    def _cpu_times_s(self) -> tuple[float, float]:
        self.looks += 1
        self.looked.release()
        return self.looks * self.busy_percent / 100, float(self.looks)

    def _load(self) -> Reader:
        self.loads += 1
        assert self.may_load.wait(DEADLINE_S)
        if self.load_error:
            raise self.load_error
        return self.reader

    def ask(self, *numbers: int, early: bool = False):
        request = DecodeRequest(say(*numbers), DecodeOptions())
        return self.recognition.decode(request, early, self.answers.put)

    def dictate(self) -> None:
        """Long enough to be compared later."""
        self.recognition.decode(DecodeRequest(say(*range(1, 9)), DecodeOptions()), False, self.answers.put)
        assert self.answer().hypothesis

    def answer(self) -> Answer:
        return self.answers.get(timeout=DEADLINE_S)

    def report(self) -> ModelChanged:
        return self.reports.get(timeout=DEADLINE_S)


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk()
    desk.recognition.start()
    yield desk
    desk.may_load.set()
    desk.recognition.stop()


def test_the_model_is_loaded_once_and_told_of(desk):
    desk.recognition.prepare()
    desk.ask(1)
    assert desk.answer().hypothesis.text == spoken([1])
    assert [desk.report().state, desk.report().state] == ["loading", "loaded"]
    assert desk.loads == 1


def test_what_is_asked_while_the_model_loads_waits(desk):
    desk.may_load.clear()
    desk.recognition.prepare()
    desk.ask(1)
    desk.ask(2)
    desk.may_load.set()
    assert [desk.answer().hypothesis.text, desk.answer().hypothesis.text] == ["w1", "w2"]


def test_a_dropped_decode_is_not_made(desk):
    desk.may_load.clear()
    desk.ask(1).drop()
    desk.ask(2)
    desk.may_load.set()
    assert desk.answer() == Answer()
    assert desk.answer().hypothesis.text == "w2"
    assert len(desk.reader.requests) == 1


class Stoppable(Reader):
    """Works on a request until it is stopped; without one, not at all."""

    def __init__(self, *stops: bool) -> None:
        super().__init__()
        self.began = threading.Semaphore(0)
        self.stops = 0
        self._endless = list(stops)
        self._stopped = threading.Event()

    def decode(self, request: DecodeRequest):
        self.began.release()
        if self._endless.pop(0):
            assert self._stopped.wait(DEADLINE_S)
            raise EngineError("stt.stopped", "The decode was stopped")
        return super().decode(request)

    def stop(self) -> None:
        self.stops += 1
        self._stopped.set()


def test_a_decode_that_runs_is_stopped_when_it_is_dropped(desk):
    desk.reader = Stoppable(True, False)
    ticket = desk.ask(1)
    desk.ask(2)
    assert desk.reader.began.acquire(timeout=DEADLINE_S)
    ticket.drop()
    assert desk.answer() == Answer()
    assert desk.answer().hypothesis.text == "w2"


def test_a_decode_dropped_too_late_stops_no_other(desk):
    desk.reader = Stoppable(False, False)
    ticket = desk.ask(1)
    assert desk.answer().hypothesis.text == "w1"
    desk.ask(2)
    assert desk.answer()
    ticket.drop()
    assert desk.reader.stops == 0


def test_early_decodes_are_only_made_by_engines_that_build_on_them(desk):
    desk.reader.incremental = False
    desk.ask(1, early=True)
    desk.ask(2)
    assert desk.answer().hypothesis is None
    assert desk.answer().hypothesis.text == "w2"


def test_a_load_that_fails_is_answered_with_its_cure_and_tried_again_with_the_next_dictation(desk):
    desk.load_error = ModelError("models.missing", "The model is missing", "voiceflow models install base")
    desk.recognition.prepare()
    desk.ask(1)
    assert desk.answer().error.code == "models.missing"
    assert desk.loads == 1
    desk.load_error = None
    desk.recognition.prepare()
    desk.ask(1)
    assert desk.answer().hypothesis.text == "w1"


def test_a_foreign_error_becomes_one_of_ours(desk):
    desk.reader.failures = [ValueError("the engine's own words")]
    desk.ask(1)
    error = desk.answer().error
    assert error.code == "stt.broken"
    assert "own words" not in str(error)


def test_unload_gives_the_model_back_and_the_next_decode_loads_again(desk):
    desk.ask(1)
    desk.recognition.unload()
    assert desk.answer().hypothesis
    assert [desk.report().state for _ in range(3)] == ["loading", "loaded", "unloaded"]
    assert desk.reader.closed
    desk.ask(2)
    assert desk.answer().hypothesis
    assert desk.loads == 2


def test_another_model_takes_over_after_what_was_asked_before(desk):
    other = Reader(language="de")
    desk.ask(1)
    desk.recognition.use(lambda: other)
    desk.ask(2)
    assert [desk.answer().hypothesis.language, desk.answer().hypothesis.language] == ["en", "de"]


def test_stop_decodes_what_is_waiting_and_closes_the_model():
    desk = Desk()
    desk.recognition.start()
    desk.ask(1)
    desk.recognition.stop()
    assert desk.answers.get_nowait().hypothesis.text == "w1"
    assert desk.reader.closed


def test_an_answer_says_how_long_it_took(desk):
    desk.ask(1)
    assert 0 < desk.answer().work_s < DEADLINE_S


def test_what_was_said_is_decoded_again_in_full_while_nobody_waits(desk):
    desk.reader.context_frames = 500
    desk.dictate()
    assert desk.context.counted.get(timeout=DEADLINE_S)["words"]
    assert [request.options.full_context for request in desk.reader.requests] == [False, False, True]


def test_nothing_is_decoded_again_where_the_context_is_whole(desk):
    desk.dictate()
    desk.recognition.stop()
    assert len(desk.reader.requests) == 1


def test_nothing_is_decoded_again_on_a_busy_machine(desk):
    desk.reader.context_frames = 500
    desk.busy_percent = 60
    desk.dictate()
    for _ in range(10):
        assert desk.looked.acquire(timeout=DEADLINE_S)
    assert len(desk.reader.requests) == 1
    desk.busy_percent = 0
    assert desk.context.counted.get(timeout=DEADLINE_S)


def test_a_model_that_was_unloaded_is_not_loaded_to_compare(desk):
    desk.reader.context_frames = 500
    desk.dictate()
    desk.recognition.unload()
    desk.recognition.stop()
    assert desk.loads == 1
    assert desk.reader.closed


def test_a_dictation_that_begins_does_not_wait_for_a_comparison(desk):
    desk.reader = Stoppable(False, True, False, False, False)
    desk.reader.context_frames = 500
    desk.dictate()
    for _ in range(2):
        assert desk.reader.began.acquire(timeout=DEADLINE_S)
    desk.recognition.prepare()
    desk.ask(3)
    assert desk.answer().hypothesis.text == "w3"
    assert desk.reader.stops == 1
    assert desk.context.counted.get(timeout=DEADLINE_S)["words"], "it is made up for later"


def test_a_comparison_that_fails_is_left_out(desk):
    class NeverInFull(Reader):
        def decode(self, request: DecodeRequest):
            if request.options.full_context:
                failed.set()
                raise EngineError("stt.decode_failed", "Recognition failed")
            return super().decode(request)

    failed = threading.Event()
    desk.reader = NeverInFull()
    desk.reader.context_frames = 500
    desk.dictate()
    assert failed.wait(DEADLINE_S)
    desk.ask(1)
    assert desk.answer().hypothesis.text == "w1"
    assert desk.context.counted.empty()


def test_the_backlog_is_what_was_asked_for_and_is_not_answered(desk):
    desk.may_load.clear()
    desk.recognition.prepare()
    desk.ask(1)
    assert desk.recognition.backlog == 2
    desk.may_load.set()
    desk.answer()
    desk.recognition.stop()
    assert desk.recognition.backlog == 0
