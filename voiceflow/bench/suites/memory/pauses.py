"""How long the garbage collection holds everything up while somebody dictates."""

import gc
import time
from typing import TYPE_CHECKING, Any

from voiceflow.bench.suites.memory.dictating import Dictating, shortest_clip, with_null_recognition

if TYPE_CHECKING:
    from voiceflow.bench.run import Run

_CLOSING_S = 1.0
_MOST = 300


class Pauses:
    """Collections by generation, in ms, on whichever thread they happen: all others wait, for the interpreter's lock is
    held. A context."""

    def __init__(self) -> None:
        self.ms: dict[int, list[float]] = {0: [], 1: [], 2: []}
        self._began_s = 0.0

    def __enter__(self) -> "Pauses":
        gc.callbacks.append(self._told)
        return self

    def __exit__(self, *_: object) -> None:
        gc.callbacks.remove(self._told)

    @property
    def all_ms(self) -> list[float]:
        return [pause for pauses in self.ms.values() for pause in pauses]

    def _told(self, phase: str, about: dict[str, Any]) -> None:
        if phase == "start":
            self._began_s = time.perf_counter()
        else:
            self.ms[about["generation"]].append((time.perf_counter() - self._began_s) * 1000)


def measure(run: "Run") -> None:
    """While nothing else collects: as the program is, with all that this process has loaded."""
    speech = shortest_clip(run)
    settings = with_null_recognition(run.wishes.core.settings, run.wishes.scratch)
    with run.core("pauses", settings) as core:
        dictating = Dictating(core, speech)
        dictating.dictate()
        with Pauses() as pauses:
            began_s, done = time.monotonic(), 0
            while done < _MOST and (done < 2 or run.left_s > _CLOSING_S):
                run.progress(run.spent)
                dictating.dictate()
                done += 1
            took_s = time.monotonic() - began_s
    _tell(run, pauses, done, took_s)


def _tell(run: "Run", pauses: Pauses, dictations: int, took_s: float) -> None:
    all_ms = pauses.all_ms or [0.0]
    run.record_samples("pause", all_ms, "ms", percents=(50, 95))
    run.record("longest pause", max(all_ms), "ms")
    run.record("paused per dictation", sum(all_ms) / dictations, "ms")
    run.record("share of the time", sum(all_ms) / took_s / 10, "%", note="dictations without a break between them")
    for generation, ms in pauses.ms.items():
        run.record(f"collections of generation {generation} per dictation", len(ms) / dictations, "")
    run.note(
        f"{dictations} dictations with null recognition, as fast as they go, in a process that has loaded the suites, "
        "too: a full collection looks at their objects as well."
    )
