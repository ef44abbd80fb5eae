"""Texts to be spoken, none of them twice."""

import itertools
import random

_TEXT = (
    "the river runs through a green valley and people walk along its bank in the evening when the light is soft "
    "every morning she buys bread and fruit at the market before the office opens its doors to many visitors who "
    "wait for an answer that nobody can give them without looking into the old papers on the shelf behind"
)
_WORDS = _TEXT.split()
_random = random.Random(7)
_numbers = itertools.count(1)


def sentence(characters: int) -> str:
    """About as long as that, without a pause in it."""
    words = [f"number {next(_numbers)}"]
    while len(" ".join(words)) < characters - 6:
        words.append(_random.choice(_WORDS))
    return f"{' '.join(words).capitalize()}."


def new_text(characters: int) -> str:
    """Sentences of 40 to 120 characters, every second one with a comma."""
    sentences: list[str] = []
    while (left := characters - len(" ".join(sentences))) > 20:
        made = sentence(min(_random.randint(40, 120), left))
        if len(sentences) % 2:
            words = made.split()
            words[len(words) // 2] += ","
            made = " ".join(words)
        sentences.append(made)
    return " ".join(sentences)
