"""A file of three hours: the memory that its transcription takes, and whether its last words are still on time.

    python3 -m tests.benchmarks.three_hours [--model tiny.en] [--hours 3] [--fast]

The file is one stretch of real speech again and again, so that every word is known to come at the same distance: how
far it is from there is the drift. Exit code 1 when it passes 50 ms, or when memory grows by more than 30 MB after the
first ten minutes."""

import argparse
import os
import sys
import tempfile
import wave
from bisect import bisect
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path
from statistics import median

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as `voiceflow transcribe` does

import numpy as np

from tests.benchmarks.long_file import NOISE, RATE_HZ, Store, joined
from tests.benchmarks.words import english_clips
from voiceflow.audio.codecs import to_int16
from voiceflow.audio.files import read
from voiceflow.bench.processes import rss_bytes
from voiceflow.engines.catalogue import make_first
from voiceflow.engines.stt.contract import DecodeOptions, Word
from voiceflow.engines.stt.whisper import WhisperEngine
from voiceflow.settings import Stt
from voiceflow.transcription.transcriber import Transcriber, TranscriptionOptions

STRETCH_MINUTES = 4.0
PAUSE_SAMPLES = 100 * 512
"""Long enough that the VAD begins every stretch as it began the first."""
WARM_S = 600.0
MOST_GROWTH_MB = 30.0
MOST_DRIFT_S = 0.05
FEWEST_WORDS = 20


def stretch() -> np.ndarray:
    """Float32 at 16 kHz, of whole VAD frames, with a pause behind it."""
    sound, _ = joined(english_clips(), STRETCH_MINUTES, seed=0)
    pause = PAUSE_SAMPLES + -len(sound) % 512
    return np.concatenate([sound, np.random.default_rng(0).standard_normal(pause).astype(np.float32) * NOISE])


def write(path: Path, sound: np.ndarray, times: int) -> None:
    frames = to_int16(sound)
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE_HZ, 0, "NONE", ""))
        for _ in range(times):
            file.writeframes(frames)


def drifts_s(words: Sequence[Word], stretch_s: float, number: int) -> list[float]:
    """Of the words of one stretch, beside the same words of the first one."""
    starts = [word.start_s for word in words]

    def of(at: int) -> list[Word]:
        return list(words[bisect(starts, at * stretch_s) : bisect(starts, (at + 1) * stretch_s)])

    first, later = of(0), of(number)
    texts = [[word.text for word in side] for side in (first, later)]
    blocks = SequenceMatcher(None, *texts, autojunk=False).get_matching_blocks()
    pairs = [(first[b.a + at], later[b.b + at]) for b in blocks for at in range(b.size)]
    return [later.start_s - first.start_s - number * stretch_s for first, later in pairs]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", default="tiny.en")
    parser.add_argument("--hours", type=float, default=3.0)
    parser.add_argument("--fast", action="store_true")
    wanted = parser.parse_args()
    sound = stretch()
    stretch_s = len(sound) / RATE_HZ
    times = max(2, round(wanted.hours * 3600 / stretch_s))
    memory: list[tuple[float, float]] = []

    def note(done_s: float, _: float | None) -> None:
        memory.append((done_s, rss_bytes(os.getpid()) / 1e6))
        sys.stderr.write(f"\r{done_s / 60:6.1f} minutes, {memory[-1][1]:6.0f} MB")

    recognizer = WhisperEngine(Stt(device="cpu"), Store()).load(wanted.model)
    options = TranscriptionOptions(DecodeOptions(language="en"), fast=wanted.fast, word_times=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.wav"
        write(path, sound, times)
        with read(path) as file:
            transcript = Transcriber(recognizer, make_first("vad"), options).transcribe(file, note)
    recognizer.close()
    return report(transcript.words, stretch_s, times, memory)


def report(words: Sequence[Word], stretch_s: float, times: int, memory: Sequence[tuple[float, float]]) -> int:
    warm = max(mb for done_s, mb in memory if done_s <= WARM_S)
    growth_mb = max(mb for _, mb in memory) - warm
    apart = drifts_s(words, stretch_s, times - 1)
    drift_s = abs(median(apart)) if len(apart) >= FEWEST_WORDS else float("inf")
    sys.stdout.write(
        f"\n{stretch_s * times / 3600:.2f} h, {len(words)} words\n"
        f"memory: {warm:.0f} MB in the first ten minutes, {growth_mb:+.0f} MB later (at most {MOST_GROWTH_MB:.0f})\n"
        f"drift of the last stretch: median {drift_s * 1000:.1f} ms of {len(apart)} words"
        f" (at most {MOST_DRIFT_S * 1000:.0f}), largest {max(map(abs, apart), default=0.0) * 1000:.0f} ms\n"
    )
    return int(growth_mb > MOST_GROWTH_MB or drift_s > MOST_DRIFT_S)


if __name__ == "__main__":
    sys.exit(main())
