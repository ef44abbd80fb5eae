"""Several who want their speech recognized at the same time: does each get the same share, and does nobody starve?"""

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle, islice
from statistics import median

from voiceflow.bench.clips import Clip
from voiceflow.bench.run import Run, forgetful
from voiceflow.bench.speaking import model_of
from voiceflow.bench.suite import Part
from voiceflow.dictation.recognition import Answer, Recognition
from voiceflow.engines.stt.contract import SAMPLE_RATE_HZ, DecodeRequest
from voiceflow.errors import VoiceFlowError
from voiceflow.options import decode_options

_CALLERS = 6
_GREEDY_AT_ONCE = 4
_DEADLINE_S = 60.0
_LEAST_FAIR = 0.8
"""Jain's index: 1 when all get the same, 1/n when one gets all (Jain, Chiu and Hawe 1984, DEC-TR-301)."""


@dataclass(slots=True)
class Caller:
    """Asks again as soon as it has its answer; `at_once` says how many it asks for at a time."""

    number: int
    at_once: int = 1
    waits_ms: list[float] = field(default_factory=list)
    failed: int = 0
    error: VoiceFlowError | None = None


def jain(shares: Sequence[float]) -> float:
    return sum(shares) ** 2 / (len(shares) * sum(share * share for share in shares)) if any(shares) else 0.0


def measure(run: Run) -> None:
    clips = [clip for clip in run.clips if clip.length_s <= 20.0][:_CALLERS] or run.clips[:1]
    clips = [Clip(clip.name, clip.sound[: 20 * SAMPLE_RATE_HZ], clip.words) for clip in clips]
    with _queue(run) as recognition:
        first = Caller(0)
        _ask(recognition, run, [first], clips, 0.0)
        if first.error:
            raise first.error
        alike = [Caller(number) for number in range(_CALLERS)]
        _ask(recognition, run, alike, clips, run.left_s / 2)
        greedy = [Caller(0, at_once=_GREEDY_AT_ONCE), *(Caller(number) for number in range(1, _CALLERS))]
        if run.left_s * 1000 > _GREEDY_AT_ONCE * max(_waits_ms(alike)):
            _ask(recognition, run, greedy, clips, 0.9 * run.left_s)
    _record(run, alike, greedy)


@contextmanager
def _queue(run: Run) -> Iterator[Recognition]:
    """The queue in which a dictation's decodes wait, with the user's model."""
    with run.core(settings=forgetful(run.wishes.core.settings)) as core:
        model_of(core)
        recognition = Recognition(core.engines.recognizer, lambda _: None)
        recognition.start()
        try:
            yield recognition
        finally:
            recognition.stop()


def _ask(recognition: Recognition, run: Run, callers: list[Caller], clips: list[Clip], seconds: float) -> None:
    """Each at least once."""
    run.progress(run.spent)
    ends_s = time.monotonic() + seconds
    options = decode_options(run.wishes.core.settings)

    def work(caller: Caller) -> None:
        turns = islice(cycle(clips), caller.number, None)
        while not caller.waits_ms or (time.monotonic() < ends_s and not run.stopped.is_set() and not caller.failed):
            requests = [DecodeRequest(next(turns).sound, options) for _ in range(caller.at_once)]
            _wait_for(recognition, caller, requests)

    threads = [threading.Thread(target=work, args=(caller,), name=f"caller {caller.number}") for caller in callers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _wait_for(recognition: Recognition, caller: Caller, requests: list[DecodeRequest]) -> None:
    began_s, answered = time.monotonic(), threading.Semaphore(0)

    def take(answer: Answer) -> None:
        caller.waits_ms.append((time.monotonic() - began_s) * 1000)
        caller.failed += answer.hypothesis is None
        caller.error = caller.error or answer.error
        answered.release()

    for request in requests:
        recognition.decode(request, False, take)
    for _ in requests:
        if not answered.acquire(timeout=_DEADLINE_S):
            caller.failed += 1
            caller.waits_ms.append(_DEADLINE_S * 1000)
            return


def _waits_ms(callers: Sequence[Caller]) -> list[float]:
    return [wait_ms for caller in callers for wait_ms in caller.waits_ms]


def _record(run: Run, alike: list[Caller], greedy: list[Caller]) -> None:
    run.note(
        f"Callers of one model: {_CALLERS}, answers: {len(_waits_ms(alike))}; each asks again as soon as it has its "
        "answer. They wait in the queue in which dictations wait, for there is no server yet. Nothing is compressed "
        "here, and no answer is remembered."
    )
    index = jain([len(caller.waits_ms) for caller in alike])
    medians = [median(caller.waits_ms) for caller in alike]
    run.record("Jain's index", index, "of 1", note="of the answers that each caller got")
    run.record_samples("wait", _waits_ms(alike), "ms", (50, 95))
    run.record("spread of waits", max(medians) / min(medians), "times", note="slowest caller's median to the fastest's")
    run.record("longest wait", max(_waits_ms([*alike, *greedy])), "ms")
    _record_greedy(run, _waits_ms(alike), _waits_ms(greedy[1:]))
    if failed := sum(caller.failed for caller in (*alike, *greedy)):
        run.find("scenarios.lost", f"{failed} of several callers' requests were not answered", "See the log")
    if index < _LEAST_FAIR:
        run.find("scenarios.unfair", f"Some callers starve: Jain's index is {index:.2f}", "Report it")


def _record_greedy(run: Run, alike_ms: list[float], others_ms: list[float]) -> None:
    if not others_ms:
        run.note("There was no time to ask what a greedy caller costs the others.")
        return
    fifo = (_CALLERS - 1 + _GREEDY_AT_ONCE) / _CALLERS
    note = f"one asks for {_GREEDY_AT_ONCE} at a time; {fifo:.2g} times is what first come, first served gives"
    run.record("a greedy caller slows the others", median(others_ms) / median(alike_ms), "times", note=note)


PART = Part("fairness", "Several callers at the same time", measure, quick_s=6, full_s=50)
