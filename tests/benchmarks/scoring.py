"""The clips to find word errors on, for every benchmark of words."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tests.speech import SpeechClip
from voiceflow.bench.scoring import DIGITS, Score, normalized, word_errors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def digits_only(text: str) -> str:
    """For clips that are numbers: "oh" is zero, "double five" is two of them, and nothing else counts."""
    words = normalized(text).replace("double ", "double_").split()
    digits: list[str] = []
    for word in words:
        times = 2 if word.startswith("double_") else 1
        digit = word.removeprefix("double_")
        digit = "zero" if digit in ("oh", "o") else digit
        digits += [digit] * times if digit in DIGITS else []
    return " ".join(digits)


def scorable(clip: SpeechClip, text: str) -> str:
    """A clip's reference or hypothesis as it is compared: number clips on digits only."""
    return digits_only(text) if clip.name.startswith("num_") else normalized(text)


def score(clips: Sequence[SpeechClip], hypotheses: Sequence[str]) -> Score:
    references = [scorable(clip, clip.spoken) for clip in clips]
    return word_errors(references, [scorable(clip, text) for clip, text in zip(clips, hypotheses, strict=True)])


@cache
def pcm_of(path: Path) -> "NDArray[np.float32]":
    """Mono at 16 kHz, by faster-whisper's own reader, so that every side hears the same samples."""
    from faster_whisper.audio import decode_audio

    return decode_audio(str(path))
