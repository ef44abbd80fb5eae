"""Device sound to what recognition works at: mono, 16 kHz, as a stream."""

from typing import TYPE_CHECKING, Any, Literal

from voiceflow.audio.frames import RATE_HZ, Block

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Quality = Literal["LQ", "MQ", "HQ"]

_DEAD_RATIO = 1e-4
"""A channel 40 dB under the loudest is the empty side of a mono microphone on a stereo socket."""
_OPPOSED_RATIO = 0.02
"""A mean 17 dB under its channels: they are each other's inverse, as of a balanced microphone on a stereo socket."""


class Downmix:
    """The mean of the channels that carry sound, judged by all that was heard so far."""

    def __init__(self, channels: int) -> None:
        self._channels = channels
        self._energy: Any = 0.0
        self._mean_energy = 0.0

    def __call__(self, samples: "NDArray[np.float32]") -> "NDArray[np.float32]":
        """Shape (frames, channels) to (frames,)."""
        import numpy as np

        if self._channels == 1:
            return samples.reshape(-1)
        self._energy = self._energy + np.square(samples, dtype=np.float64).sum(axis=0)
        alive = self._energy >= _DEAD_RATIO * self._energy.max()
        mean: NDArray[np.float32] = samples[:, alive].mean(axis=1, dtype=np.float32)
        self._mean_energy += float(np.square(mean, dtype=np.float64).sum())
        if self._mean_energy < _OPPOSED_RATIO * self._energy[alive].mean():
            mean = np.ascontiguousarray(samples[:, int(self._energy.argmax())])
        return mean


class Resampler:
    """One stream. `quality` is soxr's: `HQ` holds back 30 ms of a 48 kHz stream, `MQ` 19 ms; `flush` gives them out."""

    def __init__(self, rate_hz: int, channels: int, quality: Quality = "MQ") -> None:
        self._channels = channels
        self._downmix = Downmix(channels)
        self._stream = None
        if rate_hz != RATE_HZ:
            import soxr

            self._stream = soxr.ResampleStream(rate_hz, RATE_HZ, 1, dtype="float32", quality=quality)

    def push(self, block: Block) -> "NDArray[np.float32]":
        """Shape (n,), float32; n varies and may be 0."""
        return self.push_samples(block.samples())

    def push_samples(self, samples: "NDArray[np.float32]", last: bool = False) -> "NDArray[np.float32]":
        """`samples`: shape (frames, channels)."""
        mono = self._downmix(samples)
        return self._stream.resample_chunk(mono, last=last) if self._stream else mono

    def flush(self) -> "NDArray[np.float32]":
        """What is still held back; the stream ends with it."""
        import numpy as np

        return self.push_samples(np.zeros((0, self._channels), np.float32), last=True)
