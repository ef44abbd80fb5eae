"""Ours beside the targets: met, missed, or why nothing can be said."""

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property

from voiceflow.bench.document import Cell
from voiceflow.bench.figures import Figure
from voiceflow.bench.results import PartResult, Results
from voiceflow.bench.targets import Target, targets, targets_of
from voiceflow.bench.units import converted, number


@dataclass(frozen=True)
class Beside:
    """A target and what this run has for it. `why` is said where there is no figure, or none in a unit of its kind."""

    target: Target
    figures: tuple[Figure, ...]
    why: str = ""

    @property
    def measured(self) -> bool:
        return bool(self.figures)

    @property
    def met(self) -> bool:
        return self.measured and self.target.met_by(self.figures)

    @cached_property
    def nearest(self) -> Figure:
        """The one that is worst for the target."""
        worst = min if self.target.at_most is None else max
        return worst(self.figures, key=lambda figure: converted(figure.value, figure.unit, self.target.unit))

    @property
    def value(self) -> float:
        """In the target's unit."""
        return converted(self.nearest.value, self.nearest.unit, self.target.unit)

    @property
    def told(self) -> str:
        return f"{number(self.value)} {self.target.unit}"

    @property
    def verdict(self) -> Cell:
        return Cell("met", "good") if self.met else Cell("missed", "warn")

    @property
    def margin(self) -> str:
        """How many times better or worse than the limit."""
        value = self.value
        if value <= 0 or self.target.limit <= 0:
            return ""
        better = self.target.limit / value if self.target.at_most is not None else value / self.target.limit
        if abs(better - 1) < 0.005:
            return "the same"
        return f"{number(better)} × better" if better > 1 else f"{number(1 / better)} × worse"


def published(results: Results, wanted: Sequence[Target] | None = None) -> list[Beside]:
    """All of them, in the order of the file."""
    figures = list(results.figures().values())
    return [_beside(target, figures, results) for target in (targets() if wanted is None else wanted)]


def _beside(target: Target, figures: list[Figure], results: Results) -> Beside:
    fitting = [figure for figure in figures if target.fits(figure.name)]
    same_kind = tuple(figure for figure in fitting if _same_kind(figure.unit, target.unit))
    if same_kind:
        return Beside(target, same_kind)
    if fitting:
        return Beside(target, (), f"measured in {fitting[0].unit or 'no unit'}, which is not {target.unit}")
    return Beside(target, (), _why_not(target, results))


def _same_kind(unit: str, other: str) -> bool:
    try:
        converted(1.0, unit, other)
    except ValueError:
        return False
    return True


def _why_not(target: Target, results: Results) -> str:
    place = target.figure.rpartition("/")[0]
    suite = target.figure.partition("/")[0]
    if not any(fnmatchcase(name, place) for name in results.planned):
        asked = any(name.startswith(f"{suite}/") for name in results.planned)
        return f"no part of {suite} measures it" if asked else f"{suite} was not asked for"
    parts = [part for part in results.parts if fnmatchcase(f"{part.suite}/{part.name}", place)]
    if not parts:
        return "the run ended before"
    told = next((part for part in parts if not part.ran), None)
    if told and (len(parts) == 1 or all(not part.ran for part in parts)):
        return reason(told)
    return f"{place.replace('*', '…')} gave no such figure" + (" in its quick form" if results.quick else "")


def reason(part: PartResult) -> str:
    """Why a part has not been measured, or not to its end, and what would change that."""
    why = f"failed: {part.failed}" if part.failed else part.skipped
    return f"{why.rstrip('.')}. {part.cure}" if part.cure else why


def limits_of(figure: Figure) -> list[Target]:
    return [target for target in targets_of(figure.name) if _same_kind(figure.unit, target.unit)]
