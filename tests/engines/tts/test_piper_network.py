"""The real starter voice's network in two parts: piece by piece it sounds the same as in one go."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from voiceflow.engines.tts.piper_network import Network
from voiceflow.engines.tts.vits_parts import split

pytestmark = pytest.mark.real_model

IDS = [1, 0, *([20, 0, 59, 0, 24, 0, 120, 0, 61, 0, 3, 0] * 12), 2]


@pytest.fixture(scope="module")
def network(starter_voice: Path) -> Network:
    return Network(starter_voice, threads=1)


def inputs() -> dict[str, Any]:
    return {
        "input": np.array([IDS], np.int64),
        "input_lengths": np.array([len(IDS)], np.int64),
        "scales": np.array([0.667, 1.0, 0.8], np.float32),
    }


def run(session: Any, given: dict[str, Any]) -> Any:
    return session.run(None, given)[0]


def test_pieces_sound_as_all_frames_at_once(network: Network) -> None:
    latent = run(network.encoder, inputs())

    def decoded(frames: np.ndarray) -> Any:
        return run(network._decoder, {network._latent: frames})

    whole = decoded(latent).reshape(-1)
    pieces = list(network.decode(latent, decoded))
    assert len(pieces) > 2
    assert np.abs(np.concatenate(pieces) - whole).max() < 1e-5
    assert np.abs(whole).max() > 0.05


def test_the_first_piece_is_short_and_those_behind_it_are_longer(network: Network) -> None:
    network._frame_s = 0.001
    lengths_s = [len(pcm) / 22_050 for pcm in network.speak(inputs(), run)]
    assert lengths_s[0] == pytest.approx(0.37, abs=0.01)
    assert lengths_s[1] == pytest.approx(2 * lengths_s[0], abs=0.01)
    assert 1 < sum(lengths_s) < 20


def test_on_a_slow_machine_the_first_piece_lasts_until_the_second_is_made(network: Network) -> None:
    network._frame_s = 0.01
    assert len(next(network.speak(inputs(), run))) / 22_050 > 1.4


@pytest.mark.parametrize("frames", [1, 31, 63, 64, 65, 500])
def test_every_frame_is_decoded_once(frames: int) -> None:
    latent = np.arange(frames, dtype=np.float32).reshape(1, 1, frames)
    pieces = list(Network.decode(latent, lambda part: np.repeat(part, 4)))
    assert np.concatenate(pieces).tolist() == np.repeat(np.arange(frames), 4).tolist()


def test_a_network_that_is_built_differently_stays_whole(starter_voice: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.onnx"
    other.write_bytes(starter_voice.read_bytes().replace(b"/dec/conv_pre/Conv", b"/dec/conv_prf/Conv"))
    assert split(other.read_bytes()) is None
    network = Network(other, threads=1)
    assert len(list(network.speak(inputs(), run))) == 1
