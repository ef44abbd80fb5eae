"""What a short context costs in words: pure counting."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

LIMIT_PERCENT = 1.0
"""Of the words: so many may be lost to the short context."""
_SIDES_WITH_FULL = 0.25
_LEAST_WORDS = 500
_SURE = 2.0
"""Standard errors above the limit."""
_MOST_WORDS = 4000
STEPS_FRAMES = (1000, 1500, 2000, 3000)
"""How the floor grows; the last is the whole window of Whisper."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One piece of speech decoded three ways, in words: how far the short and the full context are from a stronger
    decode, and from each other."""

    words: int
    short_errors: int = 0
    full_errors: int = 0
    apart: int = 0

    @property
    def lost(self) -> float:
        """Words that the short context cost; negative where it was the better one. The stronger decode sees what the
        full one sees and takes its side where both are equally right, in about a quarter of the words in which the two
        differ (measured: tests.benchmarks.proving). No loop costs more than all words."""
        lost = self.short_errors - self.full_errors - _SIDES_WITH_FULL * self.apart
        return max(-self.words, min(self.words, lost))


def compare(short: Sequence[str], full: Sequence[str], reference: Sequence[str]) -> Comparison:
    return Comparison(
        max(1, len(reference)), word_errors(short, reference), word_errors(full, reference), word_errors(short, full)
    )


@dataclass(frozen=True, slots=True)
class Tally:
    """For one model. `floor_frames`: the least that its encoder must look at, 0 as long as its own floor will do; the
    sums are over all comparisons since the floor last grew, and fade."""

    floor_frames: int = 0
    words: float = 0.0
    lost: float = 0.0
    squares: float = 0.0

    @property
    def lost_percent(self) -> float:
        return 100 * self.lost / self.words if self.words else 0.0

    @property
    def is_telling(self) -> bool:
        return self.words >= _LEAST_WORDS

    @property
    def loses(self) -> bool:
        """More than the limit, and hardly by chance (one-sided z test of the mean over pieces of speech)."""
        over = self.lost - LIMIT_PERCENT / 100 * self.words
        return self.is_telling and over > _SURE * sqrt(self.squares)

    def plus(self, comparison: Comparison) -> "Tally":
        over = comparison.lost - LIMIT_PERCENT / 100 * comparison.words
        words, lost = self.words + comparison.words, self.lost + comparison.lost
        fade = 0.5 if words > _MOST_WORDS else 1.0
        return Tally(self.floor_frames, words * fade, lost * fade, (self.squares + over * over) * fade)

    def judged(self, frames: int) -> "Tally":
        """The next floor above `frames`, the one in use, and nothing counted yet, if words are lost; else itself."""
        larger = [step for step in STEPS_FRAMES if step > frames]
        return Tally(larger[0]) if self.loses and larger else self

    @property
    def is_final(self) -> bool:
        return self.floor_frames >= STEPS_FRAMES[-1]


def tally_of(kept: object) -> Tally:
    """What `dataclasses.asdict` made of one; a fresh one from anything else."""
    try:
        values = {name: float(value) for name, value in kept.items()}  # type: ignore[attr-defined]
        return Tally(int(values.pop("floor_frames")), **values)
    except (AttributeError, KeyError, TypeError, ValueError, OverflowError):
        return Tally()


def word_errors(words: Sequence[str], reference: Sequence[str]) -> int:
    """Least substitutions, deletions and insertions (Levenshtein)."""
    row = list(range(len(reference) + 1))
    for at, word in enumerate(words, 1):
        diagonal, row[0] = row[0], at
        for other, expected in enumerate(reference, 1):
            diagonal, row[other] = (
                row[other],
                min(row[other] + 1, row[other - 1] + 1, diagonal + (word != expected)),
            )
    return row[-1]
