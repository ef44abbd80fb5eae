"""What became of a text, word by word."""

import difflib
import re
from collections.abc import Iterator
from typing import NamedTuple

_PIECES = re.compile(r"\s+|[\w']+|[^\w\s]")
_MOST_PIECES = 4000
"""Longer texts are not compared word by word: that would take seconds."""


class Part(NamedTuple):
    """`kind`: `same`, `removed` or `added`."""

    kind: str
    text: str


def difference(before: str, after: str) -> list[Part]:
    """The parts that are not `added` make `before`, those that are not `removed` make `after`."""
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    if len(old) + len(new) > _MOST_PIECES:
        return [Part(kind, text) for kind, text in (("removed", before), ("added", after)) if text]
    return [part for part in _parts(old, new) if part.text]


def _parts(old: list[str], new: list[str]) -> Iterator[Part]:
    for kind, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Part("same", "".join(old[i:j]))
        else:
            yield Part("removed", "".join(old[i:j]))
            yield Part("added", "".join(new[k:m]))
