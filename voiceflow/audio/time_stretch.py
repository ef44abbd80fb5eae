"""Speech faster or slower at the same pitch: WSOLA (Verhelst and Roelands, ICASSP 1993) by FFmpeg's `atempo`."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from voiceflow.audio.filters import Filter

    Pcm = NDArray[np.float32]

SLOWEST, FASTEST = 0.5, 3.0


class TimeStretch:
    """One stream at one speed; 2 is twice as fast. At 1 sound passes as it is. `ValueError` outside the limits."""

    def __init__(self, rate_hz: int, speed: float) -> None:
        if not SLOWEST <= speed <= FASTEST:
            raise ValueError(f"speed {speed} is not between {SLOWEST} and {FASTEST}")
        self.speed = speed
        self._filter = None if speed == 1.0 else _atempo(rate_hz, speed)

    def push(self, pcm: "Pcm") -> "Pcm":
        return _joined(self._filter.push(pcm)) if self._filter else pcm

    def finish(self) -> "Pcm":
        """What is held back, at most a tenth of a second; the stream ends with it."""
        return _joined(self._filter.finish() if self._filter else ())


def _atempo(rate_hz: int, speed: float) -> "Filter":
    from voiceflow.audio.filters import Filter

    return Filter(rate_hz, "atempo", f"{speed:g}")


def _joined(frames: Iterable[Any]) -> "Pcm":
    import numpy as np

    parts = [frame.to_ndarray().reshape(-1) for frame in frames]
    return np.concatenate(parts).astype(np.float32) if parts else np.zeros(0, np.float32)
