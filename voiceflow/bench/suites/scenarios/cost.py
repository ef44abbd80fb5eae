"""What dictating costs this machine in memory, with the processes that VoiceFlow starts."""

import os
from dataclasses import dataclass, field

from voiceflow.bench.processes import rss_bytes
from voiceflow.bench.run import Run
from voiceflow.bench.suites.memory.growth import Slope, slope

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

    def growth(self) -> Slope | None:
        """MB for each of them, without the first dictations, in which everything is used for the first time; None where
        too few are left."""
        at, mb = self.at[_WARM_UP:], self.mb[_WARM_UP:]
        return slope(at, mb) if len(mb) >= _LEAST_SAMPLES else None

    def record(self, run: Run, name: str) -> None:
        """The growth, where it can be told."""
        if found := self.growth():
            run.record(name, found.middle, "MB", interval=found.interval)
