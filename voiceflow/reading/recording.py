"""A text as one sound, for a file."""

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voiceflow.engines.tts.contract import Speaking, SpeechBlock
from voiceflow.errors import VoiceFlowError
from voiceflow.reading.language import language_of
from voiceflow.reading.quality import Quality, quality
from voiceflow.reading.reader import Wish
from voiceflow.reading.sentences import split
from voiceflow.reading.synthesizer import Synthesizer, Wanted, joined, pause

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Recording:
    """`pcm`: float32 mono in [-1, 1]."""

    pcm: "NDArray[np.float32]"
    rate_hz: int
    speaking: Speaking
    language: str
    quality: Quality


def record(wish: Wish, synthesizer: Synthesizer, usual_language: str) -> Recording:
    """`EngineError`, `ModelError`; `VoiceFlowError` `reading.nothing`."""
    language = wish.language or language_of(wish.text, usual_language)
    wanted = Wanted(wish.voice, language, wish.stored)
    blocks: list[SpeechBlock] = []
    speaking = None
    synthesizer.engine.warm_up(wish.voice, language)
    began_s = time.perf_counter()
    for sentence in split(wish.text, language):
        speech = synthesizer.say(sentence.text, wanted)
        made = list(speech)
        speaking = speaking or speech.speaking
        blocks += made
        if made:
            blocks.append(pause(sentence.pause_s, made[-1].rate_hz))
    made_s = time.perf_counter() - began_s
    if speaking is None or not blocks:
        raise VoiceFlowError("reading.nothing", "There is nothing to read", "Give it a text with words")
    whole = joined(blocks)
    pcm = _at_speed(whole, wish.speed or 1.0)
    return Recording(pcm, whole.rate_hz, speaking, language, quality(pcm, whole.rate_hz, made_s))


def _at_speed(block: SpeechBlock, speed: float) -> "NDArray[np.float32]":
    import numpy as np

    from voiceflow.audio.time_stretch import TimeStretch

    stretch = TimeStretch(block.rate_hz, speed)
    return np.concatenate([stretch.push(block.pcm), stretch.finish()])
