"""Measures how many threads suit this machine; `voiceflow doctor --tune` asks for it."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from voiceflow.engines.stt.whisper_model import WhisperModel
from voiceflow.engines.stt.whisper_threads import Layout, usable_cores

_FRAMES = 1_000
_TOKENS = 12
_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds, medians: an encoder pass over 10 s, and the decode of 12 tokens."""

    threads: int
    encode_ms: float
    decode_ms: float

    @property
    def total_ms(self) -> float:
        return self.encode_ms + self.decode_ms


@dataclass(frozen=True, slots=True)
class Tuning:
    """`threads` is what `stt.threads` should be."""

    threads: int
    timings: tuple[Timing, ...]


def tune(folder: Path, beam_size: int = 1, cores: int = 0) -> Tuning:
    """Some seconds, on an idle machine. Loads the model once for each number of threads, one after the other."""
    most = cores or usable_cores()
    counts = [count for count in (1, 2, 4, 6, 8) if count <= most]
    timings = tuple(_timing(folder, count, beam_size) for count in counts)
    return Tuning(min(timings, key=lambda timing: timing.total_ms).threads, timings)


def _timing(folder: Path, threads: int, beam_size: int) -> Timing:
    import ctranslate2
    import numpy as np

    model = WhisperModel(folder, "cpu", "auto", Layout(1, threads))
    handle, tokens = model.handle, model.tokens
    noise = np.random.default_rng(0).normal(0, 1, (1, int(handle.n_mels), _FRAMES)).astype(np.float32)
    mel = ctranslate2.StorageView.from_array(noise)
    language = "en" if "en" in tokens.languages else next(iter(tokens.languages))
    prompt = [*tokens.start_sequence(language, "transcribe"), tokens.no_timestamps]
    encoded = handle.encode(mel)

    def decode() -> Any:
        length = len(prompt) + _TOKENS
        return handle.generate(encoded, [prompt], max_length=length, beam_size=beam_size, suppress_tokens=[tokens.end])

    timing = Timing(threads, _median_ms(lambda: handle.encode(mel)), _median_ms(decode))
    model.close()
    return timing


def _median_ms(work: Callable[[], Any]) -> float:
    def once() -> float:
        began = time.perf_counter()
        work()
        return (time.perf_counter() - began) * 1e3

    once()
    return median(once() for _ in range(_ROUNDS))
