"""What became of a text, word by word."""

import difflib
import re
from enum import Enum

_PIECES = re.compile(r"\s+|\S+")
_MOST_PIECES = 3000
"""Longer ones are compared from both ends only: all with all would take seconds."""


class Fate(Enum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"


Part = tuple[Fate, str]


def difference(before: str, after: str) -> list[Part]:
    """In reading order: the parts that are not `NEW` make `before`, those not `GONE` make `after`."""
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    between = _between(old[head : len(old) - tail], new[head : len(new) - tail])
    parts = [(Fate.SAME, "".join(old[:head])), *between, (Fate.SAME, "".join(old[len(old) - tail :]))]
    return [part for part in parts if part[1]]


def _between(old: list[str], new: list[str]) -> list[Part]:
    if len(old) + len(new) > _MOST_PIECES:
        return [(Fate.GONE, "".join(old)), (Fate.NEW, "".join(new))]
    parts: list[Part] = []
    for kind, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append((Fate.SAME, "".join(old[i:j])))
        else:
            parts += [(Fate.GONE, "".join(old[i:j])), (Fate.NEW, "".join(new[k:m]))]
    return parts
