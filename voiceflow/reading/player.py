"""Plays a track: pause, resume, go on with another sentence, faster and slower, on the speaker of the moment."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from voiceflow.reading.track import Place, Sound, Track

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from voiceflow.audio.time_stretch import TimeStretch

    Pcm = NDArray[np.float32]

RATE_HZ = 48_000
"""What nearly all speakers run at: one conversion, whatever the voices' rates."""
_AGAIN_AFTER_S = 1.0
"""Going back within the first second of a sentence means the one before."""


class Playback(Protocol):
    """`audio.speaker.Playback`."""

    error: Exception | None

    @property
    def position_s(self) -> float: ...

    def stop(self) -> None: ...

    def wait(self, timeout_s: float | None = None) -> bool: ...


class Output(Protocol):
    """`audio.speaker.Speaker`."""

    def play(self, blocks: "Iterator[Pcm]", rate_hz: int) -> Playback: ...


@dataclass(frozen=True, slots=True)
class _Given:
    """Where the sound stands that was given to the speaker from `at_s` on."""

    at_s: float
    until_s: float
    place: Place
    speed: float


class Player:
    """`output` is asked each time that playing begins: the speaker may have changed. Any thread."""

    def __init__(self, track: Track, output: Callable[[], Output], speed: float) -> None:
        self._track, self._output = track, output
        self.speed = speed
        self._lock = threading.RLock()
        self._playback: Playback | None = None
        self._given: list[_Given] = []
        self._turn = 0

    @property
    def paused(self) -> bool:
        """Not while it is still to begin: it will be heard."""
        return self._turn > 0 and self._playback is None

    @property
    def error(self) -> Exception | None:
        return self._playback.error if self._playback else None

    def play(self) -> None:
        """From where it stands; nothing when it plays already."""
        with self._lock:
            if self._playback is None:
                self._turn += 1
                self._given = []
                turn = self._turn
                sound = _Turn(partial(self._take, turn), partial(self._left, turn))
                self._playback = self._output().play(sound, RATE_HZ)

    def pause(self) -> None:
        """It goes on later with what was not heard yet."""
        with self._lock:
            playback, self._playback = self._playback, None
            if playback is None:
                return
            self._turn += 1
            playback.stop()
            self._track.go_to(self._heard(playback.position_s))

    def go(self, sentences: int) -> None:
        """Forward, or back: 0 and -1 are the beginning of this one, or of the one before where it has just begun."""
        with self._lock:
            playing = self._playback is not None
            self.pause()
            place = self._track.place
            target = place.sentence + sentences
            if sentences < 0 and place.second > _AGAIN_AFTER_S:
                target += 1
            self._track.go_to(Place(min(max(target, 0), len(self._track.sentences))))
            if playing:
                self.play()

    def renew(self) -> None:
        """On the speaker that there is now."""
        with self._lock:
            if self._playback is not None:
                self.pause()
                self.play()

    def stop(self) -> None:
        with self._lock:
            self._track.end()
            if self._playback:
                self._playback.stop()

    def wait(self) -> None:
        """Until what was given last has been heard."""
        playback = self._playback
        if playback:
            playback.wait()

    def _heard(self, position_s: float) -> Place:
        for given in reversed(self._given):
            if given.at_s <= position_s:
                return Place(given.place.sentence, given.place.second + (position_s - given.at_s) * given.speed)
        return self._given[0].place if self._given else self._track.place

    def _take(self, turn: int, stretched: "_Stretched") -> "Pcm | None":
        """On the speaker's thread; None at the end."""
        sound = self._track.take() if turn == self._turn else None
        if turn != self._turn:
            return None
        if sound is None:
            return stretched.rest()
        given_s = self._given[-1].until_s if self._given else 0.0
        until_s = given_s + len(sound.pcm) / sound.rate_hz / self.speed
        self._given.append(_Given(given_s, until_s, sound.place, self.speed))
        return stretched.of(sound, self.speed)

    def _left(self, turn: int) -> None:
        if turn == self._turn:
            self._track.left()


class _Turn(Iterator["Pcm"]):
    """What the speaker takes from one beginning to the next interruption. No generator: it learns that it is closed
    also when it was never begun, for a speaker that does not open."""

    def __init__(self, take: Callable[["_Stretched"], "Pcm | None"], leave: Callable[[], None]) -> None:
        self._take, self.close = take, leave
        self._stretched = _Stretched()

    def __next__(self) -> "Pcm":
        pcm = None if self._stretched.ended else self._take(self._stretched)
        if pcm is None:
            raise StopIteration
        return pcm


class _Stretched:
    """A stream at the speed of the moment and at `RATE_HZ`."""

    def __init__(self) -> None:
        self._stretch: TimeStretch | None = None
        self._resampler: Any = None
        self._rate_hz = 0
        self.ended = False

    def of(self, sound: Sound, speed: float) -> "Pcm":
        import numpy as np

        parts = []
        if self._stretch is None or self._stretch.speed != speed or self._rate_hz != sound.rate_hz:
            parts.append(self._begun_anew(sound.rate_hz, speed))
        assert self._stretch is not None
        parts.append(self._resampled(self._stretch.push(sound.pcm)))
        return np.concatenate(parts)

    def rest(self) -> "Pcm":
        """The stream ends with it."""
        self.ended = True
        return self._resampled(self._finished(), last=True)

    def _begun_anew(self, rate_hz: int, speed: float) -> "Pcm":
        from voiceflow.audio.time_stretch import TimeStretch

        before = self._resampled(self._finished(), last=self._rate_hz != rate_hz)
        if self._rate_hz != rate_hz:
            import soxr

            self._resampler = soxr.ResampleStream(rate_hz, RATE_HZ, 1, dtype="float32")
        self._stretch, self._rate_hz = TimeStretch(rate_hz, speed), rate_hz
        return before

    def _finished(self) -> "Pcm":
        import numpy as np

        return self._stretch.finish() if self._stretch else np.zeros(0, np.float32)

    def _resampled(self, pcm: "Pcm", last: bool = False) -> "Pcm":
        import numpy as np

        if self._resampler is None:
            return pcm
        resampled: Pcm = self._resampler.resample_chunk(np.ascontiguousarray(pcm, np.float32), last=last)
        return resampled
