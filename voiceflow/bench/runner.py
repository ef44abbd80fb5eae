"""The parts of the wanted suites, one after another. What is done is kept when a run is interrupted."""

import logging
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.machine import facts
from voiceflow.bench.results import PartResult, Results
from voiceflow.bench.run import Run, Wishes
from voiceflow.bench.suite import Part, Suite
from voiceflow.errors import VoiceFlowError

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Progress:
    """`left_s` is an estimate: what the parts that are left may take, by how long those took that ran."""

    suite: str
    part: str
    share: float
    left_s: float


def run(
    suites: Iterable[Suite],
    wishes: Wishes,
    command: str = "",
    on_progress: Callable[[Progress], None] = lambda progress: None,
    stopped: threading.Event | None = None,
) -> Results:
    """Never raises for what a part meets; `KeyboardInterrupt` and `stopped` end it with what there is."""
    results = Results(command, wishes.quick, time.strftime("%Y-%m-%d %H:%M:%S %z"), facts())
    plan = [(suite, part) for suite in suites for part in suite.parts]
    began_s = time.monotonic()
    try:
        for at, (suite, part) in enumerate(plan):
            told = _Told(plan[at:], wishes.quick, on_progress)
            _one(suite, part, wishes, results, Hooks(told, stopped or threading.Event()))
        results.finished = True
    except KeyboardInterrupt:
        log.info("interrupted")
    results.took_s = time.monotonic() - began_s
    return results


@dataclass(frozen=True, slots=True)
class Hooks:
    on_progress: Callable[[float], None]
    stopped: threading.Event


def _one(suite: Suite, part: Part, wishes: Wishes, results: Results, hooks: Hooks) -> None:
    into = PartResult(suite.name, part.name, part.title)
    results.parts.append(into)
    run = Run(wishes, part, results, into, hooks.on_progress, hooks.stopped)
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
        into.failed = f"{type(error).__name__}: a fault of VoiceFlow's own; the log has where"
    finally:
        into.took_s = time.monotonic() - run.began_s


class _Told:
    """From a part's own share to the run's."""

    def __init__(self, left: list[tuple[Suite, Part]], quick: bool, on_progress: Callable[[Progress], None]) -> None:
        self._now = left[0]
        self._part_s, *later_s = [part.quick_s if quick else part.full_s for _, part in left]
        self._later_s = sum(later_s)
        self._on_progress = on_progress

    def __call__(self, share: float) -> None:
        suite, part = self._now
        self._on_progress(Progress(suite.name, part.name, share, (1 - share) * self._part_s + self._later_s))
