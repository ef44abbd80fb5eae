"""What the desktop app holds: before the first dictation, with the model loaded, after it is unloaded, and whether
it grows over many dictations. `python -m tests.benchmarks.memory [--dictations 500] [--model tiny.en] [--window]`

Everything is real: X server, microphone, model, encrypted history, clipboard, another program's window. The microphone
hears a sentence again and again; the control socket begins and ends dictations somewhere in it. `--window`: the window
is open. Exits with 1 when the app holds more than the limits."""

import argparse
import os
import statistics
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.benchmarks.dictation import speech
from tests.end_to_end.program import VoiceFlow
from tests.end_to_end.rig import Desktop, wait_until
from tests.end_to_end.targets import Editor
from voiceflow.bench.suites.memory.footprint import Footprint, footprint
from voiceflow.bench.suites.memory.growth import slope
from voiceflow.bench.suites.memory.held import descendants

MOST_BEFORE_MB = 150.0
MOST_KEPT_MB = 30.0
MOST_GROWTH_MB = 5.0
"""Over 500 dictations: what a histogram, a page cache and the last 200 traces may still fill."""
SETTLED_S, HELD_S, UNLOAD_AFTER_S = 10.0, 0.4, 6
SAMPLE_EACH, TELLING_SAMPLES = 5, 40
CONFIG = (
    '[stt]\nmodel = "{model}"\nlanguage = "en"\nunload_after_s = {unload}\n'
    "[ui]\nshow_window_at_start = {window}\n[audio]\nstart_cue = false\n"
)


class Measured:
    """One run of the app. `samples`: number of dictations, private memory of the app and of the model's process."""

    def __init__(self) -> None:
        self.before = self.loaded = self.unloaded = Footprint(0.0, 0.0, {})
        self.samples: list[tuple[int, float, float]] = []


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--dictations", type=int, default=500)
    arguments.add_argument("--model", action="append")
    arguments.add_argument("--window", action="store_true")
    wanted = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        clip = speech(Path(folder) / "speech.wav")
        runs = {model: measure(model, clip, wanted.dictations, wanted.window) for model in wanted.model or ["tiny.en"]}
    print(table(runs, "open" if wanted.window else "closed"))
    return int(any(too_much(run) for run in runs.values()))


def measure(model: str, clip: Path, dictations: int, window: bool) -> Measured:
    config = CONFIG.format(model=model, unload=UNLOAD_AFTER_S, window=str(window).lower())
    run = Measured()
    with Desktop() as desktop, VoiceFlow(desktop, config) as app, Editor(desktop) as editor, spoken(desktop, clip):
        root = app.process.pid
        _wait(SETTLED_S)
        run.before = footprint(root)
        for number in range(1, dictations + 1):
            dictate(app)
            editor.clear()
            if number % SAMPLE_EACH == 0:
                run.loaded = footprint(root)
                run.samples.append((number, *_parts(run.loaded, root)))
                _tell(" ".join(f"{figure:.1f}" for figure in run.samples[-1]))
        wait_until(lambda: not descendants(root), "the model's end", UNLOAD_AFTER_S + 60)
        _wait(SETTLED_S)
        run.unloaded = footprint(root)
    return run


def _parts(held: Footprint, root: int) -> tuple[float, float]:
    rest = sum(held.private_mb[pid] for pid in held.private_mb if pid != root)
    return held.private_mb[root], rest


@contextmanager
def spoken(desktop: Desktop, clip: Path) -> Iterator[None]:
    """Somebody says the same again and again."""
    ended = threading.Event()

    def speak() -> None:
        while not ended.is_set():
            desktop.play(clip)

    thread = threading.Thread(target=speak, name="somebody")
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def dictate(app: VoiceFlow) -> None:
    before = app.ask("status")["last"]
    app.ask("start")
    app.wait_for_state("listening")
    _wait(HELD_S)
    app.ask("stop")
    app.wait_for_delivery(before)


def _wait(seconds: float) -> None:
    threading.Event().wait(seconds)


def _tell(line: str) -> None:
    if sys.stderr.isatty() or "VOICEFLOW_LOG" in os.environ:
        print(line, file=sys.stderr, flush=True)


def growth(run: Measured, column: int) -> tuple[float, float, float] | None:
    """Per 500 dictations, the first fifth left out: caches fill. None for too few to tell."""
    if len(run.samples) < TELLING_SAMPLES:
        return None
    late = run.samples[len(run.samples) // 5 :]
    found = slope([sample[0] for sample in late], [sample[column] for sample in late])
    return found.middle * 500, found.low * 500, found.high * 500


def too_much(run: Measured) -> bool:
    grown = any(rise and rise[0] > MOST_GROWTH_MB for rise in (growth(run, 1), growth(run, 2)))
    kept = max(run.unloaded.pss_mb - run.before.pss_mb, run.unloaded.alone_mb - run.before.alone_mb)
    return run.before.alone_mb > MOST_BEFORE_MB or kept > MOST_KEPT_MB or grown


def table(runs: dict[str, Measured], window: str) -> str:
    lines = [
        f"| PSS of all processes (and if nothing else ran), MB; window {window} | " + " | ".join(runs) + " |",
        "|---" * (len(runs) + 1) + "|",
    ]
    rows: dict[str, Any] = {
        "before the first dictation": lambda run: _both(run.before),
        "with the model loaded": lambda run: _both(run.loaded),
        "of which private to the app": lambda run: f"{statistics.median(sample[1] for sample in run.samples):.0f}",
        "after unloading": lambda run: _both(run.unloaded),
        "growth per 500 dictations, app": lambda run: _range(growth(run, 1)),
        "growth per 500 dictations, model's process": lambda run: _range(growth(run, 2)),
    }
    for words, cell in rows.items():
        lines.append(f"| {words} | " + " | ".join(cell(run) for run in runs.values()) + " |")
    return "\n".join(lines)


def _both(held: Footprint) -> str:
    return f"{held.pss_mb:.0f} ({held.alone_mb:.0f})"


def _range(rise: tuple[float, float, float] | None) -> str:
    if rise is None:
        return "too few dictations"
    return f"{rise[0]:+.1f} ({rise[1]:+.1f} to {rise[2]:+.1f})"


if __name__ == "__main__":
    sys.exit(main())
