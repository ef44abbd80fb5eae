"""Speed without pitch, loudness, and files of speech."""

import io
import wave
from pathlib import Path

import av
import numpy as np
import pytest

from voiceflow.audio import encoding
from voiceflow.audio.loudness import SILENCE_LUFS, loudness_lufs
from voiceflow.audio.time_stretch import TimeStretch
from voiceflow.errors import AudioError

RATE_HZ = 22_050


def tone(frequency_hz: float, seconds: float = 2.0, rate_hz: int = RATE_HZ, strength: float = 0.3) -> np.ndarray:
    return (strength * np.sin(np.arange(int(seconds * rate_hz)) * 2 * np.pi * frequency_hz / rate_hz)).astype(
        np.float32
    )


def pitch_hz(pcm: np.ndarray, rate_hz: int = RATE_HZ) -> float:
    return float(np.abs(np.fft.rfft(pcm * np.hanning(len(pcm)))).argmax() * rate_hz / len(pcm))


@pytest.mark.parametrize("speed", [0.5, 0.8, 1.0, 1.5, 2.0, 3.0])
def test_speed_changes_the_length_and_not_the_pitch(speed: float) -> None:
    pcm, stretch = tone(440), TimeStretch(RATE_HZ, speed)
    parts = [stretch.push(pcm[at : at + 1_000]) for at in range(0, len(pcm), 1_000)]
    made = np.concatenate([*parts, stretch.finish()])
    assert made.dtype == np.float32
    assert len(made) * speed == pytest.approx(len(pcm), rel=0.02)
    assert pitch_hz(made) == pytest.approx(440, rel=0.01)


@pytest.mark.parametrize("speed", [0.4, 3.1])
def test_a_speed_that_nobody_understands_is_refused(speed: float) -> None:
    with pytest.raises(ValueError, match="speed"):
        TimeStretch(RATE_HZ, speed)


def test_loudness_is_that_of_the_standard() -> None:
    """EBU Tech 3341, case 1, for one channel: a sine of 1 kHz at -23 dBFS is 3 LU under -23 LUFS in stereo."""
    sine = tone(1000, 5, 48_000, strength=10 ** (-23 / 20))
    assert loudness_lufs(sine, 48_000) == pytest.approx(-26.0, abs=0.15)
    assert loudness_lufs(sine * 2, 48_000) == pytest.approx(-20.0, abs=0.15)


def test_silence_has_the_least_loudness() -> None:
    assert loudness_lufs(np.zeros(RATE_HZ, np.float32), RATE_HZ) == SILENCE_LUFS
    assert loudness_lufs(np.zeros(0, np.float32), RATE_HZ) == SILENCE_LUFS


@pytest.mark.parametrize("suffix", encoding.SUFFIXES)
def test_a_file_holds_the_sound(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"speech{suffix}"
    encoding.save(path, tone(440), RATE_HZ)
    with av.open(str(path)) as file:
        rate_hz = file.streams.audio[0].rate
        frames = [frame.to_ndarray().reshape(-1) for frame in file.decode(audio=0)]
    pcm = np.concatenate(frames).astype(np.float64)
    assert len(pcm) / rate_hz == pytest.approx(2.0, abs=0.03)
    assert pitch_hz(pcm, rate_hz) == pytest.approx(440, rel=0.01)


def test_a_wav_file_is_16_bit_mono() -> None:
    with wave.open(io.BytesIO(encoding.encoded(".wav", tone(440), RATE_HZ))) as file:
        assert (file.getsampwidth(), file.getnchannels(), file.getframerate()) == (2, 1, RATE_HZ)


@pytest.mark.parametrize("name", ["speech.mp3", "speech"])
def test_another_format_is_refused_before_anything_is_made(tmp_path: Path, name: str) -> None:
    with pytest.raises(AudioError) as told:
        encoding.check_suffix(tmp_path / name)
    assert told.value.code == "audio.unknown_format"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(AudioError) as told:
        encoding.save(tmp_path / "nowhere" / "speech.wav", tone(440), RATE_HZ)
    assert told.value.code == "audio.not_written"


@pytest.mark.parametrize(
    ("frequency_hz", "bits"), [(1_000, 16_000), (6_000, 24_000), (10_000, 32_000), (16_000, 40_000)]
)
def test_opus_gets_the_bits_that_the_sound_needs(frequency_hz: int, bits: int) -> None:
    assert encoding.bit_rate(tone(frequency_hz, rate_hz=48_000), 48_000) == bits


def test_opus_comes_back_as_long_as_it_was_and_bit_by_bit() -> None:
    parts = list(encoding.decode_opus(encoding.encode_opus(tone(440), RATE_HZ)))
    assert len(parts) >= 8
    assert sum(map(len, parts)) == pytest.approx(2.0 * encoding.DECODED_RATE_HZ, abs=960)


def test_what_is_no_opus_is_refused() -> None:
    with pytest.raises(ValueError, match="Opus"):
        list(encoding.decode_opus(b"RIFF" * 100))
