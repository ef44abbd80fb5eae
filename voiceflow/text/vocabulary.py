"""The words that matter to one user: names, products, terms, each with how it is spelt and what it sounds like."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from voiceflow.errors import SettingsError

LEAST_WEIGHT, USUAL_WEIGHT, MOST_WEIGHT = 1, 5, 10
LONGEST_SPELLING = 80
MOST_WORDS = 3
"""Recognized words are compared in runs of one to three (issue 6)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """`sounds_like`: how the recognizer may write it down instead. `weight`, 1 to 10: the heavier, the earlier the
    recognizer is told of it. `exact`: nothing but what it sounds like is taken for it, and the recognizer is not told.
    `learned`: by what the user corrected, not by hand."""

    spelling: str
    sounds_like: tuple[str, ...] = ()
    category: str = ""
    weight: int = USUAL_WEIGHT
    exact: bool = False
    learned: bool = False


def entry(
    spelling: str,
    sounds_like: Iterable[str] = (),
    category: str = "",
    weight: int = USUAL_WEIGHT,
    exact: bool = False,
) -> Entry:
    """Tidied and checked: `SettingsError`."""
    spelling = " ".join(spelling.split())
    others = tuple(dict.fromkeys(tidy for said in sounds_like if (tidy := " ".join(said.split()))))
    for words in (spelling, *others):
        _check_words(words)
    if not LEAST_WEIGHT <= weight <= MOST_WEIGHT:
        raise SettingsError(
            "vocabulary.bad_weight",
            f"{spelling!r} has the weight {weight}",
            f"A weight is a number from {LEAST_WEIGHT} to {MOST_WEIGHT}; the heavier, the more important.",
        )
    if exact and not others:
        raise SettingsError(
            "vocabulary.nothing_exact",
            f"{spelling!r} is to be exact, but nothing is said of what it sounds like",
            "Name what is to be replaced by it.",
        )
    return Entry(spelling, others, " ".join(category.split()), weight, exact)


def _check_words(words: str) -> None:
    if not any(letter.isalpha() for letter in words):
        raise SettingsError("vocabulary.no_word", f"{words!r} is no word", "Write it as it should stand in your text.")
    if len(words) > LONGEST_SPELLING or len(words.split()) > MOST_WORDS:
        raise SettingsError(
            "vocabulary.too_long",
            f"{words[:LONGEST_SPELLING]!r} is too long for the vocabulary",
            f"At most {MOST_WORDS} words; for longer texts make a snippet: voiceflow snippets add",
        )


def most_important_first(entries: Iterable[Entry]) -> list[Entry]:
    """Of equal weight in the order given."""
    return sorted(entries, key=lambda each: -each.weight)


def with_hotwords(hotwords: Sequence[str], entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The settings' `stt.hotwords`, which the user put in order, stand before the vocabulary; nothing twice."""
    found: dict[str, Entry] = {}
    named = [Entry(word, weight=MOST_WEIGHT) for word in map(str.strip, hotwords) if word]
    vocabulary = most_important_first(entries)
    for each in (*named, *vocabulary):
        found.setdefault(each.spelling.casefold(), each)
    for each in vocabulary:  # the same word in both: the vocabulary knows more of it
        found[each.spelling.casefold()] = each
    return tuple(found.values())


def hotwords(entries: Iterable[Entry]) -> tuple[str, ...]:
    """What the recognizer is told to listen for, most important first."""
    return tuple(entry.spelling for entry in entries if not entry.exact)
