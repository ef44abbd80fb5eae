"""A few seconds from the microphone for its user to hear: they stay in memory and go with this object."""

from collections import deque
from typing import TYPE_CHECKING, Any, Self

from voiceflow.audio.frames import Block
from voiceflow.audio.resample import Resampler
from voiceflow.errors import AudioError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

QUIETEST_DB = -100.0
_LONGEST_S = 30.0
_LEVEL_BLOCKS = 5


class Trial:
    """`error` says why the sound ended, or is not as it should be."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._latest: deque[Block] = deque(maxlen=_LEVEL_BLOCKS)
        self._source: Any = None
        self.error: AudioError | None = None

    def open(self, make_source: Any) -> Self:
        """`make_source(on_block, on_trouble)` gives something with `open` and `close`, such as a `Microphone`."""
        source = make_source(self._on_block, self._on_trouble)
        source.open()
        self._source = source
        return self

    def stop(self) -> None:
        """Gives the microphone back; may be called twice."""
        if self._source:
            self._source.close()

    @property
    def duration_s(self) -> float:
        return len(self._blocks) * self._blocks[0].duration_s if self._blocks else 0.0

    @property
    def level_db(self) -> float:
        """Of the last moment, in dBFS; `QUIETEST_DB` for silence."""
        import numpy as np

        latest = [block.samples() for block in self._latest.copy()]
        power = float(np.mean(np.square(np.concatenate(latest)))) if latest else 0.0
        return max(QUIETEST_DB, 10 * np.log10(power)) if power > 0 else QUIETEST_DB

    def sound(self) -> "NDArray[np.float32]":
        """Mono at 16 kHz."""
        import numpy as np

        if not self._blocks:
            return np.zeros(0, np.float32)
        resampler = Resampler(self._blocks[0].rate_hz, self._blocks[0].channels)
        parts = [resampler.push(block) for block in list(self._blocks)]
        return np.concatenate([*parts, resampler.flush()])

    def _on_block(self, block: Block) -> None:
        """On PortAudio's thread. The level is told for as long as it is open."""
        self._latest.append(block)
        if self.duration_s < _LONGEST_S:
            self._blocks.append(block)

    def _on_trouble(self, error: AudioError, _lost: bool) -> None:
        self.error = error
