"""An engine that fails, rests and comes back, with the rests skipped: the clock of its breaker goes ahead."""

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import repeat

from voiceflow.bench.run import Run
from voiceflow.bench.scripted_engines import Timed, noise
from voiceflow.bench.suite import Part
from voiceflow.engines.stt.contract import Recognizer
from voiceflow.errors import EngineError, VoiceFlowError
from voiceflow.metrics.engine_counts import EngineCounts
from voiceflow.routing.breaker import Breaker
from voiceflow.routing.chain import Chain
from voiceflow.routing.lane import Lane
from voiceflow.routing.link import Link, Policy, Record
from voiceflow.routing.race import Course
from voiceflow.routing.result_cache import ResultCache
from voiceflow.routing.standing import Standing
from voiceflow.routing.stt import ChainedRecognizer

_CRASH = EngineError("engine.crashed", "It crashed", "Try again")
_RESTS = 8
_STEP_S = 0.25
_LONGEST_S = 3_600.0


class Ahead:
    """The monotonic clock, and what was skipped."""

    def __init__(self) -> None:
        self.skipped_s = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self.skipped_s


class Watched:
    """A chain of two as the app has it, and what became of its questions."""

    def __init__(self, recognizer: Recognizer, first: Timed, breaker: Breaker, clock: Ahead) -> None:
        self._recognizer, self.first, self.breaker, self.clock = recognizer, first, breaker, clock
        self.asked = self.lost = 0

    def ask(self) -> str:
        """Who answered; empty: nobody."""
        self.asked += 1
        try:
            return self._recognizer.decode(noise(0.1)).text.rpartition(" ")[2]
        except VoiceFlowError:
            self.lost += 1
            return ""

    def rest_s(self) -> float:
        """Skips the rest; how long it was."""
        begun_s = self.clock.skipped_s
        while self.breaker.state == "open" and self.clock.skipped_s - begun_s < _LONGEST_S:
            self.clock.skipped_s += _STEP_S
        return self.clock.skipped_s - begun_s


@contextmanager
def watched(seed: int) -> Iterator[Watched]:
    clock = Ahead()
    first, second = Timed("first", repeat(0.0), _CRASH), Timed("second", repeat(0.0))
    breakers = [Breaker(clock, random.Random(seed + place)) for place in range(2)]
    links = [
        Link(
            engine.name,
            False,
            Lane(engine.name, engine.load, lambda _: None),
            Record(EngineCounts("stt", engine.name), breaker, Standing(time.time)),
        )
        for engine, breaker in zip((first, second), breakers, strict=True)
    ]
    recognizer = ChainedRecognizer(Chain(links, Course(Policy(), ResultCache(0, 0.0, clock), clock), _untold))
    try:
        yield Watched(recognizer, first, breakers[0], clock)
    finally:
        recognizer.close()


def _untold(engine: str, reason: str) -> None:
    """Nobody listens."""


def measure(run: Run) -> None:
    with watched(run.wishes.seed) as chain:
        opened_after = _until_open(chain)
        rests_s = []
        for number in range(_RESTS):
            rests_s.append(chain.rest_s())
            if number < _RESTS - 1:
                chain.ask()  # the question on trial fails, too
            run.progress(number / _RESTS)
        chain.first.error = None
        trials = _until_back(chain)
        asked_while_open = _asked_while_open(run.wishes.seed)
    run.record("failures until it rests", opened_after, "questions")
    run.record("first rest", rests_s[0], "s")
    run.record("longest rest", max(rests_s), "s", note=f"after {_RESTS} failed trials; each rest is twice the last")
    run.record("calls to an engine that rests", asked_while_open, "calls", note="of 100 questions")
    run.record("questions until it answers again", trials, "questions", note="after its rest, when it is well")
    run.record("questions without an answer", chain.lost, "questions", note=f"of {chain.asked}")
    if chain.lost or trials > 1 or asked_while_open:
        run.find("routing.breaker", "An engine's rest costs words, or never ends", "Report it with this report")
    run.plot_lines(
        "Rests of an engine that keeps failing", "rest", "s", {"rest": ([*map(float, range(1, 9))], rests_s)}
    )


def _until_open(chain: Watched) -> int:
    while chain.breaker.state == "closed" and chain.asked < 100:
        chain.ask()
    return chain.asked


def _until_back(chain: Watched) -> int:
    return next((number for number in range(1, 100) if chain.ask() == "first"), 100)


def _asked_while_open(seed: int) -> int:
    with watched(seed) as chain:
        _until_open(chain)
        calls = chain.first.calls
        for _ in range(100):
            chain.ask()
        return chain.first.calls - calls


PARTS = (Part("breaker", "An engine that fails, rests and comes back", measure, 1, 1),)
