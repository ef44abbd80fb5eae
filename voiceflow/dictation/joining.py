"""Windows become one text: no word doubled, none lost. Pure functions over words with times."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from voiceflow.engines.stt.contract import Hypothesis, Word, spoken_words

NEAR_S = 0.6
"""Word times from attention are right to about 0.2 s (Whisper's own, openai/whisper, timing.py), at the edges of a
sound to less."""
_APART_PER_S = 20.0
"""A word apart weighs less than the shortest word is long: 0.05 s, so that among equal words time decides."""
_NEIGHBOUR = 3.0
_RUN, _SURE_RUN = 8, 4
_FAR_S = 1.5
"""Words in a row are the same ones though one side has them at another time."""

_NO_SPACES = frozenset({"zh", "yue", "ja", "th", "lo", "my", "km", "bo"})
"""Whisper's languages that are written without spaces between words."""


def concatenate(texts: Sequence[str], language: str) -> str:
    """Windows cut at pauses, in order."""
    separator = "" if language in _NO_SPACES else " "
    return separator.join(text for text in (text.strip() for text in texts) if text)


def count_words(hypothesis: Hypothesis) -> float:
    """Two characters count as one word where there are no spaces, and each digit may have been one."""
    if hypothesis.language in _NO_SPACES:
        return len(words_of(hypothesis)) / 2
    return spoken_words(hypothesis.text)


def words_of(hypothesis: Hypothesis) -> list[str]:
    """Without marks and capitals; characters where there are no spaces."""
    text = hypothesis.text.casefold()
    if hypothesis.language in _NO_SPACES:
        return [character for character in text if character.isalnum()]
    return re.findall(r"[^\W_]+", text)


def pieces_of(text: str, language: str) -> list[str]:
    """Words with the marks and the space behind them, or characters where there are no spaces: together the text."""
    return re.findall(r"^\W*\w\W*|\w\W*" if language in _NO_SPACES else r"\S+\s*", text.strip())


def alike(text: str, other: str) -> bool:
    return bare(text) == bare(other)


def text_of(words: Sequence[Word]) -> str:
    return "".join(word.text for word in words).strip()


def moved(words: Sequence[Word], by_s: float) -> tuple[Word, ...]:
    return tuple(replace(word, start_s=word.start_s + by_s, end_s=word.end_s + by_s) for word in words)


def spread(text: str, duration_s: float) -> tuple[Word, ...]:
    """Words of an engine that gives no times, as if they were spoken evenly."""
    words = text.split()
    step_s = duration_s / max(1, len(words))
    return tuple(Word(at * step_s, (at + 1) * step_s, f" {word}") for at, word in enumerate(words))


def split(words: Sequence[Word], cut_s: float) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Those spoken before the cut, by their middle, and the rest."""
    before = sum(1 for word in words if (word.start_s + word.end_s) / 2 < cut_s)
    return tuple(words[:before]), tuple(words[before:])


def join(left: Sequence[Word], right: Sequence[Word], cut_s: float) -> tuple[Word, ...]:
    """What follows the words of `left` before the cut, when the sound was cut in the middle of speech. `left` was
    heard beyond the cut, `right` from before it; all times are on one clock. Where both heard the same word `right`
    takes over, for it heard what came after; up to there `left` is right, for it heard what came before."""
    kept, expected = split(left, cut_s)
    at_left, at_right = _meeting(left, right, len(kept))
    if at_left >= len(kept):
        return (*expected[: at_left - len(kept)], *right[at_right:])
    rest = split(right, cut_s)[1]
    return rest if at_right >= 0 else (*_before(rest, expected), *rest)


def _before(rest: Sequence[Word], expected: Sequence[Word]) -> Sequence[Word]:
    """What only the left side heard."""
    return [word for word in expected if (word.start_s + word.end_s) / 2 < rest[0].end_s] if rest else expected


def _meeting(left: Sequence[Word], right: Sequence[Word], cut: int) -> tuple[int, int]:
    """The pair of same words that is nearest in time and nearest to the cut, best behind it; the more words around it
    are the same, too, the better. (-1, -1) if there is none."""
    runs = _runs(left, right)
    pairs = [
        (at_left < cut, abs(at_left - cut) + apart_s * _APART_PER_S - _NEIGHBOUR * min(run, _RUN), at_left, at_right)
        for (at_left, at_right), run in runs.items()
        if (apart_s := _apart_s(left[at_left], right[at_right])) <= (NEAR_S if run < _SURE_RUN else _FAR_S)
    ]
    return min(pairs)[2:] if pairs else (-1, -1)


def _runs(left: Sequence[Word], right: Sequence[Word]) -> dict[tuple[int, int], int]:
    """Pairs of same words, and how many of them stand in a row there."""
    ours, theirs = [bare(word.text) for word in left], [bare(word.text) for word in right]
    runs: dict[tuple[int, int], int] = {}
    for at_left, at_right in product(range(len(ours)), range(len(theirs))):
        if (at_left, at_right) in runs:
            continue
        row = []
        for pair in zip(range(at_left, len(ours)), range(at_right, len(theirs)), strict=False):
            if ours[pair[0]] != theirs[pair[1]] or _apart_s(left[pair[0]], right[pair[1]]) > _FAR_S:
                break
            row.append(pair)
        runs.update(dict.fromkeys(row, len(row)))
    return runs


def _apart_s(one: Word, other: Word) -> float:
    """A word that is torn at the edge of a sound has one end where it was."""
    return min(abs(one.start_s - other.start_s), abs(one.end_s - other.end_s))


def bare(text: str) -> str:
    """Without marks, spaces and capitals."""
    return "".join(character for character in text.casefold() if character.isalnum())
