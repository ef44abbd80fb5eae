"""A chain of speaking engines that is itself one: whoever has the first sound speaks."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from voiceflow.engines.tts.contract import Speaking, Speech, SpeechBlock, TtsEngine
from voiceflow.errors import EngineError, ModelError, VoiceFlowError
from voiceflow.routing.chain import Chain
from voiceflow.routing.failures import converted, failure_of
from voiceflow.routing.lane import Job, Question
from voiceflow.routing.link import Link
from voiceflow.routing.race import Race
from voiceflow.routing.routes import Member, Routes

_CHARACTERS_PER_S = 15
"""Of read English."""
_LOADING_S = 60.0


@dataclass(frozen=True, slots=True)
class TtsCandidate:
    """`engine` raises where it cannot speak here."""

    name: str
    is_cloud: bool
    engine: Callable[[], TtsEngine]


@dataclass(frozen=True, slots=True)
class _Text:
    """`names`: the engines that may say it."""

    text: str
    voice: str
    language: str
    names: tuple[str, ...] = ()


class ChainedTts(TtsEngine):
    """The first candidate is the user's choice."""

    def __init__(self, routes: Routes, candidates: Sequence[TtsCandidate]) -> None:
        self._routes, self._candidates = routes, candidates
        self._chain: Chain | None = None
        self._lock = threading.Lock()

    def unavailable(self) -> VoiceFlowError | None:
        """None while one of them can: the first one's reason otherwise."""
        reasons = [_reason(candidate) for candidate in self._candidates]
        return None if None in reasons else reasons[0]

    def speaking(self, voice: str = "", language: str = "") -> Speaking:
        """Of the first that could now."""
        coming = self._in_use().next_link().name
        able = self._able(voice, language)
        return able.get(coming) or next(iter(able.values()))

    def synthesize(self, text: str, voice: str = "", language: str = "") -> Speech:
        """A voice or a language that is asked for by name is only asked of engines that have it."""
        chosen = voice or language
        names = list(self._able(voice, language)) if chosen else [candidate.name for candidate in self._candidates]
        expected = partial(self.speaking, voice, language)
        return _ChainedSpeech(self._in_use(), _Text(text, voice, language, tuple(names)), expected)

    def _able(self, voice: str, language: str) -> dict[str, Speaking]:
        """Who would speak, as whom; raises the first one's reason if there is nobody."""
        able: dict[str, Speaking] = {}
        problems: list[VoiceFlowError] = []
        for candidate in self._candidates:
            try:
                able[candidate.name] = candidate.engine().speaking(voice, language)
            except (EngineError, ModelError) as error:
                problems.append(error)
        if not able:
            raise problems[0]
        return able

    def warm_up(self, voice: str = "", language: str = "") -> None:
        able = self._able(voice, language)
        self._in_use().ask(_WarmUp(_Text("", voice, language)), lambda link: link.name in able)

    def close(self) -> None:
        with self._lock:
            chain, self._chain = self._chain, None
        if chain:
            chain.close()
            self._routes.rest()

    def _in_use(self) -> Chain:
        with self._lock:
            if self._chain is None:
                members = [
                    Member(candidate.name, candidate.is_cloud, candidate.engine, lambda engine: engine.close())
                    for candidate in self._candidates
                ]
                self._chain = self._routes.chain("tts", members)
            return self._chain


def _reason(candidate: TtsCandidate) -> VoiceFlowError | None:
    try:
        return candidate.engine().unavailable()
    except VoiceFlowError as error:
        return error


class _Begun:
    """`block` None: there was nothing to say."""

    __slots__ = ("block", "speech")

    def __init__(self, speech: Speech, block: SpeechBlock | None) -> None:
        self.speech, self.block = speech, block


class _Say(Question):
    """The engine's own thread makes the first block; whoever takes the sound makes the rest."""

    __slots__ = ("_text",)

    def __init__(self, text: _Text) -> None:
        super().__init__(len(text.text) / _CHARACTERS_PER_S)
        self._text = text

    def work(self, engine: TtsEngine, job: Job) -> _Begun:
        speech = job.held = engine.synthesize(self._text.text, self._text.voice, self._text.language)
        if job.dropped:
            speech.stop()
        return _Begun(speech, next(speech, None))

    def stop(self, engine: TtsEngine, job: Job) -> None:
        if job.held is not None:
            job.held.stop()

    def discard(self, answer: _Begun) -> None:
        answer.speech.close()


class _WarmUp(Question):
    __slots__ = ("_text",)
    deadline_s, measured, fresh = _LOADING_S, False, True

    def __init__(self, text: _Text) -> None:
        super().__init__()
        self._text = text

    def work(self, engine: TtsEngine, job: Job) -> bool:
        engine.warm_up(self._text.voice, self._text.language)
        return True

    def stop(self, engine: TtsEngine, job: Job) -> None:
        """It is wanted sooner or later."""


class _ChainedSpeech(Speech):
    """An engine that breaks off leaves the whole text to the next: to hear the beginning twice is better than never to
    hear the end."""

    def __init__(self, chain: Chain, text: _Text, expected: Callable[[], Speaking]) -> None:
        self._chain, self._text, self._expected = chain, text, expected
        self._race: Race | None = None
        self._speech: Speech | None = None
        super().__init__(Speaking("", ""), self._made(), self._give_up)

    @property
    def speaking(self) -> Speaking:
        return self._speech.speaking if self._speech else self._expected()

    def _made(self) -> Iterator[SpeechBlock]:
        failed: list[Link] = []
        while True:
            begun = self._begin(failed)
            link = self._chain.winner
            try:
                if begun.block is not None:
                    yield begun.block
                    yield from begun.speech
                return
            except Exception as error:
                if self.stopped or link is None or len(failed) + 1 == len(self._text.names):
                    raise
                link.record.failed(failure_of(converted(link.name, error)))
                failed.append(link)
            finally:
                begun.speech.close()

    def _begin(self, failed: Sequence[Link]) -> _Begun:
        def may_say(link: Link) -> bool:
            return link.name in self._text.names and link not in failed

        begun: _Begun = self._chain.ask(_Say(self._text), may_say, self._asking)
        self._speech = begun.speech
        if self.stopped:
            begun.speech.stop()
        return begun

    def _asking(self, race: Race) -> None:
        self._race = race
        if self.stopped:
            race.stop()

    def _give_up(self) -> None:
        """Whatever of it there is."""
        for part in (self._race, self._speech):
            if part is not None:
                with suppress(Exception):
                    part.stop()
