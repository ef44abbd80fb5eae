"""What is said in a dictation: sentences whose words are known, with pauses between them, as a microphone of 48 kHz
hears it."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from voiceflow.bench.clips import RATE_HZ as CLIP_RATE_HZ
from voiceflow.bench.clips import clips
from voiceflow.bench.run import Run
from voiceflow.bench.samples import pause_s, to_key_up_s
from voiceflow.core import Core

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pcm = NDArray[np.float32]

RATE_HZ = 48_000
NOISE = 1e-4
_MOST_S = 240.0
"""Of recordings: more would only fill the memory that is measured."""
_FEW, _SENTENCES = 4, 12
_VOICE_SHARE = 0.2
"""Of a part's time, for a voice to make these sentences where there are no recordings: seconds on two cores."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, or a dictation up to the moment at which the key goes up. `sound`: mono at 48 kHz."""

    sound: "Pcm"
    words: str

    @property
    def length_s(self) -> float:
        return len(self.sound) / RATE_HZ


def pieces(run: Run) -> tuple[Said, ...]:
    """`CannotRunError` where there are neither recordings nor a voice. A slow voice makes fewer."""
    core, folder = run.wishes.core, run.wishes.speech
    least_left_s = (1 - _VOICE_SHARE) * run.left_s
    count = _FEW
    while len(clips(core, folder, count)) == count < _SENTENCES and run.left_s > least_left_s:
        count += _FEW
    return _heard(core, folder, count)


@lru_cache(maxsize=1)
def _heard(core: Core, folder: Path | None, count: int) -> tuple[Said, ...]:
    import soxr

    given = clips(core, folder, count)
    shortest = min(given, key=lambda clip: clip.length_s)
    found, left_s = list[Said](), _MOST_S
    for clip in random.Random(1).sample(given, len(given)):
        if left_s >= clip.length_s:
            found.append(Said(soxr.resample(clip.sound, CLIP_RATE_HZ, RATE_HZ), clip.words))
            left_s -= clip.length_s
    return tuple(found) or (Said(soxr.resample(shortest.sound, CLIP_RATE_HZ, RATE_HZ), shortest.words),)


def say(spoken_pieces: Sequence[Said], length_s: float, seed: int) -> Said:
    """About so long, and at least one piece; whole pieces only, so that the words are known."""
    import numpy as np

    draw = random.Random(seed)
    chosen: list[Said] = []
    parts: list[Pcm] = []
    so_far_s = 0.0
    while piece := _next(spoken_pieces, chosen, length_s - so_far_s, draw):
        between_s = pause_s(draw)
        if chosen:
            parts.append(noise(between_s, draw))
        chosen.append(piece)
        parts.append(piece.sound)
        so_far_s += between_s + piece.length_s
    parts.append(noise(to_key_up_s(draw), draw))
    return Said(np.concatenate(parts), " ".join(piece.words for piece in chosen))


def _next(given: Sequence[Said], chosen: Sequence[Said], left_s: float, draw: random.Random) -> Said | None:
    """One that fits, and not the last one again."""
    fresh = [piece for piece in given if not chosen or piece is not chosen[-1]]
    fitting = [piece for piece in fresh if piece.length_s <= left_s]
    if fitting:
        return draw.choice(fitting)
    return None if chosen else min(given, key=lambda piece: piece.length_s)


def noise(seconds: float, draw: random.Random) -> "Pcm":
    """Of a quiet room."""
    import numpy as np

    made = np.random.default_rng(draw.getrandbits(32)).standard_normal(int(seconds * RATE_HZ), dtype=np.float32)
    return made * np.float32(NOISE)
