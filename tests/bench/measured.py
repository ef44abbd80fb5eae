"""One part of a suite: its run, and what it measured."""

from dataclasses import replace
from pathlib import Path

from voiceflow.bench.results import PartResult, Results
from voiceflow.bench.run import Run, Wishes
from voiceflow.bench.runner import run
from voiceflow.bench.suite import Part, Suite
from voiceflow.core import Core


def run_of(suite: str, part: Part, wishes: Wishes) -> Run:
    """As if no other part ran before."""
    return Run(wishes, part, Results("", True, ""), PartResult(suite, part.name, part.title))


def measured(part: Part, folder: Path, seconds: float = 0.2) -> PartResult:
    """Cut short."""
    with Core() as core:
        short = Suite("suite", "", "", (replace(part, quick_s=seconds),))
        return run([short], Wishes(core, folder, quick=True)).parts[0]


def values(result: PartResult) -> dict[str, float]:
    """By the names that the part gave."""
    assert not result.failed, result.failed
    return {figure.name.split("/", 2)[2]: figure.value for figure in result.figures}
