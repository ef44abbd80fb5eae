"""Does memory grow with every dictation, or only until something is full?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Verdict = Literal["leak", "no leak", "cannot tell"]

FEWEST = 20
"""Samples; with fewer nothing is said."""
FILLS_UP_KB = 4_000
"""What may still fill up behind the warm-up: pages of the database, the last 200 dictations of the metrics (2 kB each),
words seen for the first time, buffers that have to grow once more, the allocator's holes."""
MOST_KB, LEAST_KB = 20.0, 1.0
"""Per dictation, in short and in long runs."""
_BATCHES = 10
"""Neighbours are alike: an arena that the allocator opened stays for many dictations. So samples are taken together to
few batches, each long beside what makes them alike, which are nearly independent (Schmeiser, Batch size effects in the
analysis of simulation output, 1982: 10 to 30 of them)."""

RULE = (
    f"Leak: the 95 % interval of the slope (Theil and Sen, of medians of {_BATCHES} batches), of all dictations behind "
    f"the warm-up and of the later half alone, lies above {FILLS_UP_KB / 1000:g} MB divided by their number, but that "
    f"at most {MOST_KB:g} and at least {LEAST_KB:g} kB a dictation. No leak: that of the later half lies below, or "
    f"that of all and the later half's reaches below. Else, and with fewer than {FEWEST} samples, it cannot be told."
)


@dataclass(frozen=True, slots=True)
class Slope:
    """Of values per dictation; `low` and `high` hold it with 95 % confidence."""

    middle: float
    low: float
    high: float

    @property
    def interval(self) -> tuple[float, float]:
        return self.low, self.high


@dataclass(frozen=True, slots=True)
class Growth:
    """`limit_kb`: what fills up can make so much per dictation in a run of that length."""

    whole: Slope
    late: Slope
    limit_kb: float
    verdict: Verdict


def prepare() -> None:
    """Loads what `growth` needs, which would take a quarter of a minute where allocations are traced."""
    import scipy.stats  # noqa: F401


def growth(dictations: Sequence[float], kb: Sequence[float]) -> Growth | None:
    """From the number of each dictation and what was held then. What levels off, such as a cache that fills, is no
    leak. None for fewer than three samples."""
    if len(kb) < 3:
        return None
    limit_kb = min(MOST_KB, max(LEAST_KB, FILLS_UP_KB / (dictations[-1] - dictations[0])))
    half = len(kb) // 2
    whole, late = slope(dictations, kb), slope(dictations[half:], kb[half:])
    return Growth(whole, late, limit_kb, _verdict(whole, late, limit_kb) if len(kb) >= FEWEST else "cannot tell")


def _verdict(whole: Slope, late: Slope, limit_kb: float) -> Verdict:
    if min(whole.low, late.low) > limit_kb:
        return "leak"
    if late.high <= limit_kb or (whole.high <= limit_kb and late.low <= limit_kb):
        return "no leak"
    return "cannot tell"


def slope(places: Sequence[float], values: Sequence[float]) -> Slope:
    """Sen, Estimates of the regression coefficient based on Kendall's tau, 1968: the median of the slopes between all
    pairs; one outlier in four changes little. Of the medians of batches, for the interval takes its points as
    independent."""
    import numpy as np
    from scipy.stats import theilslopes

    parts = np.array_split(np.arange(len(values)), min(len(values), _BATCHES))
    x = [float(np.median(np.asarray(places)[part])) for part in parts]
    y = [float(np.median(np.asarray(values)[part])) for part in parts]
    found = theilslopes(y, x, 0.95)
    return Slope(float(found.slope), float(found.low_slope), float(found.high_slope))
