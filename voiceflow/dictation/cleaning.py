"""Dictated text on its way through a language model, where the user wants that."""

import logging
import time
from collections.abc import Callable
from dataclasses import replace

from voiceflow.dictation.session import Session
from voiceflow.engines.rewriter.contract import Rewriter, RewriteRequest
from voiceflow.errors import VoiceFlowError
from voiceflow.events import Event, Notice, Severity
from voiceflow.text.pipeline import CLEANUP, Change, Outcome

log = logging.getLogger(__name__)

AS_IS = "as_is"

MakeRewriter = Callable[[], Rewriter]


class Cleaning:
    """On the `delivery` thread. `rewriter` raises why there is none."""

    def __init__(self, rewriter: MakeRewriter, publish: Callable[[Event], None]) -> None:
        self._rewriter, self._publish = rewriter, publish

    def clean(self, outcome: Outcome, style: str, language: str, session: Session) -> Outcome:
        """The text as it was, where that failed: the user is told, and nothing else is lost."""
        begin_s = time.monotonic()
        try:
            text = self._rewriter().rewrite(RewriteRequest(outcome.text, style, language=language)).text
        except VoiceFlowError as error:
            log.warning("clean-up failed: %s", error.code)
            told = f"Your words are not cleaned up: {error.title}"
            self._publish(Notice(Severity.WARNING, error.code, told, error.hint, session.id))
            return outcome
        finally:
            session.mark("cleanup", begin_s, time.monotonic())
        if text == outcome.text:
            return outcome
        return replace(outcome, text=text, changes=(*outcome.changes, Change(CLEANUP, text)))
