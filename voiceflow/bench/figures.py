"""What a suite gives: figures, plots, and why something could not be measured."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from voiceflow.bench.scoring import percentile, percentile_interval

Kind = Literal["line", "bar", "histogram"]


@dataclass(frozen=True, slots=True)
class Figure:
    """`name` is unique in a run: `suite/part/what`, the last in words that a reader understands. `interval` is of
    95 % confidence. `samples` are what the value was made of; only `--save-raw` writes them."""

    name: str
    value: float
    unit: str
    interval: tuple[float, float] | None = None
    samples: tuple[float, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Plot:
    """`series`: name to x and y; a bar's x are its labels, a histogram's y is empty."""

    title: str
    x: str
    y: str
    series: dict[str, tuple[list[Any], list[float]]]
    kind: Kind = "line"
    log: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong (`leak`, `held lock`), as the suite that looks for it says it."""

    code: str
    what: str
    cure: str


class CannotRunError(Exception):
    """Raised by a part that lacks something here; it is reported with the reason and counted nowhere."""

    def __init__(self, reason: str, cure: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.cure = cure


def spread(name: str, samples: Sequence[float], unit: str, percents: Sequence[int] = (50, 95, 99)) -> list[Figure]:
    """The percentiles of one measurement; the first carries the samples. It tells their number where they are so few
    that the last percentile is just the greatest."""
    kept = tuple(float(sample) for sample in samples)
    figures = [
        Figure(f"{name} p{percent}", percentile(kept, percent), unit, percentile_interval(kept, percent))
        for percent in percents
    ]
    few = percents[-1] * len(kept) > 100 * (len(kept) - 1)
    return [replace(figures[0], samples=kept, note=f"of {len(kept)}" if few else ""), *figures[1:]]
