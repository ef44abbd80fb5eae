"""The end of a long window, decoded by itself because somebody waits for it. Pure functions over words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from voiceflow.dictation.joining import alike, concatenate, moved, pieces_of, spread
from voiceflow.engines.stt.contract import Hypothesis

TAIL_S = 7.0
"""With less words are lost, with more is waited for (`tests.benchmarks.words`, `tests.benchmarks.latency`)."""

_RUN_UP_WORDS = 12
_LEAST_PREFIX_WORDS = 12
"""Of so few words little is saved, but here somebody waits for it."""


@dataclass(frozen=True, slots=True)
class Tail:
    """It begins in a pause, at the sample `begin`. `before` is what two decodes heard alike up to there, `known` what
    the newer of them, `newest`, heard behind it."""

    begin: int
    before: str
    known: str
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
        language = hypothesis.language
        known, heard = pieces_of(self.known, language), pieces_of(hypothesis.text, language)
        return replace(
            hypothesis,
            text=concatenate([self.before, "".join(_written_on(known, heard))], language),
            words=(*spread(self.before, begin_s), *moved(hypothesis.words, begin_s)) if hypothesis.words else (),
            average_log_probability=min(hypothesis.average_log_probability, self.newest.average_log_probability),
            no_speech_probability=min(hypothesis.no_speech_probability, self.newest.no_speech_probability),
        )


def tail_of(earlier: Sequence[tuple[int, Hypothesis]], latest: int) -> Tail | None:
    """The shortest that begins at the sample `latest` or before. `earlier`: decodes of one window, those that the model
    was sure of, and the sample at which each one's sound ended."""
    if not earlier:
        return None
    newest = earlier[-1][1]
    pieces = pieces_of(newest.text, newest.language)
    for covered, before in reversed(earlier[:-1]):
        count = len(pieces_of(before.text, before.language))
        known = "".join(pieces[:count])
        if covered <= latest and 0 < count < len(pieces) and alike(known, before.text):
            return Tail(covered, known.strip(), "".join(pieces[count:]).strip(), newest)
    return None


def _written_on(known: Sequence[str], heard: Sequence[str]) -> list[str]:
    """A tail that begins within a sentence is written as if it began one."""
    if not (known and heard):
        return list(heard)
    if alike(known[0], heard[0]):
        return [known[0], *heard[1:]]
    first = heard[0][:1].lower() + heard[0][1:] if known[0][:1].islower() else heard[0]
    return [first, *heard[1:]]
