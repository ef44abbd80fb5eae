"""Is what was said where it belongs: once, in order, in the window and in the history, with its sound?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from voiceflow.bench.figures import Finding
from voiceflow.bench.run import Run
from voiceflow.bench.scoring import word_errors
from voiceflow.bench.suites.scenarios.desk import Desk, Dictated
from voiceflow.history.records import DictationState
from voiceflow.selftest import share_of_words

_BYTES_PER_S = 2 * 16_000
_SOUND_MAY_LACK_S = 0.05
_LEAST_WORDS = 0.5
"""Fewer are no mishearing any more: a passage is gone. (A model of 39 million parameters mishears one word in ten.)"""
_MOST_WORDS = 1.5
_JUDGED_WORDS = 8
_REPORT = "Report it, with the log: it is a fault of VoiceFlow's own"
_LOST_CURE = "The sound is in the history: voiceflow history retry; the log says what happened"


@dataclass(frozen=True, slots=True)
class Kept:
    """What the history has of a dictation; `sound_s` is None where the user keeps no sound."""

    text: str
    state: str
    sound_s: float | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was dictated, what came into the window, and what is in the history: by id, and how many dictations
    altogether."""

    made: Sequence[Dictated]
    window: Sequence[str]
    kept: Mapping[str, Kept]
    count: int


def evidence(desk: Desk) -> Evidence:
    history = desk.core.history
    history.flush()
    desk.hear_the_rest()
    kept = {}
    for record in history.list(limit=len(desk.made) + 1):
        sound_s = len(history.audio(record.id)) / _BYTES_PER_S if history.settings.keep_audio else None
        kept[record.id] = Kept(record.text, record.state, sound_s)
    return Evidence(desk.made, desk.core.window.texts, kept, history.count())


def findings(given: Evidence) -> list[Finding]:
    """Without a word of what was said."""
    return [*_lost(given), *_doubled(given), *_order(given), *_history(given), *_words(given.made)]


def tell(run: Run, found: Iterable[Finding]) -> None:
    """Into the report."""
    for finding in found:
        run.find(finding.code, f"In {run.part.title.lower()}: {finding.what}", finding.cure)


def words_lost_percent(made: Sequence[Dictated]) -> float:
    """Words that were said and are not in the texts, in percent (deletions of the word error rate)."""
    score = word_errors([dictated.words for dictated in made], [dictated.text for dictated in made])
    return 100 * score.deletions / max(1, score.words)


def words_wrong_percent(made: Sequence[Dictated]) -> float:
    return word_errors([dictated.words for dictated in made], [dictated.text for dictated in made]).percent


def _lost(given: Evidence) -> Iterator[Finding]:
    if lost := [dictated for dictated in given.made if not dictated.text.strip()]:
        yield Finding("scenarios.lost", f"{_dictations(lost)} of {len(given.made)} gave no text", _LOST_CURE)


def _doubled(given: Evidence) -> Iterator[Finding]:
    if twice := [dictated for dictated in given.made if dictated.deliveries > 1]:
        yield Finding("scenarios.doubled", f"{_dictations(twice)} delivered more than once", _REPORT)
    wanted, there = Counter(_texts(given)), Counter(given.window)
    if more := (there - wanted).total():
        yield Finding("scenarios.doubled", f"{more} texts came into the window that nobody dictated", _REPORT)
    if fewer := (wanted - there).total():
        yield Finding("scenarios.lost", f"{fewer} texts did not come into the window", _LOST_CURE)


def _order(given: Evidence) -> Iterator[Finding]:
    wanted, there = _texts(given), list(given.window)
    if Counter(wanted) == Counter(there) and wanted != there:
        yield Finding("scenarios.out_of_order", "Texts came into the window in another order than spoken", _REPORT)


def _history(given: Evidence) -> Iterator[Finding]:
    unlike, silent = list[Dictated](), list[Dictated]()
    for dictated in given.made:
        kept = given.kept.get(dictated.id)
        if kept is None or (kept.text, kept.state) != (dictated.text, DictationState.DONE):
            unlike.append(dictated)
        elif kept.sound_s is not None and kept.sound_s < dictated.length_s - _SOUND_MAY_LACK_S:
            silent.append(dictated)
    if unlike:
        yield Finding("scenarios.lost", f"The history lacks the text of {_dictations(unlike)}", _REPORT)
    if silent:
        yield Finding("scenarios.sound_lost", f"The history lacks sound of {_dictations(silent)}", _REPORT)
    if (others := given.count - len(given.made)) > 0:
        yield Finding("scenarios.doubled", f"The history has {others} dictations that nobody made", _REPORT)


def _words(made: Sequence[Dictated]) -> Iterator[Finding]:
    few, many = list[Dictated](), list[Dictated]()
    for dictated in made:
        said, written = len(dictated.words.split()), len(dictated.text.split())
        if not written or said < _JUDGED_WORDS:
            continue
        if written > _MOST_WORDS * said:
            many.append(dictated)
        elif share_of_words(dictated.words, dictated.text) < _LEAST_WORDS:
            few.append(dictated)
    cure = "Try a larger model: voiceflow models list"
    if few:
        yield Finding("scenarios.words_lost", f"More than half of the words are missing in {_dictations(few)}", cure)
    if many:
        yield Finding(
            "scenarios.words_doubled", f"There are far more words than were said in {_dictations(many)}", cure
        )


def _texts(given: Evidence) -> list[str]:
    return [dictated.text for dictated in given.made if dictated.text]


def _dictations(which: Sequence[Dictated]) -> str:
    who = ", ".join(dict.fromkeys(dictated.who for dictated in which))
    return f"{len(which)} dictation{'s' if len(which) > 1 else ''} ({who})"
