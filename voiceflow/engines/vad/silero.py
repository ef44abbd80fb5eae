"""Silero VAD v6, frame by frame, from the file that faster-whisper carries."""

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from voiceflow.engines.vad.contract import FRAME_SAMPLES, Vad
from voiceflow.errors import EngineError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CONTEXT_SAMPLES = 64
"""The end of the frame before, which the model wants in front of each frame."""
_STATE_SHAPE = (1, 1, 128)


def model_file() -> Path:
    """`EngineError` when faster-whisper, whose file it is, is not installed. Imports nothing."""
    spec = find_spec("faster_whisper")
    folders = spec.submodule_search_locations if spec else None
    file = Path(folders[0]) / "assets" / "silero_vad_v6.onnx" if folders else None
    if file is None or not file.is_file():
        raise EngineError("vad.no_model", "The speech detector's model is missing", "Install faster-whisper again")
    return file


class SileroVad(Vad):
    """Costs about 0.1 ms a frame on one thread."""

    def __init__(self) -> None:
        """About 40 ms and 30 MB the first time in a process, for onnxruntime. `EngineError`."""
        try:
            import onnxruntime
        except ImportError as error:
            raise EngineError(
                "vad.no_onnxruntime", f"onnxruntime could not be loaded ({error})", "Install it again"
            ) from error
        self._session = onnxruntime.InferenceSession(
            str(model_file()), providers=["CPUExecutionProvider"], sess_options=_options(onnxruntime)
        )
        self.reset()

    def reset(self) -> None:
        import numpy as np

        self._input = np.zeros((1, CONTEXT_SAMPLES + FRAME_SAMPLES), np.float32)
        self._h: Any = np.zeros(_STATE_SHAPE, np.float32)
        self._c: Any = np.zeros(_STATE_SHAPE, np.float32)

    def probability(self, frame: "NDArray[np.float32]") -> float:
        self._input[0, :CONTEXT_SAMPLES] = self._input[0, -CONTEXT_SAMPLES:]
        self._input[0, CONTEXT_SAMPLES:] = frame
        answer, self._h, self._c = self._session.run(None, {"input": self._input, "h": self._h, "c": self._c})
        return float(answer.reshape(-1)[0])

    def close(self) -> None:
        self._session = None


def _options(onnxruntime: Any) -> Any:
    """One thread that sleeps while there is nothing to do: else idle threads burn a core."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 4
    return options
