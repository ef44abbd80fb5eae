"""Makes a baseline: `python -m voiceflow.bench.suites.regression [FILE]`, without a file the one that is shipped.

Each measure in several processes, for one process differs from the next by where its memory happens to lie. About five
minutes on two cores, which should have nothing else to do."""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.machine import facts
from voiceflow.bench.results import PartResult, Results
from voiceflow.bench.run import Run, Wishes, of_the_user
from voiceflow.bench.suites.regression import MEASURES, SUITE
from voiceflow.bench.suites.regression.baseline import Baseline, Was, stored, write

_PROCESSES = 6
_ROUNDS = 16
_MOST_S = 60.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=stored())
    parser.add_argument("--one", metavar="MEASURE", help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.one:
        print(json.dumps(_measured(wanted.one)))
        return 0
    measures = {name: was for part in MEASURES for name, was in _in_processes(part)}
    write(Baseline(time.strftime("%Y-%m-%d"), facts(), measures), wanted.file)
    print(f"Written: {wanted.file}")
    return 0


def _in_processes(part: str) -> Iterator[tuple[str, Was]]:
    """One, or none where it cannot be measured here."""
    told = [_in_process(part) for _ in range(_PROCESSES)]
    if reason := told[0].get("reason"):
        print(f"{part}: left out: {reason}", file=sys.stderr)
        return
    shapes = [each["shape"] for each in told]
    assert all(shape == shapes[0] for shape in shapes), f"{part} is not the same twice: {shapes}"
    print(f"{part}: {len(told)} processes, {sum(len(each['ratios']) for each in told)} rounds", file=sys.stderr)
    yield told[0]["name"], Was(shapes[0], [each["ratios"] for each in told])


def _in_process(part: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "voiceflow.bench.suites.regression", "--one", part]
    told: dict[str, Any] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return told


def _measured(name: str) -> dict[str, Any]:
    """In this process."""
    make, *_ = MEASURES[name]
    part = next(part for part in SUITE.parts if part.name == name)
    with tempfile.TemporaryDirectory(prefix="voiceflow-bench-") as scratch, of_the_user(Path(scratch)) as core:
        into = PartResult(SUITE.name, part.name, part.title)
        run = Run(Wishes(core, Path(scratch)), part, Results("", False, ""), into)
        try:
            with make(run) as measure:
                ratios = list(measure.ratios(_ROUNDS, time.monotonic() + _MOST_S))
                return {"name": measure.name, "shape": measure.shape, "ratios": ratios}
        except CannotRunError as error:
            return {"reason": error.reason}


if __name__ == "__main__":
    sys.exit(main())
