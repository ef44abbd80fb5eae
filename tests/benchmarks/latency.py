"""From key-up to the text, next to plain faster-whisper as other dictation programs call it (beam 5, language unknown,
everything after key-up), in one run, dictation by dictation: `python3 -m tests.benchmarks.latency [--quick]`.

The models have random weights and the exact shapes of real ones. Both sides make three tokens a second of speech, and
no decode is repeated, because random weights always look like a bad decode: the cost of one repeat is printed apart."""

import argparse
import json
import os
import sys
import tempfile
import threading
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from tests.benchmarks.scoring import pcm_of
from tests.speech import read_manifest
from voiceflow.audio.frames import Block
from voiceflow.bench.results import PartResult, Results
from voiceflow.bench.run import Run, Wishes
from voiceflow.bench.samples import RATE_HZ, Sample, phrases, sample
from voiceflow.bench.scoring import percentile
from voiceflow.bench.suites.core.recognition import PARTS, Cell, dictate
from voiceflow.bench.suites.core.sides import Ours, Theirs
from voiceflow.bench.suites.core.subjects import shape
from voiceflow.core import Core
from voiceflow.dictation.listening import Listening
from voiceflow.dictation.recognition import Recognition
from voiceflow.dictation.reports import Recognized, Report
from voiceflow.options import listening_options
from voiceflow.settings import Settings, Stt

COUNTS = {5: 40, 15: 40, 60: 20, 300: 20}
QUICK_COUNTS = {5: 8, 15: 8, 60: 3, 300: 1}
LONGEST_S = {"tiny": 300, "base": 300, "small": 60}
LEAST_S = 0.001
"""A guess that was right is there at once; ratios take it for this."""
LEAST_FACTORS = {5: 5.0, 15: 8.0, 60: 25.0, 300: 100.0}
CLIPS = Path(os.environ.get("VOICEFLOW_TEST_SPEECH") or Path(__file__).parents[3] / "shared" / "speech")


def main() -> int:
    wishes = _arguments()
    settings = Settings(stt=Stt(threads=wishes.threads))
    result: dict[str, Any] = {"threads": wishes.threads, "rows": [], "bounds": {}}
    with tempfile.TemporaryDirectory() as scratch, Core(settings=settings) as core:
        clips = read_manifest(CLIPS).for_word_error_rate("en")
        spoken = phrases([pcm_of(clip.path) for clip in clips], core.vad())
        part = PartResult("core", "latency", "")
        run = Run(Wishes(core, wishes.models or Path(scratch)), PARTS[0], Results("", False, ""), part)
        for size in wishes.sizes:
            bench = Bench(run, size, spoken)
            bounds = result["bounds"][size] = bench.bounds()
            for length_s in wishes.lengths:
                if length_s <= LONGEST_S[size]:
                    result["rows"].append(bench.measure(length_s, wishes.count or wishes.counts[length_s]))
                    _print_row(result["rows"][-1], bounds)
            if wishes.real_time:
                bounds["real_time"] = bench.in_real_time()
            bench.close()
            print(f"  {size}: {json.dumps(bounds)}", file=sys.stderr)
    _print_flatness(result["rows"])
    if wishes.json:
        wishes.json.write_text(json.dumps(result, indent=1))
    return 0


class Bench:
    def __init__(self, run: Run, size: str, spoken: list[np.ndarray]) -> None:
        self._core, self._spoken, self._size = run.wishes.core, spoken, size
        subject = shape(run, size)
        self._ours = Ours(run, subject)
        self._theirs = Theirs(run, subject, self._ours.recognizer)
        dictate(Cell(5, 1), self._ours, self._theirs, sample(spoken, 5, seed=0))

    def measure(self, length_s: int, count: int) -> dict[str, Any]:
        cell = Cell(length_s, count)
        for seed in range(count):
            dictate(cell, self._ours, self._theirs, sample(self._spoken, length_s, seed=1000 * length_s + seed))
        return _row(self._size, cell)

    def bounds(self) -> dict[str, float]:
        """What the issue compares with: one encoder pass of 1,500 frames and 10 steps, one of 2,256 and 25."""
        recognizer: Any = self._ours.recognizer
        found = recognizer.bounds()
        told = {"p50_bound_s": found.p50_s, "p95_bound_s": found.p95_s, "one_repeat_s": found.one_repeat_s}
        return asdict(found) | told

    def in_real_time(self) -> dict[str, float]:
        """The same 60 s through the product's threads, second for second, and on the virtual clock."""
        given = sample(self._spoken, 60, seed=60_000)
        return {"virtual_s": self._ours.dictate(given).wait_s, "real_s": self._in_real_time(given)}

    def close(self) -> None:
        self._ours.close()

    def _in_real_time(self, given: Sample) -> float:
        texts: list[Recognized] = []
        done = threading.Event()

        def report(told: Report) -> None:
            if isinstance(told, Recognized):
                texts.append(told)
                done.set()

        recognition = Recognition(lambda: self._ours.recognizer, lambda _: None)
        listening = Listening(self._core.vad, recognition, listening_options(self._core.settings), report)
        recognition.start()
        listening.start()
        listening.begin("bench", lambda _: None)
        _play(given, listening)
        done.wait(60)
        listening.stop()
        recognition.stop()
        return texts[0].key_up_to_text_ms / 1000


def _row(size: str, cell: Cell) -> dict[str, Any]:
    ours_s, plain_s = ([wait / 1e3 for wait in waits] for waits in (cell.ours_ms, cell.plain_ms))
    p50, plain_p50 = percentile(ours_s, 50), percentile(plain_s, 50)
    return {
        "size": size,
        "length_s": cell.length_s,
        "dictations": cell.done,
        "p50_s": p50,
        "p95_s": percentile(ours_s, 95),
        "plain_p50_s": plain_p50,
        "plain_p95_s": percentile(plain_s, 95),
        "times_faster": plain_p50 / max(p50, LEAST_S),
        "cpu_per_s": cell.cpu_s / cell.sound_s,
        "plain_cpu_per_s": cell.plain_cpu_s / cell.sound_s,
        "cpu_ratio": cell.cpu_s / cell.plain_cpu_s,
        "decodes_per_dictation": cell.decodes / cell.done,
        "guesses_dropped": cell.dropped / cell.done,
    }


def _play(given: Sample, listening: Listening) -> None:
    """Blocks of 32 ms when they are due; the key goes up when it did."""
    began_s, step, up = time.monotonic(), 512, False
    for at in range(0, len(given.sound), step):
        due_s = began_s + (at + step) / RATE_HZ
        if not up and due_s > began_s + given.key_up_s:
            time.sleep(max(0.0, began_s + given.key_up_s - time.monotonic()))
            listening.finish(began_s + given.key_up_s)
            up = True
        time.sleep(max(0.0, due_s - time.monotonic()))
        listening.block(Block(given.sound[at : at + step].tobytes(), 1, RATE_HZ, due_s))


def _print_row(row: dict[str, Any], bounds: dict[str, float]) -> None:
    print(
        f"{row['size']:6s} {row['length_s']:4d} s  p50 {row['p50_s']:.3f} (bound {bounds['p50_bound_s']:.3f})  "
        f"p95 {row['p95_s']:.3f} (bound {bounds['p95_bound_s']:.3f})  plain p50 {row['plain_p50_s']:.2f} "
        f"p95 {row['plain_p95_s']:.2f}  {row['times_faster']:.1f} times faster "
        f"(at least {LEAST_FACTORS.get(row['length_s'], 0):.0f})  cpu a second {row['cpu_per_s']:.3f} / "
        f"{row['plain_cpu_per_s']:.3f} = {row['cpu_ratio']:.2f}  decodes {row['decodes_per_dictation']:.1f}, "
        f"guesses dropped {row['guesses_dropped']:.1f}",
        flush=True,
    )


def _print_flatness(rows: list[dict[str, Any]]) -> None:
    for size in dict.fromkeys(row["size"] for row in rows):
        of_size = [row for row in rows if row["size"] == size]
        for at in ("p50_s", "p95_s"):
            shortest_s, longest_s = (max(row[at], LEAST_S) for row in (of_size[0], of_size[-1]))
            print(f"{size}: {at} longest against shortest {longest_s / shortest_s:.2f}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", nargs="+", default=["tiny", "base", "small"], choices=sorted(LONGEST_S))
    parser.add_argument("--lengths", nargs="+", type=int, default=sorted(COUNTS), choices=sorted(COUNTS))
    parser.add_argument("--count", type=int, help="dictations of each length")
    parser.add_argument("--quick", action="store_true", help="few dictations")
    parser.add_argument("--real-time", action="store_true", help="one minute a size through the real threads too")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--models", type=Path, help="where the random models are kept; a temporary folder without it")
    parser.add_argument("--json", type=Path)
    wishes = parser.parse_args()
    wishes.counts = QUICK_COUNTS if wishes.quick else COUNTS
    return wishes


if __name__ == "__main__":
    sys.exit(main())
