"""Strains that grow until something gives way: where they stop, what is told of it, and small real ones."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

import pytest

from tests.bench.measured import run_of, values
from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.results import PartResult
from voiceflow.bench.run import Wishes
from voiceflow.bench.suite import Part, suite
from voiceflow.bench.suites.load.crowd import null_product
from voiceflow.bench.suites.stress import process, ramps, strains
from voiceflow.bench.suites.stress.ramps import Found, Ramp
from voiceflow.bench.suites.stress.strains import Around, Step
from voiceflow.core import Core
from voiceflow.errors import EngineError

PART = Part("users", "", lambda run: None, 1, 1)
RAMP = Ramp("users", "users", 2, 16, 1.0, "Limit: 1 s.")
WANTED: dict[str, Any] = {"first": 2, "most": 16, "limit_s": 1.0, "seconds": 60.0}


def _slow_from(users: int) -> Callable[[Any, int], Step]:
    return lambda _, size: Step(2.0 if size >= users else 0.1)


def _fails(_: Any, size: int) -> Step:
    raise EngineError("stt.broken", "It is broken", "") if size > 2 else MemoryError


@pytest.mark.parametrize(
    ("at", "sizes"),
    [
        (_slow_from(100), [2, 4, 8, 16]),
        (_slow_from(8), [2, 4, 8]),
        (lambda _, size: Step(0.1, "load.no_answer" if size == 4 else ""), [2, 4]),
        (_fails, [2]),
    ],
)
def test_a_strain_doubles_until_something_gives_way(at: Callable[[Any, int], Step], sizes: list[int]) -> None:
    assert [line["size"] for line in process._sizes(at, None, WANTED, 1e18)] == sizes  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Found([(2, 0.1, ""), (4, 1.4, "")]), "at 4 users somebody waited 1.4 s"),
        (Found([(2, 0.1, ""), (4, 0.2, "load.no_answer")]), "at 4 users: load.no_answer"),
        (Found([(16, 0.1, "")]), "16 users are borne; more were not tried, for the machine's sake"),
        (Found([(2, 0.1, "")]), "2 users are borne; there was no time for more"),
        (Found([(2, 0.1, "")], ended="crash"), "above 2 users its process ended (crash)"),
    ],
)
def test_how_it_ended_is_told_in_words(found: Found, words: str) -> None:
    assert ramps.how(RAMP, found) == words


def _recorded(tmp_path: Path, found: Found) -> PartResult:
    run = run_of("stress", PART, Wishes(Core(), tmp_path))
    ramps._record(run, RAMP, found)
    return run.into


def test_the_last_good_size_and_the_first_bad_one_are_figures(tmp_path: Path) -> None:
    sizes = [(2, 0.1, ""), (4, 0.3, ""), (8, 1.7, "")]
    into = _recorded(tmp_path, Found(sizes, [0.01, 0.011] * 5, [0.01, 0.011] * 5))
    figures = values(into)
    assert figures["bears"] == 4
    assert figures["breaks at"] == 8
    assert figures["recovery"] == pytest.approx(1.0)
    assert into.findings == []


@pytest.mark.parametrize("after_s", [[0.1, 0.11] * 5, []])
def test_a_product_that_stays_slow_or_silent_has_not_recovered(tmp_path: Path, after_s: list[float]) -> None:
    into = _recorded(tmp_path, Found([(2, 0.1, "")], [0.01, 0.011] * 5, after_s))
    assert [found.code for found in into.findings] == ["stress.no_recovery"]


@pytest.mark.parametrize(("ended", "codes"), [("crash", ["stress.no_recovery"]), ("time", [])])
def test_a_history_that_the_next_process_cannot_serve_is_a_finding_and_a_slow_machine_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ended: str, codes: list[str]
) -> None:
    def gives_nothing(*_: object) -> Any:
        raise CannotRunError("It ended before it gave anything")

    process_ = MagicMock(ended=ended, lines=gives_nothing)
    process_.__enter__.return_value = process_
    process_.__exit__.return_value = False
    monkeypatch.setattr(ramps, "Apart", lambda *_: process_)
    found = Found([(2, 0.1, "")], [0.01] * 10, ended="memory")
    monkeypatch.setattr(ramps, "climb", lambda *_: found)
    run = run_of("stress", PART, Wishes(Core(), tmp_path))
    ramps.measure(run, RAMP)
    assert [told.code for told in run.into.findings] == codes
    assert {"bears", "peak memory"} <= values(run.into).keys()


def test_a_machine_that_others_keep_busy_is_not_judged(tmp_path: Path) -> None:
    found = Found([(2, 0.1, "")], [0.01, 0.011] * 5, [0.1, 0.11] * 5, others_percent=90.0)
    into = _recorded(tmp_path, found)
    assert into.findings == []
    assert any("90 %" in note for note in into.notes)


def test_what_stays_slow_is_looked_at_three_times_and_what_is_well_once() -> None:
    looks: list[float] = []

    def slow() -> list[float]:
        looks.append(0.1)
        return [0.1] * 8

    assert process.recovered(slow, [0.01] * 8)["after"] == [0.1] * 8
    assert len(looks) == 3
    process.recovered(slow, [0.1] * 8)
    assert len(looks) == 4


def test_every_strain_is_real_and_leaves_the_product_well(tmp_path: Path) -> None:
    with null_product(tmp_path) as shared:
        around = Around(shared, tmp_path)
        with around.parts:
            for part in suite("stress").parts:
                step = getattr(strains, part.name)(around, {"pace": 200, "length": 1}.get(part.name, 2))
                assert step.error == "", part.name
                assert 0 < step.latency_s < 20
        assert len(process.small(shared)) >= process.LEAST_TURNS
