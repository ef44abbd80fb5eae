"""The figures that the field has published and the limits that VoiceFlow sets itself: `resources/bench/targets.toml`.
The one place where a limit is written."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache

from voiceflow.bench.figures import Figure
from voiceflow.bench.units import converted
from voiceflow.paths import resources_folder


@dataclass(frozen=True, slots=True)
class Target:
    """`figure` is a pattern of figure names (`core/speech_out/*p95`). One of `at_most` and `at_least` is set; with
    `below` the limit itself is missed. `ours`: asked of us, else published by another system."""

    figure: str
    says: str
    unit: str
    at_most: float | None = None
    at_least: float | None = None
    below: bool = False
    ours: bool = False

    @property
    def limit(self) -> float:
        limit = self.at_least if self.at_most is None else self.at_most
        assert limit is not None, self.says
        return limit

    @property
    def told(self) -> str:
        sign = ("<" if self.below else "≤") if self.at_most is not None else (">" if self.below else "≥")
        return f"{sign} {self.limit:,g} {self.unit}" if self.limit < 1e6 else f"{sign} {self.limit:,.0f} {self.unit}"

    def fits(self, figure: str) -> bool:
        return fnmatchcase(figure, self.figure)

    def met(self, value: float, unit: str = "") -> bool:
        """`unit` is the value's, where it is not the target's."""
        value = converted(value, unit or self.unit, self.unit)
        if value == self.limit:
            return not self.below
        return value < self.limit if self.at_most is not None else value > self.limit

    def met_by(self, figures: Iterable[Figure]) -> bool:
        """By all of them."""
        return all(self.met(figure.value, figure.unit) for figure in figures)


@cache
def targets() -> tuple[Target, ...]:
    with (resources_folder() / "bench" / "targets.toml").open("rb") as file:
        return tuple(Target(**told) for told in tomllib.load(file)["target"])


def targets_of(figure: str) -> list[Target]:
    return [target for target in targets() if target.fits(figure)]
