"""Words that are wrong or missing, of whole dictations, beside plain faster-whisper on the same sound."""

import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from importlib.util import find_spec

from voiceflow.bench.clips import Clip, clips
from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.run import Run
from voiceflow.bench.samples import let_go
from voiceflow.bench.scoring import normalized, word_errors
from voiceflow.bench.suite import Part
from voiceflow.bench.suites.core.sides import Ours, Theirs
from voiceflow.bench.suites.core.subjects import Subject, in_turn, words_need_a_model
from voiceflow.installation import cure_of_missing

_QUICK_SENTENCES, _FULL_SENTENCES = 16, 80
_LONGEST_S = 120.0
_FEW_FOR_INTERVAL = 8


@dataclass(slots=True)
class Side:
    """What was said, and what was heard, one dictation after another."""

    said: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)

    def add(self, said: str, heard: str) -> None:
        self.said.append(said)
        self.heard.append(heard)


def measure(run: Run) -> None:
    if find_spec("jiwer") is None:
        raise CannotRunError("Word errors are counted by jiwer, which is not installed", cure_of_missing("bench"))
    models = words_need_a_model(run)
    spoken = _spoken(run)
    for subject, seconds in in_turn(run, models):
        _of(run, subject, spoken, seconds)
    if not run.wishes.speech:
        run.note(
            "The sentences were spoken by a voice: it is clearer than people, so words come out better than yours."
        )


def _spoken(run: Run) -> list[Clip]:
    """In an order that does not follow the recordings' names, which often hold the speaker's."""
    import numpy as np

    sentences = _QUICK_SENTENCES if run.quick else _FULL_SENTENCES
    found = clips(run.wishes.core, run.wishes.speech, sentences, run.budget_s / 3)
    usable = [clip for clip in found if clip.length_s <= _LONGEST_S and normalized(clip.words)]
    if not usable:
        raise CannotRunError("No recording has words and is short enough", "Recordings of at most two minutes")
    order = np.random.default_rng(run.wishes.seed).permutation(len(usable))
    return [usable[at] for at in order]


def _of(run: Run, subject: Subject, spoken: Sequence[Clip], seconds: float) -> None:
    import numpy as np

    until_s = time.monotonic() + seconds
    draw = np.random.default_rng(run.wishes.seed)
    mine, plain, again, decodes = Side(), Side(), 0, 0
    with closing(Ours(run, subject)) as ours:
        theirs = Theirs(run, subject, ours.recognizer)
        for clip in spoken:
            if mine.said and time.monotonic() > until_s:
                break
            given = let_go([clip.sound], draw)
            replayed = ours.dictate(given)
            mine.add(clip.words, replayed.text)
            plain.add(clip.words, theirs.transcribe(given).text)
            decodes += replayed.recognized.decodes.made
            again += replayed.recognized.decodes.redone
            run.progress(run.spent)
    run.note(f"{subject.name}: {len(mine.said)} of {len(spoken)} recordings.")
    _record(run, f"word errors, {subject.name}", mine)
    _record(run, f"word errors of plain faster-whisper, {subject.name}", plain)
    if len(mine.said) >= _FEW_FOR_INTERVAL:
        _record_beyond(run, f"word errors beyond plain, {subject.name}", mine, plain)
    run.record(f"decodes done again, {subject.name}", 100 * again / max(1, decodes), "%", note=f"of {decodes}")


def _record(run: Run, name: str, side: Side) -> None:
    score = word_errors(side.said, side.heard)
    note = f"{score.substitutions} wrong, {score.deletions} missing, {score.insertions} too many of {score.words}"
    interval = _interval([side], run.wishes.seed) if len(side.said) >= _FEW_FOR_INTERVAL else None
    run.record(name, score.percent, "%", interval=interval, note=note)


def _record_beyond(run: Run, name: str, mine: Side, plain: Side) -> None:
    """Of few words one word decides: only what is no chance counts."""
    low, high = _interval([mine, plain], run.wishes.seed)
    note = "points: the low end of the difference's interval, not less than 0"
    run.record(name, max(0.0, low), "%", interval=(low, high), note=note)


def _interval(sides: Sequence[Side], seed: int) -> tuple[float, float]:
    """Of the errors of the first, less those of the others, in percent of the words, with 95 % confidence. Recordings
    are drawn again, for the words of one are not independent (Bisani and Ney 2004), the same for all sides."""
    import numpy as np

    scores = [[word_errors([said], [heard]) for said, heard in zip(s.said, s.heard, strict=True)] for s in sides]
    own, *others = [np.array([score.errors for score in side]) for side in scores]
    words = np.array([score.words for score in scores[0]])
    drawn = np.random.default_rng(seed).integers(len(words), size=(2_000, len(words)))
    beyond = own - sum(others, start=np.zeros_like(own))
    low, high = np.percentile(100 * beyond[drawn].sum(axis=1) / words[drawn].sum(axis=1), (2.5, 97.5))
    return float(low), float(high)


PARTS = (Part("words", "Words that are wrong or missing", measure, 20, 150),)
