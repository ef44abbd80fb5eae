"""A chain of recognizers that is itself a recognizer."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from voiceflow.engines.stt.contract import (
    SAMPLE_RATE_HZ,
    DecodeOptions,
    DecodeRequest,
    Hypothesis,
    ModelInfo,
    Recognizer,
    SttEngine,
)
from voiceflow.errors import EngineError, VoiceFlowError
from voiceflow.routing.chain import Chain
from voiceflow.routing.failures import STOPPED
from voiceflow.routing.lane import Job, Question
from voiceflow.routing.link import Link
from voiceflow.routing.routes import Member, Routes

_LOADING_S = 120.0


@dataclass(frozen=True, slots=True)
class SttCandidate:
    """`engine` raises where it cannot run here. `model` empty: the engine's own choice. `has_own_models`: it takes its
    models from the model store or the disk, as no service does."""

    name: str
    is_cloud: bool
    engine: Callable[[], SttEngine]
    model: str = ""
    has_own_models: bool = True

    def load(self) -> Recognizer:
        return self.engine().load(self.model)


class ChainedStt(SttEngine):
    """The first candidate is the user's choice. `signature` changes whenever the same sound may become other words for
    a reason that no request tells: another model, other settings."""

    def __init__(self, routes: Routes, candidates: Sequence[SttCandidate], signature: str) -> None:
        self._routes, self._candidates, self._signature = routes, candidates, signature

    def unavailable(self) -> VoiceFlowError | None:
        """None while one of them can: the first one's reason otherwise."""
        reasons = [_reason(candidate) for candidate in self._candidates]
        return None if None in reasons else reasons[0]

    def load(self, model: str = "") -> Recognizer:
        """`model` is for the first engine that is no service, for those have their own. Loads the first engine, or the
        next that loads; the others when they are needed."""
        own = next((candidate for candidate in self._candidates if candidate.has_own_models), None)
        candidates = [
            replace(candidate, model=model or candidate.model) if candidate is own else candidate
            for candidate in self._candidates
        ]
        first, *others = candidates
        members = [
            Member(candidate.name, candidate.is_cloud, candidate.load, lambda recognizer: recognizer.close())
            for candidate in candidates
        ]
        if not others and not first.is_cloud:
            return LoneRecognizer(members[0].open_engine(), self._routes.record("stt", first.name).counts)
        recognizer = ChainedRecognizer(self._routes.chain("stt", members), self._signature, self._routes.rest)
        try:
            recognizer.load()
        except VoiceFlowError:
            recognizer.close()
            raise
        return recognizer


def _reason(candidate: SttCandidate) -> VoiceFlowError | None:
    try:
        return candidate.engine().unavailable()
    except VoiceFlowError as error:
        return error


class _Loading(Question):
    """Who is there?"""

    __slots__ = ()
    deadline_s, measured, fresh = _LOADING_S, False, True

    def work(self, engine: Recognizer, job: Job) -> ModelInfo:
        return engine.info

    def stop(self, engine: Recognizer, job: Job) -> None:
        """Loading goes on: it is wanted sooner or later."""


class _Decode(Question):
    __slots__ = ("_request",)

    def __init__(self, request: DecodeRequest, key: bytes | None) -> None:
        super().__init__(len(request.pcm) / SAMPLE_RATE_HZ, key)
        self._request = request

    def work(self, engine: Recognizer, job: Job) -> Hypothesis:
        return engine.decode(self._request)

    def stop(self, engine: Recognizer, job: Job) -> None:
        engine.stop()


class _DecodeMany(Question):
    __slots__ = ("_requests",)

    def __init__(self, requests: Sequence[DecodeRequest]) -> None:
        super().__init__(sum(len(request.pcm) for request in requests) / SAMPLE_RATE_HZ)
        self._requests = requests

    def work(self, engine: Recognizer, job: Job) -> list[Hypothesis]:
        return engine.decode_many(self._requests)

    def stop(self, engine: Recognizer, job: Job) -> None:
        engine.stop()


class ChainedRecognizer(Recognizer):
    """Words that may not stand, of sound that goes on, are only asked of engines of this machine that can build on
    them. A comparison of an engine with itself is asked of no other."""

    def __init__(self, chain: Chain, signature: str = "", closed: Callable[[], None] = lambda: None) -> None:
        self._chain, self._signature, self._closed = chain, signature.encode(), closed
        self._options: DecodeOptions | None = None
        self._described = ""
        self._told: tuple[ModelInfo, str, bool, ModelInfo] | None = None

    def load(self) -> None:
        """The first engine that loads."""
        self._chain.load(_Loading())

    @property
    def info(self) -> ModelInfo:
        """Of the engine that answered last, and why it was not the first. `incremental` is of the one that is next."""
        chain = self._chain
        info, coming = _info(chain.winner or chain.first), _info(chain.next_link())
        incremental = coming.incremental if coming else False
        if info is None:
            return ModelInfo(chain.first.name, "", "", "", chain.reason, incremental)
        if info.incremental == incremental and not chain.reason:
            return info
        if self._told is None or self._told[:3] != (info, chain.reason, incremental):
            reason = chain.reason or info.fallback_reason
            self._told = info, chain.reason, incremental, replace(info, fallback_reason=reason, incremental=incremental)
        return self._told[3]

    def decode(self, request: DecodeRequest) -> Hypothesis:
        heard: Hypothesis
        if request.only_here:
            heard = self._chain.ask(_Decode(request, None), self._in_use)
        elif not request.final:
            heard = self._chain.ask(_Decode(request, self._key(request)), _builds_on)
        else:
            heard = self._chain.ask(_Decode(request, self._key(request)))
        return heard

    def decode_many(self, requests: Sequence[DecodeRequest]) -> list[Hypothesis]:
        heard: list[Hypothesis] = self._chain.ask(_DecodeMany(requests)) if requests else []
        return heard

    def stop(self) -> None:
        self._chain.stop()

    def close(self) -> None:
        self._chain.close()
        self._closed()

    def _in_use(self, link: Link) -> bool:
        return link is self._chain.winner and not link.is_cloud

    def _key(self, request: DecodeRequest) -> bytes | None:
        """Of the sound and of all that shapes its words."""
        if not self._chain.keeps_answers:
            return None
        if request.options is not self._options:
            self._options, self._described = request.options, repr(request.options)
        circumstances = (self._described, request.prefix, request.final, request.speech_end_s, request.speech_s)
        digest = hashlib.sha256(request.pcm.tobytes())
        digest.update(repr(circumstances).encode())
        digest.update(self._signature)
        return digest.digest()


def _info(link: Link) -> ModelInfo | None:
    engine = link.lane.engine
    return engine.info if engine is not None else None


def _builds_on(link: Link) -> bool:
    info = None if link.is_cloud else _info(link)
    return info is not None and info.incremental


class LoneRecognizer(Recognizer):
    """A chain of one: nobody to turn to, so nobody waits with a clock in the hand. Counts, and nothing more."""

    def __init__(self, recognizer: Recognizer, counts: Any) -> None:
        self._recognizer, self._counts = recognizer, counts
        self._decode = recognizer.decode

    @property
    def info(self) -> ModelInfo:
        return self._recognizer.info

    def decode(self, request: DecodeRequest) -> Hypothesis:
        try:
            heard = self._decode(request)
        except EngineError as error:
            self._counts.failed += error.code != STOPPED  # nobody waited for that any more
            raise
        self._counts.answered += 1
        return heard

    def decode_many(self, requests: Sequence[DecodeRequest]) -> list[Hypothesis]:
        return self._recognizer.decode_many(requests)

    def stop(self) -> None:
        self._recognizer.stop()

    def close(self) -> None:
        self._recognizer.close()
