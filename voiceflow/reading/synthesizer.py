"""A sentence to sound: from the cache, else by the engine; with the figures of each."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voiceflow.engines.tts.contract import Speaking, Speech, SpeechBlock, TtsEngine
from voiceflow.events import Event, Spoken
from voiceflow.reading.cache import SpeechCache
from voiceflow.reading.quality import quality

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Wanted:
    """Who shall speak; empty is the engine's choice. `stored` false: the text shall leave no trace on the disk."""

    voice: str = ""
    language: str = ""
    stored: bool = True


@dataclass(frozen=True, slots=True)
class Synthesizer:
    """`publish` gets a `Spoken` for each sentence that was made to its end."""

    engine: TtsEngine
    cache: SpeechCache
    publish: Callable[[Event], None]

    def say(self, text: str, wanted: Wanted) -> Speech:
        """`EngineError`, `ModelError`: here, or when a block is asked for."""
        speaking = self.engine.speaking(wanted.voice, wanted.language)
        kept = self.cache.find(speaking, text)
        if kept is not None:
            return Speech(speaking, self._again(speaking, kept))
        speech = self.engine.synthesize(text, wanted.voice, wanted.language)
        return Speech(speaking, self._made(speech, text, wanted.stored), speech.stop)

    def _again(self, speaking: Speaking, kept: Iterator[SpeechBlock]) -> Iterator[SpeechBlock]:
        blocks: list[SpeechBlock] = []
        for block in kept:
            blocks.append(block)
            yield block
        self._tell(speaking, joined(blocks), 0.0, 0.0, cached=True)

    def _made(self, speech: Speech, text: str, stored: bool) -> Iterator[SpeechBlock]:
        """Time in which nobody asked for the next block does not count."""
        blocks: list[SpeechBlock] = []
        made_s = first_s = 0.0
        while True:
            began_s = time.perf_counter()
            block = next(speech, None)
            made_s += time.perf_counter() - began_s
            if block is None:
                break
            first_s = first_s or made_s
            blocks.append(block)
            yield block
        if blocks and not speech.stopped:
            whole = joined(blocks)
            self.cache.keep(speech.speaking, text, whole, stored)
            self._tell(speech.speaking, whole, made_s, first_s)

    def _tell(
        self, speaking: Speaking, block: SpeechBlock, made_s: float, first_s: float, cached: bool = False
    ) -> None:
        figures = quality(block.pcm, block.rate_hz, made_s)
        self.publish(
            Spoken(
                engine=speaking.engine,
                voice=speaking.voice,
                cached=cached,
                first_block_ms=first_s * 1000,
                sound_s=figures.sound_s,
                real_time_factor=figures.real_time_factor,
                clipped=figures.clipped,
                silent=figures.silent,
                loudness_lufs=figures.loudness_lufs,
            )
        )


def joined(blocks: list[SpeechBlock]) -> SpeechBlock:
    """One block, at the rate of the first."""
    import numpy as np

    rate_hz = blocks[0].rate_hz if blocks else 0
    return SpeechBlock(np.concatenate([_at(block, rate_hz) for block in blocks] or [np.zeros(0, np.float32)]), rate_hz)


def pause(duration_s: float, rate_hz: int) -> SpeechBlock:
    import numpy as np

    return SpeechBlock(np.zeros(int(duration_s * rate_hz), np.float32), rate_hz)


def _at(block: SpeechBlock, rate_hz: int) -> "NDArray[np.float32]":
    if block.rate_hz == rate_hz:
        return block.pcm
    import soxr

    resampled: NDArray[np.float32] = soxr.resample(block.pcm, block.rate_hz, rate_hz)
    return resampled
