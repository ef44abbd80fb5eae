"""What other callers of the app do while somebody's speech is recognized."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from voiceflow.core import Core
from voiceflow.dictation.recognition import Recognition
from voiceflow.dictation.session import Session
from voiceflow.engines.stt.contract import DecodeOptions, DecodeRequest, Recognizer
from voiceflow.events import Event, Measured
from voiceflow.history.records import Dictation as Record
from voiceflow.history.records import DictationState
from voiceflow.options import text_wishes
from voiceflow.reading.synthesizer import Wanted
from voiceflow.text import pipeline

_TEXT = "Please send the report to the office."
_SHORT_S = 0.3
_PCM = bytes(2 * 1_600)
_DEADLINE_S = 60.0


@dataclass(frozen=True, slots=True)
class _Ping(Event):
    arrived: threading.Event


class Others:
    """`operations` by the words a report uses for them; each waits until it is really done."""

    def __init__(self, core: Core, recognition: Recognition, second: Recognizer) -> None:
        self._core, self._recognition, self._second = core, recognition, second
        self._written, self._spoken = Session().id, Session().id
        for session in (self._written, self._spoken):
            core.history.begin(Record(session, time.time(), DictationState.RECORDING, text=_TEXT))
        core.history.flush()
        core.events.subscribe(_Ping, lambda ping: ping.arrived.set())
        self._wishes = text_wishes(core.settings)
        self._short = _moment_of_sound()
        self.operations: dict[str, Callable[[], object]] = {
            "status": core.describe,
            "an event": self._event,
            "a history read": lambda: core.history.list(limit=20),
            "a history search": lambda: core.history.search("report"),
            "a history write": self._write,
            "the journal": self._journal,
            "a changed setting": lambda: core.change("history.key_storage", "file"),
            "metrics": self._metrics,
            "the routes": self._routes,
            "the vocabulary": core.vocabulary.entries,
            "the rules": lambda: pipeline.apply(_TEXT, "en", self._wishes),
            "speech output": self._speech,
            "a dropped decode": self._drop,
            "a second recognizer": lambda: self._second.decode(self._short),
        }
        for operation in self.operations.values():
            operation()

    def _event(self) -> None:
        ping = _Ping(threading.Event())
        self._core.events.publish(ping)
        ping.arrived.wait(_DEADLINE_S)

    def _write(self) -> None:
        self._core.history.update(self._written, text=_TEXT).result(_DEADLINE_S)

    def _journal(self) -> None:
        self._core.history.append_audio(self._spoken, _PCM)
        self._core.history.flush()

    def _metrics(self) -> None:
        self._core.events.publish(Measured(self._written, time.time(), "done", audio_s=1.0))
        self._core.metrics.view().result(_DEADLINE_S)

    def _routes(self) -> None:
        self._core.routes.counts()
        self._core.routes.record("stt", "scripted")

    def _speech(self) -> None:
        for _ in self._core.speech.synthesizer("silent").say("Your text is ready.", Wanted()):
            pass

    def _drop(self) -> None:
        """Asked for and not wanted any more, as guesses are; it must not stop what runs."""
        self._recognition.decode(self._short, False, lambda _: None).drop()


def _moment_of_sound() -> DecodeRequest:
    import numpy as np

    sound = np.random.default_rng(0).standard_normal(int(_SHORT_S * 16_000)) * 0.01
    return DecodeRequest(sound.astype(np.float32), DecodeOptions(language="en"))
