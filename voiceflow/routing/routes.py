"""What is known of the engines from one chain to the next, and over restarts: numbers only."""

import random
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from voiceflow.errors import SettingsError
from voiceflow.events import EngineChosen, Event
from voiceflow.metrics.engine_counts import EngineCounts
from voiceflow.routing.breaker import Breaker
from voiceflow.routing.chain import Chain
from voiceflow.routing.lane import Lane
from voiceflow.routing.link import Link, Policy, Record
from voiceflow.routing.race import Course
from voiceflow.routing.result_cache import ResultCache
from voiceflow.routing.standing import Standing
from voiceflow.settings import Routing


class Kept(Protocol):
    """A `StateFile`."""

    def get(self, name: str, default: Any = None) -> Any: ...
    def set(self, name: str, value: Any) -> None: ...


@dataclass(frozen=True, slots=True)
class Member:
    """An engine of a chain to be. `open_engine` may take seconds."""

    name: str
    is_cloud: bool
    open_engine: Callable[[], Any]
    close_engine: Callable[[Any], None]


class Routes:
    """One for the program. Any thread."""

    def __init__(self, kept: Kept, publish: Callable[[Event], None], wishes: Callable[[], Routing]) -> None:
        self._kept, self._publish, self._wishes = kept, publish, wishes
        self._records: dict[tuple[str, str], Record] = {}
        self._caches: dict[tuple[int, int], ResultCache] = {}
        self._lock = threading.Lock()

    def chain(self, family: str, members: Sequence[Member]) -> Chain:
        """The first is the user's choice."""
        first = members[0].name

        def tell(engine: str, reason: str) -> None:
            self._publish(EngineChosen(family, engine, first, reason))

        links = [
            Link(
                member.name,
                member.is_cloud,
                Lane(member.name, member.open_engine, member.close_engine),
                self.record(family, member.name),
            )
            for member in members
        ]
        for link in links:
            link.record.forgive()  # the settings have changed: perhaps just what it failed for
        return Chain(links, Course(policy_of(self._wishes()), self._cache(), time.monotonic), tell)

    def record(self, family: str, name: str) -> Record:
        with self._lock:
            if (family, name) not in self._records:
                standing = Standing(time.time, self._kept.get(f"{family}/{name}"))
                breaker = Breaker(time.monotonic, random.Random())
                self._records[family, name] = Record(EngineCounts(family, name), breaker, standing)
            return self._records[family, name]

    def counts(self) -> tuple[EngineCounts, ...]:
        with self._lock:
            return tuple(record.counts for record in self._records.values())

    def rest(self) -> None:
        """A chain has ended: what was learned is kept, what is old is forgotten. A disk that refuses costs what was
        learned since, no more."""
        for cache in list(self._caches.values()):
            cache.forget_old()
        with self._lock:
            records = dict(self._records)
        for (family, name), record in records.items():
            if record.standing.count:
                try:
                    self._kept.set(f"{family}/{name}", record.standing.kept())
                except SettingsError:
                    return

    def _cache(self) -> ResultCache:
        wishes = self._wishes()
        size = wishes.cache_entries, wishes.cache_minutes
        if size not in self._caches:
            self._caches = {size: ResultCache(wishes.cache_entries, 60.0 * wishes.cache_minutes, time.monotonic)}
        return self._caches[size]


def policy_of(wishes: Routing) -> Policy:
    return Policy(
        wishes.order,
        wishes.hedge,
        wishes.hedge_to_cloud,
        float(wishes.deadline_s),
        wishes.deadline_per_s,
        wishes.retries,
    )
