"""The figures that the field has published and the limits that VoiceFlow sets itself: `resources/bench/targets.toml`.
The one place where a limit is written."""

import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache

from voiceflow.paths import resources_folder


@dataclass(frozen=True, slots=True)
class Target:
    """`figure` is a pattern of figure names (`core/speech_out/*p95`). One of `at_most` and `at_least` is set. `ours`:
    asked of us, else published by another system."""

    figure: str
    says: str
    unit: str
    at_most: float | None = None
    at_least: float | None = None
    ours: bool = False

    @property
    def told(self) -> str:
        sign, limit = ("≤", self.at_most) if self.at_most is not None else ("≥", self.at_least)
        return f"{sign} {limit:g} {self.unit}"

    def met(self, value: float) -> bool:
        """In the target's unit, which is the figure's."""
        return (self.at_most is None or value <= self.at_most) and (self.at_least is None or value >= self.at_least)


@cache
def targets() -> tuple[Target, ...]:
    with (resources_folder() / "bench" / "targets.toml").open("rb") as file:
        return tuple(Target(**told) for told in tomllib.load(file)["target"])


def target_of(figure: str) -> Target | None:
    return next((target for target in targets() if fnmatchcase(figure, target.figure)), None)
