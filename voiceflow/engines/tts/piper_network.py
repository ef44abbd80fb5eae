"""The network of a Piper voice: phoneme ids in, sound out, piece by piece where the network can be parted."""

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from voiceflow.engines.tts.vits_parts import split

if TYPE_CHECKING:
    import numpy as np
    import onnxruntime
    from numpy.typing import NDArray

    Pcm = NDArray[np.float32]

Run = Callable[[Any, dict[str, Any]], Any]
"""Runs a session with its inputs and returns its first output; raises when it was stopped."""

MAX_THREADS = 4
_FIRST_FRAMES, _FIRST_SLOW_FRAMES, _MOST_FRAMES = 32, 128, 256
"""Of 256 samples: 0.4 s of sound at first, then twice as much each time. Where the machine is slow the first piece must
be longer, to last until the second is made."""
_QUICK_FRAME_S = 0.0035
"""Three times as fast as it is played: then the second piece, with its context, is in time."""
_CONTEXT_FRAMES = 24
"""What the decoder has to see on both sides; from 16 on the sound is the same as of all frames at once."""


class Network:
    """Any thread; `encoder` is the whole network where it cannot be parted."""

    def __init__(self, model: Path, threads: int) -> None:
        data = model.read_bytes()
        parts = split(data)
        self._latent = parts.latent if parts else ""
        self._decoder = _session(parts.decoder, threads) if parts else None
        self.encoder = _session(parts.encoder if parts else data, threads)
        self._frame_s = 0.0  # work for a frame of the last sentence
        self._decoder_inputs = [each.name for each in self._decoder.get_inputs()] if self._decoder else []

    def speak(self, inputs: dict[str, Any], run: Run) -> "Iterator[Pcm]":
        """float32 mono, as it is made."""
        made = run(self.encoder, inputs)
        if self._decoder is None:
            yield made.reshape(-1)
            return
        given = {name: inputs[name] for name in self._decoder_inputs if name in inputs}
        yield from self.decode(made, partial(self._decoded, run, given), self._frame_s < _QUICK_FRAME_S)

    def _decoded(self, run: Run, given: dict[str, Any], frames: "NDArray[np.float32]") -> Any:
        began_s = time.perf_counter()
        made = run(self._decoder, given | {self._latent: frames})
        self._frame_s = (time.perf_counter() - began_s) / frames.shape[2]
        return made

    @staticmethod
    def decode(
        latent: "NDArray[np.float32]", decoded: "Callable[[NDArray[np.float32]], Any]", quick: bool = True
    ) -> "Iterator[Pcm]":
        """`latent`: shape (1, channels, frames)."""
        frames, at, count = latent.shape[2], 0, _FIRST_FRAMES if quick else _FIRST_SLOW_FRAMES
        while at < frames:
            end = frames if frames - at < 2 * count else at + count
            first, last = max(0, at - _CONTEXT_FRAMES), min(frames, end + _CONTEXT_FRAMES)
            pcm = decoded(latent[:, :, first:last]).reshape(-1)
            hop = len(pcm) // (last - first)
            yield pcm[(at - first) * hop : (end - first) * hop]
            at, count = end, min(2 * count, _MOST_FRAMES)


def _session(model: bytes, threads: int) -> "onnxruntime.InferenceSession":
    """Threads that wait for work sleep instead of spinning, which took a third more processor time and was no faster
    on a machine that does something else too. 0 threads: the real cores, at most `MAX_THREADS`."""
    import onnxruntime
    import psutil

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads or min(psutil.cpu_count(logical=False) or 1, MAX_THREADS)
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(model, options, ["CPUExecutionProvider"])
    # WORKAROUND: a session keeps the file that it was made of, 60 MB, to make itself anew on other providers.
    session._model_bytes = b""
    return session
