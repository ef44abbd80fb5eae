"""Where in a text the searched words stand, as the search compares them: without case and accents."""

import re
import unicodedata
from itertools import islice

from voiceflow.history.queries import found_anywhere

_WORD = re.compile(r"[^\W_]+")

Span = tuple[int, int]


def hits(text: str, words: str, most: int = 500) -> list[Span]:
    """Begin and end of the first ones, in order; the last word counts where it begins one. Pure."""
    terms = words.split()
    if not terms:
        return []
    if found_anywhere(terms):
        return sorted({found.span() for term in terms for found in re.finditer(re.escape(term), text)})[:most]
    wanted = [_folded(part) for term in terms for part in _WORD.findall(term)]
    whole, beginning = set(wanted), wanted[-1]
    spans = ((match.span(), _folded(match.group())) for match in _WORD.finditer(text))
    found = (
        (begin, end if word in whole else begin + min(len(beginning), end - begin))
        for (begin, end), word in spans
        if word in whole or word.startswith(beginning)
    )
    return list(islice(found, most))


def around(text: str, spans: list[Span], before: int = 24) -> tuple[str, list[Span]]:
    """The text from a little before the first hit on, for one line, and the hits in it."""
    if not spans or spans[0][0] <= before + 8:
        return text, spans
    cut = text.find(" ", spans[0][0] - before)
    cut = cut + 1 if 0 <= cut < spans[0][0] else spans[0][0]
    return "… " + text[cut:], [(begin - cut + 2, end - cut + 2) for begin, end in spans]


def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
