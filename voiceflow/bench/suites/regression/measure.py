"""One thing that is compared with how it was: its work, and the fixed work beside it."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from voiceflow.bench.calibration import Work, cost_s, undisturbed

Shape = dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Measure:
    """`work` is given the calibration's seconds and gives its own. `shape` is what both sides of a comparison must
    have in common: the model, its threads, what it heard."""

    name: str
    title: str
    calibrate: Callable[[], float]
    work: Callable[[float], float]
    shape: Shape = field(default_factory=dict)

    def ratios(self, most: int, until_s: float) -> Iterator[float]:
        """Work to calibration, round by round; the calibration before and behind count alike. Ends at `until_s` of the
        monotonic clock, too."""
        with undisturbed():
            before_s = self.calibrate()
            for _ in range(most):
                work_s = self.work(before_s)
                behind_s = self.calibrate()
                yield 2 * work_s / (before_s + behind_s)
                before_s = behind_s
                if time.monotonic() >= until_s:
                    return


def measure(name: str, title: str, calibration: Work, work: Work, shape: Shape | None = None) -> Measure:
    """Of work that always costs the same. Both are done once before, for what only the first time costs."""
    calibration()
    work()
    return Measure(name, title, lambda: cost_s(calibration), lambda _: cost_s(work), shape or {})
