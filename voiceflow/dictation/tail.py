"""The end of a long window, decoded by itself because somebody waits for it. Pure functions over words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from voiceflow.dictation.joining import alike, bare, concatenate, moved, pieces_of, spread
from voiceflow.engines.stt.contract import Hypothesis

TAIL_S = 7.0
"""With less words are lost, with more is waited for (`tests.benchmarks.words`, `tests.benchmarks.latency`)."""

_RUN_UP_WORDS = 12
_LEAST_PREFIX_WORDS = 12
"""Of so few words little is saved, but here somebody waits for it."""
_MEETING = 2
"""So many words in a row that both heard are the same ones."""


@dataclass(frozen=True, slots=True)
class Tail:
    """It begins in a pause, at the sample `begin`. `before` is what two decodes heard alike up to there, `known` what
    the newer of them, `newest`, heard behind it, up to the sample `known_end`."""

    begin: int
    before: str
    known: str
    known_end: int
    newest: Hypothesis

    @property
    def run_up(self) -> str:
        """What was said right before it: without that the model hears other words at the beginning of a sound."""
        return " ".join(self.before.split()[-_RUN_UP_WORDS:])

    @property
    def prefix(self) -> str:
        """Of the words behind `begin`, those that are not decoded again."""
        return self.known if len(self.known.split()) >= _LEAST_PREFIX_WORDS else ""

    def whole(self, hypothesis: Hypothesis, begin_s: float) -> Hypothesis:
        """The window's, of the tail's, which begins so long after the window."""
        language, newest = self.newest.language, self.newest
        before, known, heard = (pieces_of(text, language) for text in (self.before, self.known, hypothesis.text))
        text = "".join(_written_on(known, _met(before, known, heard)))
        return replace(
            hypothesis,
            text=concatenate([self.before, text], language),
            language=language,
            words=(*spread(" ".join(before), begin_s), *moved(hypothesis.words, begin_s)) if hypothesis.words else (),
            average_log_probability=min(hypothesis.average_log_probability, newest.average_log_probability),
            no_speech_probability=min(hypothesis.no_speech_probability, newest.no_speech_probability),
        )


def tail_of(earlier: Sequence[tuple[int, Hypothesis]], latest: int) -> Tail | None:
    """The shortest that begins at the sample `latest` or before. `earlier`: decodes of one window, those that the model
    was sure of, and the sample at which each one's sound ended."""
    if not earlier:
        return None
    known_end, newest = earlier[-1]
    pieces = pieces_of(newest.text, newest.language)
    for covered, before in reversed(earlier[:-1]):
        count = len(pieces_of(before.text, before.language))
        known = "".join(pieces[:count])
        if covered <= latest and 0 < count < len(pieces) and alike(known, before.text):
            return Tail(covered, known.strip(), "".join(pieces[count:]).strip(), known_end, newest)
    return None


def _met(before: Sequence[str], known: list[str], heard: list[str]) -> list[str]:
    """What was heard, with what is missing at its beginning, and without what `before` has already: the older of two
    decodes that agree may have left out its last word, or guessed one that was only said behind it."""
    if not heard:
        return known
    ours, theirs = [bare(piece) for piece in known], [bare(piece) for piece in heard]
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    at_known, at_heard = next(
        ((block.a, block.b) for block in blocks if block.size >= min(_MEETING, len(ours))), (0, 0)
    )
    if at_heard == 0:
        return [*known[:at_known], *heard]
    already_there = [bare(piece) for piece in before[-at_heard:]] == theirs[:at_heard]
    return heard[at_heard:] if at_known == 0 and already_there else heard


def _written_on(known: Sequence[str], heard: list[str]) -> list[str]:
    """A tail that begins within a sentence is written as if it began one."""
    if known and heard and alike(known[0], heard[0]) and known[0][:1].islower():
        return [heard[0][:1].lower() + heard[0][1:], *heard[1:]]
    return heard
