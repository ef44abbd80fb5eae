"""Voice activity: how sure a frame holds speech."""

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FRAME_SAMPLES = 512
FRAME_MS = 32.0


class Vad(ABC):
    """One stream of sound; state is kept from frame to frame. One thread at a time."""

    @abstractmethod
    def probability(self, frame: "NDArray[np.float32]") -> float:
        """`frame`: 512 float32 samples at 16 kHz in [-1, 1]. In [0, 1]."""

    def probabilities(self, frames: "NDArray[np.float32]") -> list[float]:
        """Of frames one after another, shape (n, 512): for files, where an engine may be faster with many at once."""
        return [self.probability(frame) for frame in frames]

    @abstractmethod
    def reset(self) -> None:
        """Forgets the stream; the next frame begins a new one."""

    def close(self) -> None:  # noqa: B027 most have nothing to give back
        """Gives memory back."""
