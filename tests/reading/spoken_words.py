"""An engine and a speaker for tests of reading: words become numbers, and the speaker takes as much as it is told."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from voiceflow.engines.tts.contract import Speaking, Speech, SpeechBlock, TtsEngine
from voiceflow.errors import EngineError

RATE_HZ = 24_000
BLOCK_S = 0.5


class WordEngine(TtsEngine):
    """Half a second of a constant for each word: its length over 100. `gate`, where it is given, is passed before each
    block; `broken` is a word that it cannot say."""

    def __init__(self, gate: threading.Semaphore | None = None, broken: str = "") -> None:
        self.said: list[str] = []
        self.closed = 0
        self._gate, self._broken = gate, broken

    def unavailable(self) -> None:
        return None

    def speaking(self, voice: str = "", language: str = "") -> Speaking:
        return Speaking("words", voice or "plain", language)

    def synthesize(self, text: str, voice: str = "", language: str = "") -> Speech:
        self.said.append(text)
        return Speech(self.speaking(voice, language), self._blocks(text))

    def close(self) -> None:
        self.closed += 1

    def _blocks(self, text: str) -> Iterator[SpeechBlock]:
        for word in text.split():
            if self._gate:
                self._gate.acquire()
            if self._broken and self._broken in word:
                raise EngineError("tts.voice_failed", "The voice failed")
            yield SpeechBlock(np.full(int(RATE_HZ * BLOCK_S), len(word) / 100, np.float32), RATE_HZ)


class TestPlayback:
    """What a `TestOutput` plays: sound is taken when the test says so."""

    __test__ = False

    def __init__(self, blocks: Any) -> None:
        self.error: Exception | None = None
        self.taken: list[np.ndarray] = []
        self._blocks = blocks
        self._stopped = threading.Event()
        self._over = threading.Event()

    @property
    def position_s(self) -> float:
        return sum(len(pcm) for pcm in self.taken) / 48_000

    def take(self, seconds: float | None = None) -> None:
        """Without a number: all there is."""
        while not self._stopped.is_set() and (seconds is None or self.position_s < seconds - 1e-3):
            pcm = next(self._blocks, None)
            if pcm is None:
                self.end()
                return
            self.taken.append(pcm)

    def end(self, error: Exception | None = None) -> None:
        self.error = error
        self._blocks.close()
        self._over.set()

    def stop(self) -> None:
        self._stopped.set()
        self.end()

    @property
    def stopped(self) -> bool:
        return self._stopped.is_set()

    def wait(self, timeout_s: float | None = None) -> bool:
        return self._over.wait(timeout_s)


class TestOutput:
    __test__ = False

    def __init__(self) -> None:
        self.played: list[TestPlayback] = []
        self._changed = threading.Condition()

    def play(self, blocks: Any, rate_hz: int) -> TestPlayback:
        assert rate_hz == 48_000
        playback = TestPlayback(blocks)
        with self._changed:
            self.played.append(playback)
            self._changed.notify_all()
        return playback

    def wait_for(self, count: int, timeout_s: float = 10.0) -> TestPlayback:
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.played) >= count, timeout_s)
            return self.played[count - 1]


def wait_until(condition: Callable[[], bool], timeout_s: float = 10.0) -> None:
    pause = threading.Event()
    for _ in range(int(timeout_s / 0.005)):
        if condition():
            return
        pause.wait(0.005)
    raise AssertionError("it did not happen in time")
