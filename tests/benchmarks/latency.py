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
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from tests.benchmarks.scoring import pcm_of
from tests.speech import read_manifest
from voiceflow.audio.frames import Block
from voiceflow.bench.forced import ForcedPlain, ForcedRecognizer
from voiceflow.bench.random_whisper import random_whisper
from voiceflow.bench.replay import Replay
from voiceflow.bench.samples import RATE_HZ, Sample, phrases, sample
from voiceflow.bench.scoring import percentile
from voiceflow.dictation.listening import Listening
from voiceflow.dictation.recognition import Recognition
from voiceflow.dictation.reports import Recognized, Report
from voiceflow.dictation.utterance import ListeningOptions
from voiceflow.engines import catalogue
from voiceflow.engines.stt.contract import DecodeOptions
from voiceflow.engines.vad.contract import Vad
from voiceflow.settings import Stt

COUNTS = {5: 40, 15: 40, 60: 20, 300: 20}
QUICK_COUNTS = {5: 8, 15: 8, 60: 3, 300: 1}
LONGEST_S = {"tiny": 300, "base": 300, "small": 60}
LEAST_FACTORS = {5: 5.0, 15: 8.0, 60: 25.0, 300: 100.0}
CLIPS = Path(os.environ.get("VOICEFLOW_TEST_SPEECH") or Path(__file__).parents[3] / "shared" / "speech")


@dataclass(slots=True)
class Row:
    """Seconds; `cpu_per_s` is processor time per dictated second."""

    size: str
    length_s: int
    waits_s: list[float] = field(default_factory=list)
    plain_waits_s: list[float] = field(default_factory=list)
    cpu_s: float = 0.0
    plain_cpu_s: float = 0.0
    dictated_s: float = 0.0
    decodes: int = 0
    dropped: int = 0

    def as_dict(self) -> dict[str, Any]:
        p50, p95 = percentile(self.waits_s, 50), percentile(self.waits_s, 95)
        plain = percentile(self.plain_waits_s, 50)
        return {
            "size": self.size,
            "length_s": self.length_s,
            "dictations": len(self.waits_s),
            "p50_s": p50,
            "p95_s": p95,
            "plain_p50_s": plain,
            "plain_p95_s": percentile(self.plain_waits_s, 95),
            "times_faster": plain / max(p50, 0.001),
            "cpu_per_s": self.cpu_s / self.dictated_s,
            "plain_cpu_per_s": self.plain_cpu_s / self.dictated_s,
            "cpu_ratio": self.cpu_s / self.plain_cpu_s,
            "decodes_per_dictation": self.decodes / len(self.waits_s),
            "guesses_dropped": self.dropped / len(self.waits_s),
        }


def main() -> int:
    wishes = _arguments()
    vad: Vad = catalogue.engine("vad", "silero").load()()
    clips = read_manifest(CLIPS).for_word_error_rate("en")
    spoken = phrases([pcm_of(clip.path) for clip in clips], vad)
    result: dict[str, Any] = {"threads": wishes.threads, "rows": [], "bounds": {}}
    with tempfile.TemporaryDirectory() as scratch:
        for size in wishes.sizes:
            folder = random_whisper(size, Path(wishes.models or scratch))
            bench = Bench(folder, size, vad, spoken, wishes.threads)
            result["bounds"][size] = bench.bounds()
            for length_s in wishes.lengths:
                if length_s <= LONGEST_S[size]:
                    result["rows"].append(bench.measure(length_s, wishes.count or wishes.counts[length_s]))
                    _print_row(result["rows"][-1], result["bounds"][size])
            if wishes.real_time:
                result["bounds"][size]["real_time"] = bench.in_real_time()
            bench.close()
            print(f"  {size}: {json.dumps(result['bounds'][size])}", file=sys.stderr)
    _print_flatness(result["rows"])
    if wishes.json:
        wishes.json.write_text(json.dumps(result, indent=1))
    return 0


class Bench:
    def __init__(self, folder: Path, size: str, vad: Vad, spoken: list[np.ndarray], threads: int) -> None:
        self._size, self._vad, self._spoken = size, vad, spoken
        self._recognizer = ForcedRecognizer(folder, threads)
        self._plain = ForcedPlain(folder, threads)
        self._options = ListeningOptions(decode=DecodeOptions(beam_size=Stt().beam_size))
        for warm in (self._ours, self._theirs):
            warm(sample(spoken, 5, seed=0), Row(size, 0))

    def measure(self, length_s: int, count: int) -> dict[str, Any]:
        row = Row(self._size, length_s)
        for seed in range(count):
            given = sample(self._spoken, length_s, seed=1000 * length_s + seed)
            row.dictated_s += given.key_up_s
            self._ours(given, row)
            self._theirs(given, row)
        return row.as_dict()

    def bounds(self) -> dict[str, float]:
        """What the issue compares with: one encoder pass of 1,500 frames and 10 steps, one of 2,256 and 25."""
        found = self._recognizer.bounds()
        told = {"p50_bound_s": found.p50_s, "p95_bound_s": found.p95_s, "one_repeat_s": found.one_repeat_s}
        return asdict(found) | told

    def in_real_time(self) -> dict[str, float]:
        """The same 60 s through the product's threads, second for second, and on the virtual clock."""
        given = sample(self._spoken, 60, seed=60_000)
        row = Row(self._size, 60)
        self._ours(given, row)
        return {"virtual_s": row.waits_s[0], "real_s": self._in_real_time(given)}

    def close(self) -> None:
        self._recognizer.close()

    def _ours(self, given: Sample, row: Row) -> None:
        replayed = Replay(self._recognizer, self._vad, self._options).dictate(given.sound, given.key_up_s)
        row.waits_s.append(replayed.wait_s)
        row.cpu_s += replayed.cpu_s
        row.decodes += replayed.recognized.decodes.made
        row.dropped += replayed.recognized.decodes.dropped

    def _theirs(self, given: Sample, row: Row) -> None:
        began_s, began_cpu_s = time.perf_counter(), time.process_time()
        self._plain.transcribe(given.sound[: int(given.key_up_s * RATE_HZ)])
        row.plain_waits_s.append(time.perf_counter() - began_s)
        row.plain_cpu_s += time.process_time() - began_cpu_s

    def _in_real_time(self, given: Sample) -> float:
        texts: list[Recognized] = []
        done = threading.Event()

        def report(told: Report) -> None:
            if isinstance(told, Recognized):
                texts.append(told)
                done.set()

        recognition = Recognition(lambda: self._recognizer, lambda _: None)
        listening = Listening(lambda: self._vad, recognition, self._options, report)
        recognition.start()
        listening.start()
        listening.begin("bench", lambda _: None)
        _play(given, listening)
        done.wait(60)
        listening.stop()
        recognition.stop()
        return texts[0].key_up_to_text_ms / 1000


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
            print(f"{size}: {at} longest against shortest {of_size[-1][at] / of_size[0][at]:.2f}")


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
