"""What programs ask the running app to say: begun at once, its outcome asked for later."""

import itertools
import logging
from typing import TYPE_CHECKING, Any

from voiceflow.errors import VoiceFlowError
from voiceflow.mailbox import Mailbox

if TYPE_CHECKING:
    from voiceflow.reading.reader import Reading
    from voiceflow.speech import SpeechOut

log = logging.getLogger(__name__)

_REMEMBERED = 20


class SpeechRequests:
    """Requests may come on a thread that must not wait. Thread `speech requests`."""

    def __init__(self, speech: "SpeechOut") -> None:
        self._speech = speech
        self._numbers = itertools.count(1)
        self._outcomes: dict[int, Reading | Exception | None] = {}
        self._mailbox = Mailbox("speech requests").start()

    def begin(self, request: dict[str, Any]) -> int:
        """A number to ask for. `request` as in `SpeechOut.wish`."""
        number = next(self._numbers)
        self._outcomes[number] = None
        self._outcomes.pop(number - _REMEMBERED, None)
        self._mailbox.post(self._begin, number, request)
        return number

    def is_going_on(self, number: Any) -> bool:
        """`VoiceFlowError`: why it failed."""
        if number not in self._outcomes:
            raise VoiceFlowError("reading.unknown", "There is no such reading", "Begin it anew")
        outcome = self._outcomes[number]
        if outcome is None:
            return True
        error = outcome if isinstance(outcome, Exception) else outcome.error
        if isinstance(error, VoiceFlowError):
            raise error
        if error:
            raise VoiceFlowError("reading.broken", f"It could not be read ({type(error).__name__})", "See the log")
        return not isinstance(outcome, Exception) and not outcome.wait(0)

    def close(self) -> None:
        self._mailbox.stop()

    def _begin(self, number: int, request: dict[str, Any]) -> None:
        try:
            outcome: Reading | Exception = self._speech.read(self._speech.wish(request))
        except Exception as error:  # whoever asked waits for it
            if not isinstance(error, VoiceFlowError):
                log.exception("a request to speak failed")
            outcome = error
        if number in self._outcomes:
            self._outcomes[number] = outcome
