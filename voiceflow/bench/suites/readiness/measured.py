"""Checks that judge what the suites before have measured and found."""

from collections.abc import Iterable
from fnmatch import fnmatchcase

from voiceflow.bench.figures import CannotRunError, Figure
from voiceflow.bench.results import PartResult
from voiceflow.bench.run import Run
from voiceflow.bench.suites.readiness.checks import Check, Outcome
from voiceflow.bench.targets import targets_of
from voiceflow.bench.units import number

_MOST_TOLD = 3


def kept_within_targets(run: Run, check: Check) -> Outcome:
    figures = [figure for figure in run.results.figures().values() if _fits(figure.name, check.figures)]
    judged = [(figure, target) for figure in figures for target in targets_of(figure.name)]
    if not judged:
        raise _needs(run, check)
    missed = [(figure, target) for figure, target in judged if not target.met(figure.value, figure.unit)]
    told = [f"{_told(figure)}, wanted {target.told}" for figure, target in missed or judged]
    return Outcome(not missed, _some(told))


def nothing_found(run: Run, check: Check) -> Outcome:
    """Where the check names figures, too, one of them must be there: who looked, but could not tell, records none."""
    parts = [part for part in run.results.parts if part.suite == check.suite and part.ran]
    if not parts:
        raise _needs(run, check)
    found = [finding for finding in run.results.findings if _fits(finding.code, check.findings)]
    if found:
        return Outcome(False, _some(finding.what for finding in found), found[0].cure)
    if check.figures and not any(_fits(name, check.figures) for name in run.results.figures()):
        raise _needs(run, check)
    return Outcome(True, f"nothing found by {', '.join(f'{part.suite}/{part.name}' for part in parts)}")


def no_part_failed(run: Run, check: Check) -> Outcome:
    others = [part for part in run.results.parts if part.suite != "readiness"]
    if not others:
        raise _needs(run, check)
    failed = [f"{part.suite}/{part.name}: {part.failed}" for part in others if part.failed]
    ran = sum(part.ran for part in others)
    return Outcome(not failed, _some(failed) if failed else f"{ran} parts ran, {len(others) - ran} skipped")


def _needs(run: Run, check: Check) -> CannotRunError:
    """Why there is nothing to judge, in the words of the part that could not measure it."""
    parts = [part for part in run.results.parts if part.suite == check.suite]
    missing = f"the suite {check.suite} " + ("did not come so far" if parts else "was not in this run")
    why = next(iter(_excuses(parts)), missing)
    return CannotRunError(why, f"voiceflow bench {check.suite} readiness")


def _excuses(parts: Iterable[PartResult]) -> Iterable[str]:
    return (f"{part.suite}/{part.name}: {part.skipped or part.failed}" for part in parts if not part.ran)


def _fits(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def _told(figure: Figure) -> str:
    return f"{figure.name} {number(figure.value)} {figure.unit}"


def _some(told: Iterable[str]) -> str:
    all_told = list(told)
    more = len(all_told) - _MOST_TOLD
    return "; ".join(all_told[:_MOST_TOLD]) + (f"; and {more} more" if more > 0 else "")
