"""Did a later decode of the same sound leave out what an earlier one heard? Pure functions over words."""

from collections.abc import Sequence
from difflib import SequenceMatcher

_LEAST_LOST_WORDS = 4
_SAME_SOUND = 0.5
"""How alike letters are of words that were made of the same sound, at least (99 of 100 recordings); of different ones
it is at most 0.49 (99 of 100)."""


def leaves_out(before: Sequence[str], after: Sequence[str]) -> bool:
    """Words in a row of `before` stand nowhere in `after`, and nothing there sounds like them. Fewer than four may
    be another hearing."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return any(
        last - first >= _LEAST_LOST_WORDS and not _heard_as(before[first:last], after[at:end])
        for tag, first, last, at, end in matcher.get_opcodes()
        if tag in ("delete", "replace")
    )


def _heard_as(words: Sequence[str], others: Sequence[str]) -> bool:
    """What was said behind them may follow in `others`."""
    ours, theirs = "".join(words), "".join(others)
    return SequenceMatcher(None, ours, theirs[: len(ours) * 5 // 4], autojunk=False).ratio() >= _SAME_SOUND
