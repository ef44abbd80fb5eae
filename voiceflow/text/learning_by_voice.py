"""`Correct shivon to Siobhan`: what was dictated last is corrected, where nothing else was said."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from voiceflow.text.correction import likeness
from voiceflow.text.language import Language
from voiceflow.text.lexicon import lexicon
from voiceflow.text.phonetics import letters
from voiceflow.text.vocabulary import MOST_WORDS
from voiceflow.text.words import Word, is_joined, join, split

_LEAST_LIKENESS = 0.6
"""The wrong word is said once more, and misheard in another way."""
_SPELT = re.compile(r"(?:[^\W\d_]-)+[^\W\d_]")


@dataclass(frozen=True, slots=True)
class SpokenCorrection:
    wrong: str
    right: str


def corrections_in(text: str, language: Language) -> Iterator[SpokenCorrection]:
    """All that it may mean: `correct two to to to too`. None where it is another sentence."""
    words = [word for word in split(text)[0] if word.core]
    keys = [word.key for word in words]
    for begin, between in language.correcting:
        if tuple(keys[: len(begin)]) != begin:
            continue
        for at in range(len(begin) + 1, len(keys) - len(between)):
            wrong, right = [word.core for word in words[len(begin) : at]], _unspelt(words[at + len(between) :])
            if tuple(keys[at : at + len(between)]) == between and _is_one(wrong, right, language):
                yield SpokenCorrection(" ".join(wrong), " ".join(right))


def _is_one(wrong: Sequence[str], right: Sequence[str], language: Language) -> bool:
    """`Correct the invoice to the new sum` and `correct errors to avoid trouble` are sentences: who was misheard says
    the words alone, and ordinary ones for others as many, or for their like."""
    if max(len(wrong), len(right)) > MOST_WORDS:
        return False
    if {word.lower() for word in (*wrong, *right)} & (language.articles | language.determiners):
        return False
    ordinary = lexicon(language.code).ordinary
    if len(wrong) == len(right) or any(word.lower() not in ordinary for word in right):
        return True
    return likeness(letters("".join(wrong)), letters("".join(right)), language.code) >= _LEAST_LIKENESS


def corrected(text: str, wanted: SpokenCorrection, language_code: str) -> str:
    """Wherever the wrong words stand, else those that are most like them. Empty where nothing is like them."""
    words, rest = split(text)
    heard = letters(wanted.wrong)
    runs = [
        (begin, end)
        for begin in range(len(words))
        for end in range(begin + 1, min(begin + MOST_WORDS, len(words)) + 1)
        if is_joined(words, begin, end)
    ]
    spoken = {run: letters("".join(word.core for word in words[slice(*run)])) for run in runs}
    if heard not in spoken.values():
        alike = ((likeness(heard, each, language_code), each) for each in spoken.values() if each and heard)
        how, heard = max(alike, default=(0.0, ""))
        if how < _LEAST_LIKENESS:
            return ""
    places = [run for run in runs if spoken[run] == heard]
    return join(list(_rewritten(words, places, wanted.right)), rest)


def _rewritten(words: Sequence[Word], places: Sequence[tuple[int, int]], right: str) -> Iterator[Word]:
    ends = dict(reversed(places))
    at = 0
    while at < len(words):
        end = ends.get(at, at)
        if end > at:
            begins = words[at].is_capitalised and right.islower()
            written = right[:1].upper() + right[1:] if begins else right
            yield Word(words[at].gap, words[at].lead, written, words[end - 1].trail)
        else:
            yield words[at]
        at = max(end, at + 1)


def _unspelt(words: Sequence[Word]) -> list[str]:
    """`S-I-O-B-H-A-N` and `s i o b h a n` are one word, spelt."""
    cores = [word.core for word in words]
    if len(cores) > 1 and all(len(core) == 1 and core.isalpha() for core in cores):
        return ["".join(cores).capitalize()]
    return [core.replace("-", "").capitalize() if _SPELT.fullmatch(core) else core for core in cores]
