import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.benchmarks import honesty
from voiceflow.bench.calibration import python
from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.results import PartResult, Results
from voiceflow.bench.run import Run, Wishes
from voiceflow.bench.suite import Part
from voiceflow.bench.suites.regression import MEASURES, SUITE, costs, decoding
from voiceflow.bench.suites.regression.baseline import Baseline, Was, read, stored, write
from voiceflow.bench.suites.regression.compare import Make, budgets, compare
from voiceflow.bench.suites.regression.compared import tell
from voiceflow.bench.suites.regression.measure import Measure, Shape, measure
from voiceflow.core import Core
from voiceflow.errors import VoiceFlowError
from voiceflow.settings import Stt

AS_BEFORE = [1.0, 1.01, 0.99, 1.02, 0.98, 1.0]


def made(ratios: "Iterator[float]", shape: Shape | None = None, rest: float = 1.0) -> Make:
    """Costs what is told, one round after another, then `rest`."""

    @contextmanager
    def make(run: Run) -> Iterator[Measure]:
        yield Measure("rules", "All text rules", lambda: 1.0, lambda _: next(ratios, rest), shape or {})

    return make


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    baseline = tmp_path / "baseline.json"
    write(Baseline("2026-01-01", {}, {"rules": Was({}, [AS_BEFORE] * 3)}), baseline)
    with Core() as core:
        part = Part("rules", "Text rules", lambda run: None, 30, 60)
        into = PartResult("regression", "rules", "Text rules")
        wishes = Wishes(core, tmp_path, quick=True, baseline=baseline)
        yield Run(wishes, part, Results("", True, ""), into)


def test_what_is_as_before_is_told_and_nothing_is_found(run: Run) -> None:
    compare(made(iter(AS_BEFORE * 3)), run)
    change = next(figure for figure in run.into.figures if figure.name == "regression/rules/rules, change")
    assert abs(change.value) < 2
    assert change.interval
    assert change.interval[0] <= change.value <= change.interval[1]
    assert not run.into.findings


def test_what_is_slower_than_its_budget_is_found(run: Run) -> None:
    compare(made(iter(()), rest=1 + budgets()["rules"] + 0.1), run)
    assert [finding.code for finding in run.into.findings] == ["regression.slower"]
    assert "30 % slower" in run.into.findings[0].what


def test_slower_within_the_budget_is_no_finding(run: Run) -> None:
    compare(made(iter(()), rest=1 + budgets()["rules"] - 0.02), run)
    assert not run.into.findings


def test_a_change_that_is_not_sure_is_no_finding(run: Run) -> None:
    compare(made(iter([1.0, 1.6] * 8)), run)
    assert not run.into.findings


def test_what_is_slow_once_and_not_again_is_no_finding(run: Run) -> None:
    compare(made(iter([1.5] * 16), rest=1.0), run)
    assert not run.into.findings


def test_faster_is_no_finding(run: Run) -> None:
    compare(made(iter(()), rest=0.5), run)
    assert not run.into.findings


def test_a_baseline_of_another_shape_is_refused_with_the_difference(run: Run) -> None:
    assert run.wishes.baseline
    was = Was({"model": "base", "threads": 2, "beam_size": 5}, [AS_BEFORE])
    write(Baseline("2026-01-01", {}, {"rules": was}), run.wishes.baseline)
    with pytest.raises(
        CannotRunError, match=r"with model base, threads 2, not with model tiny\.en, threads 1"
    ) as refused:
        compare(made(iter(()), {"model": "tiny.en", "threads": 1, "beam_size": 5}), run)
    assert "--baseline FILE" in refused.value.cure


def test_a_measure_that_the_baseline_lacks_is_not_compared(run: Run) -> None:
    assert run.wishes.baseline
    write(Baseline("2026-01-01", {}, {}), run.wishes.baseline)
    with pytest.raises(CannotRunError, match="has no rules"):
        compare(made(iter(())), run)


@pytest.mark.parametrize("content", ["", "[]", '{"schema": 0}', '{"schema": 1, "made": ""}'])
def test_what_is_no_baseline_is_refused(tmp_path: Path, content: str) -> None:
    file = tmp_path / "baseline.json"
    file.write_text(content)
    with pytest.raises(VoiceFlowError, match=r"No baseline could be read from baseline\.json"):
        read(file)


def test_a_baseline_is_read_as_it_was_written(tmp_path: Path) -> None:
    baseline = Baseline("2026-01-01", {"cores": 2}, {"decode": Was({"threads": 1}, [[1.5, 1.25], [1.75]])})
    write(baseline, tmp_path / "baseline.json")
    assert read(tmp_path / "baseline.json") == baseline


def test_the_shipped_baseline_and_the_budgets_have_the_same_measures() -> None:
    measures = read(stored()).measures
    assert set(measures) == set(budgets())
    assert len(measures) == len(MEASURES)
    assert all(len(was.ratios) >= 3 for was in measures.values())
    json.dumps(measures["decode"].shape)


def test_no_budget_lets_a_program_pass_that_takes_half_as_long_again() -> None:
    assert max(budgets().values()) < 0.5


def test_the_quick_form_takes_a_minute_at_most() -> None:
    assert sum(part.quick_s for part in SUITE.parts) <= 60


def test_ratios_are_of_work_to_what_was_done_before_and_behind() -> None:
    calibrated = iter([1.0, 3.0, 1.0])
    told = Measure("x", "x", lambda: next(calibrated), lambda before_s: 4.0 * before_s)
    assert list(told.ratios(2, float("inf"))) == [2.0, 6.0]


def test_rounds_end_with_their_time() -> None:
    told = Measure("x", "x", lambda: 1.0, lambda _: 1.0)
    assert list(told.ratios(100, 0.0)) == [1.0]


def test_twice_the_work_has_twice_the_ratio() -> None:
    work = python()
    once, twice = measure("x", "x", python(), work), measure("x", "x", python(), lambda: (work(), work()))
    assert 1.7 < min(twice.ratios(9, float("inf"))) / min(once.ratios(9, float("inf"))) < 2.4


@pytest.mark.parametrize("make", [costs.rules, costs.listening, costs.searching])
def test_the_product_is_measured(run: Run, make: Make) -> None:
    with make(run) as told:
        assert all(0.1 < ratio < 10 for ratio in told.ratios(2, float("inf")))
        assert told.name in budgets()


@pytest.mark.parametrize(
    ("left_out", "found"), [(0, []), (5, []), (6, ["regression.not_compared"]), (10, ["regression.not_compared"])]
)
def test_a_run_that_compared_less_than_half_is_no_good_run(run: Run, left_out: int, found: list[str]) -> None:
    run.into.name = "compared"
    why = "This machine had time for 1 of the 6 rounds"
    run.results.parts += [
        PartResult("regression", name, title, skipped=why if at < left_out else "")
        for at, (name, (_, _, title)) in enumerate(MEASURES.items())
    ]
    tell(run)
    assert [finding.code for finding in run.into.findings] == found
    assert run.into.notes == [f"Not compared: {part.title} ({why})" for part in run.results.parts if part.skipped]
    assert run.into.figures[0].value == len(MEASURES) - left_out


def test_the_clean_runs_of_the_honesty_benchmark_look_at_every_measure() -> None:
    assert set(honesty.CASES["regression"].parts) == set(MEASURES)


def test_the_key_goes_up_before_a_guess_could_be_made() -> None:
    given = decoding.dictated()
    assert given.key_up_s < len(given.sound) / 16_000 - 0.8


def test_the_shipped_baseline_is_of_the_default_settings() -> None:
    shape = read(stored()).measures["decode, real model"].shape
    assert (shape["model"], shape["threads"], shape["beam_size"]) == (decoding.STARTER, 1, Stt().beam_size)


def test_a_machine_without_time_for_enough_rounds_is_told(run: Run) -> None:
    run.part = Part("rules", "Text rules", lambda run: None, 0, 0)
    with pytest.raises(CannotRunError, match="had time for 1 of the 6 rounds"):
        compare(made(iter(())), run)


def test_what_is_too_slow_for_its_time_is_found_and_not_left_out(run: Run) -> None:
    run.part = Part("rules", "Text rules", lambda run: None, 0, 0)
    compare(made(iter(()), rest=30.0), run)
    assert [finding.code for finding in run.into.findings] == ["regression.slower"]


def test_a_baseline_of_another_processor_is_told_beside_what_is_slower(run: Run) -> None:
    assert run.wishes.baseline
    write(Baseline("2026-01-01", {"processor": "Another"}, {"rules": Was({}, [AS_BEFORE])}), run.wishes.baseline)
    compare(made(iter(()), rest=2.0), run)
    assert "is of another processor (Another)" in run.into.findings[0].cure
