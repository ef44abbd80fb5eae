"""One voice session: a caller who speaks, waits for the text, and looks something up.

What is the caller's own: a voice activity detector, a `Listening` thread with its windows and words so far, a row and a
journal of sound in the history. What all share, as callers of one app do: the loaded model behind its one `recognition`
thread, the rules, the one writer of the history, the events, the metrics and the cache of speech output."""

import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from voiceflow.audio.frames import Block
from voiceflow.bench.suites.load.waits import Waits
from voiceflow.core import Core
from voiceflow.dictation.listening import Listening
from voiceflow.dictation.reports import ListeningEnded, RecognitionFailed, Recognized, Report
from voiceflow.dictation.session import Session
from voiceflow.engines.vad.contract import Vad
from voiceflow.errors import VoiceFlowError
from voiceflow.events import Delivered
from voiceflow.history.records import Dictation as Record
from voiceflow.history.records import DictationState
from voiceflow.machine import Machine
from voiceflow.options import listening_options, text_wishes
from voiceflow.reading.synthesizer import Wanted
from voiceflow.text import pipeline
from voiceflow.text.guards import Evidence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pcm = NDArray[np.float32]

log = logging.getLogger(__name__)

RATE_HZ = 16_000
BLOCK_SAMPLES = RATE_HZ // 10
"""What a client sends at a time."""
ANSWER_S = 30.0
"""Nobody waits longer for a text."""
SPOKEN_BACK = "Your text is ready."


@dataclass(frozen=True, slots=True)
class Spoken:
    """`words`: what must stand in the history then; empty: any text will do, but there must be one."""

    sound: "Pcm"
    words: str = ""

    @property
    def length_s(self) -> float:
        return len(self.sound) / RATE_HZ


@dataclass(frozen=True, slots=True)
class Turn:
    """`latency_s`: from the end of speech to the text, which is in the history then. `look_up_s`: to read it back, to
    search for it, and to have a sentence spoken that was spoken before. `error`: a code, empty when all was right."""

    user: int
    latency_s: float
    look_up_s: float = 0.0
    error: str = ""


@dataclass(frozen=True, slots=True)
class Shared:
    """`guesses`: the machine's say whether there is room for them, as the app asks it."""

    core: Core
    recognition: Waits
    machine: Machine
    vad: Callable[[], Vad]
    speaker: str = ""

    def may_guess(self) -> bool:
        return self.machine.has_room(self.core.settings.stt.speculation_cpu_limit_percent)


class Caller:
    """On the thread of whoever uses it; `listening` is its only other one. `stopped` ends its waiting for the clock."""

    def __init__(self, number: int, shared: Shared, stopped: threading.Event) -> None:
        self._number, self._shared, self._stopped = number, shared, stopped
        self._reports: queue.SimpleQueue[Report] = queue.SimpleQueue()
        options = listening_options(shared.core.settings)
        self._listening = Listening(
            shared.vad, shared.recognition, options, self._reports.put, may_guess=shared.may_guess
        )

    def __enter__(self) -> "Caller":
        self._listening.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listening.stop()

    def turn(self, spoken: Spoken, begin_s: float, pace: float = 1.0) -> Turn:
        """Speech begins at `begin_s` on the clock of `time.monotonic()`; `pace` times as fast as people speak, 0: all
        at once. Waiting for a late machine counts: the end of speech is when it was due."""
        due_s = begin_s + spoken.length_s / pace if pace else begin_s
        try:
            session = self._speak(spoken, begin_s, pace)
            text = self._written(session)
            text_s = time.monotonic()
            error = "load.other_words" if spoken.words and text.split() != spoken.words.split() else ""
            self._look_up(session.id, text)
            return Turn(self._number, text_s - due_s, time.monotonic() - text_s, error)
        except VoiceFlowError as failure:
            return Turn(self._number, time.monotonic() - due_s, error=failure.code)
        except TimeoutError:
            return Turn(self._number, time.monotonic() - due_s, error="load.no_answer")
        except Exception as fault:
            log.exception("a caller met a fault")
            return Turn(self._number, time.monotonic() - due_s, error=f"a fault: {type(fault).__name__}")

    def _speak(self, spoken: Spoken, begin_s: float, pace: float) -> Session:
        session, history = Session(), self._shared.core.history
        history.begin(Record(session.id, session.started_at, DictationState.RECORDING))
        self._shared.recognition.prepare()
        self._listening.begin(session.id, partial(history.append_audio, session.id))
        last_s = time.monotonic()
        for at in range(0, len(spoken.sound), BLOCK_SAMPLES):
            part = spoken.sound[at : at + BLOCK_SAMPLES]
            if pace:
                self._stopped.wait(max(0.0, begin_s + (at + len(part)) / RATE_HZ / pace - time.monotonic()))
            last_s = time.monotonic()
            self._listening.block(Block(part.tobytes(), 1, RATE_HZ, last_s))
        session.key_up_s = last_s
        self._listening.finish(last_s)
        return session

    def _written(self, session: Session) -> str:
        """As the text of somebody who has no window here: rules and history, nothing is inserted."""
        core = self._shared.core
        heard = self._answer(session)
        session.recognized = heard
        evidence = Evidence(
            heard.duration_s, heard.speech_s, heard.average_log_probability, heard.no_speech_probability
        )
        outcome = pipeline.apply(heard.text, heard.language, text_wishes(core.settings), evidence)
        if not outcome.text:
            raise VoiceFlowError("load.no_text", "Nothing was heard", "")
        fields = {"raw_text": heard.text, "text": outcome.text, "duration_s": heard.duration_s}
        core.history.update(session.id, state=DictationState.DONE, **fields).result(ANSWER_S)
        core.history.finish_audio(session.id)
        core.events.publish(Delivered(session.id, "done", outcome.text, "kept"))
        core.events.publish(session.measured("done"))
        return outcome.text

    def _answer(self, session: Session) -> Recognized:
        until_s = time.monotonic() + ANSWER_S
        while True:
            try:
                report = self._reports.get(timeout=max(0.001, until_s - time.monotonic()))
            except queue.Empty:
                self._listening.cancel()
                raise TimeoutError from None
            if report.dictation_id != session.id:
                continue
            if isinstance(report, ListeningEnded):
                changed = {"state": DictationState.RECOGNIZING, "duration_s": report.duration_s}
                self._shared.core.history.update(session.id, **changed)
            elif isinstance(report, RecognitionFailed):
                raise report.error
            elif isinstance(report, Recognized):
                return report

    def _look_up(self, dictation_id: str, text: str) -> None:
        core = self._shared.core
        record = core.history.get(dictation_id)
        if record is None or record.text != text or record.state is not DictationState.DONE:
            raise VoiceFlowError("load.not_kept", "The history does not hold what was said", "")
        core.history.search(text.split()[0], limit=10)
        if self._shared.speaker:
            for _ in core.speech.synthesizer(self._shared.speaker).say(SPOKEN_BACK, Wanted()):
                pass
