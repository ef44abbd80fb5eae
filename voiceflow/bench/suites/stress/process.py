"""What runs apart: a strain that doubles until something gives way, and a small load before and after it."""

import random
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

from voiceflow.bench.machine import OtherWork
from voiceflow.bench.suites.load.caller import Caller, Shared, Turn
from voiceflow.bench.suites.load.crowd import null_product, null_speech
from voiceflow.bench.suites.stress import strains
from voiceflow.bench.suites.stress.strains import Around, Step
from voiceflow.errors import VoiceFlowError

SMALL_TURNS, LEAST_TURNS, _SMALL_S = 30, 8, 0.8
_GROWS_BY = 2
_SETTLE_S = 5.0
_TRIES, _BETWEEN_S = 3, 0.5
_AS_BEFORE = 1.25

Lines = Iterator[dict[str, Any]]


def ramp(wanted: dict[str, Any]) -> Lines:
    """`strain` by its name, from the size `first` to `most`, as long as `seconds` last and nothing takes longer than
    `limit_s`. The lines: `before`, a `size` each, and `after`."""
    at: Callable[[Around, int], Step] = getattr(strains, wanted["strain"])
    with null_product(Path(wanted["folder"])) as shared:
        around = Around(shared, Path(wanted["folder"]))
        small(shared)
        before_s = small(shared)
        yield {"before": before_s}
        began_s = time.monotonic()
        with around.parts:
            yield from _sizes(at, around, wanted, began_s)
        yield recovered(lambda: small(shared), before_s)


def _sizes(at: Callable[[Around, int], Step], around: Around, wanted: dict[str, Any], began_s: float) -> Lines:
    size = wanted["first"]
    while size <= wanted["most"]:
        step_began_s = time.monotonic()
        try:
            step = at(around, size)
        except VoiceFlowError as error:
            step = Step(time.monotonic() - step_began_s, error.code)
        except (MemoryError, RuntimeError, OSError, TimeoutError) as error:  # no room, no more threads, no descriptors
            step = Step(time.monotonic() - step_began_s, type(error).__name__)
        yield {"size": size, "latency_s": step.latency_s, "error": step.error}
        took_s = time.monotonic() - step_began_s
        if step.error or step.latency_s > wanted["limit_s"]:
            return
        if time.monotonic() - began_s + _GROWS_BY * took_s > wanted["seconds"]:
            return
        size *= _GROWS_BY


def recovered(again: Callable[[], list[float]], before_s: list[float]) -> dict[str, Any]:
    """The small load until it goes as before, three times at most, with the time until then: what is left of the strain
    may take a moment to be worked off. `others_percent`: how busy other programs kept the machine meanwhile."""
    others, began_s = OtherWork(), time.monotonic()
    after_s = again()
    for _ in range(_TRIES - 1):
        if after_s and before_s and median(after_s) <= _AS_BEFORE * median(before_s):
            break
        threading.Event().wait(_BETWEEN_S)
        after_s = again()
    recovered_s = time.monotonic() - began_s
    return {"after": after_s, "recovered_s": recovered_s, "others_percent": others.percent or 0.0}


def reopened(wanted: dict[str, Any]) -> Lines:
    """After a strain whose process ended: the same history, opened by the next one. `before`: the
    small load before the strain, in seconds."""
    with null_product(Path(wanted["folder"])) as shared:
        small(shared)
        yield recovered(lambda: small(shared), wanted["before"])


def small(shared: Shared) -> list[float]:
    """One caller, one short dictation after the other, nothing to wait for but VoiceFlow: seconds of each. The first
    waits until what was before is written."""
    until_s = time.monotonic() + _SETTLE_S
    while shared.core.history.backlog and time.monotonic() < until_s:
        threading.Event().wait(0.05)
    says = null_speech()
    draw = random.Random(0)
    with Caller(0, shared, threading.Event()) as caller:
        turns: list[Turn] = []
        until_s = time.monotonic() + _SMALL_S
        while len(turns) < LEAST_TURNS or (len(turns) < SMALL_TURNS and time.monotonic() < until_s):
            turns.append(caller.turn(says(draw), time.monotonic(), 0.0))
    return [turn.latency_s for turn in turns if not turn.error]
