"""A chain of recognizers is a recognizer: what every one promises, and what only a chain does."""

import threading
from collections.abc import Iterator

import numpy as np
import pytest

from tests.contracts.test_stt import SCRIPT, SttContract, request_for_speech
from tests.routing.chains import Around
from voiceflow.engines.stt.contract import DecodeOptions, DecodeRequest, Hypothesis, ModelInfo, Recognizer, SttEngine
from voiceflow.engines.stt.scripted import ScriptedEngine
from voiceflow.errors import EngineError, ModelError
from voiceflow.settings import Routing, Stt

__all__ = ["request_for_speech"]

DEADLINE_S = 10.0
SOUND = DecodeRequest(np.full(16_000, 0.1, np.float32), DecodeOptions(language="en"))


class Recorded(SttEngine, Recognizer):
    """Hears its own name, or fails with `error`; waits for `gate` where it has one, until it is stopped."""

    def __init__(
        self, name: str, error: Exception | None = None, gate: threading.Event | None = None, incremental: bool = False
    ) -> None:
        self._name, self.error, self._gate, self._incremental = name, error, gate, incremental
        self.asked: list[DecodeRequest] = []
        self.began = threading.Event()
        self.was_stopped = self.was_closed = False
        self.loaded = ""

    def unavailable(self) -> None:
        return None

    @property
    def info(self) -> ModelInfo:
        return ModelInfo(self._name, "none", "cpu", "none", incremental=self._incremental)

    def load(self, model: str = "") -> Recognizer:
        self.loaded = model
        if isinstance(self.error, ModelError):
            raise self.error
        return self

    def decode(self, request: DecodeRequest) -> Hypothesis:
        self.asked.append(request)
        self.began.set()
        if self._gate:
            self._gate.wait(DEADLINE_S)
        if self.error:
            raise self.error
        return Hypothesis(self._name)

    def stop(self) -> None:
        self.was_stopped = True
        if self._gate:
            self._gate.set()

    def close(self) -> None:
        self.was_closed = True


def broken(name: str = "first") -> Recorded:
    return Recorded(name, EngineError("engine.crashed", "It crashed", "Try again"))


@pytest.fixture
def around() -> Around:
    return Around()


class TestHealthy(SttContract):
    @pytest.fixture
    def recognizer(self, around: Around) -> Iterator[Recognizer]:
        scripted = ScriptedEngine(Stt(), script=SCRIPT.split())
        recognizer = around.stt(scripted, broken()).load()
        yield recognizer
        recognizer.close()


class TestFirstBroken(SttContract):
    @pytest.fixture
    def recognizer(self, around: Around) -> Iterator[Recognizer]:
        recognizer = around.stt(broken(), ScriptedEngine(Stt(), script=SCRIPT.split())).load()
        yield recognizer
        recognizer.close()


class TestAlone(SttContract):
    @pytest.fixture
    def recognizer(self, around: Around) -> Iterator[Recognizer]:
        recognizer = around.stt(ScriptedEngine(Stt(), script=SCRIPT.split())).load()
        yield recognizer
        recognizer.close()


def test_the_second_engine_is_not_loaded_before_it_is_needed(around: Around) -> None:
    second = Recorded("second")
    second.load = lambda model="": pytest.fail("nobody asked for it")  # type: ignore[method-assign]
    recognizer = around.stt(Recorded("first"), second).load()
    assert recognizer.decode(SOUND).text == "first"
    recognizer.close()


def test_with_hedging_it_is_loaded_and_nobody_waits_for_it(around: Around) -> None:
    around.wishes = Routing(hedge=True)
    loaded = threading.Event()

    class Second(Recorded):
        def load(self, model: str = "") -> Recognizer:
            loaded.set()
            return self

    recognizer = around.stt(Recorded("first"), Second("second")).load()
    assert loaded.wait(DEADLINE_S)
    recognizer.close()


def test_without_a_model_the_next_one_is_loaded_and_says_why(around: Around) -> None:
    first = Recorded("first", ModelError("models.none", "There is no model", "Install one"))
    recognizer = around.stt(first, Recorded("second")).load("base")
    assert (recognizer.info.engine, recognizer.info.fallback_reason) == ("second", "first had no model")
    assert first.loaded == "base"
    recognizer.close()


def test_nothing_loads_and_the_first_ones_cure_is_given(around: Around) -> None:
    first = Recorded("first", ModelError("models.none", "There is no model", "Install one"))
    second = Recorded("second", ModelError("models.damaged", "It is damaged", "Remove it"))
    with pytest.raises(ModelError, match="first had no model; second could not load its model") as caught:
        around.stt(first, second).load()
    assert (caught.value.code, caught.value.hint) == ("models.none", "Install one")


def test_who_answered_is_known_and_who_is_first_again(around: Around) -> None:
    first = broken()
    recognizer = around.stt(first, Recorded("second")).load()
    recognizer.decode(SOUND)
    assert (recognizer.info.engine, recognizer.info.fallback_reason) == ("second", "first crashed")
    first.error = None
    recognizer.decode(DecodeRequest(SOUND.pcm * 2, SOUND.options))
    assert (recognizer.info.engine, recognizer.info.fallback_reason) == ("first", "")
    assert around.reasons == ["first crashed", ""]
    recognizer.close()


def test_an_early_decode_goes_only_to_engines_of_this_machine_that_can_build_on_it(around: Around) -> None:
    second = Recorded("second")
    recognizer = around.stt(broken(), second).load()
    with pytest.raises(EngineError):
        recognizer.decode(DecodeRequest(SOUND.pcm, SOUND.options, final=False))
    assert second.asked == []
    recognizer.close()


def test_a_comparison_of_an_engine_with_itself_goes_to_no_other(around: Around) -> None:
    second = Recorded("second")
    recognizer = around.stt(broken(), second).load()
    with pytest.raises(EngineError):
        recognizer.decode(DecodeRequest(SOUND.pcm, SOUND.options, only_here=True))
    assert second.asked == []
    recognizer.close()


@pytest.mark.parametrize(
    ("again", "asked"),
    [
        pytest.param(DecodeRequest(SOUND.pcm.copy(), SOUND.options), 1, id="the same"),
        pytest.param(DecodeRequest(SOUND.pcm * 0.5, SOUND.options), 2, id="another sound"),
        pytest.param(DecodeRequest(SOUND.pcm, DecodeOptions(language="de")), 2, id="another language"),
        pytest.param(DecodeRequest(SOUND.pcm, DecodeOptions(language="en", beam_size=5)), 2, id="another option"),
        pytest.param(DecodeRequest(SOUND.pcm, SOUND.options, prefix="So"), 2, id="other words before"),
        pytest.param(DecodeRequest(SOUND.pcm, SOUND.options, speech_s=0.5), 2, id="other evidence"),
    ],
)
def test_an_answer_is_given_again_only_to_the_same_question(around: Around, again: DecodeRequest, asked: int) -> None:
    first = Recorded("first")
    recognizer = around.stt(first, broken("second")).load()
    recognizer.decode(SOUND)
    recognizer.decode(again)
    assert len(first.asked) == asked
    recognizer.close()


def test_other_settings_make_other_answers(around: Around) -> None:
    first = Recorded("first")
    for signature in ("base", "small"):
        chain = around.stt(first, broken("second"))
        chain._signature = signature
        recognizer = chain.load()
        recognizer.decode(SOUND)
        recognizer.close()
    assert len(first.asked) == 2


def test_a_stop_ends_the_wait_and_reaches_the_engine(around: Around) -> None:
    first = Recorded("first", gate=threading.Event())
    recognizer = around.stt(first, Recorded("second")).load()
    stopping = threading.Thread(target=lambda: first.began.wait(DEADLINE_S) and recognizer.stop())
    stopping.start()
    with pytest.raises(EngineError) as caught:
        recognizer.decode(SOUND)
    stopping.join()
    assert caught.value.code == "stt.stopped"
    assert first.was_stopped
    recognizer.close()


def test_after_a_stop_the_same_engine_goes_on(around: Around) -> None:
    gate = threading.Event()
    first, second = Recorded("first", gate=gate), Recorded("second")
    first.stop = lambda: None  # type: ignore[method-assign]  # it ends at its next step, not at once
    recognizer = around.stt(first, second).load()
    stopping = threading.Thread(target=lambda: first.began.wait(DEADLINE_S) and recognizer.stop())
    stopping.start()
    with pytest.raises(EngineError):
        recognizer.decode(SOUND)
    stopping.join()
    threading.Timer(0.1, gate.set).start()
    assert recognizer.decode(SOUND).text == "first"
    assert second.asked == []
    recognizer.close()


def test_a_slow_engine_is_stopped_when_the_next_has_answered(around: Around) -> None:
    around.wishes = Routing(deadline_s=0.05, deadline_per_s=0.0)  # type: ignore[arg-type]
    first = Recorded("first", gate=threading.Event())
    recognizer = around.stt(first, Recorded("second")).load()
    assert recognizer.decode(SOUND).text == "second"
    assert first.was_stopped
    recognizer.close()


def test_all_that_was_loaded_is_closed_and_no_thread_is_left(around: Around) -> None:
    before = set(threading.enumerate())
    first, second = broken(), Recorded("second")
    recognizer = around.stt(first, second).load()
    recognizer.decode(SOUND)
    recognizer.close()
    assert first.was_closed
    assert second.was_closed
    assert set(threading.enumerate()) <= before


def test_what_was_learned_is_there_after_a_new_start(around: Around) -> None:
    recognizer = around.stt(Recorded("first"), Recorded("second")).load()
    recognizer.decode(SOUND)
    recognizer.close()
    standing = Around(kept=around.kept).routes.record("stt", "first").standing
    assert standing.count == 1
    assert standing.mean_s > 0


def test_many_may_ask_at_once_and_everybody_gets_the_own_answer(around: Around) -> None:
    class Echo(Recorded):
        def decode(self, request: DecodeRequest) -> Hypothesis:
            return Hypothesis(request.prefix)

    recognizer = around.stt(Echo("first"), broken("second")).load()
    heard: list[tuple[str, str]] = []

    def ask(number: int) -> None:
        for turn in range(20):
            said = f"{number} {turn}"
            heard.append((said, recognizer.decode(DecodeRequest(SOUND.pcm, SOUND.options, prefix=said)).text))

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(heard) == 400
    assert all(said == answer for said, answer in heard)
    recognizer.close()
