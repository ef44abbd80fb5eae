"""Text to speech: text goes in, blocks of sound come out as they are made."""

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voiceflow.errors import VoiceFlowError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class SpeechBlock:
    """`pcm`: float32 mono in [-1, 1], shape (n,)."""

    pcm: "NDArray[np.float32]"
    rate_hz: int


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who speaks, and how: the same `Speaking` says the same text so that either sound may stand for the other.
    `options` is all that shapes the sound beside engine and voice, in one comparable line; no key, no address."""

    engine: str
    voice: str
    options: str = ""


class Speech(Iterator[SpeechBlock]):
    """One text on its way to sound; the work begins when the first block is asked for. One thread takes the blocks.
    `on_stop` is called once, on the thread that stops, and must not wait."""

    def __init__(
        self, speaking: Speaking, blocks: Iterator[SpeechBlock], on_stop: Callable[[], None] | None = None
    ) -> None:
        self._speaking = speaking
        self._blocks = blocks
        self._on_stop = on_stop
        self._stopped = threading.Event()

    @property
    def speaking(self) -> Speaking:
        """Who really speaks; a chain of engines knows it for sure only when the first block is there."""
        return self._speaking

    @property
    def stopped(self) -> bool:
        return self._stopped.is_set()

    def stop(self) -> None:
        """From any thread; never waits. Within 50 ms a block that is being made is given up, and the iteration is at
        its end; what fails because of it is no error."""
        if not self._stopped.is_set():
            self._stopped.set()
            if self._on_stop:
                self._on_stop()

    def close(self) -> None:
        """As `stop`, by the thread that takes the blocks, which gives back at once what the engine holds for them."""
        self.stop()
        close = getattr(self._blocks, "close", None)
        if close:
            close()

    def __next__(self) -> SpeechBlock:
        """`EngineError`, `ModelError`."""
        if self._stopped.is_set():
            raise StopIteration
        try:
            block = next(self._blocks)
        except Exception:
            if self._stopped.is_set():
                raise StopIteration from None
            raise
        if self._stopped.is_set():
            raise StopIteration
        return block


class TtsEngine(ABC):
    """Made with the settings' `tts` section, the model store and nothing loaded; cheap. Any thread; an engine that can
    serve one text at a time lets the others wait."""

    @abstractmethod
    def unavailable(self) -> VoiceFlowError | None:
        """Why it cannot run here and what to do, or None."""

    @abstractmethod
    def speaking(self, voice: str = "", language: str = "") -> Speaking:
        """Who would speak now. Loads nothing, asks nobody. `ModelError` when there is no such voice."""

    @abstractmethod
    def synthesize(self, text: str, voice: str = "", language: str = "") -> Speech:
        """`voice` empty: the settings' one, else this engine's best for `language` (such as `en` or `pt-BR`; empty: the
        settings' one). Callers that want the first sound soon give a sentence at a time. `EngineError`, `ModelError`:
        here, or when a block is asked for. Text without anything to say gives no block."""

    def warm_up(self, voice: str = "", language: str = "") -> None:  # noqa: B027 - most engines have nothing to load
        """Loads what the first sound would wait for: may take seconds. `EngineError`, `ModelError`."""

    @abstractmethod
    def close(self) -> None:
        """Gives all memory back; speaking again loads again."""
