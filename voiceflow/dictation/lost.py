"""Did a later decode of the same sound leave out what an earlier one heard? Pure functions over words."""

from collections.abc import Sequence
from difflib import SequenceMatcher

_LEAST_LOST_WORDS = 4
_SAME_SOUND = 0.5
"""How alike letters are of words that were made of the same sound, at least (99 of 100 recordings); of different ones
it is at most 0.49 (99 of 100)."""
_FOUND_AGAIN = 2
"""So many words in a row that both heard are a place that both know."""
_REPEATED = 0.9
_SAME_END = 3


def leaves_out(before: Sequence[str], after: Sequence[str]) -> bool:
    """Words in a row of `before` stand nowhere in `after`, and nothing there sounds like them. Fewer than four may
    be another hearing; so may as many words between two places that both heard."""
    changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    last_found = max(
        (at for at, (tag, i, j, _, _) in enumerate(changes) if tag == "equal" and j - i >= _FOUND_AGAIN), default=-1
    )
    for at, (tag, first, last, begin, end) in enumerate(changes):
        if tag not in ("delete", "replace") or last - first < _LEAST_LOST_WORDS:
            continue
        heard_otherwise = at < last_found and 2 * (end - begin) >= last - first
        if not heard_otherwise and not _heard_as(before[first:last], after[begin:end]):
            return True
    return False


def repeats(after: Sequence[str], before: Sequence[str]) -> bool:
    """`after` has the words of `before` in order, but for few, or both end with the same ones."""
    if len(before) >= _SAME_END and list(after[-_SAME_END:]) == list(before[-_SAME_END:]):
        return True
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) >= _REPEATED * len(before)


def _heard_as(words: Sequence[str], others: Sequence[str]) -> bool:
    """What was said behind them may follow in `others`."""
    ours, theirs = "".join(words), "".join(others)
    return SequenceMatcher(None, ours, theirs[: len(ours) * 5 // 4], autojunk=False).ratio() >= _SAME_SOUND
