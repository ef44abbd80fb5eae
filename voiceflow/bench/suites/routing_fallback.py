"""The first engine fails, and the second one answers: how much later than it would have by itself."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import repeat

from voiceflow.bench.run import Run
from voiceflow.bench.scripted_engines import Timed, chain, noise, routes
from voiceflow.bench.suite import Part
from voiceflow.engines.stt.contract import Recognizer
from voiceflow.errors import EngineError, ModelError, VoiceFlowError
from voiceflow.routing.breaker import FAILURES
from voiceflow.settings import Routing

_ANSWERS_S = 0.020
_DEADLINE_S = 1
_NEVER_S = 600.0
_LEAST, _MOST = 2, 50

MakeFirst = Callable[[], Timed]


class Unloadable(Timed):
    """Its model is not there."""

    def load(self, model: str = "") -> Recognizer:
        raise ModelError("models.none", "There is no model", "Install one")


@dataclass(frozen=True, slots=True)
class Case:
    """`more_s`: what the chain waits for on purpose."""

    name: str
    first: MakeFirst
    share: float
    more_s: float = 0.0


def failing(error: VoiceFlowError | None = None, after_s: float = 0.0) -> Timed:
    return Timed("first", repeat(after_s), error or EngineError("engine.crashed", "It crashed", "Try again"))


CASES = (
    Case("fails at once", failing, 0.15),
    Case("fails after 50 ms", lambda: failing(after_s=0.05), 0.25, 0.05),
    Case("has no model", lambda: Unloadable("first", repeat(0.0)), 0.15),
    Case("stalls", lambda: Timed("first", repeat(_NEVER_S)), 0.45, float(_DEADLINE_S)),
)


def measure(run: Run) -> None:
    wishes = Routing(deadline_s=_DEADLINE_S, deadline_per_s=0.0, cache_entries=0)
    for case in CASES:
        until_s = time.monotonic() + 0.85 * case.share * run.budget_s
        samples: list[float] = []
        while len(samples) < _LEAST or (len(samples) < _MOST and time.monotonic() < until_s):
            samples.append(later_ms(case, wishes))
            run.progress(run.spent)
        run.record_samples(f"the first {case.name}", samples, "ms", (50, 95))
    run.record_samples("the first rests", _resting_ms(wishes), "ms", (50, 95))
    run.note(
        f"Until the second engine's words are there, less the {_ANSWERS_S * 1e3:g} ms that it takes, the time until "
        f"the first fails, and the deadline, which is {_DEADLINE_S} s here; with the settings as they come it is 10 s, "
        "and 2 s for each second of sound. Every question is the first one that its chain is asked."
    )


def later_ms(case: Case, wishes: Routing) -> float:
    """`AssertionError` where words were lost, which is a fault of the chain."""
    second, request = Timed("second", repeat(_ANSWERS_S)), noise(0.2)
    begun_s = time.perf_counter()
    with chain([case.first(), second], routes(wishes)) as recognizer:
        if case.name != "has no model":  # there loading is what fails
            begun_s = time.perf_counter()
        heard = recognizer.decode(request)
        took_s = time.perf_counter() - begun_s
    assert heard.text == "heard by second"
    return (took_s - _ANSWERS_S - case.more_s) * 1e3


def _resting_ms(wishes: Routing) -> list[float]:
    """An engine that has failed often enough is not asked."""
    with _rested(wishes) as (recognizer, first):
        calls, samples = first.calls, []
        for _ in range(10):
            begun_s = time.perf_counter()
            recognizer.decode(noise(0.2))
            samples.append((time.perf_counter() - begun_s - _ANSWERS_S) * 1e3)
        assert first.calls == calls
    return samples


@contextmanager
def _rested(wishes: Routing) -> Iterator[tuple[Recognizer, Timed]]:
    first, second = failing(), Timed("second", repeat(_ANSWERS_S))
    with chain([first, second], routes(wishes)) as recognizer:
        for _ in range(FAILURES):
            recognizer.decode(noise(0.2))
        yield recognizer, first


PARTS = (Part("fallback", "The first engine cannot", measure, 5, 20),)
