"""What every voice activity detector does, on real speech."""

import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from tests.speech import SpeechClips
from voiceflow.audio.files import read
from voiceflow.engines.vad.contract import FRAME_SAMPLES, Vad
from voiceflow.engines.vad.energy import EnergyVad
from voiceflow.engines.vad.silero import SileroVad, known_network, model_file
from voiceflow.engines.vad.silero_numpy import NumpyNetwork
from voiceflow.engines.vad.silero_onnx import OnnxNetwork

RATE_HZ = 16000
CLIPS = 24


def frames(sound: np.ndarray) -> np.ndarray:
    return sound[: len(sound) // FRAME_SAMPLES * FRAME_SAMPLES].reshape(-1, FRAME_SAMPLES)


def probabilities(vad: Vad, sound: np.ndarray) -> np.ndarray:
    return np.array([vad.probability(frame) for frame in frames(sound)])


def white(seconds: float, level_db: float, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).normal(0, 10 ** (level_db / 20), int(seconds * RATE_HZ)).astype(np.float32)


def hum(seconds: float) -> np.ndarray:
    time_s = np.arange(int(seconds * RATE_HZ)) / RATE_HZ
    return (0.02 * np.sin(2 * np.pi * 50 * time_s) + 0.01 * np.sin(2 * np.pi * 150 * time_s)).astype(np.float32)


@pytest.fixture(scope="module")
def sounds(speech_clips: SpeechClips) -> list[np.ndarray]:
    clips = [clip for clip in speech_clips.for_word_error_rate() if "whisper" not in clip.tags][::8][:CLIPS]
    return [np.concatenate(list(_chunks(clip.path))) for clip in clips]


def _chunks(path: Path) -> list[np.ndarray]:
    with read(path) as file:
        return list(file.chunks())


def loaded_by(module: str, name: str) -> str:
    """Whether onnxruntime is loaded in a process that uses the detector."""
    program = (
        f"import sys, numpy; from {module} import {name};"
        f"{name}().probability(numpy.zeros(512, numpy.float32)); print('onnxruntime' in sys.modules)"
    )
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip()


class VadContract:
    def make(self) -> Vad:
        raise NotImplementedError

    @pytest.fixture
    def vad(self):
        vad = self.make()
        yield vad
        vad.close()

    def test_real_speech_is_found_in_every_clip(self, vad: Vad, sounds: list[np.ndarray]) -> None:
        for number, sound in enumerate(sounds):
            vad.reset()
            share = float((probabilities(vad, sound) > 0.5).mean())
            assert share > 0.15, f"clip {number}"

    @pytest.mark.parametrize(
        "sound",
        [np.zeros(2 * RATE_HZ, np.float32), white(4, -70), white(4, -40), white(4, -25), hum(4)],
        ids=["digital silence", "-70 dB", "-40 dB", "-25 dB", "hum"],
    )
    def test_no_speech_in_silence_and_noise(self, vad: Vad, sound: np.ndarray) -> None:
        assert (probabilities(vad, sound) > 0.5).mean() < 0.06

    def test_speech_is_told_from_the_noise_around_it(self, vad: Vad, sounds: list[np.ndarray]) -> None:
        sound = np.concatenate([white(2, -60), sounds[0] + white(len(sounds[0]) / RATE_HZ, -60, 1)[: len(sounds[0])]])
        found = probabilities(vad, sound) > 0.5
        before = 2 * RATE_HZ // FRAME_SAMPLES
        assert found[:before].mean() < 0.05
        assert found[before:].mean() > 0.3

    def test_a_reset_begins_a_new_stream(self, vad: Vad, sounds: list[np.ndarray]) -> None:
        first = probabilities(vad, sounds[0])
        probabilities(vad, sounds[1])
        vad.reset()
        np.testing.assert_array_equal(probabilities(vad, sounds[0]), first)

    def test_many_frames_at_once_are_heard_as_one_by_one(self, vad: Vad, sounds: list[np.ndarray]) -> None:
        frames = sounds[0][: len(sounds[0]) // FRAME_SAMPLES * FRAME_SAMPLES].reshape(-1, FRAME_SAMPLES)
        one_by_one = [vad.probability(frame) for frame in frames]
        vad.reset()
        together = [*vad.probabilities(frames[:7]), *vad.probabilities(frames[7:7]), *vad.probabilities(frames[7:])]
        np.testing.assert_allclose(together, one_by_one, atol=1e-5)

    def test_probabilities_are_probabilities(self, vad: Vad, sounds: list[np.ndarray]) -> None:
        found = probabilities(vad, np.clip(sounds[0] * 100, -1, 1))
        assert found.min() >= 0
        assert found.max() <= 1

    def test_a_frame_costs_little(self, vad: Vad, sounds: list[np.ndarray]) -> None:
        parts = frames(sounds[0])
        times_ms = []
        for frame in parts:
            began_s = time.perf_counter()
            vad.probability(frame)
            times_ms.append((time.perf_counter() - began_s) * 1000)
        print(f"{np.median(times_ms):.3f} ms a frame")
        assert np.median(times_ms) < 1.0


class SileroContract(VadContract):
    def test_frame_by_frame_it_says_what_faster_whisper_says_of_the_whole(
        self, vad: Vad, sounds: list[np.ndarray]
    ) -> None:
        from faster_whisper.vad import get_vad_model

        for sound in sounds[:4]:
            vad.reset()
            whole = get_vad_model()(frames(sound).reshape(-1).copy()).reshape(-1)
            # faster-whisper blanks the last 64 samples of the sound that it is given.
            np.testing.assert_allclose(probabilities(vad, sound)[:-1], whole[:-1], atol=1e-4)


class TestSilero(SileroContract):
    def make(self) -> Vad:
        return SileroVad()

    def test_it_loads_no_model_library(self) -> None:
        assert loaded_by("voiceflow.engines.vad.silero", "SileroVad") == "False"

    def test_another_network_goes_to_onnxruntime(self, tmp_path: Path) -> None:
        renamed = model_file().read_bytes().replace(b"decoder.conv1d.bias", b"decoder.conv1d.fias")
        (tmp_path / "other.onnx").write_bytes(renamed)
        assert isinstance(known_network(tmp_path / "other.onnx"), OnnxNetwork)

    @pytest.mark.parametrize("content", [b"", b"words, not weights" * 10, b"\xff" * 100])
    def test_a_file_without_weights(self, tmp_path: Path, content: bytes) -> None:
        (tmp_path / "broken.onnx").write_bytes(content)
        with pytest.raises(ValueError):
            NumpyNetwork(tmp_path / "broken.onnx")


class TestSileroOnOnnxruntime(SileroContract):
    def make(self) -> Vad:
        return SileroVad(OnnxNetwork(model_file()))


class TestEnergy(VadContract):
    def make(self) -> Vad:
        return EnergyVad()

    def test_it_loads_no_model_library(self) -> None:
        assert loaded_by("voiceflow.engines.vad.energy", "EnergyVad") == "False"

    def test_it_agrees_with_silero_on_most_frames(self, sounds: list[np.ndarray]) -> None:
        agreed = []
        for sound in sounds[:8]:
            silero, energy = probabilities(SileroVad(), sound) > 0.5, probabilities(EnergyVad(), sound) > 0.5
            near = np.convolve(energy, np.ones(7), "same") > 0  # as the segmenter's padding makes it
            agreed.append(float((near == silero).mean()))
        print(f"agreement {np.mean(agreed):.2f}")
        assert np.mean(agreed) > 0.75
