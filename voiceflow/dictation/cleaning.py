"""Dictated text on its way through a language model, where the user wants that."""

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace

from voiceflow.dictation.session import Session
from voiceflow.engines.rewriter.contract import Rewriter, RewriteRequest
from voiceflow.errors import VoiceFlowError
from voiceflow.events import BeingCleaned, Event, Notice, Severity
from voiceflow.text.pipeline import CLEANUP, Change, Outcome

log = logging.getLogger(__name__)

AS_IS = "as_is"

MakeRewriter = Callable[[], Rewriter]


class Cleaning:
    """On the `delivery` thread. `rewriter` raises why there is none."""

    def __init__(self, rewriter: MakeRewriter, publish: Callable[[Event], None]) -> None:
        self._rewriter, self._publish = rewriter, publish
        self._wanted: Future[None] = Future()

    def stop(self) -> None:
        """From any thread: what is being cleaned is not waited for, if its session is cancelled by now."""
        self._wanted.cancel()

    def clean(self, outcome: Outcome, style: str, language: str, session: Session) -> Outcome:
        """The text as it was, where that failed, and the user is told, or where the session was cancelled."""
        begin_s = time.monotonic()
        wanted: Future[None] = Future()
        self._wanted = wanted
        if session.cancelled:  # looked at after `wanted` is there to be cancelled
            return outcome
        self._publish(BeingCleaned(session.id, outcome.text))
        try:
            text = self._rewriter().rewrite(RewriteRequest(outcome.text, style, language=language, wanted=wanted)).text
        except VoiceFlowError as error:
            if wanted.cancelled():
                return outcome
            log.warning("clean-up failed: %s", error.code)
            told = f"Your words are not cleaned up: {error.title}"
            self._publish(Notice(Severity.WARNING, error.code, told, error.hint, session.id))
            return outcome
        finally:
            session.mark("cleanup", begin_s, time.monotonic())
        if text == outcome.text:
            return outcome
        return replace(outcome, text=text, changes=(*outcome.changes, Change(CLEANUP, text)))
