"""Silero VAD v6, frame by frame, from the file that faster-whisper carries."""

import logging
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from voiceflow.engines.vad.contract import FRAME_SAMPLES, Vad
from voiceflow.engines.vad.silero_numpy import NumpyNetwork
from voiceflow.engines.vad.silero_onnx import OnnxNetwork
from voiceflow.errors import EngineError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float32]

    Network = Callable[[Array, Array, Array], tuple[float, Array, Array]]

log = logging.getLogger(__name__)

CONTEXT_SAMPLES = 64
"""The end of the frame before, which the model wants in front of each frame."""
_STATE = 128


def model_file() -> Path:
    """`EngineError` when faster-whisper, whose file it is, is not installed. Imports nothing."""
    spec = find_spec("faster_whisper")
    folders = spec.submodule_search_locations if spec else None
    file = Path(folders[0]) / "assets" / "silero_vad_v6.onnx" if folders else None
    if file is None or not file.is_file():
        raise EngineError("vad.no_model", "The speech detector's model is missing", "Install faster-whisper again")
    return file


def known_network(file: Path) -> "Network":
    try:
        return NumpyNetwork(file)
    except ValueError:
        log.info("the speech detector's file holds another network; onnxruntime runs it")
        return OnnxNetwork(file)


class SileroVad(Vad):
    """About 0.1 ms a frame, 2 MB and 3 ms to load."""

    def __init__(self, network: "Network | None" = None) -> None:
        """`EngineError`."""
        self._network = network or known_network(model_file())
        self.reset()

    def reset(self) -> None:
        import numpy as np

        self._sound = np.zeros(CONTEXT_SAMPLES + FRAME_SAMPLES, np.float32)
        self._h = self._c = np.zeros(_STATE, np.float32)

    def probability(self, frame: "NDArray[np.float32]") -> float:
        self._sound[:CONTEXT_SAMPLES] = self._sound[-CONTEXT_SAMPLES:]
        self._sound[CONTEXT_SAMPLES:] = frame
        probability, self._h, self._c = self._network(self._sound, self._h, self._c)
        return probability

    def probabilities(self, frames: "NDArray[np.float32]") -> list[float]:
        import numpy as np

        if not isinstance(self._network, NumpyNetwork) or not len(frames):
            return super().probabilities(frames)
        before = np.concatenate([self._sound[None, -CONTEXT_SAMPLES:], frames[:-1, -CONTEXT_SAMPLES:]])
        sounds = np.concatenate([before, frames], axis=1)
        probabilities, self._h, self._c = self._network.many(sounds, self._h, self._c)
        self._sound = sounds[-1].copy()
        return probabilities
