"""The model in a process of its own (`stt.isolated`, the default) against the model in the app's process: time to load,
time of a decode, memory with the model and after it is given back. `python -m tests.benchmarks.isolation [--rounds 5]`

Loading and memory are measured in a new process each time, as before the first dictation: with the history's, the
voice detector's and the sound libraries imported. Decodes are of one sentence of the starter voice, both ways in turn
in one process, so that a busy machine slows both."""

import argparse
import gc
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

from voiceflow.bench.suites.memory.footprint import footprint

TEXT = "Please send the report to the office before the end of the week."
WAYS = {"isolated": True, "in the app": False}
ROWS = {
    "load_s": "load and warm up, s",
    "before_mb": "memory before, MB",
    "loaded_mb": "with the model, once idle, MB",
    "after_mb": "after it is given back, MB",
    "again_mb": "after five times of loading and giving back, MB",
}
IDLE_S = 4.0
"""The model's process gives back what it does not use after 3 s."""


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--decodes", type=int, default=40)
    arguments.add_argument("--model", action="append")
    arguments.add_argument("--one", help=argparse.SUPPRESS)
    wanted = arguments.parse_args()
    models = wanted.model or ["tiny.en", "base"]
    if wanted.one:
        json.dump(lives(models[0], WAYS[wanted.one]), sys.stdout)
        return
    for model in models:
        runs: dict[str, list[dict[str, float]]] = {way: [] for way in WAYS}
        for _ in range(wanted.rounds):
            for way, found in runs.items():
                found.append(_in_a_new_process(model, way))
        print(table(model, runs), decodes(model, wanted.decodes), sep="\n", flush=True)


def _in_a_new_process(model: str, way: str) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.isolation", "--one", way, "--model", model]
    found: dict[str, float] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return found


def lives(model: str, isolated: bool) -> dict[str, float]:
    """One life of a model, and what four more leave behind."""
    load, sound = _loader(isolated), _sound()
    found = {"before_mb": _memory_mb()}
    begun_s = time.perf_counter()
    recognizer = load(model)
    found["load_s"] = time.perf_counter() - begun_s
    recognizer.decode(_request(sound))
    time.sleep(IDLE_S)
    found["loaded_mb"] = _memory_mb()
    _give_back(recognizer)
    del recognizer
    found["after_mb"] = _memory_mb()
    for _ in range(4):
        again = load(model)
        again.decode(_request(sound))
        _give_back(again)
        del again
    found["again_mb"] = _memory_mb()
    return found


def _loader(isolated: bool) -> Callable[[str], Any]:
    """Of a core that has imported what a running one has."""
    from voiceflow.core import Core, _import
    from voiceflow.history import store  # noqa: F401

    core = Core()
    core.settings.stt.isolated = isolated
    _import()
    core.vad()
    return lambda model: core.engines.stt().load(model)


def _sound() -> Any:
    """White noise speaks as long as words do, and needs no voice in this process."""
    import numpy as np

    return np.random.default_rng(0).normal(0, 0.05, 5 * 16_000).astype(np.float32)


def _request(pcm: Any) -> Any:
    from voiceflow.engines.stt.contract import DecodeOptions, DecodeRequest

    return DecodeRequest(pcm, DecodeOptions(language="en"))


def _give_back(recognizer: Any) -> None:
    from voiceflow.engines.stt.whisper_memory import give_back

    recognizer.close()
    gc.collect()
    give_back()


def _memory_mb() -> float:
    return footprint(os.getpid()).alone_mb


def decodes(model: str, count: int) -> str:
    import numpy as np

    from voiceflow.audio.resample import Resampler
    from voiceflow.core import Core

    with Core() as core:
        blocks = list(core.engines.tts().synthesize(TEXT))
    spoken = np.concatenate([block.pcm for block in blocks])
    pcm = Resampler(blocks[0].rate_hz, 1).push_samples(spoken, last=True)
    made = {way: _loader(isolated)(model) for way, isolated in WAYS.items()}
    times: dict[str, list[float]] = {way: [] for way in WAYS}
    for _ in range(count + 2):
        for way, recognizer in made.items():
            begun_s = time.perf_counter()
            recognizer.decode(_request(pcm))
            times[way].append((time.perf_counter() - begun_s) * 1000)
    for recognizer in made.values():
        recognizer.close()
    pairs = [one / other for one, other in zip(times["isolated"][2:], times["in the app"][2:], strict=True)]
    cells = [f"{statistics.median(values[2:]):.0f}" for values in times.values()]
    words = f"decode of {len(pcm) / 16_000:.1f} s, ms; ratio of pairs {statistics.median(pairs):.2f}"
    return f"| {words} | {' | '.join(cells)} |\n"


def table(model: str, runs: dict[str, list[dict[str, float]]]) -> str:
    lines = [f"| {model} | " + " | ".join(runs) + " |", "|---" * (1 + len(runs)) + "|"]
    for name, words in ROWS.items():
        cells = [
            f"{statistics.median(run[name] for run in found):.{1 if name == 'load_s' else 0}f}"
            for found in runs.values()
        ]
        lines.append(f"| {words} | {' | '.join(cells)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
