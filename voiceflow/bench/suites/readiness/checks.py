"""The checks by name, with their weights, from `resources/bench/readiness.toml`; and what a look at one gives."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from voiceflow.bench.run import Run
from voiceflow.paths import resources_folder

AREAS = ("functional", "performance", "reliability", "security", "memory")


@dataclass(frozen=True, slots=True)
class Check:
    """`suite` must have run before, in the same run, where it is named."""

    name: str
    area: str
    weight: float
    cure: str
    must: bool = False
    suite: str = ""
    figures: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()

    @property
    def figure(self) -> str:
        """What its outcome is called in the results: its weight or nothing; there is none where it did not run."""
        return f"readiness/{self.area}/{self.name}"

    @property
    def code(self) -> str:
        """Of the finding, where it fails."""
        return f"readiness.{re.sub('[^a-z0-9]+', '_', self.name)}"

    @property
    def points(self) -> str:
        """The unit of that figure."""
        return f"of {self.weight:g}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """`evidence`: figures with their values, or what was looked at. `cure` where it is another than the check's."""

    passed: bool
    evidence: str
    cure: str = ""


Look = Callable[[Run], Outcome]
"""`CannotRunError`: the check does not run here. `VoiceFlowError`: it fails."""


class Plan:
    def __init__(self, told: dict[str, object], checks: tuple[Check, ...]) -> None:
        self.not_ready_below = float(str(told["not_ready_below"]))
        self.checks = checks

    def of(self, area: str) -> list[Check]:
        return [check for check in self.checks if check.area == area]


@cache
def plan() -> Plan:
    with (resources_folder() / "bench" / "readiness.toml").open("rb") as file:
        told = tomllib.load(file)
    checks = (_check(each) for each in told.pop("check"))
    return Plan(told, tuple(checks))


def _check(told: dict[str, object]) -> Check:
    lists = {name: tuple(value) for name, value in told.items() if isinstance(value, list)}
    return Check(**told | lists)  # type: ignore[arg-type]
