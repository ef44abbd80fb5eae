"""How many threads recognize fastest on this machine: measured on its own voice and model, and kept in the settings."""

import os
import statistics
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from voiceflow.core import Core
from voiceflow.engines.stt.contract import DecodeOptions, DecodeRequest

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SENTENCE = "Please send the report to the office before the end of the week."
_ROUNDS = 5
_CLEARLY_FASTER = 0.95
"""More threads take work from other programs: they must win by so much."""


def tune(core: Core) -> dict[int, float]:
    """Milliseconds of one decode (median) by number of threads; the best number is in `stt.threads` then. Takes some
    seconds. `ModelError` or `EngineError` when there is no model or voice."""
    speech = _speech(core)
    measured = {threads: _decode_ms(core, threads, speech) for threads in _candidates()}
    best = min(measured)
    for threads, decode_ms in measured.items():
        if decode_ms < _CLEARLY_FASTER * measured[best]:
            best = threads
    core.change("stt.threads", best)
    return measured


def _candidates() -> list[int]:
    cores = os.cpu_count() or 1
    return sorted({1, 2, 4, 8, cores} & set(range(1, cores + 1)))


def _speech(core: Core) -> "NDArray[np.float32]":
    import numpy as np
    import soxr

    blocks = list(core.engines.tts().synthesize(_SENTENCE))
    pcm: NDArray[np.float32] = soxr.resample(np.concatenate([b.pcm for b in blocks]), blocks[0].rate_hz, 16_000)
    return pcm


def _decode_ms(core: Core, threads: int, speech: "NDArray[np.float32]") -> float:
    core.settings = replace(core.settings, stt=replace(core.settings.stt, threads=threads))
    recognizer = core.engines.stt().load(core.engines.model_name())
    try:
        request = DecodeRequest(speech, DecodeOptions(language="en"))
        times_ms = []
        for _ in range(_ROUNDS):
            begun_s = time.perf_counter()
            recognizer.decode(request)
            times_ms.append((time.perf_counter() - begun_s) * 1000)
        return statistics.median(times_ms)
    finally:
        recognizer.close()
