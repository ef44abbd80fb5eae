"""Limits with levels, and what keeps an alert from flapping. Pure: the clock is given."""

from dataclasses import dataclass, field
from enum import IntEnum

RETURN_AT = 0.9
"""An alert ends when the value has come back by a tenth of its limit."""
CALM_S = 10.0
"""And has stayed there this long."""


class Level(IntEnum):
    INFO = 1
    WARNING = 2
    ERROR = 3
    CRITICAL = 4


@dataclass(frozen=True, slots=True)
class Alert:
    """`hint` is the cure; `since_s` in seconds since 1970."""

    name: str
    level: Level
    title: str
    hint: str
    since_s: float

    @property
    def told(self) -> dict[str, str]:
        """As other programs are told."""
        return {"name": self.name, "level": self.level.name.lower(), "title": self.title, "hint": self.hint}


@dataclass(frozen=True, slots=True)
class Limits:
    """`levels`: where each level begins. `below`: smaller values are worse. The value must have been past a limit for
    `for_s`, and be made of `least_count` measurements."""

    levels: dict[Level, float]
    for_s: float = 0.0
    least_count: int = 1
    below: bool = False

    def level(self, value: float, share: float = 1.0) -> Level | None:
        """With the limits at `share` of their distance from zero."""
        past = [level for level, limit in self.levels.items() if self._is_past(value, limit, share)]
        return max(past, default=None)

    def _is_past(self, value: float, limit: float, share: float) -> bool:
        return value < limit / share if self.below else value > limit * share


@dataclass(slots=True)
class Watch:
    """One value over time."""

    level: Level | None = None
    since_s: float = 0.0
    _worse_since_s: dict[Level, float] = field(default_factory=dict)
    _better_since_s: float | None = None

    def update(self, limits: Limits, value: float | None, count: int, now_s: float) -> Level | None:
        """The level now. What is not known, or made of too few measurements, is no reason for an alert."""
        known = value if count >= limits.least_count else None
        self._rise(limits, None if known is None else limits.level(known), now_s)
        self._fall(None if known is None else limits.level(known, RETURN_AT), now_s)
        return self.level

    def _rise(self, limits: Limits, reached: Level | None, now_s: float) -> None:
        for level in limits.levels:
            if reached is None or level > reached:
                self._worse_since_s.pop(level, None)
            elif now_s - self._worse_since_s.setdefault(level, now_s) >= limits.for_s and level > (self.level or 0):
                self.level, self.since_s = level, now_s

    def _fall(self, held: Level | None, now_s: float) -> None:
        if self.level is None or (held is not None and held >= self.level):
            self._better_since_s = None
        elif self._better_since_s is None:
            self._better_since_s = now_s
        elif now_s - self._better_since_s >= CALM_S:
            self.level, self.since_s, self._better_since_s = held, now_s, None
