"""Silero VAD through onnxruntime: for a file that holds another network than the one `silero_numpy` knows."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from voiceflow.errors import EngineError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float32]

_STATE_SHAPE = (1, 1, 128)


class OnnxNetwork:
    """As `NumpyNetwork`; costs some 30 MB and 120 ms the first time in a process."""

    def __init__(self, file: Path) -> None:
        """`EngineError`."""
        try:
            import onnxruntime
        except ImportError as error:
            raise EngineError(
                "vad.no_onnxruntime", f"onnxruntime does not load ({error})", "Install it again"
            ) from error
        self._session = onnxruntime.InferenceSession(
            str(file), providers=["CPUExecutionProvider"], sess_options=_options(onnxruntime)
        )

    def __call__(self, sound: "Array", h: "Array", c: "Array") -> "tuple[float, Array, Array]":
        state = {"h": h.reshape(_STATE_SHAPE), "c": c.reshape(_STATE_SHAPE)}
        answer, h, c = self._session.run(None, {"input": sound[None], **state})
        return float(answer.reshape(-1)[0]), h.reshape(-1), c.reshape(-1)


def _options(onnxruntime: Any) -> Any:
    """One thread that sleeps while there is nothing to do: else idle threads burn a core."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 4
    return options
