"""What every speech recognizer promises."""

from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from tests.benchmarks.scoring import pcm_of
from tests.imitations.allowed import allowed
from tests.imitations.google import Google
from tests.imitations.openai import OpenAi
from tests.imitations.server import Service
from tests.imitations.yandex import Yandex
from tests.speech import SpeechClips
from voiceflow.bench.scoring import normalized
from voiceflow.engines import catalogue
from voiceflow.engines.stt.cloud import CloudStt
from voiceflow.engines.stt.contract import SAMPLE_RATE_HZ, DecodeOptions, DecodeRequest, Recognizer
from voiceflow.engines.stt.google import GoogleStt
from voiceflow.engines.stt.openai import OpenAiStt
from voiceflow.engines.stt.scripted import ScriptedEngine
from voiceflow.engines.stt.whisper import WhisperEngine
from voiceflow.engines.stt.yandex import YandexStt
from voiceflow.settings import Stt

CLIP = "sb_spk1_snt2"
SCRIPT = "Drop the two when you add the figures."
SAID = "drop the two when you add the figures"


class Folders:
    """A model store for models by path."""

    def folder(self, name_or_path: str) -> Path:
        return Path(name_or_path)

    def best(self, family: str = "stt", language: str = "") -> str:
        raise AssertionError("these tests name their model")


@pytest.fixture
def request_for_speech(speech_clips: SpeechClips) -> DecodeRequest:
    return DecodeRequest(pcm_of(speech_clips[CLIP].path), DecodeOptions(language="en"))


@pytest.fixture(scope="module")
def whisper(starter_whisper: Path) -> Iterator[Recognizer]:
    recognizer = WhisperEngine(Stt(isolated=False, device="cpu"), Folders()).load(str(starter_whisper))
    yield recognizer
    recognizer.close()


@pytest.fixture(scope="module")
def isolated_whisper(starter_whisper: Path) -> Iterator[Recognizer]:
    recognizer = WhisperEngine(Stt(isolated=True, device="cpu"), Folders()).load(str(starter_whisper))
    yield recognizer
    recognizer.close()


class SttContract:
    """Subclasses give a fixture `recognizer` that hears the clip's words."""

    def test_speech_becomes_its_words(self, recognizer: Recognizer, request_for_speech: DecodeRequest) -> None:
        heard = recognizer.decode(request_for_speech)

        assert normalized(heard.text) == SAID
        assert heard.text == heard.text.strip()
        assert heard.language == "en"

    @pytest.mark.parametrize("seconds", [0.0, 0.01, 0.5, 30.0])
    def test_digital_silence_has_no_words(self, recognizer: Recognizer, seconds: float) -> None:
        silence = np.zeros(int(seconds * SAMPLE_RATE_HZ), np.float32)

        assert recognizer.decode(DecodeRequest(silence, DecodeOptions(language="en"))).text == ""

    def test_words_known_already_are_found_again(
        self, recognizer: Recognizer, request_for_speech: DecodeRequest
    ) -> None:
        known = replace(request_for_speech, prefix="Drop the two when you add")

        assert normalized(recognizer.decode(known).text) == SAID

    def test_word_times_follow_the_text(self, recognizer: Recognizer, request_for_speech: DecodeRequest) -> None:
        timed = replace(request_for_speech, options=DecodeOptions(language="en", word_times=True))

        heard = recognizer.decode(timed)

        assert "".join(word.text for word in heard.words).strip() == heard.text
        times = [time for word in heard.words for time in (word.start_s, word.end_s)]
        assert times == sorted(times)
        assert times[0] >= 0
        assert times[-1] <= len(timed.pcm) / SAMPLE_RATE_HZ
        assert " ".join(segment.text for segment in heard.segments) == heard.text

    def test_many_are_answered_in_order(self, recognizer: Recognizer, request_for_speech: DecodeRequest) -> None:
        silence = replace(request_for_speech, pcm=np.zeros(SAMPLE_RATE_HZ, np.float32))

        heard = recognizer.decode_many([silence, request_for_speech, silence])

        assert [normalized(hypothesis.text) for hypothesis in heard] == ["", SAID, ""]

    def test_nothing_asked_is_nothing_answered(self, recognizer: Recognizer) -> None:
        assert recognizer.decode_many([]) == []

    def test_a_stop_ends_no_later_decode(self, recognizer: Recognizer, request_for_speech: DecodeRequest) -> None:
        recognizer.stop()

        assert normalized(recognizer.decode(request_for_speech).text) == SAID

    def test_sound_is_left_as_it_was(self, recognizer: Recognizer, request_for_speech: DecodeRequest) -> None:
        before = request_for_speech.pcm.copy()

        recognizer.decode(request_for_speech)

        assert np.array_equal(request_for_speech.pcm, before)

    def test_says_what_is_in_use(self, recognizer: Recognizer) -> None:
        info = recognizer.info

        assert info.engine
        assert info.model
        assert info.device in ("cpu", "cuda", "cloud")


class TestScripted(SttContract):
    @pytest.fixture
    def recognizer(self) -> Recognizer:
        return ScriptedEngine(Stt(), script=SCRIPT.split()).load()


@pytest.mark.real_model
class TestWhisper(SttContract):
    @pytest.fixture
    def recognizer(self, whisper: Recognizer) -> Recognizer:
        return whisper


@pytest.mark.real_model
class TestIsolatedWhisper(SttContract):
    @pytest.fixture
    def recognizer(self, isolated_whisper: Recognizer) -> Recognizer:
        return isolated_whisper


class CloudContract(SttContract):
    """Against an imitation of the service, under a public name, with everything allowed."""

    service: Service
    engine: type[CloudStt]

    @pytest.fixture
    def recognizer(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Recognizer]:
        with allowed(self.service, tmp_path, monkeypatch) as ready:
            yield self.engine(Stt(), None, ready.cloud).load()


class TestOpenAi(CloudContract):
    service, engine = OpenAi(SCRIPT), OpenAiStt


class TestGoogle(CloudContract):
    service, engine = Google(SCRIPT), GoogleStt


class TestYandex(CloudContract):
    service, engine = Yandex(SCRIPT), YandexStt


@pytest.mark.parametrize("engine", catalogue.engines("stt"), ids=lambda engine: engine.name)
def test_an_engine_that_cannot_run_says_what_to_do(engine: catalogue.Engine) -> None:
    problem = engine.load()(Stt(), Folders()).unavailable()

    assert problem is None or problem.hint


@pytest.mark.skipif(find_spec("onnx_asr") is not None, reason="the extra parakeet is installed here")
def test_parakeet_without_its_extra_names_it() -> None:
    problem = catalogue.engine("stt", "parakeet").load()(Stt(), Folders()).unavailable()

    assert problem is not None
    assert "parakeet" in problem.hint
