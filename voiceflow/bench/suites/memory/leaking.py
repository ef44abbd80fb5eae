"""Does a dictation leave something behind? The same dictation again and again through the whole path, sound in and text
delivered; after each, what Python holds and what all processes hold.

`tests.benchmarks.honesty` proves it by `leak(run, 200, 60.0)` on a product that keeps 50 kB of each dictation (a
`Delivery` whose `deliver` is patched before, for the product runs in this very process) and on one that does not: the
first must end in `run.into.findings` with the code `memory.leak`, the second without."""

import gc
import time
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from voiceflow.bench.run import forgetful
from voiceflow.bench.speaking import model_of
from voiceflow.bench.suites.core.sides import settings_for
from voiceflow.bench.suites.memory.dictating import Dictating, fill_cache, shortest_clip, with_null_recognition
from voiceflow.bench.suites.memory.growth import RULE, Growth, Verdict, growth, prepare
from voiceflow.bench.suites.memory.lines import Lines, grown, lines
from voiceflow.bench.suites.memory.samples import Samples

if TYPE_CHECKING:
    from voiceflow.bench.run import Run
    from voiceflow.bench.suites.memory.dictating import Pcm

WARM_UP = 10
_LEFT_FOR_LINES_S = 3.0
_CURE = (
    "Look at what the lines named keep of a dictation that is over: a list, a listener or a timer that nobody clears. "
    "Where none is named, a library holds it"
)


@dataclass(slots=True)
class Leak:
    """`python` is what Python's heap grew by, `own` what all processes hold that no file can give back; None for too
    few dictations."""

    samples: Samples = field(default_factory=Samples)
    python: Growth | None = None
    own: Growth | None = None
    lines: list[str] = field(default_factory=list)

    @property
    def dictations(self) -> int:
        """Behind the warm-up."""
        return int(self.samples.dictations[-1]) if self.samples.dictations else 0

    @property
    def verdict(self) -> Verdict:
        found = [one.verdict for one in (self.python, self.own) if one]
        if "leak" in found:
            return "leak"
        return "no leak" if found == ["no leak"] * 2 else "cannot tell"


def leak(run: "Run", dictations: int, deadline_s: float, *, real: bool = False, sound: bool = True) -> Leak:
    """That many, behind the warm-up, or as many as `deadline_s` from now leave room for. Records figures, plots and
    the finding `memory.leak` into `run`. `real`: the user's speech model recognizes, else `stt/scripted`. Without
    `sound` the history keeps only the words. `CannotRunError` without speech; `VoiceFlowError`."""
    until_s = time.monotonic() + deadline_s - _LEFT_FOR_LINES_S
    found = Leak()
    prepare()
    speech = shortest_clip(run)
    with _traced(), _dictating(run, speech, real, sound) as dictating:
        _warm_up(run, dictating, until_s)
        before = lines() if time.monotonic() < until_s else Lines()
        try:
            _repeat(run, dictating, found.samples, dictations, until_s)
        finally:
            found.python = growth(found.samples.dictations, found.samples.python_kb)
            found.own = growth(found.samples.dictations, found.samples.own_kb)
            if found.verdict == "leak":
                found.lines = grown(before, lines(), found.dictations)
            tell(run, found)
    return found


@contextmanager
def _traced() -> Iterator[None]:
    """From before the product is made, so that what takes the place of something older does not look like more."""
    ours = not tracemalloc.is_tracing()
    if ours:
        tracemalloc.start()
    try:
        yield
    finally:
        gc.unfreeze()
        if ours:
            tracemalloc.stop()


@contextmanager
def _dictating(run: "Run", speech: "Pcm", real: bool, sound: bool) -> Iterator[Dictating]:
    settings = forgetful(settings_for(run))
    settings = replace(settings, history=replace(settings.history, keep_audio=sound))
    if not real:
        settings = with_null_recognition(settings, run.wishes.scratch)
    with run.core(f"leak {'real' if real else 'null'}", settings) as core:
        if real:
            model_of(core)
        yield Dictating(core, speech)


def _warm_up(run: "Run", dictating: Dictating, until_s: float) -> None:
    """The database's cache is full then, and what is loaded when it is first needed is there."""
    fill_cache(dictating.core.history)
    for number in range(WARM_UP):
        run.progress(0)
        if time.monotonic() > until_s:
            run.note(f"The warm-up was cut to {number} dictations, for there was no more time.")
            break
        dictating.dictate()
    gc.collect()
    gc.freeze()  # so that the collections between two dictations look at what came since


def _repeat(run: "Run", dictating: Dictating, samples: Samples, dictations: int, until_s: float) -> None:
    began_s = time.monotonic()
    for number in range(1, dictations + 1):
        now_s = time.monotonic()
        if now_s > until_s:
            run.note(f"Cut to {number - 1} dictations, for there was no more time.")
            return
        run.progress(max(number / dictations, (now_s - began_s) / (until_s - began_s)))
        dictating.dictate()
        samples.take(number)


def tell(run: "Run", found: Leak) -> None:
    run.record("dictations", found.dictations, "")
    if not (found.python and found.own):
        return
    kinds = {"Python heap": (found.python, found.samples.python_kb), "own memory": (found.own, found.samples.own_kb)}
    for name, (grew, kb) in kinds.items():
        slope = grew.late if grew.verdict == "no leak" else grew.whole
        note = f"{grew.verdict}; {'later half' if slope is grew.late else 'all'}, limit {grew.limit_kb:.1f} kB"
        run.record(f"{name} per dictation", slope.middle, "kB", interval=slope.interval, note=note)
        _plot(run, name, grew, found.samples.dictations, kb)
    native = growth(found.samples.dictations, found.samples.allocator_kb)
    if native and any(found.samples.allocator_kb):
        slope = native.late
        run.record("allocator per dictation", slope.middle, "kB", interval=slope.interval, note="the app's, later half")
    run.note(f"{found.verdict.capitalize()} over {found.dictations} dictations behind a warm-up of {WARM_UP}. {RULE}")
    if found.verdict != "cannot tell":
        run.record("leaks", [grew.verdict for grew, _ in kinds.values()].count("leak"), "", note="of two kinds")
    if found.verdict == "leak":
        run.find("memory.leak", _words(found), _CURE)


def _words(found: Leak) -> str:
    told = [
        f"{name} {grew.whole.middle:.1f} kB ({grew.whole.low:.1f} to {grew.whole.high:.1f})"
        for name, grew in (("Python's heap", found.python), ("all processes", found.own))
        if grew and grew.verdict == "leak"
    ]
    grew_most = "; ".join(found.lines) or "no line of Python"
    return f"Each of {found.dictations} dictations leaves memory behind: {', '.join(told)}. Grown most: {grew_most}"


def _plot(run: "Run", name: str, grew: Growth, dictations: list[float], kb: list[float]) -> None:
    import numpy as np

    places, mb = np.asarray(dictations), np.asarray(kb) / 1000
    middle = float(np.median(mb - grew.whole.middle / 1000 * places))
    ends = [dictations[0], dictations[-1]]
    line = [middle + grew.whole.middle / 1000 * place for place in ends]
    told = f"slope {grew.whole.middle:+.2f} kB ({grew.whole.low:+.2f} to {grew.whole.high:+.2f})"
    series = {name: (dictations[:], mb.tolist()), told: (ends, line)}
    run.plot_lines(f"{name[0].upper()}{name[1:]} over dictations: {grew.verdict}", "dictation", "MB", series)
