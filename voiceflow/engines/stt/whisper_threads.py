"""How many threads work on what."""

import os
from dataclasses import dataclass

MAX_THREADS = 4
"""More threads on one decode wait for each other about 90 times a token."""


@dataclass(frozen=True, slots=True)
class Layout:
    """`workers` decode at the same time, each with its `threads`; they share the weights."""

    workers: int
    threads: int


def one_at_a_time(cores: int, threads: int = 0) -> Layout:
    """Somebody waits for this one decode. `threads` as in the settings; 0 chooses half the cores: the decoder loses
    with each thread more than the encoder gains (`base`, 15 s of sound, 24 tokens, beam 2, on two cores: 66 and 168 ms
    with one thread, 216 and 123 with two). `voiceflow doctor --tune` measures it on this machine."""
    return Layout(1, threads or max(1, min(cores // 2, MAX_THREADS)))


def side_by_side(cores: int, threads: int = 0) -> Layout:
    """Many windows of a file: workers first, for two of one thread beat one of two (5.8 against 4.2 s for 200 s of
    sound with tiny.en, beam 5, on 2 cores)."""
    total = threads or cores
    workers = max(1, min(total, MAX_THREADS))
    return Layout(workers, max(1, min(total // workers, MAX_THREADS)))


def usable_cores() -> int:
    """Real cores, as far as this process may use them: a second thread on the same core gains nothing here."""
    import psutil

    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(allowed, psutil.cpu_count(logical=False) or allowed))
