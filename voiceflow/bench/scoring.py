"""Word errors and percentiles, for every suite and benchmark."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, sqrt

DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


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
    text = re.sub(r"\d", lambda digit: f" {DIGITS[int(digit.group())]} ", text)
    return " ".join(re.findall(r"[^\W_]+", text))


def percentile(values: Sequence[float], percent: float) -> float:
    """Nearest rank: the least of the values that so many percent of them do not exceed."""
    ordered = sorted(values)
    return ordered[max(1, ceil(percent * len(ordered) / 100)) - 1]


def percentile_interval(values: Sequence[float], percent: float) -> tuple[float, float] | None:
    """95 % confidence, of independent values: the order statistics around it by the normal approximation of the
    binomial (Conover, Practical Nonparametric Statistics, 3.2). None where there are too few values for both ends."""
    count, share = len(values), percent / 100
    middle, wide = count * share, 1.96 * sqrt(count * share * (1 - share))
    low, high = floor(middle - wide), ceil(middle + wide) + 1
    if low < 1 or high > count:
        return None
    ordered = sorted(values)
    return ordered[low - 1], ordered[high - 1]
