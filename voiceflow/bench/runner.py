"""The parts of the wanted suites, one after another. What is done is kept when a run is interrupted."""

import logging
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from voiceflow.bench.as_typed import as_typed
from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.machine import OtherWork, facts
from voiceflow.bench.results import PartResult, Results
from voiceflow.bench.run import Run, Wishes
from voiceflow.bench.schedule import Schedule
from voiceflow.bench.suite import Part, Suite
from voiceflow.errors import VoiceFlowError

_SHORTENED = 0.9
"""Below that share of its time a part says so."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Progress:
    """`at` of `of` parts runs, and that much of it is done. `left_s` is an estimate: what the parts that are left may
    take, by how long those took that ran."""

    suite: str
    part: Part
    at: int
    of: int
    share: float
    left_s: float


def _nobody(_: object) -> None:
    return


@dataclass(frozen=True, slots=True)
class Watch:
    """Who looks on, called on the thread of the run: `on_progress` now and then, `on_part` with all results so far when
    a part has ended. What sets `stopped` ends the run before its next step."""

    on_progress: Callable[[Progress], None] = _nobody
    on_part: Callable[[Results], None] = _nobody
    stopped: threading.Event = field(default_factory=threading.Event)


def run(suites: Iterable[Suite], wishes: Wishes, command: str = "", watch: Watch | None = None) -> Results:
    """Never raises for what a part meets; `KeyboardInterrupt` and `stopped` end it with what there is."""
    watch = watch or Watch()
    suites = list(suites)
    plan = [(suite, part) for suite in suites for part in suite.parts]
    results = _blank(suites, command, wishes.quick)
    schedule = Schedule([part for _, part in plan], wishes.quick, 3600 * wishes.hours)
    began_s = time.monotonic()
    try:
        for at, (suite, part) in enumerate(plan):
            share = schedule.share(at, time.monotonic() - began_s)
            told = _Told(suite.name, part, at, share, schedule, watch.on_progress)
            run = Run(wishes, part, results, _begun(results, suite, part), told, watch.stopped, share=share)
            schedule.ended(at, share, _one(suite, part, run))
            results.took_s = time.monotonic() - began_s
            watch.on_part(results)
        results.finished = True
    except KeyboardInterrupt:
        log.info("interrupted")
    results.took_s = time.monotonic() - began_s
    return results


def _blank(suites: list[Suite], command: str, quick: bool) -> Results:
    results = Results(command, quick, time.strftime("%Y-%m-%d %H:%M:%S %z"), facts())
    results.planned = [f"{suite.name}/{part.name}" for suite in suites for part in suite.parts]
    results.suites = {suite.name: [suite.title, suite.about] for suite in suites}
    return results


def _begun(results: Results, suite: Suite, part: Part) -> PartResult:
    results.parts.append(PartResult(suite.name, part.name, part.title))
    return results.parts[-1]


def _one(suite: Suite, part: Part, run: Run) -> PartResult:
    into, others = run.into, OtherWork()
    try:
        run.progress(0)
        part.measure(run)
    except CannotRunError as error:
        into.skipped, into.cure = error.reason, error.cure
    except VoiceFlowError as error:
        into.failed, into.cure = f"{error.code}: {error.title}", error.hint
    except KeyboardInterrupt:
        into.skipped = "interrupted"
        raise
    except Exception as error:
        log.exception("%s/%s", suite.name, part.name)
        into.failed = f"{type(error).__name__}: a fault of VoiceFlow's own"
        into.cure = f"See where with: voiceflow --debug bench {suite.name}"
    finally:
        into.took_s = time.monotonic() - run.began_s
        if run.share < _SHORTENED:
            into.notes.append(f"Shortened to {run.share:.0%} of its time, so that all that was asked for ends in time.")
        into.others_percent = others.percent
        _show_paths_as_typed(into)
    return into


def _show_paths_as_typed(into: PartResult) -> None:
    into.skipped, into.cure, into.failed = map(as_typed, (into.skipped, into.cure, into.failed))
    into.notes[:] = map(as_typed, into.notes)
    into.figures[:] = [replace(figure, note=as_typed(figure.note)) for figure in into.figures]
    into.findings[:] = [replace(found, what=as_typed(found.what), cure=as_typed(found.cure)) for found in into.findings]


@dataclass(frozen=True, slots=True)
class _Told:
    """From a part's own share to the run's."""

    suite: str
    part: Part
    at: int
    share: float
    schedule: Schedule
    on_progress: Callable[[Progress], None]

    def __call__(self, done: float) -> None:
        left_s = self.schedule.left_s(self.at, self.share, done)
        self.on_progress(Progress(self.suite, self.part, self.at + 1, self.schedule.count, done, left_s))
