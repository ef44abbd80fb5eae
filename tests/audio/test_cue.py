import numpy as np
import pytest

from tests.speech import SpeechClips
from voiceflow.audio import cue
from voiceflow.audio.files import read

RATE_HZ = 16000
CUE = cue.make(RATE_HZ)


def noise(seconds: float, level: float = 0.003) -> np.ndarray:
    return np.random.default_rng(1).normal(0, level, int(seconds * RATE_HZ)).astype(np.float32)


def with_cue(sound: np.ndarray, at_s: float, gain: float = 1.0) -> np.ndarray:
    sound = sound.copy()
    start = int(at_s * RATE_HZ)
    sound[start : start + len(CUE)] += gain * CUE
    return sound


def room(sound: np.ndarray, reverberation_s: float = 0.6) -> np.ndarray:
    time_s = np.arange(int(0.4 * RATE_HZ)) / RATE_HZ
    tail = 0.05 * np.random.default_rng(2).normal(0, 1, len(time_s)) * np.exp(-6.9 * time_s / reverberation_s)
    tail[0] = 1.0
    return np.convolve(sound, tail)[: len(sound)].astype(np.float32)


@pytest.mark.parametrize("rate_hz", [16000, 44100, 48000])
def test_it_is_short_soft_and_begins_and_ends_in_silence(rate_hz: int) -> None:
    sound = cue.make(rate_hz)
    assert len(sound) / rate_hz < 0.1
    assert 0.05 < np.abs(sound).max() < 0.2
    assert np.abs(sound[[0, -1]]).max() < 0.001


@pytest.mark.parametrize("gain", [1.0, 0.1, -0.5])
def test_it_is_found_where_it_is(gain: float) -> None:
    found = cue.find(CUE, with_cue(noise(1), 0.3, gain))
    assert found
    start_s, end_s = found
    assert start_s == pytest.approx(0.3, abs=0.003)
    assert 0.39 <= end_s < 0.5


def test_it_is_found_in_a_room() -> None:
    found = cue.find(CUE, room(with_cue(noise(1, 0.001), 0.3)))
    assert found
    assert found[0] == pytest.approx(0.3, abs=0.005)


@pytest.mark.parametrize(
    "sound", [np.zeros(RATE_HZ, np.float32), noise(2), np.zeros(10, np.float32), np.zeros(0, np.float32)]
)
def test_it_is_not_found_where_it_is_not(sound: np.ndarray) -> None:
    assert cue.find(CUE, sound) is None


def test_the_end_is_inside_the_sound() -> None:
    sound = with_cue(noise(0.4), 0.31)
    found = cue.find(CUE, sound)
    assert found
    assert found[1] == 0.4


def test_real_speech_is_not_taken_for_it_and_does_not_hide_it(speech_clips: SpeechClips) -> None:
    hidden = tried = 0
    for clip in speech_clips.clips[::8]:
        with read(clip.path) as file:
            sound = np.concatenate(list(file.chunks()))[: 3 * RATE_HZ]
        assert cue.find(CUE, sound) is None, clip.name
        here = sound[RATE_HZ // 2 : RATE_HZ // 2 + len(CUE)]
        if len(here) == len(CUE) and np.abs(here).max() < 0.15:
            tried += 1
            hidden += cue.find(CUE, with_cue(sound, 0.5)) is None
    assert tried > 10
    assert hidden <= tried // 10
