"""The stage for one utterance."""

from collections import deque
from collections.abc import Callable

import numpy as np

from tests.dictation.spelled_sound import ExactVad, Reader, silence
from voiceflow.dictation.recognition import Answer, Ticket
from voiceflow.dictation.reports import Recognized
from voiceflow.dictation.utterance import ListeningOptions, Surroundings, Utterance
from voiceflow.engines.stt.contract import DecodeRequest
from voiceflow.errors import EngineError


class Stage:
    """An utterance between a reader and a clock that runs with the sound. `slow`: answers wait for `answer_all`."""

    def __init__(
        self,
        options: ListeningOptions | None = None,
        reader: Reader | None = None,
        slow: bool = False,
        may_guess: Callable[[], bool] = lambda: True,
    ) -> None:
        self.reader = reader or Reader()
        self.reports: list = []
        self.now_s = 0.0
        self._slow = slow
        self._asked: deque = deque()
        around = Surroundings(ExactVad(), self._ask, self.reports.append, lambda: self.now_s, may_guess)
        self.utterance = Utterance("d1", options or ListeningOptions(), around)

    def _ask(self, request: DecodeRequest, early: bool, answer: Callable[[Answer], None]) -> Ticket:
        ticket = Ticket()
        self._asked.append((request, early, answer, ticket))
        return ticket

    def answer_all(self) -> None:
        while self._asked:
            request, early, answer, ticket = self._asked.popleft()
            if ticket.dropped or (early and not self.reader.incremental):
                answer(Answer())
                continue
            try:
                answer(Answer(self.reader.decode(request), None, self.reader.info, 0.1))
            except EngineError as error:
                answer(Answer(error=error))

    def hear(self, *sounds: np.ndarray) -> None:
        for sound in sounds:
            for at in range(0, len(sound), 160):
                self.utterance.hear(sound[at : at + 160])
                self.now_s += 0.01
                if not self._slow:
                    self.answer_all()

    def finish(self) -> None:
        self.utterance.finish(self.now_s)
        self.answer_all()

    def dictate(self, *sounds: np.ndarray) -> Recognized:
        self.hear(*sounds)
        self.finish()
        self.hear(silence(0.3))
        self.answer_all()
        return self.last(Recognized)

    def last(self, kind: type):
        return self.all(kind)[-1]

    def all(self, kind: type) -> list:
        return [report for report in self.reports if isinstance(report, kind)]
