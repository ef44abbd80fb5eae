"""The model that dictations use by threads and precision, in turn on the same dictations."""

from collections.abc import Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass, field

from voiceflow.bench.figures import CannotRunError, Plot
from voiceflow.bench.run import Run
from voiceflow.bench.samples import sample
from voiceflow.bench.scoring import percentile
from voiceflow.bench.suite import Part
from voiceflow.bench.suites.core.recognition import record_waits, spoken_phrases
from voiceflow.bench.suites.core.rounds import rounds
from voiceflow.bench.suites.core.sides import Ours
from voiceflow.bench.suites.core.subjects import Subject, the_subject
from voiceflow.errors import EngineError

_LENGTH_S = 15
_QUICK_ROUNDS, _FULL_ROUNDS = 5, 20
_BIG_BYTES = 600_000_000
"""Of a model file in int8: four times that in float32, beside the others, is more than many machines have."""


@dataclass(slots=True)
class Way:
    threads: int
    compute_type: str
    waits_ms: list[float] = field(default_factory=list)
    works_s: list[float] = field(default_factory=list)
    heard_s: float = 0.0

    @property
    def name(self) -> str:
        return f"{self.compute_type}, {self.threads} thread{'s' if self.threads > 1 else ''}"


def measure(run: Run) -> None:
    spoken, subject = spoken_phrases(run), the_subject(run)
    with ExitStack() as stack:
        opened: dict[str, tuple[Way, Ours]] = {}
        for way in _ways(run, subject):
            if opened and run.left_s < run.budget_s / 2:
                run.note(f"{way.name}: left out, the others took the time.")
            elif ours := _opened(run, subject, way):
                opened[way.name] = way, stack.enter_context(closing(ours))
        if not opened:
            raise CannotRunError(f"{subject.name} loads in no precision", "voiceflow doctor")
        for round_ in rounds(run, _QUICK_ROUNDS, _FULL_ROUNDS):
            given = sample(spoken, _LENGTH_S, seed=round_ + run.wishes.seed)
            for way, ours in opened.values():
                replayed = ours.dictate(given)
                way.waits_ms.append(replayed.wait_s * 1e3)
                way.works_s.append(replayed.recognized.decodes.seconds)
                way.heard_s += given.key_up_s
    _record(run, subject, {name: way for name, (way, _) in opened.items()})


def _ways(run: Run, subject: Subject) -> list[Way]:
    from voiceflow.engines.stt.whisper_threads import usable_cores

    all_ = usable_cores()
    ways = [Way(threads, "int8") for threads in sorted({1, min(2, all_), all_})]
    if (subject.folder / "model.bin").stat().st_size <= _BIG_BYTES:
        return [*ways, Way(all_, "float32")]
    run.note(f"{subject.name} is big: it was not loaded in float32.")
    return ways


def _opened(run: Run, subject: Subject, way: Way) -> Ours | None:
    try:
        ours = Ours(run, subject, way.threads, way.compute_type)
    except EngineError as error:
        run.note(f"{way.name}: {error.title}.")
        return None
    used = ours.recognizer.info
    if used.compute_type != way.compute_type:
        run.note(f"{way.name}: this machine computes in {used.compute_type} ({used.device}) instead.")
        ours.close()
        return None
    return ours


def _record(run: Run, subject: Subject, ways: Mapping[str, Way]) -> None:
    work: list[float] = []
    for name, way in ways.items():
        what = f"{_LENGTH_S} s, {subject.name}, {name}"
        record_waits(run, f"release to text, {what}", way.waits_ms)
        run.record(
            f"real-time factor, {what}", sum(way.works_s) / way.heard_s, "times", note="all decodes, guesses too"
        )
        work.append(percentile(way.works_s, 50))
    run.note(f"{len(next(iter(ways.values())).waits_ms)} dictations of {_LENGTH_S} s each way.")
    title = f"Work for a dictation of {_LENGTH_S} s, {subject.name}"
    run.plot(Plot(title, "", "s, median", {"": (list(ways), work)}, "bar"))


PARTS = (Part("arithmetic", "Threads and precision", measure, 14, 90),)
