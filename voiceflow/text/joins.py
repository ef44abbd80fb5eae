"""What is dictated fits what stands around the caret: spaces, the capital, the final period. Pure; in doubt the text
stays as it is."""

import re

from voiceflow.text.language import Language
from voiceflow.text.words import HELD, split

_CLOSING = frozenset(",.;:!?)]}%\u2026\u201d\u00bb\u203a\u3002\u3001\uff0c\uff01\uff1f")
_OPENING = frozenset("([{<\u00ab\u201e\u201a\u2039\u00a1\u00bf/\\@#$\u20ac\u00a3_-\u2013")
_MARKS = frozenset("\"'")
_DASHED = re.compile(r"\s[-\u2013\u2014]$")
_SENTENCE_END = re.compile(r"[.!?\u2026:]+[\"'\u201d\u2019\u00bb)\]]*$")
_ABBREVIATION = re.compile(
    r"(?:^|\W)(?:e\.g|i\.e|z\.\s?B|d\.\s?h|u\.\s?a|o\.\s?\u00e4|Dr|Mr|Mrs|Ms|Prof|St|vs|etc|ca|bzw|usw|Nr|No|Inc|Ltd)\.$"
)
_LIST_ITEM = re.compile(r"(?:^|\n)\s*(?:[-*\u2022\u2013>#]+|\d+[.)]|\[[ x]\])\s*$")
_LOWER_ENDINGS = {"en": ("ing", "ed", "ly")}
_WIDE = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]")
"""Scripts that are written without spaces."""


def fit(text: str, before: str | None, after: str | None, language: Language, periods: bool = True) -> str:
    """`before` and `after` are what stands on both sides of the caret, or the nearest part of it; None where nobody
    knows. A space at the end of `text` is a wish that gives way to what is there. Without `periods` a
    missing one says nothing about the next sentence at the end of a text."""
    core = text.strip(" ")
    if not core or core.isspace():
        return text
    ending = text[len(text.rstrip(" ")) :]
    in_word = bool(before and after and before[-1].isalnum() and after[0].isalnum())
    if before is not None and (periods or after):
        core = _with_case(core, before, after or "", language)
    if after:
        core = _without_period(core, after, in_word)
        ending = "" if in_word or not _needs_space(core, after) else " "
        ending = text[len(text.rstrip(" ")) :] if after[0] in "\r\n" else ending
    if before and not in_word and _needs_space(before, core):
        core = " " + core
    return core + ending


def without_final_period(text: str, style: str) -> str:
    """`style`: `keep`; `not_alone`, which takes the period of a single sentence; `never`."""
    core = text.rstrip(" ")
    if style == "keep" or not _ends_with_one_period(core):
        return text
    alone = not re.search(r"[.!?\u2026:]\s|\n", core)
    return core[:-1] + text[len(core) :] if style == "never" or alone else text


def _with_case(core: str, before: str, after: str, language: Language) -> str:
    """A capital that only the beginning of a sentence gave goes where no sentence begins."""
    first = split(core.replace(HELD, ""))[0][0]
    if not _goes_on(before) or not first.core[:1].isupper() or first.core[1:] != first.core[1:].lower():
        return core
    key = first.key
    known = key in language.starters | language.lowered or key.endswith(_LOWER_ENDINGS.get(language.code, ("\0",)))
    written_so = re.search(rf"\b{re.escape(key)}\b", f"{before} {after}") if len(key) > 1 else None
    if key in language.capitals or not (known or written_so):
        return core
    at = core.index(first.core)
    return core[:at] + core[at].lower() + core[at + 1 :]


def _goes_on(before: str) -> bool:
    """Whether the caret stands within a sentence."""
    line = before.rstrip(" \t([{")
    if not line or line[-1] in "\r\n\"'\u201e\u201c\u00ab" or _LIST_ITEM.search(line):
        return False
    return not _SENTENCE_END.search(line) and not _ABBREVIATION.search(line)


def _without_period(core: str, after: str, in_word: bool) -> str:
    rest = after.lstrip(" ")
    goes_on = rest[:1].islower() or rest[:1] in tuple(",;:.!?\u2026)%")
    return core[:-1] if rest and len(core) > 1 and _ends_with_one_period(core) and (goes_on or in_word) else core


def _ends_with_one_period(core: str) -> bool:
    return core.endswith(".") and not core.endswith("..") and not _ABBREVIATION.search(core)


def _needs_space(left: str, right: str) -> bool:
    a, b = left[-1], right[0]
    if a.isspace() or b.isspace() or b in _CLOSING or _WIDE.match(a) or _WIDE.match(b):
        return False
    if a in _MARKS:  # it opens a quotation where an odd number of them stands in the line
        return left.rpartition("\n")[2].count(a) % 2 == 0 and not (a == "'" and left[-2:-1].isspace())
    if b in _MARKS and not left[-1].isalnum():
        return False
    return a not in _OPENING or bool(_DASHED.search(left))
