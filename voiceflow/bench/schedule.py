"""How long a run takes: its parts are shortened so that all of it ends in time, and what is left is told."""

from collections.abc import Sequence

from voiceflow.bench.results import PartResult
from voiceflow.bench.suite import Part

LIMITS_S = {True: 600.0, False: 2700.0}
"""Whether it is quick: what `voiceflow bench` promises on two cores (issue 8)."""
_FOR_THE_REST = 0.05
"""Of the limit: starting, ending, and the reports."""
_LEAST_SHARE = 0.3
"""Less than that of a part's time would leave too little of what it measures."""
_TRUST_IN_PLAN = 0.1
"""How much of the whole plan parts must have taken before their own pace counts more than the plan."""


class Schedule:
    """`beyond_s` was asked for besides, as a long run. `spent_s` is what the run has taken so far. A part that could
    not run says nothing about the pace of others."""

    def __init__(self, parts: Sequence[Part], quick: bool, beyond_s: float = 0.0) -> None:
        self._parts = parts
        self._planned_s = [part.quick_s if quick else part.full_s for part in parts]
        self._limit_s = LIMITS_S[quick] * (1 - _FOR_THE_REST) + beyond_s
        self._ran_s = self._took_s = _TRUST_IN_PLAN * sum(self._planned_s)

    @property
    def count(self) -> int:
        return len(self._parts)

    def share(self, at: int, spent_s: float) -> float:
        """How much of its time that part may have, where those behind it get as much of theirs."""
        if self._parts[at].fixed:
            return 1.0
        fixed_s = sum(self._planned_s[later] for later in range(at, self.count) if self._parts[later].fixed)
        wanted_s = sum(self._planned_s[at:]) - fixed_s
        room_s = self._limit_s - spent_s - fixed_s
        return min(1.0, max(_LEAST_SHARE, room_s / wanted_s)) if wanted_s > 0 else 1.0

    def ended(self, at: int, share: float, part: PartResult) -> None:
        if part.ran:
            self._ran_s += share * self._planned_s[at]
            self._took_s += part.took_s

    def left_s(self, at: int, share: float, done: float) -> float:
        """`done` of that part, which has that share of its time."""
        pace = self._took_s / self._ran_s if self._ran_s else 1.0
        later_s = sum(
            self._planned_s[later] * (1.0 if self._parts[later].fixed else share) for later in range(at + 1, self.count)
        )
        return pace * ((1 - done) * share * self._planned_s[at] + later_s)
