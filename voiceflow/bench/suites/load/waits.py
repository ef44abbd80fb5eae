"""How long decodes wait for their turn at the one recognizer that all callers share."""

import time
from collections import deque
from collections.abc import Callable

from voiceflow.dictation.recognition import Answer, Recognition, Ticket
from voiceflow.engines.stt.contract import DecodeRequest


class Waits(Recognition):
    """The product's, which also notes the time in the queue of each decode that was made."""

    def __init__(self, *parts: object) -> None:
        super().__init__(*parts)  # type: ignore[arg-type]
        self._waits_s: deque[float] = deque()

    def decode(self, request: DecodeRequest, early: bool, answer: Callable[[Answer], None]) -> Ticket:
        asked_s = time.perf_counter()

        def noted(given: Answer) -> None:
            if given.hypothesis is not None:
                self._waits_s.append(time.perf_counter() - asked_s - given.work_s)
            answer(given)

        return super().decode(request, early, noted)

    def take(self) -> list[float]:
        """Seconds, of those since this was last asked."""
        taken = []
        while self._waits_s:
            taken.append(self._waits_s.popleft())
        return taken
