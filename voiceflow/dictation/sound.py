"""The sound that recognition may still need."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pcm = NDArray[np.float32]


class Sound:
    """Mono at 16 kHz, kept in the pieces that came; positions count from the stream's first sample."""

    def __init__(self) -> None:
        self._pieces: list[Pcm] = []
        self._begin = 0
        self.end = 0

    def append(self, piece: "Pcm") -> None:
        self._pieces.append(piece)
        self.end += len(piece)

    def between(self, begin: int, end: int) -> "Pcm":
        """A copy. What was forgotten is not there any more. Costs what is asked for, whatever is kept behind it."""
        import numpy as np

        parts, at = [np.zeros(0, np.float32)], self._begin
        for piece in self._pieces:
            if at >= end:
                break
            if at + len(piece) > begin:
                parts.append(piece[max(0, begin - at) : end - at])
            at += len(piece)
        return np.concatenate(parts)

    def forget(self, before: int) -> None:
        """Gives back the pieces that lie wholly before a position."""
        gone = 0
        while gone < len(self._pieces) and self._begin + len(self._pieces[gone]) <= before:
            self._begin += len(self._pieces[gone])
            gone += 1
        del self._pieces[:gone]
