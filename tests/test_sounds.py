"""The microphone and the speaker of the settings."""

import pytest

from tests.audio.test_trial import Device
from voiceflow.settings import Audio
from voiceflow.sounds import Sounds


@pytest.fixture
def device(monkeypatch: pytest.MonkeyPatch) -> Device:
    device = Device()
    monkeypatch.setattr(Sounds, "microphone", lambda _, on_block, on_trouble: device(on_block, on_trouble))
    return device


def test_a_microphone_that_is_tried_when_the_program_ends_is_closed(device: Device) -> None:
    """Its next block would crash a Python that has ended."""
    sounds = Sounds(Audio)
    trial = sounds.try_microphone()
    device.give(0.1, 0.1)
    assert trial.level_db > -40
    sounds.close()
    assert device.closed


def test_one_that_opens_too_late_is_closed_at_once(device: Device) -> None:
    sounds = Sounds(Audio)
    sounds.close()
    sounds.try_microphone()
    assert device.closed
