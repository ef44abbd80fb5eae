"""Sound as the device gives it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RATE_HZ = 16_000
"""What recognition works at: mono float32 at 16 kHz (Whisper, Silero)."""

_SAMPLE_BYTES = 4


@dataclass(frozen=True, slots=True)
class Block:
    """One callback's sound: `data` is float32, native byte order, interleaved, `channels` to a frame, in [-1, 1].
    `time_s` is when its last sample arrived, on the clock of `time.monotonic()`."""

    data: bytes
    channels: int
    rate_hz: int
    time_s: float

    @property
    def frames(self) -> int:
        return len(self.data) // (_SAMPLE_BYTES * self.channels)

    @property
    def duration_s(self) -> float:
        return self.frames / self.rate_hz

    def samples(self) -> "NDArray[np.float32]":
        """Shape (frames, channels), read-only."""
        import numpy as np

        return np.frombuffer(self.data, np.float32).reshape(-1, self.channels)
