"""`python -m voiceflow.bench.suites.memory.staging` is a process that becomes VoiceFlow step by step and tells after
each step what it holds: nothing may be loaded in it before its turn. On stdin: `Wanted`; on stdout: one JSON object for
each stage."""

import gc
import json
import os
import pickle
import sys
import time
import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voiceflow.bench.suites.memory.footprint import footprint
from voiceflow.bench.suites.memory.held import held
from voiceflow.metrics.heap import heap

if TYPE_CHECKING:
    from voiceflow.core import Core
    from voiceflow.paths import Paths
    from voiceflow.settings import Settings

_SETTLED_MB, _LOOK_AGAIN_S, _SETTLES_WITHIN_S = 0.3, 0.1, 2.0
_DICTATIONS, _IDLE_S = 5, 3.5
"""A model's process gives back what it does not need now when nothing was asked of it for 3 s."""
_TEXT = "The report goes to the office before the end of the week."


@dataclass(frozen=True, slots=True)
class Wanted:
    """`speech`: float32, mono at 16 kHz."""

    paths: "Paths"
    settings: "Settings"
    speech: bytes


def main() -> None:
    wanted = sys.stdin.buffer.read()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what libraries print is no answer
    if "--trace" in sys.argv:
        tracemalloc.start()
    for stage in _stages(wanted):
        print(json.dumps({"stage": stage} | _measured()), file=answers, flush=True)


def _measured() -> dict[str, float]:
    """MB, once it has settled: imports go on behind, and a process takes a moment to end."""
    gc.collect()
    until_s, before = time.monotonic() + _SETTLES_WITHIN_S, held(os.getpid())
    while time.monotonic() < until_s:
        time.sleep(_LOOK_AGAIN_S)
        now = held(os.getpid())
        settled = abs(now.own - before.own) < _SETTLED_MB
        before = now
        if settled:
            break
    malloc = heap()
    return {
        "alone": footprint(os.getpid()).alone_mb if sys.platform == "linux" else before.own,
        "PSS": before.pss,
        "RSS": before.rss,
        "allocator": malloc.used_bytes / 1e6,
        "allocator kept": malloc.free_bytes / 1e6,
        "Python heap": tracemalloc.get_traced_memory()[0] / 1e6,
    }


def _stages(wanted: bytes) -> Iterator[str]:
    yield "interpreter"
    from voiceflow.core import Core

    yield "import"
    told: Wanted = pickle.loads(wanted)  # noqa: S301 from our own parent
    with Core(told.paths, told.settings) as core:
        core.events  # noqa: B018 made when it is first asked for
        yield "core"
        core.history  # noqa: B018
        yield "history"
        _listen(core)
        yield "voice activity"
        yield from _dictations(core, told.speech)
        yield from _voice(core)


def _listen(core: "Core") -> None:
    import numpy as np

    from voiceflow.engines.vad.contract import FRAME_SAMPLES

    core.vad().probability(np.zeros(FRAME_SAMPLES, np.float32))


def _dictations(core: "Core", speech: bytes) -> Iterator[str]:
    import numpy as np

    from voiceflow.bench.suites.memory.dictating import Dictating

    dictating = Dictating(core, np.frombuffer(speech, np.float32))
    yield "at rest"
    dictating.dictate()
    yield "model loaded"
    for _ in range(_DICTATIONS):
        dictating.dictate()
    yield "dictations"
    if "--trace" not in sys.argv:
        time.sleep(_IDLE_S)
        yield "model loaded, idle"
    assert core.dictation
    core.dictation.use_model(core.engines.recognizer)  # which unloads the one before at once
    yield "model unloaded"


def _voice(core: "Core") -> Iterator[str]:
    voice = core.engines.tts()
    for _ in voice.synthesize(_TEXT, language="en"):
        """What is said is not wanted, only that it was made."""
    yield "voice loaded"
    voice.close()
    yield "voice unloaded"


if __name__ == "__main__":
    main()
