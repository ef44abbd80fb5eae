"""The spectrogram, against faster-whisper's as an independent one."""

import numpy as np
import pytest
from faster_whisper.feature_extractor import FeatureExtractor

from voiceflow.engines.stt.whisper_context import FULL, Context
from voiceflow.engines.stt.whisper_features import MAX_FRAMES, LogMel, slaney_filters


def sound(seconds: float) -> np.ndarray:
    return np.random.default_rng(1).normal(0, 0.1, int(seconds * 16_000)).astype(np.float32)


@pytest.mark.parametrize("mels", [80, 128])
def test_filters_are_slaneys(mels: int) -> None:
    assert np.allclose(slaney_filters(mels), FeatureExtractor.get_mel_filters(16_000, 400, mels), atol=1e-7)


@pytest.mark.parametrize("seconds", [0.01, 0.2, 3.0, 29.9])
def test_a_full_window_is_the_sound_and_then_silence(seconds: float) -> None:
    pcm = sound(seconds)
    window = np.pad(pcm, (0, 480_000 - len(pcm)))

    expected = FeatureExtractor()(window, padding=0)[:, :MAX_FRAMES]

    assert np.allclose(LogMel(80)(pcm, MAX_FRAMES), expected, atol=1e-5)


def test_a_short_window_is_the_start_of_a_full_one() -> None:
    pcm = sound(2.0)
    mel = LogMel(80)

    assert np.array_equal(mel(pcm, 500), mel(pcm, MAX_FRAMES)[:, :500])


@pytest.mark.parametrize(
    ("seconds", "frames"), [(0.0, 500), (3.0, 500), (3.72, 500), (3.735, 502), (10.0, 1128), (29.0, 3000), (30.0, 3000)]
)
def test_the_encoder_gets_what_the_sound_needs(seconds: float, frames: int) -> None:
    assert Context(500, 128, 250).frames(int(seconds * 16_000)) == frames


def test_full_context_is_always_the_same() -> None:
    assert FULL.frames(16_000) == FULL.frames(480_000) == MAX_FRAMES
