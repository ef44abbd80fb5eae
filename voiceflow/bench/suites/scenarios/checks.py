"""Is what was said where it belongs: once, in order, in the window and in the history, with its sound?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

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
_LOST_CURE = "The sound is in the history: voiceflow history retry; the log says what happened"


def findings(desk: Desk) -> list[Finding]:
    """Of all that was dictated at it. Without a word of what was said."""
    return [*_lost(desk), *_doubled(desk), *_order(desk), *_history(desk), *_words(desk.made)]


def tell(run: Run, found: Iterable[Finding]) -> None:
    for finding in found:
        run.find(finding.code, f"In {run.part.title.lower()}: {finding.what}", finding.cure)


def words_lost_percent(made: Sequence[Dictated]) -> float:
    """Words that were said and are not in the texts, in percent (deletions of the word error rate)."""
    score = word_errors([dictated.words for dictated in made], [dictated.text for dictated in made])
    return 100 * score.deletions / max(1, score.words)


def words_wrong_percent(made: Sequence[Dictated]) -> float:
    return word_errors([dictated.words for dictated in made], [dictated.text for dictated in made]).percent


def _lost(desk: Desk) -> Iterator[Finding]:
    lost = [dictated for dictated in desk.made if not dictated.text.strip()]
    if lost:
        yield Finding("scenarios.lost", f"{_dictations(lost)} of {len(desk.made)} gave no text", _LOST_CURE)


def _doubled(desk: Desk) -> Iterator[Finding]:
    told = [dictated for dictated in desk.made if dictated.deliveries > 1]
    if told:
        yield Finding("scenarios.doubled", f"{_dictations(told)} were delivered more than once", "Report it")
    wanted, there = Counter(_texts(desk)), Counter(desk.core.window.texts)
    if more := (there - wanted).total():
        yield Finding("scenarios.doubled", f"{more} texts came into the window that nobody dictated", "Report it")
    if fewer := (wanted - there).total():
        yield Finding("scenarios.lost", f"{fewer} texts did not come into the window", _LOST_CURE)


def _order(desk: Desk) -> Iterator[Finding]:
    wanted, there = _texts(desk), desk.core.window.texts
    if Counter(wanted) == Counter(there) and wanted != there:
        yield Finding("scenarios.out_of_order", "Texts came into the window in another order than spoken", "Report it")


def _history(desk: Desk) -> Iterator[Finding]:
    history = desk.core.history
    history.flush()
    unlike, silent = list[Dictated](), list[Dictated]()
    for dictated in desk.made:
        kept = history.get(dictated.id) if dictated.id else None
        if kept is None or (kept.text, kept.state) != (dictated.text, DictationState.DONE):
            unlike.append(dictated)
        sound_s = len(history.audio(dictated.id)) / _BYTES_PER_S if kept and history.settings.keep_audio else None
        if sound_s is not None and sound_s < dictated.length_s - _SOUND_MAY_LACK_S:
            silent.append(dictated)
    if unlike:
        yield Finding("scenarios.lost", f"The history has not the text of {_dictations(unlike)}", "Report it")
    if silent:
        yield Finding("scenarios.sound_lost", f"The history lacks sound of {_dictations(silent)}", "Report it")
    others = history.count() - len({dictated.id for dictated in desk.made if dictated.id})
    if others > 0:
        yield Finding("scenarios.doubled", f"The history has {others} dictations that nobody made", "Report it")


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


def _texts(desk: Desk) -> list[str]:
    return [dictated.text for dictated in desk.made if dictated.text]


def _dictations(which: Sequence[Dictated]) -> str:
    who = ", ".join(dict.fromkeys(dictated.who for dictated in which))
    return f"{len(which)} dictation{'s' if len(which) > 1 else ''} ({who})"
