"""Answers that may be given again: least recently used go first, and none lives longer than it should. Memory only."""

import threading
from collections.abc import Callable, Hashable
from typing import Any

from cachetools import LRUCache


class ResultCache:
    """Any thread. `entries` 0 keeps nothing; `clock` in seconds. An age of its own, looked at when an answer is wanted:
    `TTLCache` sweeps at every step, which costs more than the rest of a call."""

    def __init__(self, entries: int, lifetime_s: float, clock: Callable[[], float]) -> None:
        self._answers: LRUCache[Hashable, tuple[float, Any]] = LRUCache(max(1, entries))
        self._lifetime_s, self._clock = lifetime_s, clock
        self._lock = threading.Lock()
        self.is_on = entries > 0

    def get(self, key: Hashable) -> Any:
        """None where there is none."""
        with self._lock:
            kept = self._answers.get(key)
            if kept is None or kept[0] > self._clock():
                return kept and kept[1]
            del self._answers[key]
            return None

    def put(self, key: Hashable, answer: Any) -> None:
        with self._lock:
            self._answers[key] = self._clock() + self._lifetime_s, answer

    def forget_old(self) -> None:
        """What is too old leaves the memory, too."""
        with self._lock:
            now_s = self._clock()
            for key in [key for key, (until_s, _) in self._answers.items() if until_s <= now_s]:
                del self._answers[key]
