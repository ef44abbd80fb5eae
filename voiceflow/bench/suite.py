"""Suites by name. A suite is loaded when it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from voiceflow.errors import VoiceFlowError

if TYPE_CHECKING:
    from voiceflow.bench.run import Run

SUITES = (
    "core",
    "security",
    "memory",
    "scenarios",
    "load",
    "stress",
    "cache",
    "routing",
    "regression",
    "readiness",
)
"""In the order in which they run: the last two judge what the others found."""


@dataclass(frozen=True, slots=True)
class Part:
    """`quick_s` and `full_s` are what it may take, on two cores: progress and deadlines are made of them. `measure`
    records into the run; it raises `CannotRunError` when this machine lacks what it needs. `fixed`: its time is what is
    asked of it, so it is never shortened for the others' sake."""

    name: str
    title: str
    measure: "Callable[[Run], None]"
    quick_s: float
    full_s: float
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Suite:
    name: str
    title: str
    about: str
    parts: tuple[Part, ...]


def suite(name: str) -> Suite:
    """`VoiceFlowError` for a name that there is not."""
    if name not in SUITES:
        raise VoiceFlowError("bench.unknown_suite", f"There is no suite {name!r}", f"One of: {', '.join(SUITES)}")
    made: Suite = import_module(f"voiceflow.bench.suites.{name}").SUITE
    return made
