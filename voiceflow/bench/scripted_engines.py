"""Recognizers without a model that take as long, and fail, as they are told; and chains of them as the app makes
them."""

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from voiceflow.engines.stt.contract import (
    SAMPLE_RATE_HZ,
    DecodeOptions,
    DecodeRequest,
    Hypothesis,
    ModelInfo,
    Recognizer,
    SttEngine,
)
from voiceflow.engines.stt.scripted import ScriptedEngine
from voiceflow.errors import VoiceFlowError
from voiceflow.events import Event
from voiceflow.routing.routes import Routes
from voiceflow.routing.stt import ChainedStt, SttCandidate
from voiceflow.settings import Routing, Stt


class Forgetful:
    """A state file that keeps nothing."""

    def get(self, name: str, default: object = None) -> object:
        return default

    def set(self, name: str, value: object) -> None: ...


def no_event(_: Event) -> None: ...


def routes(wishes: Routing) -> Routes:
    return Routes(Forgetful(), no_event, lambda: wishes)


def null(_: object = None) -> ScriptedEngine:
    return ScriptedEngine(Stt(), script=())


class Timed(Recognizer, SttEngine):
    """Ends when it is stopped, as Whisper does at its next step. `error` is what comes of every call while it is set;
    from any thread."""

    def __init__(self, name: str, times_s: Iterable[float], error: VoiceFlowError | None = None) -> None:
        self.name, self._times_s, self.error = name, iter(times_s), error
        self._stopped = threading.Event()
        self.calls = 0

    @property
    def info(self) -> ModelInfo:
        return ModelInfo(self.name, "none", "cpu", "none")

    def unavailable(self) -> None:
        return None

    def load(self, model: str = "") -> Recognizer:
        return self

    def decode(self, request: DecodeRequest) -> Hypothesis:
        self.calls += 1
        self._stopped.clear()
        self._stopped.wait(next(self._times_s))
        if self.error:
            raise self.error
        return Hypothesis(f"heard by {self.name}")

    def stop(self) -> None:
        self._stopped.set()

    def close(self) -> None: ...


@contextmanager
def chain(engines: Sequence[Timed], known: Routes) -> Iterator[Recognizer]:
    candidates = [SttCandidate(engine.name, False, partial(_itself, engine)) for engine in engines]
    recognizer = ChainedStt(known, candidates, "").load()
    try:
        yield recognizer
    finally:
        recognizer.close()


def _itself(engine: Timed) -> Timed:
    return engine


def noise(seconds: float, seed: int = 7) -> DecodeRequest:
    import numpy as np

    pcm = np.random.default_rng(seed).normal(0, 0.1, int(seconds * SAMPLE_RATE_HZ)).astype(np.float32)
    return DecodeRequest(pcm, DecodeOptions(language="en"))
