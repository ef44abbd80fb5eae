"""Numbers that were spoken, written as numbers. What is a number word is `text2num`'s knowledge; whether it was meant
as a number is decided here: names, idioms and doubtful ones stay words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from voiceflow.text.language import Language
from voiceflow.text.words import Word, starts_sentence

SPOKEN_LANGUAGES = frozenset(("en", "de", "fr", "es", "it", "pt", "nl", "ca"))
"""Those of text2num 3."""
_NUMERAL = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d+)?")
TEN = 10
MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Number:
    """Words from `begin` to before `end`; `digits` as the language writes them, `spoken` in words."""

    begin: int
    end: int
    value: float
    digits: str
    ordinal: bool = False
    spoken: bool = True

    @property
    def is_whole(self) -> bool:
        return not self.ordinal and self.digits.isdigit()

    @property
    def is_decimal(self) -> bool:
        return "," in self.digits or "." in self.digits.rstrip(".")


@dataclass(slots=True)
class Sentence:
    """The words with their numbers; what the contexts look at."""

    words: list[Word]
    numbers: dict[int, Number]
    language: Language

    def key(self, at: int) -> str:
        return self.words[at].key if 0 <= at < len(self.words) else ""

    def said(self, at: int) -> str:
        """What was said in the same breath as the word before; empty behind a mark."""
        return self.key(at) if 0 < at < len(self.words) and not self.words[at - 1].trail else ""

    def said_before(self, at: int) -> str:
        return self.key(at - 1) if at and not self.words[at - 1].trail else ""

    def following(self, at: int) -> Number | None:
        """The number that begins there, said in the same breath."""
        return self.numbers.get(at) if self.said(at) else None

    def table(self, name: str) -> dict[str, str]:
        found: dict[str, str] = self.language.numbers.get(name, {})
        return found

    def words_of(self, name: str) -> frozenset[str]:
        found: frozenset[str] = self.language.numbers.get(name, frozenset())
        return found

    def phrase(self, at: int, name: str) -> tuple[int, str]:
        """Which of the phrases of `units` or `idioms` stands there: how many words, and how it is written."""
        for keys, how in self.language.numbers.get(name, {}).get(self.key(at), ()):
            if all(self.said(at + i) == key for i, key in enumerate(keys[1:], 1)):
                return len(keys), how
        return 0, ""


@dataclass(slots=True)
class _Token:
    """As text2num wants it; not frozen, for one is made for every word."""

    word: Word
    apart: bool

    def text(self) -> str:
        return self.word.core

    def nt_separated(self, previous: object) -> bool:
        return self.apart

    def not_a_number_part(self) -> bool:
        return not self.word.core


def numbers_in(words: Sequence[Word], language: Language) -> Iterator[Number]:
    """Those that may be written as numbers, and those that are already."""
    from text_to_num import find_numbers

    tokens = [_Token(word, bool(at and words[at - 1].trail) or bool(word.lead)) for at, word in enumerate(words)]
    table = language.numbers
    millions = frozenset(table.get("millions", {}).values())
    for found in find_numbers(tokens, language.code, 0):
        number = Number(found.start, found.end, found.value, found.text, found.is_ordinal)
        if number.is_decimal and number.end < len(words) and words[number.end].core in millions:
            number = _with_scale(number, words[number.end])
        if not _is_name(words, number, table) and not _is_loose(words, number, table):
            yield number
    for at, word in enumerate(words):
        if word.core and word.core[0].isdigit() and _NUMERAL.fullmatch(word.core):
            yield _numeral(at, word.core, table.get("decimal_mark", "."))


def _with_scale(number: Number, scale: Word) -> Number:
    """`three point five million`."""
    return Number(number.begin, number.end + 1, number.value * MILLION, f"{number.digits} {scale.core}")


def _numeral(at: int, core: str, decimal_mark: str) -> Number:
    grouping = "," if decimal_mark == "." else "."
    plain = core.replace(grouping, "").replace(",", ".")
    return Number(at, at + 1, float(plain), core, spoken=False)


def _is_name(words: Sequence[Word], number: Number, table: dict[str, Any]) -> bool:
    """`Ocean's Eleven`, `Fifth Avenue`: a capital within a sentence."""
    scales = table.get("scales", ())
    first = words[number.begin]
    return first.is_capitalised and first.key not in scales and not starts_sentence(words, number.begin)


def _is_loose(words: Sequence[Word], number: Number, table: dict[str, Any]) -> bool:
    """`hundreds`, `a thousand`, `twenty and five`: no number, or a round one that is not meant to the last digit."""
    keys = [word.key for word in words[number.begin : number.end]]
    scales, joined = table.get("scales", ()), table.get("joined_by", ())
    if len(keys) == 1 and keys[0] in scales:
        return True
    return any(key in joined and keys[at - 1] not in scales for at, key in enumerate(keys) if at)
