"""Whether what a language model made of a text can be meant: pure functions, no model."""

import re
from collections import Counter
from difflib import SequenceMatcher

from voiceflow.engines.rewriter.styles import Style

_ROOM_CHARACTERS = 40
"""Short texts may grow and shrink by more than their share."""
_FEW_WORDS = 4
_LEAST_ALIKE = 0.4
_SHINGLE_WORDS = 6
_MOST_CHANGE = 5.0
_OPENINGS = re.compile(
    r"(?:sure|certainly|of course|absolutely|here is|here's|here are|as an ai|i'm sorry|i am sorry|i cannot|i can't|"
    r"the edited|edited transcript|hier ist|natürlich|gerne|selbstverständlich|als ki|es tut mir leid)\b",
    re.IGNORECASE,
)


def objection(before: str, after: str, style: Style, prompt: str) -> str:
    """Why it cannot be the same text in that style, as a sentence's end ("it ..."); empty where it can."""
    said, written = _words(before), _words(after)
    if not written:
        return "is empty"
    if len(after) > style.most_length * len(before) + _ROOM_CHARACTERS:
        return "is too long"
    if len(after) < style.least_length * len(before) - _ROOM_CHARACTERS:
        return "is too short"
    if _holds(prompt, after, before):
        return "contains the instructions"
    if _addresses_the_user(before, after) or ("?" in before and "?" not in after and style.least_order >= 0.3):
        return "answers instead of editing"
    return _too_different(said, written, style)


def objection_to_change(before: str, after: str, prompt: str) -> str:
    """The same for a text that was to be changed as the user asked, where most is possible."""
    if not after.strip():
        return "is empty"
    if len(after) > _MOST_CHANGE * len(before) + 20 * _ROOM_CHARACTERS:
        return "is too long"
    if _holds(prompt, after, before):
        return "contains the instructions"
    return "answers instead of editing" if _addresses_the_user(before, after) else ""


def _too_different(said: list[str], written: list[str], style: Style) -> str:
    if len(said) < _FEW_WORDS:
        alike = SequenceMatcher(None, " ".join(said), " ".join(written), False).ratio()
        return "" if alike >= _LEAST_ALIKE else "is about something else"
    both = (Counter(said) & Counter(written)).total()
    if both / len(written) < style.least_known:
        return "adds what nobody said"
    if both / len(said) < style.least_kept:
        return "leaves out too much"
    if SequenceMatcher(None, said, written, False).ratio() < style.least_order:
        return "is another text"
    return ""


def _addresses_the_user(before: str, after: str) -> bool:
    found = _OPENINGS.match(after.lstrip("\"'*- "))
    return found is not None and not before.lower().lstrip().startswith(found[0].lower())


def _holds(prompt: str, after: str, before: str) -> bool:
    """Six words in a row that come from the instructions and not from the speaker."""
    return bool((_shingles(prompt) & _shingles(after)) - _shingles(before))


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = _words(text)
    return {tuple(words[at : at + _SHINGLE_WORDS]) for at in range(len(words) - _SHINGLE_WORDS + 1)}


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text.casefold())
