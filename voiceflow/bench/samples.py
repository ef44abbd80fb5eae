"""Dictations made of recordings: of a wanted length with natural pauses, or just what was recorded."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voiceflow.audio.segmenter import Segmenter
from voiceflow.engines.vad.contract import FRAME_SAMPLES, Vad

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pcm = NDArray[np.float32]

RATE_HZ = 16_000
_LEAST_PAUSE_MS = 150.0
_PHRASE_S = (0.4, 8.0)
_TAIL_S = 1.0
_NOISE = 1e-4


@dataclass(frozen=True, slots=True)
class Sample:
    """`sound` goes on in silence behind `key_up_s`."""

    sound: "Pcm"
    key_up_s: float
    speech_s: float


def phrases(sounds: "Sequence[Pcm]", vad: Vad) -> "list[Pcm]":
    """What stands between two pauses, one recording (16 kHz mono) after another."""
    found = []
    for pcm in sounds:
        found += [pcm[begin:end] for begin, end in _between_pauses(pcm, vad)]
    return [phrase for phrase in found if _PHRASE_S[0] <= len(phrase) / RATE_HZ <= _PHRASE_S[1]]


def _between_pauses(pcm: "Pcm", vad: Vad) -> list[tuple[int, int]]:
    vad.reset()
    segmenter, spans, begin = Segmenter(), [], -1
    for at in range(0, len(pcm) - FRAME_SAMPLES, FRAME_SAMPLES):
        segmenter.push(vad.probability(pcm[at : at + FRAME_SAMPLES]), -30.0)
        if segmenter.speaking and begin < 0:
            begin = max(0, segmenter.speech_start - FRAME_SAMPLES)
        if begin >= 0 and segmenter.pause_ms >= _LEAST_PAUSE_MS:
            spans.append((begin, segmenter.speech_end + FRAME_SAMPLES))
            begin = -1
    return spans


def pause_s(draw: "random.Random | np.random.Generator") -> float:
    """Between two phrases, as people make them: three of four are of 0.15 to 0.45 s, the others of 0.5 to 1.6 s."""
    return draw.uniform(0.15, 0.45) if draw.random() < 0.75 else draw.uniform(0.5, 1.6)


def to_key_up_s(draw: "random.Random | np.random.Generator") -> float:
    """People let go of the key 0.1 to 0.5 s after the last word."""
    return draw.uniform(0.1, 0.5)


def sample(spoken: "Sequence[Pcm]", length_s: float, seed: int) -> Sample:
    """Phrases in the order of the recordings from a random one on, with pauses between them."""
    import numpy as np

    draw = np.random.default_rng(seed)
    parts, lengths, at = [], 0.0, int(draw.integers(len(spoken)))
    speech_s = 0.0
    while lengths < length_s:
        phrase = spoken[at % len(spoken)][: int((length_s - lengths) * RATE_HZ) + RATE_HZ]
        between_s = pause_s(draw)
        parts += [phrase, _silence(draw, between_s)]
        speech_s += len(phrase) / RATE_HZ
        lengths += len(phrase) / RATE_HZ + between_s
        at += 1
    sound = np.concatenate([*parts[:-1], _silence(draw, _TAIL_S)])
    return Sample(sound, len(sound) / RATE_HZ - _TAIL_S + to_key_up_s(draw), speech_s)


def let_go(pieces: "Sequence[Pcm]", draw: "np.random.Generator") -> Sample:
    """The key goes up soon after the last piece, and the room is heard on."""
    import numpy as np

    sound = np.concatenate([*pieces, room(draw, _TAIL_S, pieces[-1])])
    speech_s = sum(map(len, pieces)) / RATE_HZ
    return Sample(sound, len(sound) / RATE_HZ - _TAIL_S + to_key_up_s(draw), speech_s)


def room(draw: "np.random.Generator", seconds: float, beside: "Pcm") -> "Pcm":
    """Nobody speaks: as quiet as the quietest twentieth of what stands beside it."""
    import numpy as np

    level = max(1e-5, float(np.quantile(np.abs(beside), 0.05)))
    return (draw.standard_normal(int(seconds * RATE_HZ)) * level).astype(np.float32)


def _silence(draw: "np.random.Generator", seconds: float) -> "Pcm":
    import numpy as np

    return (draw.standard_normal(int(seconds * RATE_HZ)) * _NOISE).astype(np.float32)
