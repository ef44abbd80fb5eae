"""From key-up to the text by model and length of dictation, VoiceFlow and plain faster-whisper in turn on the same
sound, and what a shape's text is bound to take at least."""

import random
import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from voiceflow.bench.figures import CannotRunError, Plot
from voiceflow.bench.run import Run
from voiceflow.bench.samples import Sample, phrases, sample
from voiceflow.bench.scoring import percentile
from voiceflow.bench.suite import Part
from voiceflow.bench.suites.core.sides import Ours, Theirs
from voiceflow.bench.suites.core.subjects import Subject, in_turn, subjects

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from voiceflow.bench.forced import Bounds

    Pcm = NDArray[np.float32]

_QUICK = {5: 12, 15: 8, 60: 3}
_FULL = {5: 40, 15: 40, 60: 20, 300: 20}
"""Dictations wanted of each length in seconds, where the time lasts."""
_UP_TO_S = 30
_LEAST_FOR = {50: 1, 95: 5, 99: 20}
"""Dictations for a percentile to say something."""
_LEAST_FOR_FLATNESS = 10
_PHRASES_OF_S = 180.0
_DICTATIONS_SHARE = 0.85
"""Of the time; the bounds take the rest."""
_LEAST_MS = 1.0


@dataclass(slots=True)
class Cell:
    """One model, one length. `work_s`: what our recognizer worked; `sound_s`: on how much; `dropped`: guesses that the
    speaker went on after."""

    length_s: int
    wanted: int
    ours_ms: list[float] = field(default_factory=list)
    plain_ms: list[float] = field(default_factory=list)
    sound_s: float = 0.0
    work_s: float = 0.0
    cpu_s: float = 0.0
    plain_cpu_s: float = 0.0
    decodes: int = 0
    dropped: int = 0
    took_s: float = 0.0

    @property
    def done(self) -> int:
        return len(self.ours_ms)


def measure(run: Run) -> None:
    spoken = spoken_phrases(run)
    chosen = subjects(run)
    measured: dict[str, list[Cell]] = {}
    for subject, seconds in in_turn(run, chosen):
        measured[subject.name] = _of(run, subject, spoken, seconds)
    run.note("Release to text: from key-up to the words, on a virtual clock that leaves out when nothing is to do.")
    _plots(run, measured, chosen[0].name)


def spoken_phrases(run: Run) -> "list[Pcm]":
    """Of some minutes of the recordings, in an order that does not follow their names. `CannotRunError` where nobody
    speaks."""
    if spoken := phrases(list(_some(run)), run.wishes.core.vad()):
        return spoken
    raise CannotRunError("Nobody speaks in the recordings", "voiceflow bench --speech FOLDER with other ones")


def _some(run: Run) -> "Iterator[Pcm]":
    left_s = _PHRASES_OF_S
    for clip in random.Random(run.wishes.seed).sample(run.clips, len(run.clips)):
        if left_s > 0:
            yield clip.sound
        left_s -= clip.length_s


def _of(run: Run, subject: Subject, spoken: "list[Pcm]", seconds: float) -> list[Cell]:
    cells = [Cell(length_s, wanted) for length_s, wanted in (_QUICK if run.quick else _FULL).items()]
    until_s = time.monotonic() + (seconds if subject.real else _DICTATIONS_SHARE * seconds)
    with closing(Ours(run, subject)) as ours:
        theirs = Theirs(run, subject, ours.recognizer)
        warm = sample(spoken, 5, seed=0)
        ours.dictate(warm)
        theirs.transcribe(warm)
        for cell in _order(cells, until_s):
            given = sample(spoken, cell.length_s, seed=1000 * cell.length_s + cell.done + run.wishes.seed)
            dictate(cell, ours, theirs, given)
            run.progress(run.spent)
        bounds = _bounds(run, subject, ours) if run.left_s else None
    told = ", ".join(f"{cell.done} of {cell.length_s} s" for cell in cells)
    run.note(f"{subject.name}: {told}; wanted: {', '.join(str(cell.wanted) for cell in cells)}.")
    done = [cell for cell in cells if cell.done]
    _record(run, subject, done)
    if bounds:
        for cell in done:
            _record_against(run, subject, cell, bounds)
    return cells


def _order(cells: list[Cell], until_s: float) -> Iterator[Cell]:
    """In step with what each wants; but for the first, none that would surely take too long."""
    yield min(cells, key=lambda cell: cell.length_s)
    while True:
        left_s = until_s - time.monotonic()
        open_ = [cell for cell in cells if cell.done < cell.wanted and _cost_s(cell, cells) <= left_s]
        if not open_:
            return
        yield min(open_, key=lambda cell: (cell.done + 1) / cell.wanted)


def _cost_s(cell: Cell, cells: list[Cell]) -> float:
    """Of one more; by the length of the others while there was none."""
    if cell.done:
        return cell.took_s / cell.done
    known = [each for each in cells if each.done]
    return sum(each.took_s for each in known) / sum(each.sound_s for each in known) * cell.length_s


def dictate(cell: Cell, ours: Ours, theirs: Theirs, given: Sample) -> None:
    began_s = time.monotonic()
    replayed, plain = ours.dictate(given), theirs.transcribe(given)
    cell.ours_ms.append(replayed.wait_s * 1e3)
    cell.plain_ms.append(plain.wait_s * 1e3)
    cell.sound_s += given.key_up_s
    cell.work_s += replayed.recognized.decodes.seconds
    cell.decodes += replayed.recognized.decodes.made
    cell.dropped += replayed.recognized.decodes.dropped
    cell.cpu_s += replayed.cpu_s
    cell.plain_cpu_s += plain.cpu_s
    cell.took_s += time.monotonic() - began_s


def _bounds(run: Run, subject: Subject, ours: Ours) -> "Bounds | None":
    """None of a real model, whose decodes have the length that its words have."""
    from voiceflow.bench.forced import ForcedRecognizer
    from voiceflow.bench.forced_process import ForcedProcess

    if not isinstance(ours.recognizer, ForcedRecognizer | ForcedProcess):
        return None
    bounds = ours.recognizer.bounds(rounds=3 if run.quick else 7)
    why = "1.2 times one pass over {} frames and {} tokens"
    run.record(f"bound of p50, {subject.name}", bounds.p50_s * 1e3, "ms", note=why.format("1,500", 10))
    run.record(f"bound of p95, {subject.name}", bounds.p95_s * 1e3, "ms", note=why.format("2,256", 25))
    run.record(f"one decode done again, {subject.name}", bounds.one_repeat_s * 1e3, "ms")
    return bounds


def _record_against(run: Run, subject: Subject, cell: Cell, bounds: "Bounds") -> None:
    for percent, bound_s in ((50, bounds.p50_s), (95, bounds.p95_s)):
        if cell.done >= _LEAST_FOR[percent]:
            share = percentile(cell.ours_ms, percent) / (bound_s * 1e3)
            run.record(f"p{percent} against its bound, {cell.length_s} s, {subject.name}", share, "times")


def _record(run: Run, subject: Subject, cells: list[Cell]) -> None:
    for cell in cells:
        _record_cell(run, f"{cell.length_s} s, {subject.name}", cell)
    short = [wait for cell in cells if cell.length_s <= _UP_TO_S for wait in cell.ours_ms]
    if short:
        record_waits(run, f"release to text, clips up to {_UP_TO_S} s, {subject.name}", short)
    if len(cells) > 1 and min(cells[0].done, cells[-1].done) >= _LEAST_FOR_FLATNESS:
        longest, shortest = (max(_LEAST_MS, percentile(cell.ours_ms, 50)) for cell in (cells[-1], cells[0]))
        what = f"{cells[-1].length_s} s against {cells[0].length_s} s"
        run.record(f"longest against shortest p50, {subject.name}", longest / shortest, "times", note=what)


def record_waits(run: Run, name: str, waits_ms: list[float]) -> None:
    """The percentiles that there are enough of them for."""
    run.record_samples(name, waits_ms, "ms", [at for at, least in _LEAST_FOR.items() if len(waits_ms) >= least])


def _record_cell(run: Run, what: str, cell: Cell) -> None:
    record_waits(run, f"release to text, {what}", cell.ours_ms)
    record_waits(run, f"plain faster-whisper, {what}", cell.plain_ms)
    ours, plain = (percentile(waits, 50) for waits in (cell.ours_ms, cell.plain_ms))
    run.record(f"times faster than plain, {what}", plain / max(_LEAST_MS, ours), "times")
    note = f"{cell.decodes / cell.done:.1f} decodes a dictation, {cell.dropped / cell.done:.1f} of them guesses dropped"
    run.record(f"real-time factor, {what}", cell.work_s / cell.sound_s, "times", note=note)
    run.record(f"real-time factor of plain, {what}", sum(cell.plain_ms) / 1e3 / cell.sound_s, "times")
    run.record(f"processor time against plain, {what}", cell.cpu_s / max(0.001, cell.plain_cpu_s), "times")


def _plots(run: Run, measured: Mapping[str, list[Cell]], used: str) -> None:
    by_length: dict[str, tuple[list[float], list[float]]] = {}
    factors: dict[str, tuple[list[str], list[float]]] = {"VoiceFlow": ([], []), "plain faster-whisper": ([], [])}
    for name, cells in measured.items():
        done = [cell for cell in cells if cell.done]
        lengths = [float(cell.length_s) for cell in done]
        by_length[name] = lengths, [max(_LEAST_MS, percentile(cell.ours_ms, 50)) for cell in done]
        by_length[f"{name}, plain"] = lengths, [percentile(cell.plain_ms, 50) for cell in done]
        for side, factor in _factors(done).items():
            factors[side][0].append(name)
            factors[side][1].append(factor)
    run.plot(
        Plot(
            "Release to text",
            "length of the dictation, s; plain: faster-whisper",
            "ms, median",
            dict(by_length),
            "line",
            log=True,
        )
    )
    run.plot(Plot("Real-time factor", "model", "work for a second of speech, s", dict(factors), "bar"))
    short = [cell for cell in measured[used] if cell.length_s <= _UP_TO_S]
    waits = {
        "VoiceFlow": ([wait for cell in short for wait in cell.ours_ms], list[float]()),
        "plain faster-whisper": ([wait for cell in short for wait in cell.plain_ms], list[float]()),
    }
    run.plot(Plot(f"Release to text, {used}", "ms", "dictations", dict(waits), "histogram"))


def _factors(cells: list[Cell]) -> dict[str, float]:
    sound_s = sum(cell.sound_s for cell in cells)
    if not sound_s:
        return {}
    plain_s = sum(sum(cell.plain_ms) for cell in cells) / 1e3
    return {"VoiceFlow": sum(cell.work_s for cell in cells) / sound_s, "plain faster-whisper": plain_s / sound_s}


PARTS = (Part("recognition", "From key-up to the text", measure, 58, 430),)
