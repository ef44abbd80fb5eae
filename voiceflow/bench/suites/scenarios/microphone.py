"""A microphone whose waiting times are skipped: while nobody has anything to do with what was said so far, the next
sound comes at once; while anything is loaded, decoded or written, it comes when it would."""

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from voiceflow.audio.frames import Block
from voiceflow.bench.suites.scenarios.said import RATE_HZ, noise

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from voiceflow.dictation.ear import OnBlock, Trouble

    Pcm = NDArray[np.float32]

BLOCK_S = 0.01
"""As `voiceflow.audio.microphone`."""
_BLOCK_SAMPLES = int(BLOCK_S * RATE_HZ)
_LOOK_EVERY = 3
"""Blocks: about one frame of the VAD, before which nothing can begin."""
_POLL_S = 0.001
_NOBODY_HEARS_S = 0.1
_DEADLINE_S, _DEADLINE_PER_SOUND = 15.0, 2.0


@dataclass(frozen=True, slots=True)
class _Marker(Block):
    """A block without sound. When it is looked at, all that came before it is dealt with."""

    reached: threading.Event = field(default_factory=threading.Event)

    def samples(self) -> "NDArray[np.float32]":
        import numpy as np

        self.reached.set()
        return np.zeros((0, self.channels), np.float32)


class Room:
    """What there is to hear, for one microphone after another. `at_work`: is anything done with what was said? Not
    `compressed`, all of it takes its time."""

    def __init__(self, at_work: Callable[[], bool]) -> None:
        self._at_work = at_work
        self._silence = noise(1.0, random.Random(1))
        self._speech: Pcm | None = None
        self._at = 0
        self._said = threading.Event()
        self.compressed = True
        self.cpu_s = 0.0

    def speak(self, sound: "Pcm") -> None:
        """Mono at 48 kHz. Returns when the last of it is heard: from then on, time is real. Also when nobody hears it:
        then its words are lost, and whoever counts them finds it."""
        self._said.clear()
        self._at, self._speech = 0, sound
        if not self._said.wait(_DEADLINE_PER_SOUND * len(sound) / RATE_HZ + _DEADLINE_S):
            self._speech = None

    @property
    def speaking(self) -> bool:
        return self._speech is not None

    def next_block(self) -> bytes:
        speech, at = self._speech, self._at
        self._at += _BLOCK_SAMPLES
        if speech is None:
            at %= len(self._silence)
            return self._silence[at : at + _BLOCK_SAMPLES].tobytes()
        return speech[at : at + _BLOCK_SAMPLES].tobytes()

    def heard(self) -> None:
        """The block that was given last is on its way."""
        if self._speech is not None and self._at >= len(self._speech):
            self._speech, self._at = None, 0
            self._said.set()

    def rests(self, on_block: "OnBlock") -> bool:
        """Nothing is at work, also when all that was heard so far is dealt with."""
        if not self.compressed or self._at_work():
            return False
        marker = _Marker(b"", 1, RATE_HZ, time.monotonic())
        on_block(marker)
        return marker.reached.wait(_NOBODY_HEARS_S) and not self._at_work()


class CompressedMicrophone:
    """A source like the microphone: blocks of 10 ms from when it is opened until it is closed."""

    def __init__(self, room: Room, on_block: "OnBlock") -> None:
        self._room, self._on_block = room, on_block
        self._closed = threading.Event()

    def open(self) -> None:
        threading.Thread(target=self._run, name="compressed microphone", daemon=True).start()

    def close(self) -> None:
        self._closed.set()

    def _run(self) -> None:
        room, blocks, due_s = self._room, 0, time.monotonic()
        skipping = False
        while not self._closed.is_set():
            self._on_block(Block(room.next_block(), 1, RATE_HZ, time.monotonic()))
            room.heard()
            blocks += 1
            if not room.speaking:
                skipping = False
            elif blocks % _LOOK_EVERY == 0:
                skipping = room.rests(self._on_block)
            due_s = time.monotonic() if skipping else self._wait(due_s + BLOCK_S)
        room.cpu_s += time.thread_time()

    def _wait(self, due_s: float) -> float:
        """Until the next block is due, or until nothing is at work any more."""
        while (left_s := due_s - time.monotonic()) > 0:
            self._closed.wait(min(left_s, _POLL_S) if self._room.speaking else left_s)
            if self._closed.is_set() or (self._room.speaking and self._room.rests(self._on_block)):
                return time.monotonic()
        return due_s


def hears(room: Room) -> "Callable[[OnBlock, Trouble], CompressedMicrophone]":
    return lambda on_block, _: CompressedMicrophone(room, on_block)
