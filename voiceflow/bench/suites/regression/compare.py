"""A measure beside the baseline. It is slower when it surely took more than its budget allows, and then did again."""

import itertools
import time
import tomllib
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import cache
from statistics import median

from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.intervals import ratio_of_medians
from voiceflow.bench.machine import facts
from voiceflow.bench.run import Run
from voiceflow.bench.suites.regression.baseline import COMMAND, Baseline, Was, read, stored
from voiceflow.bench.suites.regression.measure import Measure, Shape
from voiceflow.paths import resources_folder

Make = Callable[[Run], AbstractContextManager[Measure]]

_ROUNDS = {True: 16, False: 48}
"""Whether it is quick."""
_LEAST_ROUNDS = 6
_MORE_S = 60.0
"""Of what is slower by far, fewer rounds fit into its time: so much longer it may take, to be found, not left out."""
_FOR_THE_FIRST = 0.6
"""Of the time; the rest is for what looks slower."""


@cache
def budgets() -> dict[str, float]:
    """By measure; how much slower it may be, as a share."""
    with (resources_folder() / "bench" / "budgets.toml").open("rb") as file:
        found: dict[str, float] = tomllib.load(file)["budgets"]
        return found


def compare(make: Make, run: Run) -> None:
    """`CannotRunError` where the baseline is of something else."""
    baseline = read(run.wishes.baseline or stored())
    with make(run) as measure:
        was = comparable(baseline, measure)
        most = 1 + budgets()[measure.name]
        allowed = most * median(itertools.chain(*was.ratios))
        rounds = [sampled(measure, run, _FOR_THE_FIRST, allowed)]
        slower = ratio_of_medians(rounds, was.ratios).low > most
        if slower:
            rounds.append(sampled(measure, run, 1.0, allowed))
            slower = ratio_of_medians(rounds[1:], was.ratios).low > most
        _tell(run, measure, rounds, baseline, slower)


def _tell(run: Run, measure: Measure, rounds: list[list[float]], baseline: Baseline, slower: bool) -> None:
    change = ratio_of_medians(rounds, baseline.measures[measure.name].ratios)
    low, high = percent(change.low), percent(change.high)
    budget = percent(1 + budgets()[measure.name])
    ratios = [ratio for each in rounds for ratio in each]
    run.record_samples(f"{measure.name} to calibration", ratios, "times", percents=(50,))
    run.record(
        f"{measure.name}, change", percent(change.value), "%", interval=(low, high), note=f"budget {budget:.0f} %"
    )
    if slower:
        run.find(
            "regression.slower",
            f"{measure.title}: {percent(change.value):.0f} % slower than the baseline ({low:.0f} to {high:.0f} %;"
            f" {budget:.0f} % are allowed)",
            f"Find the change that did it; if it is wanted, make the baseline anew: {COMMAND}{_elsewhere(baseline)}",
        )


def _elsewhere(baseline: Baseline) -> str:
    """Ratios of two processors are alike, not the same."""
    made_on = baseline.machine.get("processor")
    if made_on in (None, facts()["processor"]):
        return ""
    return f". The baseline is of another processor ({made_on}): make one here, without the change, to be sure"


def percent(ratio: float) -> float:
    return (ratio - 1) * 100


def comparable(baseline: Baseline, measure: Measure) -> Was:
    was = baseline.measures.get(measure.name)
    if was is None:
        raise CannotRunError(f"The baseline has no {measure.name}", f"Make it anew: {COMMAND}")
    if was.shape != measure.shape:
        raise CannotRunError(
            f"The baseline was measured with {_told(was.shape, measure.shape)}, not with"
            f" {_told(measure.shape, was.shape)}",
            f"Make one of your own: {COMMAND}; then: voiceflow bench regression --baseline FILE",
        )
    return was


def _told(shape: Shape, other: Shape) -> str:
    """What is different in it."""
    return ", ".join(f"{name} {value}" for name, value in shape.items() if other.get(name) != value) or "less"


def sampled(measure: Measure, run: Run, share: float, allowed: float) -> list[float]:
    """`share`: of the time that is left to the run. `allowed`: the ratio above which it is too slow."""
    until_s = time.monotonic() + share * run.left_s
    most, rounds = _ROUNDS[run.quick], list[float]()
    for ratio in measure.ratios(most, until_s):
        rounds.append(ratio)
        run.progress(len(rounds) / most * _FOR_THE_FIRST)
    if len(rounds) < _LEAST_ROUNDS and min(rounds) > allowed:
        rounds += measure.ratios(_LEAST_ROUNDS - len(rounds), time.monotonic() + _MORE_S)
    if len(rounds) < _LEAST_ROUNDS and min(rounds) <= allowed:
        raise CannotRunError(
            f"This machine had time for {len(rounds)} of the {_LEAST_ROUNDS} rounds that it takes to say anything",
            "Try again when it has less to do",
        )
    if len(rounds) < most:
        run.note(f"Cut to {len(rounds)} of {most} rounds, for there was no more time.")
    return rounds
