"""A recording to hear oneself: level, sound, an end."""

from collections.abc import Callable

import numpy as np
import pytest

from voiceflow.audio.frames import RATE_HZ, Block
from voiceflow.audio.trial import QUIETEST_DB, Trial
from voiceflow.errors import AudioError

OnBlock = Callable[[Block], None]
OnTrouble = Callable[[AudioError, bool], None]


class Device:
    """A microphone in the test's hand."""

    def __init__(self, rate_hz: int = RATE_HZ, channels: int = 1) -> None:
        self.rate_hz, self.channels, self.closed = rate_hz, channels, False

    def __call__(self, on_block: OnBlock, on_trouble: OnTrouble) -> "Device":
        self.on_block, self.on_trouble = on_block, on_trouble
        return self

    def open(self) -> None:
        self.closed = False

    def close(self) -> None:
        self.closed = True

    def give(self, seconds: float, amplitude: float) -> None:
        """A tone of 440 Hz in blocks of 10 ms."""
        step = self.rate_hz // 100
        time_s = np.arange(int(seconds * self.rate_hz)) / self.rate_hz
        tone = (amplitude * np.sin(2 * np.pi * 440 * time_s)).astype(np.float32)
        frames = np.repeat(tone[:, None], self.channels, axis=1)
        for at in range(0, len(frames), step):
            self.on_block(Block(frames[at : at + step].tobytes(), self.channels, self.rate_hz, 0.0))


@pytest.mark.parametrize(("amplitude", "level_db"), [(1.0, -3.0), (0.1, -23.0), (0.001, -63.0), (0.0, QUIETEST_DB)])
def test_the_level_is_that_of_the_last_moment(amplitude: float, level_db: float) -> None:
    device = Device()
    trial = Trial().open(device)
    device.give(0.5, 0.5)
    device.give(0.5, amplitude)
    assert trial.level_db == pytest.approx(level_db, abs=0.5)


def test_before_the_first_sound_there_is_none() -> None:
    trial = Trial().open(Device())
    assert (trial.duration_s, trial.level_db, len(trial.sound())) == (0.0, QUIETEST_DB, 0)


@pytest.mark.parametrize(("rate_hz", "channels"), [(16_000, 1), (44_100, 1), (48_000, 2)])
def test_the_sound_is_mono_at_16_khz(rate_hz: int, channels: int) -> None:
    device = Device(rate_hz, channels)
    trial = Trial().open(device)
    device.give(1.0, 0.5)
    sound = trial.sound()
    assert len(sound) == pytest.approx(RATE_HZ, abs=2)
    assert float(np.abs(sound[1000:-1000]).max()) == pytest.approx(0.5, abs=0.02)


def test_it_keeps_half_a_minute_at_most() -> None:
    device = Device()
    trial = Trial().open(device)
    device.give(31.0, 0.1)
    assert trial.duration_s == pytest.approx(30.0)


def test_it_gives_the_microphone_back() -> None:
    device = Device()
    trial = Trial().open(device)
    trial.stop()
    trial.stop()
    assert device.closed


def test_what_went_wrong_is_kept() -> None:
    device = Device()
    trial = Trial().open(device)
    device.on_trouble(AudioError("audio.gone", "The microphone went away", "Plug it in again"), True)
    assert trial.error is not None
    assert trial.error.code == "audio.gone"
