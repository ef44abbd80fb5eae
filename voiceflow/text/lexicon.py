"""The ordinary words of a language: what is one of them was probably said, and is no misheard name."""

import gzip
import json
from dataclasses import dataclass
from functools import cache
from importlib import resources

_LEAST_COUNT = 50
"""Rarer words of the lists are names and typing errors as often as words: `docker`, `nguyen`."""
_FREQUENT_WORDS = 300


@dataclass(frozen=True, slots=True)
class Lexicon:
    """In small letters. `frequent`: the words that join others, `the` and its like. Both empty where the language has
    no list."""

    ordinary: frozenset[str] = frozenset()
    frequent: frozenset[str] = frozenset()


@cache
def lexicon(language_code: str) -> Lexicon:
    """From the word lists of pyspellchecker. The first call for a language takes about 0.2 s."""
    short = language_code.split("-")[0].lower()
    file = resources.files("spellchecker") / "resources" / f"{short}.json.gz"
    if not short.isalpha() or not file.is_file():
        return Lexicon()
    counts: dict[str, int] = json.loads(gzip.decompress(file.read_bytes()))
    ordinary = frozenset(word for word, count in counts.items() if count > _LEAST_COUNT)
    return Lexicon(ordinary, frozenset(sorted(counts, key=lambda word: -counts[word])[:_FREQUENT_WORDS]))
