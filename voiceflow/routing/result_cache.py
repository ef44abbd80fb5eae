"""Answers that may be given again: least recently used go first, and none lives longer than it should. Memory only."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any


class ResultCache:
    """Any thread. `entries` 0 keeps nothing; `clock` in seconds. Not cachetools' `TTLCache`, which sweeps at every step
    and so takes a third of what a whole call may."""

    def __init__(self, entries: int, lifetime_s: float, clock: Callable[[], float]) -> None:
        self._answers: OrderedDict[Hashable, tuple[float, Any]] = OrderedDict()
        self._entries, self._lifetime_s, self._clock = entries, lifetime_s, clock
        self._lock = threading.Lock()
        self.is_on = entries > 0

    def get(self, key: Hashable) -> Any:
        """None where there is none."""
        with self._lock:
            kept = self._answers.get(key)
            if kept is None:
                return None
            if kept[0] <= self._clock():
                del self._answers[key]
                return None
            self._answers.move_to_end(key)
            return kept[1]

    def put(self, key: Hashable, answer: Any) -> None:
        with self._lock:
            self._answers[key] = self._clock() + self._lifetime_s, answer
            self._answers.move_to_end(key)
            if len(self._answers) > self._entries:
                self._answers.popitem(last=False)

    def forget_old(self) -> None:
        """What is too old leaves the memory, too."""
        with self._lock:
            now_s = self._clock()
            for key in [key for key, (until_s, _) in self._answers.items() if until_s <= now_s]:
                del self._answers[key]
