"""A history of 100,000 dictations: adding, searching, paging, exporting and counting, encrypted and plain side by side;
then the real page on it, with a watchdog on the UI thread while somebody types, scrolls and pages.

python -m tests.benchmarks.history [--quick] [--rows N]
"""

import argparse
import random
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from voiceflow.bench import filled_history as filled
from voiceflow.bench.scoring import percentile
from voiceflow.history import migrations
from voiceflow.history.database import connect

ROWS, QUICK_ROWS = 100_000, 20_000
REPEATS, SLOW_REPEATS = 200, 5
SLOW = ("list, keys of all", "export, 10,000 as JSON", "statistics of all")
ADD, RARE, ANY, FRAME = 5.0, 30.0, 150.0, 50.0
"""Limits in ms: p95 of adding, of a search for a word in under 1 % of all, of any search; longest block of the UI."""


def limit_ms(operation: str) -> float | None:
    if operation in ("search, rare word", "search, word in 0.5-1 %"):
        return RARE
    return ADD if operation == "add" else ANY if operation.startswith("search") else None


def compare(encrypted: Any, plain: Any, rows: int) -> bool:
    """Both are asked the same, in turn; whether all limits hold."""
    ours, theirs = (filled.operations(db, rows, filled.Texts(), random.Random(3)) for db in (encrypted, plain))
    print(f"{rows:,} dictations; ms{'':<10}encrypted median and p95   limit    plain median and p95   overhead")
    overheads, good = [], True
    for name, operation in ours.items():
        repeats = SLOW_REPEATS if name in SLOW else REPEATS
        ours_ms, theirs_ms = filled.side_by_side(operation, theirs[name], repeats)
        overheads.append(statistics.median(ours_ms) / statistics.median(theirs_ms))
        limit = limit_ms(name)
        holds = limit is None or percentile(ours_ms, 95) < limit
        good = good and holds
        print(
            f"{name:<28}{statistics.median(ours_ms):12.2f}{percentile(ours_ms, 95):10.2f}"
            f"{f'{limit:8.0f}' if limit else '       -'}{' ' if holds else '!'}"
            f"{statistics.median(theirs_ms):12.2f}{percentile(theirs_ms, 95):10.2f}{overheads[-1]:10.2f} x"
        )
    print(f"overhead of the encryption, geometric mean of these: {statistics.geometric_mean(overheads):.2f} x")
    return good


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--quick", action="store_true", help=f"{QUICK_ROWS:,} dictations")
    arguments.add_argument("--rows", type=int, default=0)
    wanted = arguments.parse_args()
    sys.stdout.reconfigure(line_buffering=True)  # it takes minutes: what is known is shown
    rows = wanted.rows or (QUICK_ROWS if wanted.quick else ROWS)
    from tests.benchmarks import history_window

    with tempfile.TemporaryDirectory() as folder:
        path, key = history_window.make_home(Path(folder))
        without = Path(folder, "plain.db")
        bases = {path: connect(path, key), without: filled.plain(without)}
        migrations.migrate(bases[path], path)
        for db in bases.values():
            filled.fill(db, rows, filled.Texts())
        good = compare(*bases.values(), rows)
        for db in bases.values():
            db.close()
        print("   ".join(f"{each.name} {each.stat().st_size / 1e6:.0f} MB" for each in bases))
        return 0 if history_window.watch(filled.Texts(), FRAME) and good else 1


if __name__ == "__main__":
    sys.exit(main())
