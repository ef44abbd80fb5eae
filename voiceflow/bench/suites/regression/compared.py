"""How much was compared at all: where most was left out, nothing that was found means anything."""

from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.results import PartResult
from voiceflow.bench.run import Run
from voiceflow.bench.suites.regression.baseline import COMMAND
from voiceflow.bench.verdicts import reason


def tell(run: Run) -> None:
    """Behind all measures. What failed is told elsewhere."""
    measures = [part for part in run.results.parts if part.suite == run.into.suite and part is not run.into]
    if not measures:
        raise CannotRunError("No measure was asked for")
    compared = [part for part in measures if part.ran]
    left_out = [part for part in measures if not part.ran]
    run.record("measures compared", len(compared), "", note=f"of {len(measures)}")
    for part in left_out:
        run.note(f"Not compared: {part.title} ({reason(part)})")
    if 2 * len(compared) < len(measures):
        _find(run, left_out, len(measures))


def _find(run: Run, left_out: list[PartResult], of: int) -> None:
    names = ", ".join(part.name for part in left_out)
    what = f"Only {of - len(left_out)} of {of} measures could be compared with the baseline, not {names}"
    cure = f"Run it again on a machine with less to do; where something else differs, make a baseline there: {COMMAND}"
    run.find("regression.not_compared", what, cure)
