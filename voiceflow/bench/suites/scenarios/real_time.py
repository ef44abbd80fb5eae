"""Is compressed time true? The same dictations in both, in turn."""

import random
from dataclasses import replace
from statistics import median

from voiceflow.bench.run import Run
from voiceflow.bench.suite import Part
from voiceflow.bench.suites.scenarios import checks, said
from voiceflow.bench.suites.scenarios.desk import Dictated, desk
from voiceflow.bench.suites.scenarios.profiles import waits_ms
from voiceflow.bench.suites.scenarios.said import Said, noise

_LENGTH_S = (3.0, 6.0)
_RESERVE = 1.4
"""A pair takes little more than its speech."""


def measure(run: Run) -> None:
    pieces, draw = said.pieces(run), random.Random(run.wishes.seed)
    compressed, real = list[Dictated](), list[Dictated]()
    with desk(run, "real time", pieces) as at:
        while run.left_s > _RESERVE * _LENGTH_S[1]:
            run.progress(run.spent)
            given = said.say(pieces, draw.uniform(*_LENGTH_S), draw.getrandbits(32))
            for at.room.compressed, into in ((True, compressed), (False, real)):
                into.append(at.dictate(_anew(given, draw), cleaned=False, who="real time"))
        checks.tell(run, checks.findings(checks.evidence(at)))
    _record(run, compressed, real)


def _anew(given: Said, draw: random.Random) -> Said:
    """The same words; not the same bytes, whose text a cache would know."""
    import numpy as np

    hiss = noise(given.length_s + 1, draw)[: len(given.sound)]
    return replace(given, sound=np.add(given.sound, hiss))


def _record(run: Run, compressed: list[Dictated], real: list[Dictated]) -> None:
    in_compressed, in_real = waits_ms(compressed), waits_ms(real)
    if not in_compressed or not in_real:
        run.note("There was no time for it.")
        return
    run.record("release to text in real time p50", median(in_real), "ms")
    run.record("release to text in compressed time p50", median(in_compressed), "ms")
    differences = [each - other for each, other in zip(in_compressed, in_real, strict=False)]
    run.record("compressed less real p50", median(differences), "ms", note=f"same words; pairs: {len(differences)}")
    same = sum(each.text == other.text for each, other in zip(compressed, real, strict=True))
    run.record("same text in both", 100 * same / len(real), "%")


PART = Part("real_time", "Compressed and real time", measure, quick_s=8, full_s=40)
