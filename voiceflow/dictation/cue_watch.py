"""Keeps the start cue, where the microphone hears it, out of what is recognized."""

from typing import TYPE_CHECKING

from voiceflow.audio import cue as cue_sound
from voiceflow.audio.frames import RATE_HZ

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pcm = NDArray[np.float32]

LATENCY_S = 0.4
"""Between the call that plays a sound and the sound in the room; wireless loudspeakers need as much."""
_LOOK_SAMPLES = RATE_HZ // 10


class CueWatch:
    """Holds sound back from the moment the cue began to play until it is found or cannot come any more."""

    def __init__(self, cue: "Pcm", already_heard: int) -> None:
        """`already_heard`: samples that came between the beginning of the cue and now."""
        self._cue = cue
        self._last = len(cue) + int(LATENCY_S * RATE_HZ) - already_heard
        self._held: list[Pcm] = []
        self._length = self._looked_at = 0
        self._place: tuple[int, int] | None = None

    def push(self, pcm: "Pcm") -> bool:
        """True once there is nothing more to wait for."""
        self._held.append(pcm)
        self._length += len(pcm)
        if self._length - self._looked_at >= _LOOK_SAMPLES:
            self._look()
        return self._place is not None or self._length >= self._last

    def release(self) -> "tuple[Pcm, tuple[int, int]]":
        """What was held back, and the stretch of it that holds the cue; (0, 0) when it is not there."""
        if self._place is None:
            self._look(to_the_end=True)
        return self._sound, self._place or (0, 0)

    @property
    def _sound(self) -> "Pcm":
        import numpy as np

        return np.concatenate(self._held) if self._held else np.zeros(0, np.float32)

    def _look(self, to_the_end: bool = False) -> None:
        """A cue whose echo is not all there yet is looked for again."""
        self._looked_at = self._length
        found = cue_sound.find(self._cue, self._sound)
        if found:
            begin, end = (int(at_s * RATE_HZ) for at_s in found)
            if to_the_end or end < self._length:
                self._place = begin, end
