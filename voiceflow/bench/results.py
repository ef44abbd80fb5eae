"""What a run found, and `results.json`, which later runs are compared with."""

import json
from dataclasses import asdict, dataclass, field
from math import isfinite
from pathlib import Path
from typing import Any

from voiceflow.bench.figures import Figure, Finding, Plot
from voiceflow.errors import VoiceFlowError

SCHEMA = 1
"""Grows when a field of `results.json` changes its meaning or goes."""


@dataclass(slots=True)
class PartResult:
    """`skipped` is why nothing (or not all) was measured, `cure` what would change that; `failed` is a fault's one
    line. `others_percent`: of all processors, what other programs took meanwhile; None where that is not known."""

    suite: str
    name: str
    title: str
    figures: list[Figure] = field(default_factory=list)
    plots: list[Plot] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    took_s: float = 0.0
    skipped: str = ""
    cure: str = ""
    failed: str = ""
    others_percent: float | None = None

    @property
    def ran(self) -> bool:
        return not self.skipped and not self.failed


@dataclass(slots=True)
class Results:
    """`machine`: processor, cores, memory, system, versions. `planned`: every `suite/part` that was asked for.
    `suites`: the title of each, and what it is about. `finished` is false for a run that was interrupted."""

    command: str
    quick: bool
    began: str
    machine: dict[str, Any] = field(default_factory=dict)
    parts: list[PartResult] = field(default_factory=list)
    took_s: float = 0.0
    finished: bool = False
    planned: list[str] = field(default_factory=list)
    suites: dict[str, list[str]] = field(default_factory=dict)

    def figure(self, name: str) -> Figure | None:
        return next((figure for part in self.parts for figure in part.figures if figure.name == name), None)

    def figures(self) -> dict[str, Figure]:
        return {figure.name: figure for part in self.parts for figure in part.figures}

    def part(self, suite: str, name: str) -> PartResult | None:
        return next((part for part in self.parts if (part.suite, part.name) == (suite, name)), None)

    @property
    def findings(self) -> list[Finding]:
        return [finding for part in self.parts for finding in part.findings]


def write(results: Results, file: Path, *, raw: bool = False) -> None:
    """All of it or nothing: what stood there stays until the new one is whole. `OSError`."""
    beside = file.with_name(f"{file.name}.new")
    beside.write_text(text(results, raw=raw), encoding="utf-8")
    beside.replace(file)


def text(results: Results, *, raw: bool = False) -> str:
    """Without `raw`, figures carry no samples."""
    told = {"schema": SCHEMA} | asdict(results)
    for part in told["parts"]:
        for figure in part["figures"]:
            if not raw:
                del figure["samples"]
    return json.dumps(_plain(told), indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def _plain(value: Any) -> Any:
    """What JSON knows: numpy's numbers and arrays as Python's, and nothing for what is no number."""
    match value:
        case dict():
            return {key: _plain(of) for key, of in value.items()}
        case list() | tuple():
            return [_plain(of) for of in value]
        case float():
            return value if isfinite(value) else None
        case str() | int() | None:
            return value
    return _plain(value.tolist())


def read(file: Path) -> Results:
    """`VoiceFlowError`: no such file, no results, or those of another schema."""
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        if told.pop("schema") != SCHEMA:
            raise VoiceFlowError(
                "bench.other_schema",
                f"{file.name} is of another version of VoiceFlow",
                "Make it anew: voiceflow bench --output-dir DIR",
            )
        told["parts"] = [_part(part) for part in told["parts"]]
        return Results(**told)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        hint = "It must be the results.json of an earlier run"
        raise VoiceFlowError("bench.no_results", f"No results could be read from {file}", hint) from error


def _part(told: dict[str, Any]) -> PartResult:
    figures = [
        Figure(
            **figure
            | {
                "interval": tuple(figure["interval"]) if figure["interval"] else None,
                "samples": tuple(figure.get("samples", ())),
            }
        )
        for figure in told["figures"]
    ]
    plots = [
        Plot(**plot | {"series": {name: (x, y) for name, (x, y) in plot["series"].items()}}) for plot in told["plots"]
    ]
    findings = [Finding(**finding) for finding in told["findings"]]
    return PartResult(**told | {"figures": figures, "plots": plots, "findings": findings})
