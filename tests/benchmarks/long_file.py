"""A long file, side by side in one run: faster-whisper's sequential way, its batched pipeline and VoiceFlow.

    python3 -m tests.benchmarks.long_file [--models tiny.en base] [--minutes 10] [--rounds 3] [--seed 0] [--sweep]

The file: English clips that the recordings' README admits, in random order, with pauses of 0.2 to 1.5 s. Every side
reads the same WAV file and gives text without times. Rounds take turns, so that a busy moment of the machine meets
every side; the ratio is the median of the rounds' own. `--sweep` finds the batched pipeline's best settings on this
machine; `BATCHED` has what it found. Models: as for `tests.benchmarks.words`."""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from statistics import median

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as `voiceflow transcribe` does; faster-whisper gains a little, too

import ctranslate2
import numpy as np

from tests.benchmarks.scoring import pcm_of
from tests.benchmarks.words import english_clips, model_folder
from tests.speech import SpeechClip
from voiceflow.audio.codecs import write_wav
from voiceflow.audio.files import read
from voiceflow.bench.processes import cpu_s
from voiceflow.bench.scoring import Score, normalized, word_errors
from voiceflow.engines.catalogue import make_first
from voiceflow.engines.stt.contract import DecodeOptions, Recognizer
from voiceflow.engines.stt.whisper import WhisperEngine
from voiceflow.settings import Stt
from voiceflow.transcription.transcriber import Transcriber, TranscriptionOptions

RATE_HZ = 16_000
PAUSE_S = (0.2, 1.5)
NOISE = 0.0003
BATCHED = ((2, 1), (4, 5))
"""Batch sizes and beams of the pipeline's rows."""
SWEEP = tuple(product((2, 4, 8, 16), (5, 1)))

Transcribe = Callable[[Path], str]


@dataclass(slots=True)
class Row:
    name: str
    transcribe: Transcribe
    seconds: list[float] = field(default_factory=list)
    processor_s: list[float] = field(default_factory=list)
    text: str = ""

    def hear(self, file: Path) -> None:
        began, began_processor_s = time.perf_counter(), cpu_s()
        self.text = self.transcribe(file)
        self.processor_s.append(cpu_s() - began_processor_s)
        self.seconds.append(time.perf_counter() - began)

    def faster_than(self, other: "Row") -> float:
        return median(theirs / mine for theirs, mine in zip(other.seconds, self.seconds, strict=True))


class Store:
    """The model's folder stands for its name."""

    def folder(self, name: str) -> Path:
        return model_folder(name)

    def best(self, family: str = "stt", language: str = "") -> str:
        raise AssertionError("the benchmark names its model")


def joined(clips: Sequence[SpeechClip], minutes: float, seed: int) -> "tuple[np.ndarray, list[SpeechClip]]":
    """The sound and the clips in it, in order. Pauses are not digital silence, as no room's is."""
    draw = np.random.default_rng(seed)
    parts: list[np.ndarray] = []
    taken: list[SpeechClip] = []
    samples = 0
    for at in draw.permutation(len(clips)):
        if samples >= minutes * 60 * RATE_HZ:
            break
        pause = draw.standard_normal(int(draw.uniform(*PAUSE_S) * RATE_HZ)).astype(np.float32) * NOISE
        parts += [pcm_of(clips[at].path), pause]
        taken.append(clips[at])
        samples += sum(map(len, parts[-2:]))
    return np.concatenate(parts), taken


def word_score(clips: Sequence[SpeechClip], text: str) -> Score:
    """Over the whole file; "oh" is the zero that some readers say."""
    said, heard = (_with_zeros(words) for words in (" ".join(clip.spoken for clip in clips), text))
    return word_errors([said], [heard])


def _with_zeros(text: str) -> str:
    return " ".join("zero" if word == "oh" else word for word in normalized(text).split())


def faster_whisper_rows(folder: Path, batched: Sequence[tuple[int, int]]) -> Iterator[Row]:
    from faster_whisper import BatchedInferencePipeline, WhisperModel

    model = WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=os.cpu_count() or 1)
    pipeline = BatchedInferencePipeline(model)

    def sequential(file: Path) -> str:
        segments, _ = model.transcribe(str(file), beam_size=5, language="en")
        return "".join(segment.text for segment in segments)

    yield Row("faster-whisper sequential, beam 5", sequential)
    for batch_size, beam_size in batched:

        def in_batches(file: Path, batch_size: int = batch_size, beam_size: int = beam_size) -> str:
            segments, _ = pipeline.transcribe(str(file), batch_size=batch_size, beam_size=beam_size, language="en")
            return " ".join(segment.text for segment in segments)

        yield Row(f"faster-whisper batches of {batch_size}, beam {beam_size}", in_batches)


def voiceflow_row(recognizer: Recognizer, fast: bool) -> Row:
    options = TranscriptionOptions(DecodeOptions(language="en"), fast=fast)
    transcriber = Transcriber(recognizer, make_first("vad"), options)

    def transcribe(path: Path) -> str:
        with read(path) as file:
            return transcriber.transcribe(file).text

    return Row(f"VoiceFlow{' --fast' if fast else ''}", transcribe)


def run(rows: Sequence[Row], file: Path, rounds: int) -> None:
    for number in range(rounds):
        for row in rows if number % 2 == 0 else reversed(rows):
            row.hear(file)
            sys.stderr.write(f"  round {number + 1}: {row.name} {row.seconds[-1]:.1f} s\n")


def table(rows: Sequence[Row], clips: Sequence[SpeechClip], duration_s: float) -> Iterator[str]:
    """Each row beside the fastest of the batched ones."""
    batched = min((row for row in rows if "batches" in row.name), key=lambda row: median(row.seconds), default=rows[0])
    for row in rows:
        seconds = median(row.seconds)
        yield (
            f"  {row.name:36} {seconds:6.1f} s  {duration_s / seconds:5.1f} x real time"
            f"  {row.faster_than(batched):5.2f} x batched  processor {median(row.processor_s):6.1f} s"
            f"  {word_score(clips, row.text)}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--models", nargs="+", default=["tiny.en", "base"])
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--sweep", action="store_true", help="only faster-whisper, in more settings")
    wanted = parser.parse_args()
    ctranslate2.set_random_seed(0)  # for the temperatures
    sound, clips = joined(english_clips(), wanted.minutes, wanted.seed)
    duration_s = len(sound) / RATE_HZ
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "long.wav"
        write_wav(file, sound, RATE_HZ)
        for model in wanted.models:
            rows = list(faster_whisper_rows(model_folder(model), SWEEP if wanted.sweep else BATCHED))
            if wanted.sweep:
                run(rows, file, wanted.rounds)
            else:
                recognizer = WhisperEngine(Stt(device="cpu"), Store()).load(model)
                rows += [voiceflow_row(recognizer, fast) for fast in (False, True)]
                run(rows, file, wanted.rounds)
                recognizer.close()
            sys.stdout.write(f"{model}: {duration_s / 60:.1f} minutes, {len(clips)} clips, {wanted.rounds} rounds\n")
            sys.stdout.write("\n".join(table(rows, clips, duration_s)) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
