"""Engines on a clock that only moves when somebody waits: a minute of stalls takes no time."""

import heapq
import itertools
import random
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from queue import Empty
from typing import Any

from voiceflow.errors import EngineError, ModelError, VoiceFlowError
from voiceflow.metrics.engine_counts import EngineCounts
from voiceflow.routing.breaker import Breaker
from voiceflow.routing.chain import Chain
from voiceflow.routing.lane import Job, Question
from voiceflow.routing.link import Link, Policy, Record
from voiceflow.routing.race import Course
from voiceflow.routing.result_cache import ResultCache
from voiceflow.routing.standing import Standing

NEVER = 1e9


class World:
    def __init__(self) -> None:
        self.now_s = 1000.0
        self._due: list[tuple[float, int, Callable[[], None]]] = []
        self._order = itertools.count()

    def clock(self) -> float:
        return self.now_s

    def after(self, delay_s: float, call: Callable[[], None]) -> None:
        heapq.heappush(self._due, (self.now_s + delay_s, next(self._order), call))

    def pass_until(self, until_s: float, enough: Callable[[], Any] = lambda: False) -> None:
        while not enough() and self._due and self._due[0][0] <= until_s:
            self.now_s, _, call = heapq.heappop(self._due)
            call()
        if not enough():
            self.now_s = until_s


class Inbox:
    def __init__(self, world: World) -> None:
        self._world = world
        self._jobs: deque[Any] = deque()

    def put(self, job: Any) -> None:
        self._jobs.append(job)

    def get(self, block: bool, timeout: float) -> Any:
        self._world.pass_until(self._world.now_s + timeout, lambda: self._jobs)
        if not self._jobs:
            raise Empty
        return self._jobs.popleft()


@dataclass(frozen=True, slots=True)
class Turn:
    """What an engine does with one question: an error or, without one, its answer after `delay_s`. `stops`: it ends
    when it is told that nobody waits any more."""

    delay_s: float = 0.1
    error: VoiceFlowError | None = None
    stops: bool = True


def failing(code: str, delay_s: float = 0.01, retry_after_s: float | None = None) -> Turn:
    error = EngineError(code, "It failed", "Mend it")
    error.retry_after_s = retry_after_s
    return Turn(delay_s, error)


GOOD = Turn()
FAULTS = {
    "refused": failing("cloud.refused"),
    "slow": Turn(25.0),
    "stalls": Turn(NEVER),
    "stuck": Turn(200.0, stops=False),
    "cut": failing("cloud.cut", 0.5),
    "401": failing("cloud.key_refused"),
    "429": failing("cloud.limited", retry_after_s=2.0),
    "429 for long": failing("cloud.limited", retry_after_s=60.0),
    "500": failing("cloud.server_failed"),
    "malformed": failing("cloud.malformed"),
    "TLS": failing("cloud.tls"),
    "DNS": failing("cloud.no_such_host"),
    "out of memory": failing("engine.out_of_memory", 1.0),
    "crash": failing("engine.crashed", 2.0),
    "no model": Turn(0.0, ModelError("models.none", "There is no model", "Install one")),
}


class SimulatedLane:
    """As `Lane`: one job after another."""

    def __init__(self, world: World, name: str, turn: Callable[[], Turn]) -> None:
        self._world, self._name, self._turn = world, name, turn
        self._waiting: deque[Job] = deque()
        self.running: Job | None = None
        self._stops = True
        self.engine: object = name
        self.asked: list[Job] = []

    @property
    def is_stuck(self) -> bool:
        return self.running is not None and self.running.is_stuck(self._world.now_s)

    def post(self, job: Job) -> None:
        self.asked.append(job)
        self._waiting.append(job)
        self._go_on()

    def give_up(self, job: Job) -> None:
        job.drop(self._world.now_s)
        if self.running is job and self._stops:
            self._world.after(0.01, lambda: self._end(job))

    def close(self) -> None:
        self._waiting.clear()

    def _go_on(self) -> None:
        while self.running is None and self._waiting:
            job = self._waiting.popleft()
            if not job.dropped:
                turn = self._turn()
                self.running, self._stops = job, turn.stops
                job.elapsed_s = turn.delay_s
                self._world.after(turn.delay_s, lambda job=job, turn=turn: self._finish(job, turn))

    def _finish(self, job: Job, turn: Turn) -> None:
        if self.running is job:
            job.error = turn.error
            job.answer = None if turn.error else (self._name, job.question)
            self._end(job)

    def _end(self, job: Job) -> None:
        if self.running is job:
            self.running = None
            if job.answer is not None or job.error is not None:
                job.done(job)
            self._go_on()


class Asked(Question):
    __slots__ = ()

    def work(self, engine: Any, job: Job) -> Any:
        raise AssertionError("the simulated lane answers")

    def stop(self, engine: Any, job: Job) -> None:
        raise AssertionError("the simulated lane stops")


@dataclass
class Simulation:
    """A chain whose engines do what `turns` say, by name, in their order; the last goes on for ever."""

    turns: dict[str, list[Turn]]
    policy: Policy = field(default_factory=Policy)
    cloud: tuple[str, ...] = ()
    cache_entries: int = 0
    seed: int = 7

    def __post_init__(self) -> None:
        self.world = World()
        self.told: list[tuple[str, str]] = []
        chance = random.Random(self.seed)
        self.links = [self._link(name, chance) for name in self.turns]
        cache = ResultCache(self.cache_entries, 600.0, self.world.clock)
        course = Course(self.policy, cache, self.world.clock, lambda: Inbox(self.world), chance)
        self.chain = Chain(self.links, course, lambda engine, reason: self.told.append((engine, reason)))

    def _link(self, name: str, chance: random.Random) -> Link:
        breaker, standing = Breaker(self.world.clock, chance), Standing(self.world.clock)
        record = Record(EngineCounts("stt", name), breaker, standing)
        return Link(name, name in self.cloud, SimulatedLane(self.world, name, lambda: self._turn(name)), record)

    def _turn(self, name: str) -> Turn:
        turns = self.turns[name]
        return turns.pop(0) if len(turns) > 1 else turns[0]

    def ask(self, size_s: float = 1.0, key: bytes | None = None) -> str:
        """The name of the engine whose answer it was."""
        name: str = self.chain.ask(Asked(size_s, key))[0]
        return name

    def link(self, name: str) -> Link:
        return next(link for link in self.links if link.name == name)

    def asked(self, name: str) -> int:
        lane = self.link(name).lane
        assert isinstance(lane, SimulatedLane)
        return len(lane.asked)
