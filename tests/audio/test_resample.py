import numpy as np
import pytest

from voiceflow.audio.frames import Block
from voiceflow.audio.resample import Resampler


def tone(rate_hz: int, duration_s: float = 1.0, frequency_hz: float = 440.0) -> np.ndarray:
    return (0.5 * np.sin(2 * np.pi * frequency_hz * np.arange(int(rate_hz * duration_s)) / rate_hz)).astype(np.float32)


def through(resampler: Resampler, samples: np.ndarray, rate_hz: int) -> np.ndarray:
    """In blocks of 10 ms, as a device gives them."""
    step = rate_hz // 100
    blocks = [samples[i : i + step] for i in range(0, len(samples), step)]
    parts = [resampler.push(Block(block.tobytes(), block.shape[1], rate_hz, 0.0)) for block in blocks]
    return np.concatenate([*parts, resampler.flush()])


def level(samples: np.ndarray) -> float:
    return float(np.sqrt(np.mean(samples[2000:-2000] ** 2)))


@pytest.mark.parametrize("rate_hz", [8000, 16000, 22050, 44100, 48000, 96000])
def test_every_rate_comes_out_as_the_same_tone_at_16_khz(rate_hz: int) -> None:
    heard = through(Resampler(rate_hz, 1), tone(rate_hz)[:, None], rate_hz)
    assert heard.dtype == np.float32
    assert abs(len(heard) - 16000) <= 2
    spectrum = np.abs(np.fft.rfft(heard[:16000], 16000))
    assert spectrum.argmax() == 440
    assert level(heard) == pytest.approx(0.3535, abs=0.01)


def test_blocks_give_the_same_sound_as_the_whole() -> None:
    sound = np.random.default_rng(0).normal(0, 0.1, (48000, 1)).astype(np.float32)
    whole = Resampler(48000, 1)
    expected = np.concatenate([whole.push_samples(sound), whole.flush()])
    np.testing.assert_allclose(through(Resampler(48000, 1), sound, 48000), expected, atol=1e-6)


def test_little_is_held_back_while_the_stream_runs() -> None:
    resampler = Resampler(48000, 1)
    came = sum(len(resampler.push_samples(np.zeros((480, 1), np.float32))) for _ in range(100))
    assert 16000 - came <= 16 * 45


@pytest.mark.parametrize(
    ("name", "gains"),
    [
        ("both sides", (1.0, 1.0)),
        ("right side dead", (1.0, 0.0)),
        ("left side dead", (0.0, 1.0)),
        ("right side only hum, 60 dB down", (1.0, 0.001)),
        ("sides inverted", (1.0, -1.0)),
        ("one of eight inputs", (0, 0, 1.0, 0, 0, 0, 0, 0)),
    ],
)
def test_a_channel_without_sound_does_not_lower_the_level(name: str, gains: tuple[float, ...]) -> None:
    samples = tone(48000)[:, None] * np.array(gains, np.float32)
    assert level(through(Resampler(48000, len(gains)), samples, 48000)) == pytest.approx(0.3535, abs=0.01), name


def test_a_soft_second_voice_still_counts() -> None:
    samples = np.stack([tone(16000), 0.2 * tone(16000)], axis=1)
    assert level(through(Resampler(16000, 2), samples, 16000)) == pytest.approx(0.6 * 0.3535, abs=0.01)


def test_silence_of_many_channels_stays_silence() -> None:
    assert not through(Resampler(48000, 2), np.zeros((4800, 2), np.float32), 48000).any()
