"""The history with its encryption and without, side by side: the same dictations, the same questions, in turn."""

import random
import statistics
from collections.abc import Sequence

from voiceflow.bench import filled_history as filled
from voiceflow.bench.figures import Plot
from voiceflow.bench.run import Run
from voiceflow.bench.suite import Part
from voiceflow.history.database import Connection

_ROWS, _QUICK_ROWS, _LEAST_ROWS = 20_000, 4_000, 500
_ASKED = ("add", "get", "list, the first 50", "search, rare word", "search, common word", "read sound")
_LEAST, _MOST = 10, 300
_AT_ONCE = 10
_KINDS = ((0, "encrypted"), (1, "plain"))

Times = tuple[list[float], list[float]]


def database(run: Run) -> None:
    folder = run.wishes.scratch / "database"
    folder.mkdir(parents=True, exist_ok=True)
    sides = filled.encrypted(folder / "encrypted.db"), filled.plain(folder / "plain.db")
    try:
        rows = _filled(run, sides)
        took = _measured(run, *(filled.operations(db, rows, filled.Texts(), random.Random(3)) for db in sides))
    finally:
        for db in sides:
            db.close()
    _record(run, took)
    run.note(
        f"{rows:,} dictations of {filled.WORDS_IN_A_TEXT} words each, on the disk that holds temporary files; `add` is "
        "one transaction that would survive a power cut. Encrypted and plain took turns, operation by operation."
    )


def _filled(run: Run, sides: Sequence[Connection]) -> int:
    """How many dictations both have; as many as half of the time allows."""
    wanted = _QUICK_ROWS if run.quick else _ROWS
    texts = [filled.Texts() for _ in sides]
    for rows in range(0, wanted, _LEAST_ROWS):
        if rows and run.left_s < 0.5 * run.budget_s:
            return rows
        for db, written in zip(sides, texts, strict=True):
            filled.fill(db, min(wanted, rows + _LEAST_ROWS), written, rows)
        run.progress(0.5 * rows / wanted)
    return wanted


def _measured(run: Run, ours: dict[str, filled.Operation], theirs: dict[str, filled.Operation]) -> dict[str, Times]:
    """Round by round, until the time is up."""
    took: dict[str, Times] = {name: ([], []) for name in _ASKED}
    for done in range(0, _MOST, _AT_ONCE):
        if done >= _LEAST and run.left_s < 0.1 * run.budget_s:
            break
        for name in _ASKED:
            pair = filled.side_by_side(ours[name], theirs[name], _AT_ONCE)
            for all_ms, new_ms in zip(took[name], pair, strict=True):
                all_ms += new_ms
        run.progress(max(done / _MOST, run.spent))
    return took


def _record(run: Run, took: dict[str, Times]) -> None:
    ratios = []
    for name, (ours_ms, theirs_ms) in took.items():
        for place, kind in _KINDS:
            run.record_samples(f"{kind}: {name}", took[name][place], "ms", (50, 95))
        ratios.append(statistics.median(ours_ms) / statistics.median(theirs_ms))
    overhead = 100 * (statistics.geometric_mean(ratios) - 1)
    run.record("encryption overhead", overhead, "%", note="geometric mean over these operations, of their medians")
    names = list(took)
    run.plot(
        Plot(
            "An operation of the history, median",
            "operation",
            "ms",
            {kind: (list(names), [statistics.median(took[name][place]) for name in names]) for place, kind in _KINDS},
            "bar",
        )
    )


PARTS = (Part("database", "The history, encrypted against plain", database, 10, 60),)
