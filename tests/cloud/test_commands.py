"""The commands with a service: the whole way, from a recording to its words and from a text to its sound."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.imitations.chat import Chat
from tests.imitations.openai import OpenAi
from tests.imitations.server import Imitation
from tests.speech import SpeechClips
from voiceflow.app import run
from voiceflow.audio.files import read

CLIP = "sb_spk1_snt2"


def voiceflow(*arguments: str) -> int:
    return run(list(arguments))


@pytest.fixture
def server() -> Iterator[Imitation]:
    """On this machine: no consent is needed."""
    with Imitation(OpenAi(key="")) as server:
        assert voiceflow("config", "set", "cloud.openai_url", f"{server.url}/v1") == 0
        yield server


def test_a_recording_becomes_words(
    server: Imitation, speech_clips: SpeechClips, capsys: pytest.CaptureFixture[str]
) -> None:
    assert voiceflow("transcribe", str(speech_clips[CLIP].path), "--engine", "openai") == 0
    assert "Drop the two when you add the figures." in capsys.readouterr().out
    assert b'name="model"\r\n\r\nwhisper-1\r\n' in server.asked[0].body


def test_a_model_of_the_service_can_be_named(server: Imitation, speech_clips: SpeechClips) -> None:
    assert voiceflow("transcribe", str(speech_clips[CLIP].path), "--engine", "openai", "--model", "large") == 0
    assert b'name="model"\r\n\r\nlarge\r\n' in server.asked[0].body


def test_the_model_of_this_machine_is_no_model_of_the_service(server: Imitation, speech_clips: SpeechClips) -> None:
    voiceflow("config", "set", "stt.model", "tiny.en")
    assert voiceflow("transcribe", str(speech_clips[CLIP].path), "--engine", "openai") == 0
    assert b'name="model"\r\n\r\nwhisper-1\r\n' in server.asked[0].body


def test_a_text_becomes_sound(server: Imitation, tmp_path: Path) -> None:
    file = tmp_path / "said.wav"
    assert voiceflow("say", "Hello from the imitation.", "--engine", "openai", "-o", str(file)) == 0
    with read(file) as sound:
        assert sum(len(chunk) for chunk in sound.chunks()) > 16_000


def test_a_service_that_is_not_allowed_names_host_data_and_cure(
    speech_clips: SpeechClips, capsys: pytest.CaptureFixture[str]
) -> None:
    assert voiceflow("transcribe", str(speech_clips[CLIP].path), "--engine", "google") == 1
    told = capsys.readouterr().err
    assert "your sound would be sent to speech.googleapis.com" in told
    assert "voiceflow cloud allow google" in told


def test_a_server_of_another_kind_is_that_engine_s_failure(
    speech_clips: SpeechClips, capsys: pytest.CaptureFixture[str]
) -> None:
    with Imitation(Chat()) as server:
        voiceflow("config", "set", "cloud.openai_url", f"{server.url}/v1")
        assert voiceflow("transcribe", str(speech_clips[CLIP].path), "--engine", "openai") == 1
    assert "rejected the request (404" in capsys.readouterr().err
