"""A stream of sound cut at pauses into windows that a recognizer takes whole (at most 30 s)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voiceflow.engines.vad.contract import FRAME_SAMPLES, Vad

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pcm = NDArray[np.float32]

RATE_HZ = 16_000
FRAME_S = FRAME_SAMPLES / RATE_HZ


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """A window ends at the first pause after `least_s`, at the best one before `most_s` when there is none. Silence
    longer than `silence_s` belongs to no window, but for `margin_s` at its edges."""

    least_s: float = 4.0
    most_s: float = 11.0
    pause_s: float = 0.5
    silence_s: float = 3.0
    margin_s: float = 0.5


FAST = WindowOptions(least_s=7.0, pause_s=0.35)
WHOLE = WindowOptions(least_s=20.0, most_s=28.0, pause_s=0.35)


@dataclass(frozen=True, slots=True)
class Window:
    """`start` is the sample of the whole stream at which `pcm` begins; `probabilities` are the VAD's, one a frame."""

    start: int
    pcm: "Pcm"
    probabilities: tuple[float, ...]

    @property
    def start_s(self) -> float:
        return self.start / RATE_HZ

    @property
    def duration_s(self) -> float:
        return len(self.pcm) / RATE_HZ


_SPEECH = 0.35
_NOTHING = 0.15
"""Under this all along, a stretch is silence for certain; whispering stays above it."""


class _Frames:
    """The open window: its frames and what the VAD says of each."""

    def __init__(self, start: int) -> None:
        self.start = start
        self._frames: list[Pcm] = []
        self._probabilities: list[float] = []
        self._last_heard = self._last_speech = 0

    def add(self, frame: "Pcm", probability: float) -> None:
        self._frames.append(frame)
        self._probabilities.append(probability)
        if probability >= _NOTHING:
            self._last_heard = len(self._frames)
        if probability >= _SPEECH:
            self._last_speech = len(self._frames)

    def __len__(self) -> int:
        return len(self._frames)

    @property
    def heard(self) -> bool:
        return self._last_heard > 0

    @property
    def duration_s(self) -> float:
        return len(self) * FRAME_S

    @property
    def pause_s(self) -> float:
        """At the end."""
        return (len(self) - self._last_speech) * FRAME_S

    @property
    def silence_s(self) -> float:
        """At the end."""
        return (len(self) - self._last_heard) * FRAME_S

    def take(self, frames: int) -> Window:
        """The first frames as a window; the rest begins the next one."""
        import numpy as np

        window = Window(self.start, np.concatenate(self._frames[:frames]), tuple(self._probabilities[:frames]))
        self.drop(frames)
        return window

    def drop(self, frames: int) -> None:
        self.start += sum(len(frame) for frame in self._frames[:frames])
        del self._frames[:frames], self._probabilities[:frames]
        self._last_heard = max(0, self._last_heard - frames)
        self._last_speech = max(0, self._last_speech - frames)

    def best_cut(self) -> int:
        """The middle of the longest pause in the second half, or the frame least like speech."""
        first = len(self._frames) // 2
        longest, begin, cut = 0, first, -1
        for at in range(first, len(self._frames) + 1):
            if at < len(self._frames) and self._probabilities[at] < _SPEECH:
                continue
            if at - begin > longest:
                longest, cut = at - begin, (at + begin) // 2
            begin = at + 1
        return cut if longest > 1 else min(range(first, len(self._frames)), key=self._probabilities.__getitem__)


def cut(chunks: "Iterable[Pcm]", vad: Vad, options: WindowOptions, start: int = 0) -> Iterator[Window]:
    """Windows in order; what lies between two of them was silence. `start` is the sample at which `chunks` begin.
    Memory: one window."""
    margin = round(options.margin_s / FRAME_S)
    open_window = _Frames(start)
    for frame, probability in _heard(chunks, vad):
        open_window.add(frame, probability)
        if not open_window.heard:
            open_window.drop(max(0, len(open_window) - margin))
        elif open_window.silence_s >= options.silence_s:
            yield open_window.take(len(open_window) - round(options.silence_s / FRAME_S) + margin)
        elif open_window.duration_s >= options.least_s and open_window.pause_s >= options.pause_s:
            yield open_window.take(len(open_window) - round(options.pause_s / FRAME_S / 2))
        elif open_window.duration_s >= options.most_s:
            yield open_window.take(open_window.best_cut())
    if open_window.heard:
        yield open_window.take(len(open_window))


def _heard(chunks: "Iterable[Pcm]", vad: Vad) -> "Iterator[tuple[Pcm, float]]":
    """Frames of 512 samples, the last one may be shorter, and what the VAD says of each."""
    import numpy as np

    rest = np.zeros(0, np.float32)
    for chunk in chunks:
        sound = np.concatenate([rest, chunk])
        whole = len(sound) // FRAME_SAMPLES * FRAME_SAMPLES
        frames = sound[:whole].reshape(-1, FRAME_SAMPLES)
        yield from zip(frames, vad.probabilities(frames), strict=True)
        rest = sound[whole:]
    if len(rest):
        yield rest, vad.probability(np.pad(rest, (0, FRAME_SAMPLES - len(rest))))
