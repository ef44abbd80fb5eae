"""What dictating costs this machine: processor time and memory, of VoiceFlow and the processes that it starts."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field

from voiceflow.bench.processes import cpu_s as cpu_s
from voiceflow.bench.processes import rss_bytes
from voiceflow.bench.run import Run

_WARM_UP = 3
_LEAST_SAMPLES = 8
_MB = 1e6


@dataclass(slots=True)
class Memory:
    """`at`: simulated hours, or dictations."""

    at: list[float] = field(default_factory=list)
    mb: list[float] = field(default_factory=list)

    def sample(self, at: float) -> None:
        self.at.append(at)
        self.mb.append(rss_bytes(os.getpid()) / _MB)

    def growth(self) -> "tuple[float, tuple[float, float]] | None":
        """MB for each of them (Theil and Sen's slope) with its interval of 95 %, without the first dictations, in
        which everything is used for the first time; None where too few are left."""
        at, mb = self.at[_WARM_UP:], self.mb[_WARM_UP:]
        return _slope(at, mb) if len(mb) >= _LEAST_SAMPLES else None

    def record(self, run: Run, name: str) -> None:
        """The growth, where it can be told."""
        if growth := self.growth():
            slope, interval = growth
            run.record(name, slope, "MB", interval=interval)


def _slope(x: Sequence[float], y: Sequence[float]) -> tuple[float, tuple[float, float]]:
    from scipy.stats import theilslopes

    found = theilslopes(y, x, 0.95)
    return float(found.slope), (float(found.low_slope), float(found.high_slope))
