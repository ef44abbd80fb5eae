"""How much a measurement changed, and how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

Groups = Sequence[Sequence[float]]
"""The samples of each process: those of one are more alike than those of two."""

_RESAMPLES = 2_000
_PERCENTS = (2.5, 97.5)


@dataclass(frozen=True, slots=True)
class Interval:
    """Of 95 % confidence."""

    value: float
    low: float
    high: float


def ratio_of_medians(now: Groups, then: Groups, seed: int = 1) -> Interval:
    """The medians of all samples, one divided by the other. The interval is the percentile bootstrap's, in two stages
    where there are several groups: first groups are drawn, then their samples (Davison and Hinkley 1997, section 3.8).
    """
    import numpy as np

    draw = np.random.default_rng(seed)
    value = float(np.median(np.concatenate(_arrays(now))) / np.median(np.concatenate(_arrays(then))))
    low, high = np.percentile(_medians(now, draw) / _medians(then, draw), _PERCENTS)
    return Interval(value, float(low), float(high))


def _medians(groups: Groups, draw: "np.random.Generator") -> "Floats":
    """Of `_RESAMPLES` draws. Each group gives as many samples as the smallest one has, which makes the interval rather
    too wide than too narrow."""
    import numpy as np

    arrays = _arrays(groups)
    size = min(map(len, arrays))
    starts = np.cumsum([0, *map(len, arrays[:-1])])
    lengths = np.array([len(samples) for samples in arrays])
    chosen = draw.integers(len(arrays), size=(_RESAMPLES, len(arrays), 1))
    places = (draw.random((_RESAMPLES, len(arrays), size)) * lengths[chosen]).astype(int)
    drawn = np.concatenate(arrays)[starts[chosen] + places]
    medians: Floats = np.median(drawn.reshape(_RESAMPLES, -1), axis=1)
    return medians


def _arrays(groups: Groups) -> "list[Floats]":
    import numpy as np

    return [np.asarray(samples, dtype=np.float64) for samples in groups]
