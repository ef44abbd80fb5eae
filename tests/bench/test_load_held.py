"""What other callers wait while speech is recognized, with a recognizer that takes its time."""

import itertools
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from voiceflow import autostart
from voiceflow.bench.results import PartResult, Results
from voiceflow.bench.run import Run, Wishes, quiet
from voiceflow.bench.scripted_engines import Timed
from voiceflow.bench.suite import Part
from voiceflow.bench.suites.load.crowd import vowel
from voiceflow.bench.suites.load.held import Wait, report, waits
from voiceflow.core import Core
from voiceflow.engines.stt.contract import DecodeRequest, Hypothesis
from voiceflow.errors import HistoryError
from voiceflow.paths import Paths
from voiceflow.settings import Settings, Ui

RECOGNITION_S, MOMENT_S = 0.3, 0.02


class Holding(Timed):
    """Holds locks of the product while it works, which a second of sound takes it long enough."""

    def __init__(self, *locks: Any) -> None:
        super().__init__("holding", ())
        self._locks = locks

    def decode(self, request: DecodeRequest) -> Hypothesis:
        self._times_s = itertools.repeat(RECOGNITION_S if len(request.pcm) >= 16_000 else MOMENT_S)
        with ExitStack() as held:
            for lock in self._locks:
                held.enter_context(lock)
            return super().decode(request)


class Telling(Holding):
    """Tells while it recognizes a second of sound."""

    def __init__(self, recognizing: threading.Event) -> None:
        super().__init__()
        self._recognizing = recognizing

    def decode(self, request: DecodeRequest) -> Hypothesis:
        self._recognizing.set()
        try:
            return super().decode(request)
        finally:
            self._recognizing.clear()


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    with Core(Paths(*[tmp_path] * 5), quiet(Settings())) as core:
        yield core


def _run(scratch: Path) -> Run:
    part, into = Part("held", "", lambda run: None, 1, 1), PartResult("load", "held", "")
    return Run(Wishes(Core(), scratch), part, Results("", True, ""), into)


def _found(core: Core, *locks: Any) -> list[Wait]:
    return waits(core, lambda: Holding(*locks), vowel(1.0), rounds=3)


def test_nobody_waits_for_a_recognizer_that_holds_nothing(core: Core) -> None:
    assert [wait.operation for wait in _found(core) if wait.is_held] == []


def test_a_changed_setting_leaves_the_users_start_at_login_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    followed: list[bool] = []
    monkeypatch.setattr(autostart, "follow", followed.append)
    with Core(Paths(*[tmp_path] * 5), quiet(Settings(ui=Ui(start_at_login=True)))) as core:
        core.change("history.key_storage", "file")
    assert followed == []


def test_whoever_needs_a_lock_that_is_held_is_found(core: Core) -> None:
    found = _found(core, core.routes._lock, core.history._readers._changed, core.speech._lock)
    held = {wait.operation for wait in found if wait.is_held}
    assert held >= {"the routes", "a history read", "a history search", "speech output"}
    assert held.isdisjoint({"an event", "the rules", "a history write"})


@pytest.mark.parametrize(
    ("waits_s", "held"),
    [
        ([0.95, 1.0, 1.01], True),
        ([0.8, 0.95, 1.0], True),
        ([0.01, 1.0, 1.0], False),
        ([0.01, 0.02, 1.0], False),
        ([0.8, 0.8, 1.0], False),
    ],
)
def test_one_long_wait_is_the_machine_and_the_same_in_every_round_a_lock(waits_s: list[float], held: bool) -> None:
    assert Wait("status", 0.01, waits_s, [1.0] * 3).is_held is held


def test_an_operation_that_fails_is_told_as_that_and_not_as_held_by_a_lock(
    core: Core, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recognizing = threading.Event()
    describe = core.describe

    def failing() -> object:
        if recognizing.is_set():
            raise HistoryError("history.full", "The disk is full", "Make room")
        return describe()

    monkeypatch.setattr(core, "describe", failing)
    run = _run(tmp_path)
    report(run, waits(core, lambda: Telling(recognizing), vowel(1.0), rounds=3))
    (found,) = run.into.findings
    assert found.code == "load.failed_operation"
    assert found.what.startswith("status failed 3 times") and "history.full: The disk is full" in found.what
    assert not [figure.name for figure in run.into.figures if "/status " in figure.name]


def test_the_users_model_is_loaded_once(core: Core) -> None:
    loaded: list[Holding] = []

    def load() -> Holding:
        loaded.append(Holding())
        return loaded[-1]

    waits(core, load, vowel(1.0), rounds=1)
    assert len(loaded) == 1


def test_what_takes_as_long_without_a_recognition_is_no_lock() -> None:
    assert not Wait("status", 0.9, [1.0] * 3, [1.0] * 3).is_held


def test_a_lock_is_a_finding_with_its_cure(tmp_path: Path) -> None:
    run = _run(tmp_path)
    report(run, [Wait("status", 0.01, [0.95] * 3, [1.0] * 3), Wait("metrics", 0.01, [0.01] * 3, [1.0] * 3)])
    (found,) = run.into.findings
    assert found.code == "load.held_lock"
    assert found.what.startswith("status waited 0.95 s of the 1.00 s")
    assert "lock" in found.cure
