"""What is told of many users, by the lines that their process gives."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Self

import pytest

from tests.bench.measured import run_of, values
from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.run import Run, Wishes
from voiceflow.bench.suite import Part
from voiceflow.bench.suites.load import processes, users
from voiceflow.bench.suites.load.apart import Line
from voiceflow.core import Core

MB = 1_000_000


def _level(count: int, latency_s: float = 0.01, asked: int = 0) -> Line:
    told = {
        "users": count,
        "elapsed_s": 2.0,
        "cpu_s": 0.5,
        "latencies_s": [latency_s] * count,
        "look_ups_s": [0.01] * count,
        "success": 100.0,
        "errors": {},
        "per_s": count / 2,
        "fairness": 1.0,
        "asked": asked or count,
        "writes_waiting": 3,
    }
    return Line(told, 80 * MB, (80 + count) * MB)


def _process(lines: list[Line], ended: str = "") -> Callable[..., Any]:
    class Gives:
        def __init__(self, *_: object) -> None:
            self.ended = ended

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None: ...

        def lines(self, between: Callable[[], None]) -> Iterator[Line]:
            between()
            yield from lines

    return Gives


@pytest.fixture
def run(tmp_path: Path) -> Run:
    part = Part("users", "", lambda run: None, 30, 60)
    return run_of("load", part, Wishes(Core(), tmp_path, quick=True))


def test_all_users_give_the_figures_that_others_have_published(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [Line({"ready": True}, 80 * MB, 80 * MB), *map(_level, users.USERS)]
    monkeypatch.setattr(users, "Apart", _process(lines))
    users.measure_users(run)
    figures = values(run.into)
    assert figures["100 users success"] == 100
    assert figures["100 users memory"] == figures["peak memory"] == 180
    assert figures["50 users memory"] == 130
    assert figures["memory per session"] == pytest.approx(1.0)
    assert figures["100 users latency p99"] == pytest.approx(10.0)
    assert figures["processor"] == figures["100 users processor"] > 0
    assert [plot.title for plot in run.into.plots] == ["Latency by users", "Throughput by users", "Memory by users"]


def test_a_load_that_was_not_reached_is_no_figure_of_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [Line({"ready": True}, 80 * MB, 80 * MB), _level(5), _level(10)]
    monkeypatch.setattr(users, "Apart", _process(lines, "time"))
    users.measure_users(run)
    assert {"processor", "peak memory", "memory per session"}.isdisjoint(values(run.into))
    assert any("Ended before 100 users (time)" in note for note in run.into.notes)


def test_slow_texts_are_told_with_the_writes_that_wait(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [Line({"ready": True}, 80 * MB, 80 * MB), *(_level(count, count / 100) for count in users.USERS)]
    monkeypatch.setattr(users, "Apart", _process(lines))
    users.measure_users(run)
    assert any(note.startswith("From 100 users on") and "3 writes" in note for note in run.into.notes)


def test_quick_says_that_it_is_shortened(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(users, "Apart", _process([_level(15)] * 10))
    users.measure_sustained(run)
    assert values(run.into)["duration"] == 20
    assert any("instead of 10 minutes" in note for note in run.into.notes)


def test_a_machine_too_busy_to_serve_each_user_once_gives_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(users, "Apart", _process([_level(15, asked=1)]))
    with pytest.raises(CannotRunError):
        users.measure_sustained(run)


def test_no_level_is_begun_when_the_time_is_over() -> None:
    wanted = {"users": [5, 10], "seconds": 1.0, "until_s": 0.0}
    assert list(processes._one_after_the_other(None, lambda draw: None, wanted)) == []  # type: ignore[arg-type,return-value]
