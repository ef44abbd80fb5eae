"""Engines asked in the order that the user named, and in the order that was measured."""

import itertools
import random
import time
from dataclasses import dataclass, field
from functools import partial
from statistics import fmean

from voiceflow.bench.run import Run
from voiceflow.bench.scripted_engines import Timed, chain, noise, routes
from voiceflow.bench.suite import Part
from voiceflow.settings import Routing

MEDIANS_S = (0.020, 0.025, 0.030)
_SPREAD = 0.15
_PAUSE_S = 0.045
"""Between two questions, in which another engine may be tried: longer than the slowest takes."""
_WHEN_KNOWN = 0.5

Order = tuple[float, ...]


@dataclass(slots=True)
class Answered:
    """By the order that was named, in the order of the questions."""

    times_s: dict[Order, list[float]] = field(default_factory=dict)

    def mean_s(self, share: float) -> float:
        """Of the last so many of each."""
        return fmean(fmean(times[int(len(times) * (1 - share)) :]) for times in self.times_s.values())


def ask(order: Order, wishes: Routing, seed: int, until_s: float) -> list[float]:
    """Until `until_s` of the monotonic clock, at least one question."""
    engines = [Timed(f"{each * 1e3:g} ms", _durations(each, seed + place)) for place, each in enumerate(order)]
    times_s: list[float] = []
    with chain(engines, routes(wishes)) as recognizer:
        while not times_s or time.monotonic() < until_s:
            begun_s = time.perf_counter()
            recognizer.decode(noise(0.1))
            times_s.append(time.perf_counter() - begun_s)
            time.sleep(_PAUSE_S)
    return times_s


def _durations(median_s: float, seed: int) -> "itertools.starmap[float]":
    chance = random.Random(seed)
    return itertools.starmap(lambda: median_s * chance.lognormvariate(0, _SPREAD), itertools.repeat(()))


def measure(run: Run) -> None:
    found = {"fixed": Answered(), "measured": Answered()}
    until_s = time.monotonic() + 0.85 * run.budget_s

    def work(order: Order, how: str, seed: int) -> None:
        found[how].times_s[order] = ask(order, Routing(order=how, cache_entries=0), seed, until_s)

    run.at_once(
        partial(work, order, how, run.wishes.seed + 10 * number)
        for number, order in enumerate(itertools.permutations(MEDIANS_S))
        for how in found
    )
    _record(run, found["fixed"], found["measured"])


def _record(run: Run, named: Answered, measured: Answered) -> None:
    known, fixed = (answered.mean_s(_WHEN_KNOWN) for answered in (measured, named))
    half = "in the second half of the questions"
    run.record("as named, mean", fixed * 1e3, "ms", note=half)
    run.record("as measured, mean", known * 1e3, "ms", note=half)
    run.record("ordering by speed gains", 100 * (1 - known / fixed), "%", note=f"of the mean, {half}")
    learning = 100 * (1 - measured.mean_s(1.0) / named.mean_s(1.0))
    run.record("with the learning", learning, "%", note="of the mean, from the first question on")
    each = ", ".join(f"{each * 1e3:g}" for each in MEDIANS_S)
    questions = min(map(len, measured.times_s.values()))
    run.note(
        f"Three engines that take {each} ms, named in every order of the three, {questions} questions each. What is "
        "won depends on how unlike the engines are; nothing is known of them at first."
    )


PARTS = (Part("ordering", "Who is asked first", measure, 5, 15),)
