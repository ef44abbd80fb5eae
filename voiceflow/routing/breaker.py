"""A circuit breaker (Nygard, Release It!): an engine that keeps failing rests before it is asked again. Its own, for
those of the package index know no Retry-After and no jitter, or cost more than a whole call may here."""

import random
from collections.abc import Callable

from voiceflow.routing.failures import Failure

FAILURES = 3
REST_S, LASTING_REST_S, LONGEST_REST_S = 10.0, 60.0, 600.0
_JITTER = 0.2
"""Of each rest, either way: engines that failed together are not asked again together."""


class Breaker:
    """Closed: asked. Open: not asked for a rest that doubles. Half-open after it: one question on trial. The caller
    brings the lock; `clock` in seconds."""

    __slots__ = ("_clock", "_failures", "_open_until_s", "_opened", "_random", "_trial", "_wait_until_s", "last")

    def __init__(self, clock: Callable[[], float], chance: random.Random | None = None) -> None:
        self._clock = clock
        self._random = chance or random.Random()
        self._failures = self._opened = 0
        self._open_until_s = self._wait_until_s = float("-inf")
        self._trial = False
        self.last: Failure | None = None
        """The failure that counts against it; None while all is well."""

    @property
    def state(self) -> str:
        if not self._opened:
            return "closed"
        return "open" if self._clock() < self._open_until_s else "half_open"

    def allows(self) -> bool:
        """True in half-open takes the trial: `succeeded`, `failed` or `gave_up` must follow."""
        if not self._opened:
            return True
        if self._trial or self._clock() < self._open_until_s:
            return False
        self._trial = True
        return True

    @property
    def told_to_wait_s(self) -> float:
        """How long the engine itself still wants to be left alone."""
        return max(0.0, self._wait_until_s - self._clock())

    def succeeded(self) -> None:
        if self.last is not None:
            self._failures = self._opened = 0
            self._trial = False
            self.last = None

    def gave_up(self) -> None:
        """The question on trial ended without telling anything."""
        self._trial = False

    def failed(self, failure: Failure) -> None:
        self._trial = False
        self.last = failure
        self._failures += 1
        if failure.retry_after_s is not None:
            self._wait_until_s = self._clock() + failure.retry_after_s
        if failure.lasting or failure.retry_after_s is not None or self._opened or self._failures >= FAILURES:
            self._open(failure)

    def _open(self, failure: Failure) -> None:
        rest_s = LASTING_REST_S if failure.lasting else REST_S
        rest_s = min(LONGEST_REST_S, rest_s * 2**self._opened) * self._random.uniform(1 - _JITTER, 1 + _JITTER)
        self._open_until_s = self._clock() + max(rest_s, failure.retry_after_s or 0.0)
        self._opened = min(self._opened + 1, 10)
