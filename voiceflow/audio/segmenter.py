"""Where speech begins, pauses and ends: pure, without a clock or a thread. It is told of every frame of a stream in
turn; positions are samples at 16 kHz from the stream's first one."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

SAMPLE_RATE_HZ = 16_000
FRAME_SAMPLES = 512
FRAME_MS = 32.0


@dataclass(frozen=True, slots=True)
class SegmenterOptions:
    """Speech begins with `onset_frames` in a row at `on` or above and lasts until `release_frames` in a row are below
    `off` (hysteresis as in Silero's own `get_speech_timestamps`: off = on - 0.15). Sound is loud `loud_db` above the
    noise floor, which is the stream's quietest tenth, and never below `least_db`."""

    on: float = 0.5
    off: float = 0.35
    onset_frames: int = 3
    release_frames: int = 3
    loud_db: float = 15.0
    least_db: float = -55.0


class Segmenter:
    def __init__(self, options: SegmenterOptions | None = None) -> None:
        self._options = options or SegmenterOptions()
        self._levels_db = array("f")
        self._probable = bytearray()
        self._run = 0
        self.position = 0
        self.speaking = False
        self.speech_start = -1
        self.speech_end = -1
        self.possible_speech_end = -1

    @property
    def spoken(self) -> bool:
        """There was speech at all."""
        return self.speech_end >= 0

    @property
    def pause_ms(self) -> float:
        """Since the last speech; 0 before the first."""
        return (self.position - self.speech_end) * 1000 / SAMPLE_RATE_HZ if self.spoken else 0.0

    def push(self, probability: float, level_db: float) -> None:
        """One frame of 512 samples: how sure it holds speech, and its level in dBFS."""
        self.position += FRAME_SAMPLES
        self._levels_db.append(level_db)
        self._probable.append(probability >= self._options.off)
        if probability >= self._options.off:
            self.possible_speech_end = self.position
        if self.speaking:
            self._go_on(probability)
        else:
            self._wait(probability)

    def loud_ms(self, begin: int, end: int | None = None) -> float:
        """How much of a stretch is well above the noise floor, whatever the VAD thought of it."""
        return sum(self._loud(begin, self.position if end is None else end)) * FRAME_MS

    def _loud(self, begin: int, end: int) -> list[bool]:
        if not self._levels_db:
            return []
        floor_db = sorted(self._levels_db)[len(self._levels_db) // 10]
        threshold_db = max(floor_db + self._options.loud_db, self._options.least_db)
        stretch = self._levels_db[max(0, begin) // FRAME_SAMPLES : end // FRAME_SAMPLES]
        return [level_db > threshold_db for level_db in stretch]

    def speech_s(self, begin: int, end: int) -> float:
        """How much of a stretch may be speech."""
        return self._probable.count(1, max(0, begin) // FRAME_SAMPLES, end // FRAME_SAMPLES) * FRAME_MS / 1000

    def longest_pause(self, begin: int, end: int) -> int | None:
        """The middle of the longest stretch without speech between two positions; None if all is speech."""
        first, last = max(0, begin) // FRAME_SAMPLES, end // FRAME_SAMPLES
        length, middle = max(_without(self._probable[first:last]), default=(0, 0))
        return (first + middle) * FRAME_SAMPLES if length else None

    def last_quiet(self, begin: int, end: int, least_ms: float) -> int | None:
        """The middle of the last stretch of that length that is not loud."""
        first = max(0, begin) // FRAME_SAMPLES
        quiet = [middle for length, middle in _without(self._loud(begin, end)) if length * FRAME_MS >= least_ms]
        return (first + quiet[-1]) * FRAME_SAMPLES if quiet else None

    def quietest(self, begin: int, end: int) -> int:
        """The middle of the quietest 96 ms between two positions."""
        first, last = max(0, begin) // FRAME_SAMPLES, end // FRAME_SAMPLES
        quietest = min(range(first + 1, last - 1), key=lambda at: sum(self._levels_db[at - 1 : at + 2]), default=first)
        return quietest * FRAME_SAMPLES + FRAME_SAMPLES // 2

    def _go_on(self, probability: float) -> None:
        if probability >= self._options.off:
            self.speech_end = self.position
        elif self.position - self.speech_end >= self._options.release_frames * FRAME_SAMPLES:
            self.speaking = False
            self._run = 0

    def _wait(self, probability: float) -> None:
        self._run = self._run + 1 if probability >= self._options.on else 0
        if self._run >= self._options.onset_frames:
            self.speaking = True
            self.speech_start = self.position - self._run * FRAME_SAMPLES
            self.speech_end = self.position


def _without(marks: Sequence[bool | int]) -> list[tuple[int, int]]:
    """Length and middle of the runs of unmarked frames."""
    runs = [(len(list(run)), kind) for kind, run in groupby(marks)]
    ends = accumulate(length for length, _ in runs)
    return [(length, end - length // 2) for (length, kind), end in zip(runs, ends, strict=True) if not kind]
