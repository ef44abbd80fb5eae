"""An engine that stalls now and then, with a second one asked beside it and without."""

import random
import threading
import time
from dataclasses import dataclass, field
from functools import partial
from statistics import median

from voiceflow.bench.run import Run
from voiceflow.bench.scoring import percentile
from voiceflow.bench.scripted_engines import Timed, chain, noise, routes
from voiceflow.bench.suite import Part
from voiceflow.routing.routes import Routes
from voiceflow.settings import Routing

STALLS, TIMES_MEDIAN, MEDIAN_S = 0.03, 20, 0.03
_SPREAD = 0.15
"""Of what a call takes, log-normal: as recognizers do, some calls take a third longer than others."""
_CHAINS = 6
"""At work at the same time, of each kind: they wait, and use no processor."""
_MOST_CALLS = 400
_UNTIL_KNOWN = 25


@dataclass(slots=True)
class Asked:
    """`calls`: of all engines."""

    times_s: list[float] = field(default_factory=list)
    calls: int = 0


def durations(median_s: float, calls: int, stalls: float, seed: int) -> list[float]:
    chance = random.Random(seed)
    return [
        median_s * chance.lognormvariate(0, _SPREAD) * (TIMES_MEDIAN if chance.random() < stalls else 1)
        for _ in range(calls)
    ]


def ask(hedge: bool, calls: int, seed: int, until_s: float = float("inf"), known: Routes | None = None) -> Asked:
    """One question after another, until `until_s` of the monotonic clock. `known`: of engines that were asked before,
    with its own wish to hedge; of others nobody knows yet how long they usually take, and the first twenty questions
    have no second."""
    first = Timed("first", durations(MEDIAN_S, calls, STALLS, seed))
    second = Timed("second", durations(MEDIAN_S, calls, 0.0, seed + 1000))
    asked, request = Asked(), noise(1.0)
    with chain([first, second], known or routes(_wishes(hedge))) as recognizer:
        while len(asked.times_s) < calls and time.monotonic() < until_s:
            begin_s = time.perf_counter()
            recognizer.decode(request)
            asked.times_s.append(time.perf_counter() - begin_s)
    asked.calls = first.calls + second.calls
    return asked


def _wishes(hedge: bool) -> Routing:
    return Routing(hedge=hedge, cache_entries=0)


def measure(run: Run) -> None:
    found = {False: Asked(), True: Asked()}
    known = routes(_wishes(True))
    ask(True, _UNTIL_KNOWN, run.wishes.seed, known=known)
    lock, until_s = threading.Lock(), time.monotonic() + 0.85 * run.left_s

    def work(hedge: bool, seed: int) -> None:
        asked = ask(hedge, _MOST_CALLS, seed, until_s, known if hedge else None)
        with lock:
            found[hedge].times_s += asked.times_s
            found[hedge].calls += asked.calls

    run.at_once(partial(work, hedge, run.wishes.seed + seed) for seed in range(_CHAINS) for hedge in found)
    _record(run, found[False], found[True])


def _record(run: Run, without: Asked, hedged: Asked) -> None:
    for name, asked in (("without a second", without), ("with a second", hedged)):
        run.record_samples(name, [each * 1e3 for each in asked.times_s], "ms", (50, 95, 99))
    better = percentile(without.times_s, 99) / percentile(hedged.times_s, 99)
    run.record("p99 falls", better, "times", note=f"{len(without.times_s):,} and {len(hedged.times_s):,} questions")
    run.record("more calls", 100 * (hedged.calls / len(hedged.times_s) - 1), "%", note="asked of the second engine")
    percents = [50.0, 75.0, 90.0, 95.0, 97.0, 98.0, 99.0, 99.5]
    run.plot_lines(
        "Latency with and without hedging",
        "percentile",
        "ms",
        {
            name: (percents, [percentile(asked.times_s, each) * 1e3 for each in percents])
            for name, asked in (("without", without), ("with", hedged))
        },
    )
    run.note(
        f"The first engine takes {MEDIAN_S * 1e3:g} ms, and {TIMES_MEDIAN} times that in {STALLS:.0%} of the calls; "
        f"the second never stalls. Median measured without hedging: {median(without.times_s) * 1e3:.0f} ms."
    )


PARTS = (Part("hedging", "A second engine beside one that stalls", measure, 5, 30),)
