"""A chain of speaking engines is one: what every one promises, and what only a chain does."""

import threading
from collections.abc import Iterator

import numpy as np
import pytest

from tests.contracts.test_tts import TtsContract
from tests.routing.chains import Around
from voiceflow.engines.tts.contract import Speaking, Speech, SpeechBlock, TtsEngine
from voiceflow.engines.tts.espeak import EspeakEngine
from voiceflow.errors import EngineError, ModelError
from voiceflow.settings import Routing, Tts

DEADLINE_S = 10.0
RATE_HZ = 16_000


class Beeps(TtsEngine):
    """`blocks` of sound, then the error, if there is one; waits before the first for `gate`, where it has one."""

    def __init__(
        self, name: str, blocks: int = 2, error: Exception | None = None, gate: threading.Event | None = None
    ) -> None:
        self._name, self._blocks, self.error, self._gate = name, blocks, error, gate
        self.lacks = ""
        self.stopped = threading.Event()
        self.said: list[str] = []

    def unavailable(self) -> None:
        return None

    def speaking(self, voice: str = "", language: str = "") -> Speaking:
        if voice and voice != self._name:
            raise ModelError("models.unknown", f"There is no voice {voice}", "Choose another")
        if self.lacks and language == self.lacks:
            raise ModelError("models.none", "There is no voice", "Install one")
        return Speaking(self._name, "")

    def synthesize(self, text: str, voice: str = "", language: str = "") -> Speech:
        self.said.append(text)
        return Speech(self.speaking(voice, language), self._sound(), self._stop)

    def close(self) -> None: ...

    def _sound(self) -> Iterator[SpeechBlock]:
        if self._gate:
            self._gate.wait(DEADLINE_S)
        for _ in range(self._blocks):
            yield SpeechBlock(np.zeros(160, np.float32), RATE_HZ)
        if self.error:
            raise self.error

    def _stop(self) -> None:
        self.stopped.set()
        if self._gate:
            self._gate.set()


def broken(blocks: int = 0) -> Beeps:
    return Beeps("first", blocks, EngineError("engine.crashed", "It crashed", "Try again"))


@pytest.fixture
def around() -> Around:
    return Around()


class OfEspeak(TtsContract):
    speaks_as = ("espeak", "gmw/en-US")

    def test_the_first_sentence_comes_before_the_second_is_made(self, engine: TtsEngine) -> None:
        pytest.skip("espeak says two short sentences in one go")


class TestHealthy(OfEspeak):
    @pytest.fixture
    def engine(self, around: Around) -> Iterator[TtsEngine]:
        engine = around.tts(EspeakEngine(Tts(language="en"), None), broken())
        yield engine
        engine.close()


class TestFirstBroken(OfEspeak):
    speaks_as = ("first", "")

    @pytest.fixture
    def engine(self, around: Around) -> Iterator[TtsEngine]:
        engine = around.tts(broken(), EspeakEngine(Tts(language="en"), None))
        yield engine
        engine.close()


def test_the_next_speaks_and_says_who_and_why(around: Around) -> None:
    engine = around.tts(broken(), Beeps("second"))
    speech = engine.synthesize("Hello.")
    assert len(list(speech)) == 2
    assert speech.speaking.engine == "second"
    assert around.reasons == ["first crashed"]
    engine.close()


def test_an_engine_that_breaks_off_leaves_the_whole_text_to_the_next(around: Around) -> None:
    second = Beeps("second")
    engine = around.tts(broken(blocks=1), second)
    assert len(list(engine.synthesize("Hello."))) == 1 + 2
    assert second.said == ["Hello."]
    engine.close()


def test_when_nobody_speaks_the_first_ones_cure_is_given(around: Around) -> None:
    engine = around.tts(broken(), broken())
    with pytest.raises(EngineError, match="No engine had an answer") as caught:
        list(engine.synthesize("Hello."))
    assert caught.value.code == "engine.crashed"
    engine.close()


def test_the_last_engine_that_breaks_off_is_an_error(around: Around) -> None:
    engine = around.tts(broken(), broken(blocks=1))
    speech = engine.synthesize("Hello.")
    next(speech)
    with pytest.raises(EngineError):
        next(speech)
    engine.close()


def test_a_voice_by_name_is_asked_of_the_engine_that_has_it(around: Around) -> None:
    first, second = Beeps("first"), Beeps("second")
    engine = around.tts(first, second)
    assert engine.synthesize("Hello.", voice="second").speaking.engine == "second"
    assert len(list(engine.synthesize("Hello.", voice="second"))) == 2
    assert first.said == []
    engine.close()


def test_a_language_that_an_engine_lacks_does_not_let_it_rest(around: Around) -> None:
    first, second = Beeps("first"), Beeps("second")
    first.lacks = "ru"
    engine = around.tts(first, second)
    for language, speaks in (("ru", "second"), ("en", "first")):
        speech = engine.synthesize("Hello.", language=language)
        assert len(list(speech)) == 2
        assert speech.speaking.engine == speaks
    engine.close()


def test_a_slow_engine_is_stopped_when_the_next_has_spoken(around: Around) -> None:
    around.wishes = Routing(deadline_s=0.05, deadline_per_s=0.0)  # type: ignore[arg-type]
    first = Beeps("first", gate=threading.Event())
    engine = around.tts(first, Beeps("second"))
    assert len(list(engine.synthesize("Hello."))) == 2
    assert first.stopped.wait(DEADLINE_S)
    engine.close()


def test_no_thread_is_left_and_it_speaks_again(around: Around) -> None:
    before = set(threading.enumerate())
    engine = around.tts(Beeps("first"), Beeps("second"))
    for _ in range(2):
        assert len(list(engine.synthesize("Hello."))) == 2
        engine.close()
    assert set(threading.enumerate()) <= before
