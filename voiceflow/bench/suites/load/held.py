"""Who waits while speech is recognized: a lock held meanwhile makes other callers wait as long as that takes."""

import logging
import statistics
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from voiceflow.bench.run import Run
from voiceflow.bench.scripted_engines import Timed
from voiceflow.bench.suites.load.others import Others
from voiceflow.core import Core
from voiceflow.dictation.recognition import Answer, Recognition
from voiceflow.engines.stt.contract import SAMPLE_RATE_HZ, DecodeOptions, DecodeRequest, Recognizer
from voiceflow.errors import VoiceFlowError
from voiceflow.machine import Machine

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pcm = NDArray[np.float32]

ROUNDS = 5
_LEAST_ROUNDS = 3
_ROUNDS_OF_SUSPECTS = 4
"""More, of those alone that seem to wait: then nothing else but the machine can slow them."""
_TO_THE_END, _NEARLY = 0.9, 0.75
"""A lock lets go when the recognition has ended: of what was left of it, so much passes in the median round, and in
each. Another program on the machine may make one question wait that long, but not the same one in every round."""
_LONGER_SHARE = 0.5
"""By so much of it they wait longer than without a recognition."""
_DUE_SHARE = 0.15
"""The others begin when so much of it should be over."""
_GIVE_UP_S = 60.0
_CLIPS = 3
_SHORT_S, _LONG_S = 4, 1.2
CURE = "Take what the work needs under the lock, let go of it, and only then let the model work."
_FAILED_CURE = "It says nothing about locks: see the log for why it failed"

Operations = Mapping[str, Callable[[], object]]
Outcome = float | Exception
"""The seconds that an operation took, or what it raised."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Wait:
    """One operation of other callers. `idle_s`: what it takes while nothing is recognized; `waits_s`: while something
    is, from the moment it was due; `left_s`: what was left of that recognition then. `failures`: what it raised, with
    and without a recognition; one that fails waits for nobody, so nothing is said of locks then."""

    operation: str
    idle_s: float
    waits_s: list[float] = field(default_factory=list)
    left_s: list[float] = field(default_factory=list)
    failures: list[Exception] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Of the recognition that others wait longer than they do without one, in the median."""
        longer_s = max(0.0, statistics.median(self.waits_s) - self.idle_s)
        return longer_s / statistics.median(self.left_s)

    @property
    def is_held(self) -> bool:
        if self.failures:
            return False
        shares = [wait_s / left_s for wait_s, left_s in zip(self.waits_s, self.left_s, strict=True)]
        to_the_end = statistics.median(shares) >= _TO_THE_END and min(shares) >= _NEARLY
        return to_the_end and self.share >= _LONGER_SHARE


def waits(
    core: Core, load: Callable[[], Recognizer], sound: "Pcm", rounds: int = ROUNDS, until_s: float = float("inf")
) -> list[Wait]:
    """What others wait while `sound` is recognized, through the product's own `Recognition` thread, by what `load`
    gives. `core` is a throwaway: its history and settings are written. It must not run a dictation.

    Watched, each on a thread of its own, all at the same moment of the recognition: the answer to `voiceflow status`
    (`Core.describe`), an event on its way to a listener, reading, searching and writing the history, the journal of
    sound with its way to the disk, changing a setting, a metrics record and the profiler's view, what is known of the
    routes (`Routes.counts`, `Routes.record`), the vocabulary, the rules, a sentence from the cache of speech output,
    another decode that is asked for and dropped, and the recognition of a moment by a second recognizer, which needs no
    model: a second one of the user's would take the memory of two."""
    with ExitStack() as parts:
        recognition = Recognition(load, core.events.publish, Machine(), core.prover)
        recognition.start()
        parts.callback(recognition.stop)
        second = core.engines.recognizer("scripted")
        parts.callback(second.close)
        request, usual_s = _long_enough(recognition, sound)
        others = Others(core, recognition, second)  # from here on the settings are those of the throwaway's file
        found = _idle(others.operations)
        for number in range(rounds):
            if number < _LEAST_ROUNDS or time.monotonic() < until_s:
                _round(recognition, request, others.operations, usual_s, found)
        suspects = {name: others.operations[name] for name, wait in found.items() if wait.is_held}
        for _ in range(_ROUNDS_OF_SUSPECTS if suspects else 0):
            _round(recognition, request, suspects, usual_s, found)
    return list(found.values())


def _idle(operations: Operations) -> dict[str, Wait]:
    rounds = [_timed(operations, time.monotonic() + 0.05, _GIVE_UP_S) for _ in range(_LEAST_ROUNDS)]
    found = {}
    for name in operations:
        seconds, failures = _sorted(one[name] for one in rounds)
        found[name] = Wait(name, statistics.median(seconds or [0.0]), failures=failures)
    return found


def _sorted(outcomes: Iterable[Outcome]) -> tuple[list[float], list[Exception]]:
    seconds, failures = list[float](), list[Exception]()
    for outcome in outcomes:
        if isinstance(outcome, Exception):
            failures.append(outcome)
        else:
            seconds.append(outcome)
    return seconds, failures


def _long_enough(recognition: Recognition, sound: "Pcm") -> tuple[DecodeRequest, float]:
    """A recognition that others can be seen to wait for, and how long it takes; on a slow machine one of less work."""
    heavy = DecodeOptions(language="en", beam_size=5, full_context=True)
    short = sound[: _SHORT_S * SAMPLE_RATE_HZ]
    light = DecodeRequest(short, DecodeOptions("en"))
    _recognized(recognition, light)
    for request in (DecodeRequest(sound, heavy), DecodeRequest(short, heavy)):
        usual_s, _ = _recognized(recognition, request)
        if usual_s <= _LONG_S:
            return request, usual_s
    return light, _recognized(recognition, light)[0]


def _recognized(recognition: Recognition, request: DecodeRequest) -> tuple[float, float]:
    """How long it took, and when it was done. The recognizer's error, where it has one."""
    done = threading.Event()
    answers: list[tuple[Answer, float]] = []

    def answered(answer: Answer) -> None:
        answers.append((answer, time.monotonic()))
        done.set()

    recognition.decode(request, False, answered)
    if not done.wait(_GIVE_UP_S):
        raise VoiceFlowError("load.stuck", f"A recognition did not end within {_GIVE_UP_S:.0f} s", "See the log")
    answer, at_s = answers[0]
    if answer.error:
        raise answer.error
    return answer.work_s, at_s


def _round(
    recognition: Recognition,
    request: DecodeRequest,
    operations: Operations,
    usual_s: float,
    found: Mapping[str, Wait],
) -> None:
    """Adds what each operation waited, and what was left of the recognition when they began."""
    due_s = time.monotonic() + _DUE_SHARE * usual_s
    outcomes: dict[str, Outcome] = {}
    watching = threading.Thread(target=lambda: outcomes.update(_timed(operations, due_s, _GIVE_UP_S)), daemon=True)
    watching.start()
    _, done_s = _recognized(recognition, request)
    watching.join()
    for name, outcome in outcomes.items():
        if isinstance(outcome, Exception):
            found[name].failures.append(outcome)
        else:
            found[name].waits_s.append(outcome)
            found[name].left_s.append(max(1e-3, done_s - due_s))


def _timed(operations: Operations, due_s: float, give_up_s: float) -> dict[str, Outcome]:
    """Seconds from the moment when all were due, so that one that could not even begin has waited, too. One that does
    not end in time has waited that long."""
    outcomes: dict[str, Outcome] = dict.fromkeys(operations, give_up_s)

    def run(name: str, operation: Callable[[], object]) -> None:
        time.sleep(max(0.0, due_s - time.monotonic()))
        try:
            operation()
            outcomes[name] = time.monotonic() - due_s
        except Exception as error:
            log.exception("%s", name)
            outcomes[name] = error

    threads = [
        threading.Thread(target=run, args=item, name=f"other {item[0]}", daemon=True) for item in operations.items()
    ]
    for thread in threads:
        thread.start()
    until_s = due_s + give_up_s
    for thread in threads:
        thread.join(max(0.0, until_s - time.monotonic()))
    return dict(outcomes)


def report(run: Run, found: Sequence[Wait]) -> None:
    waited = [wait for wait in found if not wait.failures]
    for wait in found:
        if wait.failures:
            _tell_failure(run, wait)
    for wait in waited:
        run.record(f"{wait.operation} idle", 1000 * wait.idle_s, "ms")
        run.record(f"{wait.operation} during recognition", 1000 * statistics.median(wait.waits_s), "ms")
        if wait.is_held:
            length_s = statistics.median(wait.left_s)
            waited_s = statistics.median(wait.waits_s)
            what = (
                f"{wait.operation} waited {waited_s:.2f} s of the {length_s:.2f} s that a recognition had left, and "
                f"takes {wait.idle_s:.3f} s without one: a lock is held while the model works"
            )
            run.find("load.held_lock", what, CURE)
    run.record("most that others wait", 100 * max((wait.share for wait in waited), default=0.0), "%",
               note="longer than without a recognition, of its length; with a lock held about 100")  # fmt: skip


def _tell_failure(run: Run, wait: Wait) -> None:
    error, times = wait.failures[-1], len(wait.failures)
    why = f"{error.code}: {error.title}" if isinstance(error, VoiceFlowError) else type(error).__name__
    run.find(
        "load.failed_operation", f"{wait.operation} failed {times} times beside a recognition ({why})", _FAILED_CURE
    )


def measure(run: Run) -> None:
    """With the user's model; without one, with a recognizer that takes its time and computes nothing."""
    import itertools

    import numpy as np

    from voiceflow.bench.clips import clips
    from voiceflow.bench.figures import CannotRunError
    from voiceflow.bench.suites.load.crowd import vowel

    with run.core("held") as core:
        try:
            core.models.folder(core.engines.model_name())
            sound = np.concatenate([clip.sound for clip in clips(run.wishes.core, run.wishes.speech, 3)[:3]])[
                : 28 * 16_000
            ]
            load: Callable[[], Recognizer] = core.engines.recognizer
        except (CannotRunError, VoiceFlowError) as error:
            run.note(f"No model: {error}. A recognizer that takes 0.5 s and computes nothing stands for it.")
            sound = vowel(2.0)

            def load() -> Recognizer:
                return Timed("timed", itertools.repeat(0.5))

        found = waits(core, load, sound, ROUNDS, time.monotonic() + run.left_s)
    length_s = statistics.median(found[0].left_s)
    run.note(f"{len(found[0].waits_s)} recognitions, which had {length_s:.2f} s left when the others began.")
    report(run, found)
