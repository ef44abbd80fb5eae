"""Text to speech: text goes in, blocks of sound come out as they are made."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
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


class TtsEngine(ABC):
    @abstractmethod
    def unavailable(self) -> VoiceFlowError | None:
        """Why it cannot run here and what to do, or None."""

    @abstractmethod
    def synthesize(self, text: str, voice: str = "") -> Iterator[SpeechBlock]:
        """Ends at once when the iterator is closed. `EngineError`, `ModelError`."""

    @abstractmethod
    def close(self) -> None: ...
