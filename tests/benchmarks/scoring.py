"""Word errors and the clips to find them on, for every benchmark of words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tests.speech import SpeechClip

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@dataclass(frozen=True, slots=True)
class Score:
    substitutions: int
    deletions: int
    insertions: int
    words: int

    @property
    def errors(self) -> int:
        return self.substitutions + self.deletions + self.insertions

    @property
    def percent(self) -> float:
        return 100.0 * self.errors / max(1, self.words)

    def __str__(self) -> str:
        return f"{self.percent:6.2f} % ({self.substitutions} S, {self.deletions} D, {self.insertions} I)"


def word_errors(references: Sequence[str], hypotheses: Sequence[str]) -> Score:
    """Both normalized here; references without words must not be among them."""
    import jiwer

    counted = jiwer.process_words([normalized(text) for text in references], [normalized(text) for text in hypotheses])
    return Score(
        counted.substitutions,
        counted.deletions,
        counted.insertions,
        counted.hits + counted.substitutions + counted.deletions,
    )


def normalized(text: str) -> str:
    """Lower case without punctuation; digits read one by one ("26" is "two six"), so that written numbers can be
    compared with spoken ones."""
    text = text.lower().replace("'", "").replace("’", "")
    text = re.sub(r"\d", lambda digit: f" {_DIGITS[int(digit.group())]} ", text)
    return " ".join(re.findall(r"[^\W_]+", text))


def digits_only(text: str) -> str:
    """For clips that are numbers: "oh" is zero, "double five" is two of them, and nothing else counts."""
    words = normalized(text).replace("double ", "double_").split()
    digits: list[str] = []
    for word in words:
        times = 2 if word.startswith("double_") else 1
        digit = word.removeprefix("double_")
        digit = "zero" if digit in ("oh", "o") else digit
        digits += [digit] * times if digit in _DIGITS else []
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


def percentile(values: Sequence[float], percent: float) -> float:
    """Nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, round(percent / 100 * len(ordered) + 0.5) - 1))]
