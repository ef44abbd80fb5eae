"""The null engine: says nothing, for as long as people would take to say it."""

from collections.abc import Iterator

from voiceflow.engines.tts.contract import Speaking, Speech, SpeechBlock, TtsEngine
from voiceflow.settings import Tts

_CHARACTERS_PER_S = 15
"""Of read English: 150 words of six characters a minute."""
_RATE_HZ = 16_000
_BLOCK_S = 0.5


class SilentEngine(TtsEngine):
    def __init__(self, settings: Tts, models: object) -> None:
        del settings, models

    def unavailable(self) -> None:
        return None

    def speaking(self, voice: str = "", language: str = "") -> Speaking:
        return Speaking("silent", voice)

    def synthesize(self, text: str, voice: str = "", language: str = "") -> Speech:
        return Speech(self.speaking(voice), _silence(len(text.strip()) / _CHARACTERS_PER_S))

    def close(self) -> None:
        return None


def _silence(duration_s: float) -> Iterator[SpeechBlock]:
    import numpy as np

    while duration_s > 0:
        yield SpeechBlock(np.zeros(int(_RATE_HZ * min(duration_s, _BLOCK_S)) or 1, np.float32), _RATE_HZ)
        duration_s -= _BLOCK_S
