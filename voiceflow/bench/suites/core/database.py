"""The history with its encryption and without, side by side: the same dictations, the same questions, in turn."""

import random
import statistics
from pathlib import Path

from voiceflow.bench import filled_history as filled
from voiceflow.bench.figures import Plot
from voiceflow.bench.run import Run
from voiceflow.bench.scoring import percentile
from voiceflow.bench.suite import Part
from voiceflow.history.database import Connection

_ROWS, _QUICK_ROWS = 20_000, 4_000
_ASKED = ("add", "get", "list, the first 50", "search, rare word", "search, common word", "read sound")
_LEAST, _MOST = 10, 300
_AT_ONCE = 10
_KINDS = ((0, "encrypted"), (1, "plain"))

Times = tuple[list[float], list[float]]


def database(run: Run) -> None:
    rows = _QUICK_ROWS if run.quick else _ROWS
    folder = run.wishes.scratch / "database"
    folder.mkdir(parents=True, exist_ok=True)
    sides = _sides(folder, rows, run)
    try:
        took = _measured(run, *(filled.operations(db, rows, filled.Texts(), random.Random(3)) for db in sides))
    finally:
        for db in sides:
            db.close()
    _record(run, took)
    run.note(
        f"{rows:,} dictations of {filled.WORDS_IN_A_TEXT} words each, on the disk that holds temporary files; `add` is "
        "one transaction that would survive a power cut. Encrypted and plain took turns, operation by operation."
    )


def _sides(folder: Path, rows: int, run: Run) -> tuple[Connection, Connection]:
    """Encrypted and plain, filled alike."""
    sides = filled.encrypted(folder / "encrypted.db"), filled.plain(folder / "plain.db")
    for number, db in enumerate(sides, 1):
        filled.fill(db, rows, filled.Texts())
        run.progress(0.2 * number)
    return sides


def _measured(run: Run, ours: dict[str, filled.Operation], theirs: dict[str, filled.Operation]) -> dict[str, Times]:
    """Round by round, until the time is up."""
    took: dict[str, Times] = {name: ([], []) for name in _ASKED}
    begin_s = run.left_s
    for done in range(0, _MOST, _AT_ONCE):
        if done >= _LEAST and run.left_s < 0.1 * run.budget_s:
            break
        for name in _ASKED:
            pair = filled.side_by_side(ours[name], theirs[name], _AT_ONCE)
            for all_ms, new_ms in zip(took[name], pair, strict=True):
                all_ms += new_ms
        run.progress(0.4 + 0.6 * max(done / _MOST, 1 - run.left_s / max(begin_s, 1e-9)))
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
            "An operation of the history, 95th percentile",
            "operation",
            "ms",
            {kind: (list(names), [percentile(took[name][place], 95) for name in names]) for place, kind in _KINDS},
            "bar",
        )
    )


PARTS = (Part("database", "The history, encrypted against plain", database, 12, 60),)
