"""A room that the test speaks into, and a core that hears there."""

from collections.abc import Callable

import numpy as np

from voiceflow.audio import troubles
from voiceflow.audio.frames import Block
from voiceflow.core import Core
from voiceflow.engines.vad.contract import Vad
from voiceflow.engines.vad.energy import EnergyVad
from voiceflow.errors import AudioError, VoiceFlowError

RATE_HZ = 16_000


class DeafCore(Core):
    """Tells speech by its energy: a buzz will do for a voice."""

    def vad(self) -> Vad:
        return EnergyVad()


class Room:
    """A source of sound, quiet until the test speaks."""

    def __init__(self) -> None:
        self.opened = 0
        self.broken: AudioError | None = None
        self._on_block: Callable[[Block], None] | None = None
        self._on_trouble: Callable[[VoiceFlowError, bool], None] | None = None

    def __call__(self, on_block: Callable[[Block], None], on_trouble: Callable[[VoiceFlowError, bool], None]) -> "Room":
        self._on_block, self._on_trouble = on_block, on_trouble
        return self

    def open(self) -> None:
        if self.broken:
            raise self.broken
        self.opened += 1

    def close(self) -> None:
        self._on_block = None

    @property
    def listens(self) -> bool:
        return self._on_block is not None

    def speak(self, seconds: float) -> None:
        self.play(buzz(seconds))

    def be_silent(self, seconds: float) -> None:
        self.play(hush(seconds))

    def go_away(self) -> None:
        assert self._on_trouble
        self._on_trouble(troubles.gone("the microphone"), True)

    def play(self, pcm: np.ndarray) -> None:
        """32 bit floats."""
        for at in range(0, len(pcm), 160):
            if on_block := self._on_block:
                on_block(Block(pcm[at : at + 160].tobytes(), 1, RATE_HZ, 0.0))


def buzz(seconds: float) -> np.ndarray:
    """150 Hz with overtones, in words, after a moment of quiet."""
    time_s = np.arange(int(seconds * RATE_HZ)) / RATE_HZ
    tone = sum(np.sin(2 * np.pi * 150 * n * time_s) / n for n in range(1, 20))
    words = 0.1 * tone * (0.6 + 0.4 * np.sin(2 * np.pi * 4 * time_s))
    return np.concatenate([hush(0.3), words.astype(np.float32)])


def hush(seconds: float) -> np.ndarray:
    return np.random.default_rng(0).normal(0, 1e-4, int(seconds * RATE_HZ)).astype(np.float32)
