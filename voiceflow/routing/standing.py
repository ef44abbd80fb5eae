"""How fast and how sure an engine was on this machine: newer answers weigh more, old failures are forgotten."""

from bisect import bisect_left, insort
from collections import deque
from collections.abc import Callable
from typing import Any

_WEIGHT = 0.1
"""Of the newest answer in the mean."""
_WINDOW = 200
_LEAST = 20
"""Answers before a 95th percentile says something."""
_FORGOTTEN_AFTER_S = 3600.0
"""Half of what failures took from the success is given back in this time."""
_STALE_AFTER_S = 7 * 86_400.0
_RESERVE_S = 1.0
"""What every question takes, however short: times are per (this + seconds of sound)."""


def units(size_s: float) -> float:
    return _RESERVE_S + size_s


class Standing:
    """`unit_s`: seconds of work per second of sound or speech, `units` of them to a question. The caller brings the
    lock; `now` tells seconds since 1970."""

    __slots__ = ("_now", "_sorted", "_window", "at_s", "count", "mean_s", "p95_s", "success")

    def __init__(self, now: Callable[[], float], kept: dict[str, Any] | None = None) -> None:
        kept = kept or {}
        self._now = now
        self.count = int(kept.get("count", 0))
        self.mean_s = float(kept.get("mean_s", 0.0))
        self.success = float(kept.get("success", 1.0))
        self.at_s = float(kept.get("at_s", 0.0))
        self.p95_s = float(kept.get("p95_s", 0.0))
        """Of the last 200 answers; of those before the start until there are 20; 0 while it is not known."""
        self._window: deque[float] = deque()
        self._sorted: list[float] = []

    def kept(self) -> dict[str, Any]:
        """For the next start."""
        return {
            "count": self.count,
            "mean_s": self.mean_s,
            "success": self.success,
            "at_s": self.at_s,
            "p95_s": self.p95_s,
        }

    def answered(self, unit_s: float) -> None:
        weight = max(_WEIGHT, 1 / (self.count + 1))
        self.mean_s += weight * (unit_s - self.mean_s)
        self._judge(1.0)
        self._add(unit_s)

    def failed(self) -> None:
        self._judge(0.0)

    def outrun(self, unit_s: float) -> None:
        """It was stopped after so long, for another was first: it would have taken at least this."""
        if unit_s > self.mean_s:
            self.mean_s += _WEIGHT * (unit_s - self.mean_s)
            self._add(unit_s)

    @property
    def score(self) -> float | None:
        """Seconds that an answer costs, failures included; None while nothing is known."""
        if not self.count:
            return None
        return self.mean_s / max(0.05, 1.0 - self._lost())

    @property
    def is_stale(self) -> bool:
        return not self.count or self._now() - self.at_s > _STALE_AFTER_S

    def _judge(self, good: float) -> None:
        success = 1.0 - self._lost()
        self.success = success + _WEIGHT * (good - success)
        self.count += 1
        self.at_s = self._now()

    def _lost(self) -> float:
        """What failures still cost."""
        if self.success >= 1.0:
            return 0.0
        lost: float = (1.0 - self.success) * 0.5 ** ((self._now() - self.at_s) / _FORGOTTEN_AFTER_S)
        return lost

    def _add(self, unit_s: float) -> None:
        if len(self._window) == _WINDOW:
            oldest = self._window.popleft()
            del self._sorted[bisect_left(self._sorted, oldest)]
        self._window.append(unit_s)
        insort(self._sorted, unit_s)
        if len(self._sorted) >= _LEAST:
            self.p95_s = self._sorted[int(0.95 * len(self._sorted))]
