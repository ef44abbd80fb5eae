"""How things were: `resources/bench/baseline.json`, or another file of the same kind."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from voiceflow.bench.suites.regression.measure import Shape
from voiceflow.errors import VoiceFlowError
from voiceflow.paths import resources_folder

SCHEMA = 1
COMMAND = "python -m voiceflow.bench.suites.regression FILE"


@dataclass(frozen=True, slots=True)
class Was:
    """`ratios` of work to calibration, a list for each process that measured."""

    shape: Shape
    ratios: list[list[float]]


@dataclass(frozen=True, slots=True)
class Baseline:
    """`machine` as `voiceflow.bench.machine.facts` tells it."""

    made: str
    machine: dict[str, Any]
    measures: dict[str, Was] = field(default_factory=dict)


def stored() -> Path:
    return resources_folder() / "bench" / "baseline.json"


def read(file: Path) -> Baseline:
    """`VoiceFlowError`: no such file, or no baseline."""
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        if told["schema"] != SCHEMA:
            raise ValueError("another schema")
        measures = {name: Was(**was) for name, was in told["measures"].items()}
        return Baseline(told["made"], told["machine"], measures)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise VoiceFlowError(
            "bench.no_baseline", f"No baseline could be read from {file.name}", f"Make one: {COMMAND}"
        ) from error


def write(baseline: Baseline, file: Path) -> None:
    told = {"schema": SCHEMA} | asdict(baseline)
    for was in told["measures"].values():
        was["ratios"] = [[round(ratio, 4) for ratio in ratios] for ratios in was["ratios"]]
    file.write_text(json.dumps(told, ensure_ascii=False) + "\n", encoding="utf-8")
