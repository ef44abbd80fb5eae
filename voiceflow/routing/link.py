"""One engine of a chain: what is known of it, and its thread."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from voiceflow.metrics.engine_counts import EngineCounts
from voiceflow.routing.breaker import Breaker
from voiceflow.routing.failures import Failure
from voiceflow.routing.lane import Job
from voiceflow.routing.standing import Standing, units


class Works(Protocol):
    """A `Lane`, or what stands for one on a simulated clock."""

    engine: Any

    @property
    def is_stuck(self) -> bool: ...
    def post(self, job: Job) -> None: ...
    def give_up(self, job: Job) -> None: ...
    def close(self) -> None: ...


class Record:
    """What is known of an engine, from one chain to the next. Any thread."""

    __slots__ = ("_lock", "breaker", "counts", "standing")

    def __init__(self, counts: EngineCounts, breaker: Breaker, standing: Standing) -> None:
        self.counts, self.breaker, self.standing = counts, breaker, standing
        self._lock = threading.Lock()

    def may_ask(self) -> bool:
        """As `Breaker.allows`."""
        breaker = self.breaker
        if breaker.last is None:
            return True
        with self._lock:
            return breaker.allows()

    def answered(self, job: Job) -> None:
        with self._lock:
            self.breaker.succeeded()
            if job.question.measured:
                self.counts.answered += 1
                self.counts.hedges_won += job.is_hedge
                self.standing.answered(job.elapsed_s / units(job.question.size_s))

    def tried(self, job: Job) -> None:
        """Answered when nobody waited for it."""
        with self._lock:
            self.standing.answered(job.elapsed_s / units(job.question.size_s))

    def failed(self, failure: Failure, measured: bool = True) -> None:
        with self._lock:
            self.counts.failed += 1
            self.breaker.failed(failure)
            if measured:
                self.standing.failed()

    def too_slow(self, failure: Failure, unit_s: float) -> None:
        with self._lock:
            self.counts.failed += 1
            self.counts.too_slow += 1
            self.breaker.failed(failure)
            self.standing.failed()
            self.standing.outrun(unit_s)

    def outrun(self, unit_s: float) -> None:
        with self._lock:
            self.breaker.gave_up()
            self.standing.outrun(unit_s)

    def gave_up(self) -> None:
        """The question ended without telling anything of this engine."""
        with self._lock:
            self.breaker.gave_up()

    def forgive(self) -> None:
        """What it failed for may be mended."""
        with self._lock:
            self.breaker.succeeded()

    def from_cache(self) -> None:
        with self._lock:
            self.counts.cached += 1
            self.breaker.gave_up()

    def count(self, name: str) -> None:
        with self._lock:
            setattr(self.counts, name, getattr(self.counts, name) + 1)


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    name: str
    is_cloud: bool
    lane: Works
    record: Record


@dataclass(frozen=True, slots=True)
class Policy:
    """How a chain decides, as the settings say it. Seconds. Before `hedge_least_s` no second engine begins: nobody
    would notice what that wins."""

    order: str = "fixed"
    hedge: bool = False
    hedge_to_cloud: bool = False
    deadline_s: float = 10.0
    deadline_per_s: float = 2.0
    retries: int = 1
    longest_wait_s: float = 5.0
    explore_share: float = 0.02
    hedge_least_s: float = 0.02

    def patience_s(self, link: Link, size_s: float) -> tuple[float, float]:
        """When a second engine may begin beside this one, past its own 95th percentile, and when it is too slow: for an
        engine that always is on this machine, after four times that. The first is infinite while it is not known."""
        deadline_s = self.deadline_s + self.deadline_per_s * size_s
        p95_s = link.record.standing.p95_s
        if not p95_s:
            return float("inf"), deadline_s
        usual_s = p95_s * units(size_s)
        return max(self.hedge_least_s, usual_s), max(deadline_s, 4 * usual_s)


Tell = Callable[[str, str], None]
"""Which engine answered, and why it was not the first; empty: the first again."""
