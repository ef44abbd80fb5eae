"""One area's checks, looked at one after another: a figure for each that ran, a note for each that did not."""

import logging
from collections.abc import Mapping
from functools import partial

from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.run import Run
from voiceflow.bench.suites.readiness import measured
from voiceflow.bench.suites.readiness.checks import Check, Look, Outcome, plan
from voiceflow.errors import VoiceFlowError
from voiceflow.logs import place

log = logging.getLogger(__name__)

_FAULTS = "every part ran without a fault"


def look_at(area: str, looks: Mapping[str, Look], run: Run) -> None:
    """`looks`: the area's own, by the name of the check. What one of these finds wrong is a finding; what other suites
    found is theirs."""
    checks = plan().of(area)
    for done, check in enumerate(checks):
        own = looks.get(check.name)
        try:
            outcome = _outcome(run, own or _judgement(check))
        except CannotRunError as error:
            run.note(f"Not run, not counted: {check.name}: {error.reason}. {error.cure}".rstrip(". ") + ".")
        else:
            _record(run, check, outcome, is_own=own is not None)
        run.progress((done + 1) / len(checks))


def _outcome(run: Run, look: Look) -> Outcome:
    try:
        return look(run)
    except VoiceFlowError as error:
        return Outcome(False, f"{error.code}: {error.title}", error.hint)
    except CannotRunError:
        raise
    except Exception as error:
        log.exception("a check failed")
        return Outcome(False, f"it could not be done: {place(error)}")


def _judgement(check: Check) -> Look:
    if check.name == _FAULTS:
        return partial(measured.no_part_failed, check=check)
    judge = measured.nothing_found if check.findings else measured.kept_within_targets
    return partial(judge, check=check)


def _record(run: Run, check: Check, outcome: Outcome, *, is_own: bool) -> None:
    cure = outcome.cure or check.cure
    evidence = outcome.evidence if outcome.passed else f"Failed. {outcome.evidence}. Cure: {cure}"
    points = check.weight if outcome.passed else 0.0
    run.record(check.name, points, check.points, note=f"{'must pass: ' if check.must else ''}{evidence}")
    if is_own and not outcome.passed:
        run.find(check.code, f"Not so: {check.name}. {outcome.evidence}", cure)
