"""VoiceFlow listens to itself."""

from dataclasses import replace
from pathlib import Path

import pytest

from voiceflow import selftest
from voiceflow.core import Core
from voiceflow.errors import ModelError
from voiceflow.settings import Settings

SHARES = [
    ("Hello, world!", "hello world", 1.0),
    ("the quick brown fox", "the quick fox", 0.75),
    ("the quick brown fox", "a the quick brown fox again and again", 0.5),
    ("the quick brown fox", "", 0.0),
]


@pytest.mark.parametrize(("expected", "heard", "share"), SHARES)
def test_the_share_of_words_that_come_back(expected: str, heard: str, share: float) -> None:
    assert selftest.share_of_words(expected, heard) == share


@pytest.mark.real_model
def test_what_the_voice_says_is_what_the_model_hears(
    starter_voice: Path, starter_whisper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selftest, "SENTENCES", selftest.SENTENCES[:1])
    with Core() as core:
        (spoken,) = selftest.run(core)
    assert spoken.passed, spoken.text
    assert spoken.speech_s > 2
    assert spoken.stages_ms["recognition"] > 0


@pytest.mark.real_model
def test_nothing_of_it_stays(starter_voice: Path, starter_whisper: Path, private_home: Path, tmp_path: Path) -> None:
    settings = replace(Settings(), stt=replace(Settings().stt, model="no-such-model"))
    with Core(settings=settings) as core, pytest.raises(ModelError):
        list(selftest.run(core))
    assert not (private_home / "data").exists()
