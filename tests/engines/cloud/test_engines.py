"""Engines on other computers: what they send, what they make of answers, and of every way to fail."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import pytest

from tests.imitations.allowed import KEY, Ready, allowed
from tests.imitations.faults import FAULTS
from tests.imitations.google import Google
from tests.imitations.openai import OpenAi, form
from tests.imitations.server import Service
from tests.imitations.yandex import Yandex
from voiceflow.cloud.transfer import Request
from voiceflow.engines.stt.cloud import CloudStt, timed
from voiceflow.engines.stt.contract import DecodeOptions, DecodeRequest, Hypothesis, Word
from voiceflow.engines.stt.google import GoogleStt
from voiceflow.engines.stt.openai import OpenAiStt
from voiceflow.engines.stt.yandex import YandexStt
from voiceflow.engines.tts.cloud import CloudTts
from voiceflow.engines.tts.google import GoogleTts
from voiceflow.engines.tts.openai import OpenAiTts
from voiceflow.engines.tts.yandex import YandexTts
from voiceflow.errors import EngineError
from voiceflow.events import CloudUse
from voiceflow.settings import Stt, Tts

STT: dict[str, tuple[type[CloudStt], Callable[[], Service]]] = {
    "openai": (OpenAiStt, OpenAi),
    "google": (GoogleStt, Google),
    "yandex": (YandexStt, Yandex),
}
TTS: dict[str, tuple[type[CloudTts], Callable[[], Service]]] = {
    "openai": (OpenAiTts, OpenAi),
    "google": (GoogleTts, Google),
    "yandex": (YandexTts, Yandex),
}
SOUND = (np.sin(np.arange(16_000) / 20) * 0.3).astype(np.float32)
TEXT = "The secret words."
ANSWERS = ("429", "cut in the middle", "not JSON", "wrong shape", "a web page", "noise", "nothing")
"""What reaches the engine itself; the ways of the transport are in tests/cloud."""

MakeReady = Callable[[Service], Ready]


@pytest.fixture
def ready_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MakeReady]:
    with ExitStack() as stack:
        yield lambda service: stack.enter_context(allowed(service, tmp_path, monkeypatch))


def hear(ready: Ready, kind: type[CloudStt], **options: object) -> Hypothesis:
    asked = DecodeRequest(SOUND, DecodeOptions(**options))  # type: ignore[arg-type]
    return kind(Stt(), None, ready.cloud).load().decode(asked)


def say(ready: Ready, kind: type[CloudTts]) -> int:
    return sum(len(block.pcm) for block in kind(Tts(), None, ready.cloud).synthesize(TEXT, language="en"))


@pytest.mark.parametrize("fault", ANSWERS)
@pytest.mark.parametrize("service", STT)
def test_recognition_that_fails_is_an_error_and_the_next_one_is_answered(
    ready_for: MakeReady, service: str, fault: str
) -> None:
    kind, imitation = STT[service]
    ready = ready_for(imitation())
    ready.server.faults.append(FAULTS[fault])
    with pytest.raises(EngineError) as caught:
        hear(ready, kind)
    assert caught.value.code.startswith("cloud.") and caught.value.hint
    assert KEY not in str(caught.value) and "figures" not in str(caught.value)
    assert hear(ready, kind).text


@pytest.mark.parametrize("fault", ANSWERS)
@pytest.mark.parametrize("service", TTS)
def test_speech_that_fails_is_an_error_and_the_next_one_is_answered(
    ready_for: MakeReady, service: str, fault: str
) -> None:
    kind, imitation = TTS[service]
    ready = ready_for(imitation())
    ready.server.faults.append(FAULTS[fault])
    if service != "google" and fault == "noise":
        assert say(ready, kind), "samples without a header cannot be told from noise"
        return
    with pytest.raises(EngineError) as caught:
        say(ready, kind)
    assert caught.value.code.startswith("cloud.") and caught.value.hint
    assert KEY not in str(caught.value) and "secret" not in str(caught.value)
    assert say(ready, kind)


@pytest.mark.parametrize("service", STT)
def test_sound_that_leaves_is_told_by_host_and_kind(ready_for: MakeReady, service: str) -> None:
    kind, imitation = STT[service]
    ready = ready_for(imitation())
    hear(ready, kind)
    assert ready.told == [CloudUse(ready.host, "sound", service, active) for active in (True, False)]


@pytest.mark.parametrize("service", STT)
def test_sound_goes_up_small(ready_for: MakeReady, service: str) -> None:
    kind, imitation = STT[service]
    ready = ready_for(imitation())
    hear(ready, kind)
    assert len(ready.server.asked[0].body) < SOUND.nbytes / 2


@pytest.mark.parametrize("service", STT)
def test_without_leave_an_engine_says_what_it_would_need(service: str) -> None:
    problem = STT[service][0](Stt()).unavailable()
    assert problem is not None
    assert problem.code in ("cloud.off", "cloud.no_address")


def test_openai_is_sent_what_helps_it_to_hear(ready_for: MakeReady) -> None:
    ready = ready_for(OpenAi())
    heard = hear(ready, OpenAiStt, language="en", prompt="Before.", hotwords=("Anna", "Ljubljana"))
    fields, (name, _) = form(ready.server.asked[0])
    assert fields["prompt"] == ["Anna, Ljubljana Before."]
    assert fields["language"] == ["en"]
    assert name == "speech.ogg"
    assert heard.average_log_probability == pytest.approx(-0.2)


def test_the_user_s_own_words_go_only_where_text_may_go(ready_for: MakeReady) -> None:
    ready = ready_for(OpenAi())
    ready.settings.cloud.allowed = [f"sound => {ready.host}", "text => another.example"]
    hear(ready, OpenAiStt, prompt="Before.", hotwords=("Ljubljana",))
    assert "prompt" not in form(ready.server.asked[0])[0]


def test_openai_translates_at_another_address(ready_for: MakeReady) -> None:
    ready = ready_for(OpenAi())
    hear(ready, OpenAiStt, task="translate", language="de")
    assert ready.server.asked[0].path == "/v1/audio/translations"
    assert "language" not in form(ready.server.asked[0])[0]


def test_openai_names_languages_in_words(ready_for: MakeReady) -> None:
    assert hear(ready_for(OpenAi()), OpenAiStt).language == "en"


def test_models_that_know_no_evidence_are_asked_for_text_alone(ready_for: MakeReady) -> None:
    ready = ready_for(OpenAi())
    ready.settings.cloud.openai_stt_model = "gpt-4o-transcribe"
    heard = hear(ready, OpenAiStt, language="en", word_times=True)
    assert heard.text == "Drop the two when you add the figures."
    assert heard.words[-1].end_s == pytest.approx(1.0)


def test_google_is_told_languages_with_their_regions(ready_for: MakeReady) -> None:
    ready = ready_for(Google())
    hear(ready, GoogleStt, languages=("de", "en", "fr"), hotwords=("Anna",))
    config = json.loads(ready.server.asked[0].body)["config"]
    assert (config["languageCode"], config["alternativeLanguageCodes"]) == ("de-DE", ["en-US", "fr-FR"])
    assert config["speechContexts"] == [{"phrases": ["Anna"]}]


def test_google_s_key_is_in_no_address(ready_for: MakeReady) -> None:
    ready = ready_for(Google())
    hear(ready, GoogleStt)
    assert KEY not in ready.server.asked[0].target


def test_yandex_pays_from_the_folder_of_the_settings(ready_for: MakeReady) -> None:
    ready = ready_for(Yandex())
    ready.settings.cloud.yandex_folder = "b1g"
    hear(ready, YandexStt, language="ru")
    assert ready.server.asked[0].query["folderId"] == "b1g"
    assert ready.server.asked[0].query["lang"] == "ru-RU"


@pytest.mark.parametrize(
    ("text", "spoken", "times"),
    [
        ("Hello, world.", [(0.1, 0.4, "hello"), (0.5, 0.9, "world")], [(0.1, 0.4), (0.5, 0.9)]),
        ("One two three", [(0.0, 0.2, "one"), (0.6, 1.0, "three")], [(0.0, 0.2), (0.2, 0.6), (0.6, 1.0)]),
        ("a b", [], [(0.0, 0.5), (0.5, 1.0)]),
        ("late", [(0.8, 7.0, "late")], [(0.8, 1.0)]),
        ("back again", [(0.5, 0.9, "back"), (0.2, 0.3, "again")], [(0.5, 0.9), (0.9, 0.9)]),
        ("", [], []),
    ],
)
def test_words_get_the_times_of_what_was_spoken(
    text: str, spoken: list[tuple[float, float, str]], times: list[tuple[float, float]]
) -> None:
    words = timed(text, [Word(*entry) for entry in spoken], 1.0)
    assert "".join(word.text for word in words).strip() == text
    assert [(word.start_s, word.end_s) for word in words] == [pytest.approx(pair) for pair in times]


def test_nothing_secret_is_in_what_is_printed_of_a_request() -> None:
    asked = Request("openai", "https://api.example/v1", "api.example", b"", {"authorization": KEY}, (), 1, 1.0, 1.0)
    assert KEY not in repr(asked)
