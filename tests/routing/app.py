"""The app itself, with the test at its two ends: it speaks into a room, and a window keeps the texts."""

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.room import DeafCore, Room
from voiceflow.engines import catalogue
from voiceflow.engines.stt.contract import DecodeRequest, Hypothesis, ModelInfo, Recognizer, SttEngine
from voiceflow.engines.stt.scripted import ScriptedEngine
from voiceflow.errors import EngineError, ModelError, VoiceFlowError
from voiceflow.events import Delivered, EngineChosen, Event, State, StateChanged
from voiceflow.history.records import Dictation
from voiceflow.paths import paths
from voiceflow.settings import Settings, Stt

DEADLINE_S = 20.0
SCRIPT = "the quick brown fox jumps over the lazy dog"
_SCRIPT_S = 4.0
"""Long enough for all of its words."""


class App(DeafCore):
    def __init__(self, settings: Settings) -> None:
        super().__init__(paths(), settings)
        self._room = Room()
        self._happened: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self.events.subscribe(Event, self._happened.put)
        self.start_dictation("recording", "manual", self._room)

    def dictate(self) -> Dictation:
        """As the history has it when all is done."""
        self.command("start")
        assert self.dictation
        self.dictation._mailbox.ask(lambda: None).result(DEADLINE_S)
        self.dictation._opening.ask(lambda: None).result(DEADLINE_S)  # the microphone is open
        self._room.speak(_SCRIPT_S)
        self._wait(lambda event: isinstance(event, StateChanged) and event.state is State.LISTENING)
        self.command("stop")
        self.dictation._mailbox.ask(lambda: None).result(DEADLINE_S)
        self._room.be_silent(0.5)  # where the dictation ends need not be waited for
        done = self._wait(lambda event: isinstance(event, Delivered))
        self.history.flush()
        record = self.history.get(done.dictation_id)
        assert record
        return record

    def stand_in(self, family: str = "stt") -> str:
        """As `voiceflow status` tells it."""
        told = [stand_in for stand_in in self.describe()["stand_ins"] if stand_in["family"] == family]
        return f"{told[0]['engine']} because {told[0]['reason']}" if told else ""

    def reason(self) -> str:
        """As the next event says why another engine was chosen."""
        chosen: EngineChosen = self._wait(lambda event: isinstance(event, EngineChosen))
        return chosen.reason

    def _wait(self, wanted: Callable[[Event], bool]) -> Any:
        while not wanted(event := self._happened.get(timeout=DEADLINE_S)):
            pass
        return event


@contextmanager
def app(folder: Path, monkeypatch: pytest.MonkeyPatch, settings: Settings) -> Iterator[App]:
    monkeypatch.setenv("VOICEFLOW_HOME", str(folder / "home"))
    settings.history.key_storage = "file"
    settings.audio.start_cue, settings.audio.tail_ms = False, 0
    settings.text.verbatim = True
    with App(settings) as made:
        yield made


def _cloud(code: str, retry_after_s: float | None = None) -> EngineError:
    error = EngineError(code, "It failed", "Mend it")
    error.retry_after_s = retry_after_s
    return error


LOADING: dict[str, Exception] = {
    "no model": ModelError("models.none", "There is no model", "Install one"),
    "does not load": RuntimeError("a library's own error"),
}
DECODING: dict[str, Exception] = {
    "refused": _cloud("cloud.refused"),
    "cut": _cloud("cloud.cut"),
    "401": _cloud("cloud.key_refused"),
    "429": _cloud("cloud.limited", 30.0),
    "500": _cloud("cloud.server_failed"),
    "malformed": ValueError("what was said must not be told"),
    "TLS": _cloud("cloud.tls"),
    "DNS": _cloud("cloud.no_such_host"),
    "out of memory": MemoryError(),
    "crash": EngineError("engine.crashed", "The engine's process ended", "Choose a smaller model"),
}
WAYS = ("slow", *LOADING, *DECODING)


class Doomed(SttEngine, Recognizer):
    """An engine of this machine that fails in one of these ways, at the border of the contract."""

    way = ""

    def __init__(self, settings: Stt, models: object) -> None:
        self._stopped = threading.Event()

    def unavailable(self) -> VoiceFlowError | None:
        return None

    @property
    def info(self) -> ModelInfo:
        return ModelInfo("doomed", "none", "cpu", "none", incremental=False)

    def load(self, model: str = "") -> Recognizer:
        if self.way in LOADING:
            raise LOADING[self.way]
        return self

    def decode(self, request: DecodeRequest) -> Hypothesis:
        if self.way == "slow":
            self._stopped.wait(DEADLINE_S)
            raise EngineError("stt.stopped", "It was stopped", "Nobody waits")
        raise DECODING[self.way]

    def stop(self) -> None:
        self._stopped.set()

    def close(self) -> None:
        self._stopped.set()


class Reader(ScriptedEngine):
    """Always hears the script."""

    def __init__(self, settings: Stt, models: object) -> None:
        super().__init__(settings, models, SCRIPT.split())


@pytest.fixture
def doomed(monkeypatch: pytest.MonkeyPatch) -> type[Doomed]:
    """It and `Reader` in the catalogue."""
    entries = [catalogue.Engine("stt", name.lower(), f"{__name__}:{name}") for name in ("Doomed", "Reader")]
    monkeypatch.setattr(catalogue, "ENGINES", (*catalogue.ENGINES, *entries))
    return Doomed
