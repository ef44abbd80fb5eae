"""As many rounds as the time lasts."""

import time
from collections.abc import Iterator

from voiceflow.bench.run import Run


def rounds(run: Run, quick: int, full: int, seconds: float | None = None) -> Iterator[int]:
    """At least one; none begins that would probably end behind these seconds, which are what the part has left."""
    most = quick if run.quick else full
    left_s = run.left_s if seconds is None else seconds
    began_s = time.monotonic()
    for round_ in range(most):
        took_s = time.monotonic() - began_s
        if round_ and took_s / round_ > left_s - took_s:
            return
        yield round_
        run.progress(run.spent)


def ms_since(began_s: float) -> float:
    """On the clock of `time.perf_counter`."""
    return (time.perf_counter() - began_s) * 1e3
