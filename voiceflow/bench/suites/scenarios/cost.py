"""What dictating costs this machine: processor time and memory, of VoiceFlow and the processes that it starts."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from psutil import Process

_WARM_UP = 3
_LEAST_SAMPLES = 8
_MB = 1e6


def cpu_s() -> float:
    """So far, of this process, of its children, and of those that have ended."""
    import psutil

    total_s = 0.0
    for process in _family():
        with suppress(psutil.Error):
            times = process.cpu_times()
            total_s += times.user + times.system
    mine = psutil.Process().cpu_times()
    return total_s + float(mine.children_user + mine.children_system)


def memory_mb() -> float:
    """Resident, this process and its children together."""
    import psutil

    total = 0
    for process in _family():
        with suppress(psutil.Error):
            total += process.memory_info().rss
    return float(total / _MB)


def _family() -> "list[Process]":
    import psutil

    me = psutil.Process()
    return [me, *me.children(recursive=True)]


@dataclass(slots=True)
class Memory:
    """`at`: simulated hours, or dictations."""

    at: list[float] = field(default_factory=list)
    mb: list[float] = field(default_factory=list)

    def sample(self, at: float) -> None:
        self.at.append(at)
        self.mb.append(memory_mb())

    def growth(self) -> "tuple[float, tuple[float, float]] | None":
        """MB for each of them (Theil and Sen's slope) with its interval of 95 %, without the first dictations, in
        which everything is used for the first time; None where too few are left."""
        at, mb = self.at[_WARM_UP:], self.mb[_WARM_UP:]
        return _slope(at, mb) if len(mb) >= _LEAST_SAMPLES else None


def _slope(x: Sequence[float], y: Sequence[float]) -> tuple[float, tuple[float, float]]:
    from scipy.stats import theilslopes

    found = theilslopes(y, x, 0.95)
    return float(found.slope), (float(found.low_slope), float(found.high_slope))
