"""What every speech output engine promises; each engine is a subclass."""

import logging
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from tests.imitations.allowed import allowed
from tests.imitations.google import Google
from tests.imitations.openai import OpenAi
from tests.imitations.server import Service
from tests.imitations.yandex import Yandex
from voiceflow.engines.models import ModelStore
from voiceflow.engines.tts.cloud import CloudTts
from voiceflow.engines.tts.contract import Speech, TtsEngine
from voiceflow.engines.tts.espeak import EspeakEngine
from voiceflow.engines.tts.google import GoogleTts
from voiceflow.engines.tts.openai import OpenAiTts
from voiceflow.engines.tts.piper import PiperVoiceEngine
from voiceflow.engines.tts.silent import SilentEngine
from voiceflow.engines.tts.yandex import YandexTts
from voiceflow.errors import EngineError, ModelError
from voiceflow.paths import Paths
from voiceflow.settings import Tts

LONG_TEXT = "It goes on, and on, without ever coming to an end of what it says, as it seems to those who wait. " * 500
TWO_SENTENCES = "The first sentence stands here. The second one comes after it."


def _seconds_to_stop(speech: Speech, after_s: float) -> float:
    """From the call on another thread to the end of the iteration."""
    stopped_at_s: list[float] = []
    timer = threading.Timer(after_s, lambda: (stopped_at_s.append(time.monotonic()), speech.stop()))
    timer.start()
    for _ in speech:
        pass
    ended_at_s = time.monotonic()
    timer.join()
    return ended_at_s - stopped_at_s[0]


def _seconds(speech: Speech) -> float:
    return sum(len(block.pcm) / block.rate_hz for block in speech)


class TtsContract(ABC):
    audible = True
    has_voices = True
    speaks_as: tuple[str, str]

    @pytest.fixture
    @abstractmethod
    def engine(self) -> TtsEngine: ...

    def test_it_can_run_here(self, engine: TtsEngine) -> None:
        assert engine.unavailable() is None

    def test_blocks_are_sound_that_can_be_played(self, engine: TtsEngine) -> None:
        for block in engine.synthesize(TWO_SENTENCES):
            assert block.pcm.dtype == np.float32
            assert block.pcm.ndim == 1
            assert np.abs(block.pcm).max() <= 1.0
            assert 8_000 <= block.rate_hz <= 48_000

    def test_speech_is_audible_and_as_long_as_speech(self, engine: TtsEngine) -> None:
        blocks = list(engine.synthesize(TWO_SENTENCES))
        duration_s = sum(len(block.pcm) / block.rate_hz for block in blocks)
        assert 2.0 < duration_s < 10.0
        loudness = np.sqrt(np.mean(np.square(np.concatenate([block.pcm for block in blocks]))))
        assert bool(loudness > 0.01) is self.audible

    def test_the_first_sentence_comes_before_the_second_is_made(self, engine: TtsEngine) -> None:
        assert len(list(engine.synthesize(TWO_SENTENCES))) >= 2

    @pytest.mark.parametrize("text", ["", "   ", "\n"])
    def test_no_text_is_no_sound(self, engine: TtsEngine, text: str) -> None:
        assert list(engine.synthesize(text)) == []

    def test_it_stops_when_the_iterator_is_closed_and_can_speak_again(self, engine: TtsEngine) -> None:
        speech = engine.synthesize(TWO_SENTENCES)
        next(speech)
        speech.close()
        assert list(speech) == []
        assert list(engine.synthesize("Again."))

    @pytest.mark.parametrize("after_s", [0.005, 0.05, 0.15])
    def test_it_stops_within_50_ms_whatever_it_does(self, engine: TtsEngine, after_s: float) -> None:
        engine.warm_up()
        assert min(_seconds_to_stop(engine.synthesize(LONG_TEXT), after_s) for _ in range(3)) < 0.05

    def test_a_speech_that_was_stopped_before_it_began_makes_no_sound(self, engine: TtsEngine) -> None:
        speech = engine.synthesize(TWO_SENTENCES)
        speech.stop()
        assert list(speech) == []

    def test_it_tells_who_speaks(self, engine: TtsEngine) -> None:
        speaking = engine.speaking(language="en")
        assert speaking == engine.synthesize("Hello.", language="en").speaking
        assert (speaking.engine, speaking.voice) == self.speaks_as
        assert speaking == engine.speaking(language="en")

    def test_an_unknown_voice_is_an_error_that_says_so(self, engine: TtsEngine) -> None:
        if not self.has_voices:
            pytest.skip("it has no voices")
        with pytest.raises(ModelError) as caught:
            list(engine.synthesize("Hello.", voice="nobody"))
        assert caught.value.code == "models.unknown"

    def test_it_can_be_closed_twice_and_speaks_again_after(self, engine: TtsEngine) -> None:
        engine.close()
        engine.close()
        assert list(engine.synthesize("Again."))

    def test_no_text_reaches_the_log(self, engine: TtsEngine, caplog: pytest.LogCaptureFixture) -> None:
        with caplog.at_level(logging.DEBUG):
            list(engine.synthesize("Rhinoceros."))
        assert "hinoceros" not in caplog.text


class TestSilent(TtsContract):
    audible = has_voices = False
    speaks_as = ("silent", "")

    @pytest.fixture
    def engine(self) -> TtsEngine:
        return SilentEngine(Tts(), None)


@pytest.mark.skipif(find_spec("espeakng_loader") is None, reason="no espeak: the extra `tts` is not installed")
class TestEspeak(TtsContract):
    speaks_as = ("espeak", "gmw/en-US")

    @pytest.fixture
    def engine(self) -> TtsEngine:
        return EspeakEngine(Tts(), None)

    @pytest.mark.parametrize(
        ("wanted", "voice"),
        [
            ("de", "gmw/de"),
            ("de_DE.UTF-8", "gmw/de"),
            ("pt-BR", "roa/pt-BR"),
            ("pt", "roa/pt"),
            ("en-GB", "gmw/en"),
            ("zh-TW", "sit/cmn"),
            ("no", "gmq/nb"),
            ("fr-CA", "roa/fr"),
            ("C", "gmw/en-US"),
        ],
    )
    def test_a_language_has_a_voice(self, engine: TtsEngine, wanted: str, voice: str) -> None:
        assert engine.speaking(language=wanted).voice == voice

    @pytest.mark.parametrize("name", ["en-us", "gmw/en-US", "English (America)"])
    def test_a_voice_has_several_names(self, engine: TtsEngine, name: str) -> None:
        assert engine.speaking(voice=name).voice == "gmw/en-US"

    def test_a_variant_is_another_voice(self, engine: TtsEngine) -> None:
        assert engine.speaking(voice="en-us+f3").voice == "gmw/en-US+f3"
        assert list(engine.synthesize("Hello.", voice="en-us+f3"))

    def test_a_variant_that_is_not_there_is_an_error(self, engine: TtsEngine) -> None:
        with pytest.raises(ModelError):
            engine.speaking(voice="en-us+nobody")

    def test_a_language_that_it_does_not_speak_is_told(self, engine: TtsEngine) -> None:
        with pytest.raises(ModelError, match="xx"):
            engine.speaking(language="xx")

    def test_a_voice_of_another_engine_in_the_settings_is_left_alone(self) -> None:
        assert EspeakEngine(Tts(voice="en_US-joe-medium"), None).speaking(language="en").voice == "gmw/en-US"

    def test_threads_take_turns(self, engine: TtsEngine) -> None:
        alone_s = [_seconds(engine.synthesize(TWO_SENTENCES, voice)) for voice in ("de", "en-us")]
        with ThreadPoolExecutor(4) as pool:
            said = pool.map(lambda voice: engine.synthesize(TWO_SENTENCES, voice), ["de", "en-us"] * 4)
            spoken_s = list(pool.map(_seconds, said))
        assert spoken_s == pytest.approx(alone_s * 4, rel=0.02)


@pytest.fixture(scope="module")
def piper(starter_voice: Path, tmp_path_factory: pytest.TempPathFactory) -> PiperVoiceEngine:
    """One for all tests: loading the voice takes a second."""
    home = tmp_path_factory.mktemp("home")
    return PiperVoiceEngine(Tts(), ModelStore(Paths(home, home, home, home, home), extra_folders=()))


@pytest.mark.real_model
class TestPiper(TtsContract):
    speaks_as = ("piper", "en_US-joe-medium")

    @pytest.fixture
    def engine(self, piper: PiperVoiceEngine) -> TtsEngine:
        return piper

    def test_a_voice_can_be_named_or_be_a_folder(self, engine: TtsEngine, starter_voice: Path, tmp_path: Path) -> None:
        assert list(engine.synthesize("Hello.", voice="en_US-joe-medium"))
        assert list(engine.synthesize("Hello.", voice=str(_own_voice(starter_voice, tmp_path))))

    def test_brackets_are_text_and_not_phonemes(self, engine: TtsEngine) -> None:
        assert list(engine.synthesize("See [[the note]] below."))

    def test_without_a_voice_it_says_which_to_install(self) -> None:
        problem = PiperVoiceEngine(Tts(), NoVoices()).unavailable()
        assert str(problem) == "Piper needs a voice. Run: voiceflow models install en_US-joe-medium"
        with pytest.raises(ModelError, match="Piper needs a voice"):
            next(PiperVoiceEngine(Tts(), NoVoices()).synthesize("Hello."))

    @pytest.mark.parametrize("language", ["", "en"])
    def test_who_would_speak_asks_for_a_voice_once(self, starter_voice: Path, language: str) -> None:
        """Each question looks at all folders of models, a millisecond; a sentence of the cache waits for it."""
        asked: list[str] = []

        class Voices:
            def best(self, family: str = "stt", language: str = "") -> str:
                asked.append(family)
                return "en_US-joe-medium"

            def folder(self, name_or_path: str) -> Path:
                return starter_voice

        assert PiperVoiceEngine(Tts(), Voices()).speaking("", language).voice == "en_US-joe-medium"
        assert asked == ["tts"]

    @pytest.mark.parametrize("phonemes", ["pinyin", "hebrew", "japanese", "thai"])
    def test_a_voice_that_would_download_more_is_refused(
        self, starter_voice: Path, tmp_path: Path, phonemes: str
    ) -> None:
        folder = _own_voice(starter_voice, tmp_path, phonemes)
        with pytest.raises(EngineError, match=phonemes):
            next(PiperVoiceEngine(Tts(voice=str(folder)), NoVoices(folder)).synthesize("Hello."))

    def test_a_file_that_is_no_voice_is_an_error_and_not_a_traceback(self, tmp_path: Path) -> None:
        folder = tmp_path / "fake"
        folder.mkdir()
        (folder / "fake.onnx").write_text("not a model")
        (folder / "fake.onnx.json").write_text("{}")
        with pytest.raises(EngineError) as caught:
            next(PiperVoiceEngine(Tts(voice=str(folder)), NoVoices(folder)).synthesize("Hello."))
        assert caught.value.code == "tts.voice_failed"


class CloudContract(TtsContract):
    """Against an imitation of the service, under a public name, with everything allowed."""

    service: Service
    kind: type[CloudTts]

    @pytest.fixture
    def engine(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TtsEngine]:
        with allowed(self.service, tmp_path, monkeypatch) as ready:
            yield self.kind(Tts(), None, ready.cloud)


class TestOpenAi(CloudContract):
    service, kind, speaks_as = OpenAi(), OpenAiTts, ("openai", "alloy")


class TestGoogle(CloudContract):
    service, kind, speaks_as = Google(), GoogleTts, ("google", "")


class TestYandex(CloudContract):
    service, kind, speaks_as = Yandex(), YandexTts, ("yandex", "alena")


class NoVoices:
    """A store with nothing installed, but for one folder."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def folder(self, name_or_path: str) -> Path:
        assert self._folder is not None
        return self._folder

    def best(self, family: str, language: str = "") -> str:
        raise ModelError("models.none", "No voice is installed")


def _own_voice(starter_voice: Path, root: Path, phonemes: str = "espeak") -> Path:
    folder = root / "mine"
    folder.mkdir(parents=True)
    (folder / "mine.onnx").symlink_to(starter_voice)
    config = starter_voice.with_name(f"{starter_voice.name}.json").read_text()
    (folder / "mine.onnx.json").write_text(config.replace('"phoneme_type": "espeak"', f'"phoneme_type": "{phonemes}"'))
    return folder
