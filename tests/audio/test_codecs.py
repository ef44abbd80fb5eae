import wave
from pathlib import Path

import numpy as np
import pytest

from tests.speech import SpeechClips
from voiceflow.audio import codecs
from voiceflow.audio.files import read
from voiceflow.errors import AudioError


@pytest.fixture
def sound(speech_clips: SpeechClips) -> np.ndarray:
    with read(speech_clips.in_language("en")[3].path) as file:
        return np.concatenate(list(file.chunks()))


def test_flac_loses_nothing(sound: np.ndarray) -> None:
    pcm = codecs.to_int16(sound)
    data = codecs.encode_flac(pcm)
    assert data[:4] == b"fLaC"
    assert len(data) < 0.8 * len(pcm)
    again = codecs.decode_bytes(data)
    np.testing.assert_array_equal(np.round(again * 32768), np.frombuffer(pcm, np.int16))


def test_opus_is_small_and_keeps_the_length_and_the_sound(sound: np.ndarray) -> None:
    pcm = codecs.to_int16(sound)
    data = codecs.encode_opus(pcm)
    assert len(data) < 0.2 * len(pcm)
    again = codecs.decode_bytes(data)
    assert len(again) == len(sound)
    assert np.corrcoef(again, sound)[0, 1] > 0.9


def test_int16_and_back(sound: np.ndarray) -> None:
    np.testing.assert_allclose(codecs.to_float32(codecs.to_int16(sound)), sound, atol=1e-4)


def test_what_is_too_loud_is_clipped_not_wrapped() -> None:
    assert np.frombuffer(codecs.to_int16(np.array([2.0, -2.0], np.float32)), np.int16).tolist() == [32767, -32767]


def test_bytes_that_are_no_sound() -> None:
    with pytest.raises(AudioError):
        codecs.decode_bytes(b"no sound at all" * 10)


def test_a_wav_file(tmp_path: Path, sound: np.ndarray) -> None:
    codecs.write_wav(tmp_path / "out.wav", sound, 16000)
    with wave.open(str(tmp_path / "out.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate(), file.getnframes()) == (
            1,
            2,
            16000,
            len(sound),
        )
