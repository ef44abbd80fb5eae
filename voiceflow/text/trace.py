"""Why a text says what it says: what each rule made of it, in words that fit on a line."""

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from voiceflow.text.pipeline import TITLES

_PIECES = re.compile(r"\s+|\S+")
_MOST_WORDS = 2000
"""Longer texts are compared from both ends only: a comparison of all with all would take seconds."""
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Reason:
    title: str
    before: str
    after: str

    def __str__(self) -> str:
        if not self.after:
            return f"{self.title}: {self.before}"
        return f"{self.title}: {self.before or '(nothing)'} → {self.after}"


def reasons(recognized: str, steps: Iterable[tuple[str, str]]) -> list[Reason]:
    """`steps`: a rule's name and the whole text behind it. Spaces alone are no reason."""
    found = []
    before = recognized
    for rule, after in steps:
        found += [Reason(TITLES.get(rule, rule), *pair) for pair in _differences(before, after) if any(pair)]
        before = after
    return found


def _differences(before: str, after: str) -> Iterator[tuple[str, str]]:
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    head = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    old, new = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(old) + len(new) > _MOST_WORDS:
        yield _shown("".join(old)), _shown("".join(new))
        return
    for kind, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield _shown("".join(old[i:j])), _shown("".join(new[k:m]))


def _shown(text: str) -> str:
    """Line breaks are seen; long ones are cut in the middle."""
    text = text.strip(" ").replace("\n", "⏎")
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 2 :]}"
