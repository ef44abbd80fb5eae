"""Sound replayed to the listening code on a virtual clock: computing takes real time, and time in which the recognizer
has nothing to do is skipped. One server decodes one request after another, as the `recognition` thread does."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from voiceflow.dictation.recognition import Answer, Ticket
from voiceflow.dictation.reports import RecognitionFailed, Recognized, Report
from voiceflow.dictation.utterance import ListeningOptions, Surroundings, Utterance
from voiceflow.engines.stt.contract import DecodeRequest, Recognizer
from voiceflow.engines.vad.contract import FRAME_SAMPLES, Vad

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pcm = NDArray[np.float32]

RATE_HZ = 16_000


@dataclass(slots=True)
class Replayed:
    """`wait_s`: from key-up to the text. `cpu_s`: of the decodes, all threads and the recognizer's process together."""

    text: str
    wait_s: float
    cpu_s: float
    recognized: Recognized
    reports: list[Report] = field(default_factory=list)
    requests: list[DecodeRequest] = field(default_factory=list)


@dataclass(slots=True)
class _Asked:
    request: DecodeRequest
    early: bool
    answer: Callable[[Answer], None]
    ticket: Ticket


class Replay:
    """`work_s` gives the virtual length of a decode from its real one; the default is no change."""

    def __init__(
        self,
        recognizer: Recognizer,
        vad: Vad,
        options: ListeningOptions | None = None,
        work_s: Callable[[float], float] = lambda real_s: real_s,
    ) -> None:
        self._recognizer, self._vad, self._work_s = recognizer, vad, work_s
        self._options = options or ListeningOptions()

    def dictate(self, sound: "Pcm", key_up_s: float) -> Replayed:
        """`sound` goes on behind `key_up_s`, for the tail."""
        return _Dictation(self._recognizer, self._vad, self._options, self._work_s).run(sound, key_up_s)


class _Dictation:
    def __init__(
        self, recognizer: Recognizer, vad: Vad, options: ListeningOptions, work_s: Callable[[float], float]
    ) -> None:
        self._recognizer, self._work_s = recognizer, work_s
        self._now_s = self._done_s = self._cpu_s = 0.0
        self._queue: deque[_Asked] = deque()
        self._running: tuple[_Asked, Answer] | None = None
        self._reports: list[Report] = []
        self._requests: list[DecodeRequest] = []
        vad.reset()
        around = Surroundings(vad, self._ask, self._reports.append, lambda: self._now_s)
        self._utterance = Utterance("replay", options, around)

    def run(self, sound: "Pcm", key_up_s: float) -> Replayed:
        key_up = int(key_up_s * RATE_HZ)
        self._hear(sound[:key_up])
        self._pass_until(key_up_s)
        self._utterance.finish(key_up_s)
        self._hear(sound[key_up:])
        self._utterance.end()
        while self._running:
            self._pass_until(self._done_s)
        report = next(report for report in self._reports if isinstance(report, Recognized | RecognitionFailed))
        if isinstance(report, RecognitionFailed):
            raise report.error
        wait_s = report.key_up_to_text_ms / 1000
        return Replayed(report.text, wait_s, self._cpu_s, report, self._reports, self._requests)

    def _hear(self, sound: "Pcm") -> None:
        begin_s = self._now_s
        for at in range(0, len(sound), FRAME_SAMPLES):
            if self._utterance.ended:
                return
            frame = sound[at : at + FRAME_SAMPLES]
            self._pass_until(begin_s + (at + len(frame)) / RATE_HZ)
            self._utterance.hear(frame)

    def _pass_until(self, time_s: float) -> None:
        while self._running and self._done_s <= time_s:
            self._now_s = self._done_s
            asked, answer = self._running
            self._running = None
            asked.answer(answer)
            self._begin_next()
        self._now_s = max(self._now_s, time_s)

    def _ask(self, request: DecodeRequest, early: bool, answer: Callable[[Answer], None]) -> Ticket:
        ticket = Ticket()
        self._queue.append(_Asked(request, early, answer, ticket))
        self._begin_next()
        return ticket

    def _begin_next(self) -> None:
        if self._running is None and self._queue:
            asked = self._queue.popleft()
            answer = self._decode(asked)
            self._running = asked, answer
            self._done_s = self._now_s + self._work_s(answer.work_s)

    def _decode(self, asked: _Asked) -> Answer:
        info = self._recognizer.info
        if asked.ticket.dropped or (asked.early and not info.incremental):
            return Answer()
        self._requests.append(asked.request)
        began_s, began_cpu_s = time.perf_counter(), _cpu_s(self._recognizer)
        hypothesis = self._recognizer.decode(asked.request)
        took_s = time.perf_counter() - began_s
        self._cpu_s += _cpu_s(self._recognizer) - began_cpu_s
        return Answer(hypothesis, None, info, took_s)


def _cpu_s(recognizer: Recognizer) -> float:
    """Of this process, and of the recognizer's own where it has one."""
    import psutil

    pid = getattr(recognizer, "pid", 0)
    times = psutil.Process(pid).cpu_times() if pid else None
    return time.process_time() + (times.user + times.system if times else 0.0)
