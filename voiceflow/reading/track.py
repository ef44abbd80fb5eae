"""The sound of a text: made sentence by sentence on one thread, a little ahead of another that plays it."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voiceflow.reading.sentences import Sentence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from voiceflow.engines.tts.contract import SpeechBlock

    Pcm = NDArray[np.float32]

AHEAD_S = 30.0
"""So much is made before it is needed: 3 MB, and enough for a sentence that takes long."""
_GIVEN_S = 0.1


@dataclass(frozen=True, slots=True)
class Place:
    """`second`: of the sentence's own sound."""

    sentence: int = 0
    second: float = 0.0


@dataclass(frozen=True, slots=True)
class Sound:
    """A tenth of a second at most, and where it stands."""

    pcm: "Pcm"
    rate_hz: int
    place: Place


class Track:
    """Any thread. What was heard is kept for one sentence back, and made again where somebody goes back further."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self._changed = threading.Condition()
        self._made: dict[int, list[SpeechBlock]] = {}
        self._whole: set[int] = set()
        self._place = Place()
        self._ended = False
        self._out = False

    @property
    def place(self) -> Place:
        """What is given next."""
        return self._place

    def go_to(self, place: Place) -> None:
        """From there it is played on, now or later."""
        with self._changed:
            self._place = place
            self._out = False
            self._changed.notify_all()

    def end(self) -> None:
        """Nothing more is made or given."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    def left(self) -> None:
        """Who played it has come to the end, or has failed."""
        with self._changed:
            self._out = True
            self._changed.notify_all()

    # by the thread that makes it

    def wanted(self) -> int | None:
        """The next sentence that is missing, as soon as it is needed; None when nobody plays the track any more."""
        with self._changed:
            while True:
                if self._ended or self._out:
                    return None
                index = self._missing()
                if index is not None and self._ahead_s(index) < AHEAD_S:
                    self._made[index] = []
                    return index
                self._changed.wait()

    def add(self, index: int, block: "SpeechBlock") -> bool:
        """False when nobody wants that sentence any more."""
        with self._changed:
            if self._ended or index < self._place.sentence - 1 or index not in self._made:
                return False
            self._made[index].append(block)
            self._changed.notify_all()
            return True

    def whole(self, index: int) -> None:
        """All of it was added."""
        with self._changed:
            self._whole.add(index)
            self._changed.notify_all()

    # by the thread that plays it

    def take(self) -> Sound | None:
        """Waits for it; None at the end, and when the track has ended."""
        with self._changed:
            while not self._ended:
                if self._place.sentence >= len(self.sentences):
                    return None
                sound = self._next()
                if sound is not None:
                    return sound
                if self._place.sentence in self._whole:
                    self._forward()
                else:
                    self._changed.wait()
            return None

    def _next(self) -> Sound | None:
        place, passed_s = self._place, 0.0
        for block in self._made.get(place.sentence, ()):
            start = round((place.second - passed_s) * block.rate_hz)
            if start < len(block.pcm):
                pcm = block.pcm[max(start, 0) : max(start, 0) + int(block.rate_hz * _GIVEN_S)]
                self._place = Place(place.sentence, place.second + len(pcm) / block.rate_hz)
                return Sound(pcm, block.rate_hz, place)
            passed_s += len(block.pcm) / block.rate_hz
        return None

    def _forward(self) -> None:
        self._place = Place(self._place.sentence + 1)
        for old in [index for index in self._made if index < self._place.sentence - 1]:
            del self._made[old]
            self._whole.discard(old)
        self._changed.notify_all()

    def _missing(self) -> int | None:
        begin = self._place.sentence
        return next((index for index in range(begin, len(self.sentences)) if index not in self._whole), None)

    def _ahead_s(self, missing: int) -> float:
        """What is heard before that sentence is needed: what was made behind it does not help."""
        place = self._place
        return -place.second + sum(
            len(block.pcm) / block.rate_hz
            for index in range(place.sentence, missing)
            for block in self._made.get(index, ())
        )
