"""How soon a command answers: in processes of their own, in turn with a Python that does nothing."""

import subprocess
import sys
import time

from voiceflow.bench.run import Run
from voiceflow.bench.suite import Part

_COMMANDS = {
    "plain Python": ["-c", "pass"],
    "voiceflow --version": ["-m", "voiceflow", "--version"],
    "import of the core": ["-c", "import voiceflow.core"],
}
_LEAST_ROUNDS, _MOST_ROUNDS = 3, 15


def commands(run: Run) -> None:
    took_ms: dict[str, list[float]] = {name: [] for name in _COMMANDS}
    for round_ in range(_MOST_ROUNDS):
        if round_ >= _LEAST_ROUNDS and run.left_s < run.budget_s / 2:
            break
        for name, arguments in _COMMANDS.items():
            took_ms[name].append(_process_ms(arguments))
        run.progress(round_ / _MOST_ROUNDS)
    for name, samples in took_ms.items():
        run.record_samples(name, samples, "ms", (50, 95))


def _process_ms(arguments: list[str]) -> float:
    began_s = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    return (time.perf_counter() - began_s) * 1e3


PARTS = (Part("commands", "How soon a command answers", commands, 12, 30),)
