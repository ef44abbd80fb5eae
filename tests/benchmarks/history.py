"""A history of 100,000 dictations: adding, searching, paging, exporting and counting, encrypted and plain side by side;
then the real page on it, with a watchdog on the UI thread while somebody types, scrolls and pages.

python -m tests.benchmarks.history [--quick] [--rows N]
"""

import argparse
import itertools
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlcipher3

from voiceflow.history import migrations, queries
from voiceflow.history import statistics as told
from voiceflow.history.database import connect
from voiceflow.history.export import FORMATS
from voiceflow.history.queries import Conditions
from voiceflow.history.records import Dictation, DictationState

ROWS, QUICK_ROWS = 100_000, 20_000
WORDS_IN_A_TEXT = 25
VOCABULARY = 20_000
REPEATS, SLOW_REPEATS = 200, 5
ADD, RARE, ANY, FRAME = 5.0, 30.0, 150.0, 50.0
"""Limits in ms: p95 of adding, of a search for a word in under 1 % of all, of any search; longest block of the UI."""

Task = tuple[Callable[[], Any], int, float | None]


def plain(path: Path) -> Any:
    """As `database.connect` does it, without a key: SQLCipher is plain SQLite then."""
    db = sqlcipher3.connect(str(path), isolation_level=None)
    db.row_factory = sqlcipher3.Row
    for setting in (
        "auto_vacuum = INCREMENTAL",
        "temp_store = MEMORY",
        "secure_delete = ON",
        "foreign_keys = ON",
        "cache_size = -2000",
        "journal_mode = WAL",
        "synchronous = FULL",
    ):
        db.execute(f"PRAGMA {setting}")
    return db


class Texts:
    """Words as frequent as in a language (Zipf): the most frequent stands in most texts."""

    def __init__(self) -> None:
        self._random = random.Random(8)
        letters = "etaoinshrdlu"
        made = {"".join(self._random.choices(letters, k=self._random.randint(2, 9))) for _ in range(VOCABULARY)}
        self.words = sorted(made, key=lambda word: (hash_of(word), word))
        self._weights = list(itertools.accumulate(1 / (rank + 2) for rank in range(len(self.words))))

    def text(self, words: int = WORDS_IN_A_TEXT) -> str:
        return " ".join(self._random.choices(self.words, cum_weights=self._weights, k=words))

    def ranked(self, first: int, last: int) -> str:
        """Any word of these ranks; 0 is the most frequent."""
        return self.words[self._random.randrange(first, last)]


def hash_of(word: str) -> int:
    """The same in every process: frequent words are of any length."""
    return int.from_bytes(word.encode(), "big") * 2_654_435_761 % 2**32


def dictation(number: int, texts: Texts) -> Dictation:
    text, app = texts.text(), ("editor", "mail", "browser", "terminal")[number % 4]
    state = DictationState.FAILED if number % 100 == 7 else DictationState.DONE
    return Dictation(f"{number:032x}", 1.7e9 + 300 * number, state, 4.0, text, text, "whisper", "tiny.en", "en", app)


def fill(db: Any, rows: int, texts: Texts) -> None:
    db.execute("BEGIN")
    for number in range(rows):
        queries.insert(db, dictation(number, texts), "")
    db.execute("COMMIT")


def tasks(db: Any, rows: int, texts: Texts, places: random.Random) -> dict[str, Task]:
    """With the times each is done, and its limit. The first fifty of a search are numbers and rows, as the page asks
    for them."""
    fresh = iter(range(rows, 10 * rows))

    def search(words: str, **wanted: Any) -> None:
        queries.rows(db, queries.numbers(db, Conditions(words=words, **wanted), 50))

    def page() -> None:
        at = places.randrange(1, rows - 50)
        queries.rows(db, range(at, at + 50))

    def export() -> None:
        for _ in FORMATS["json"](queries.rows(db, range(1, 10_001))):
            pass

    return {
        "add": (lambda: queries.insert(db, dictation(next(fresh), texts), ""), REPEATS, ADD),
        "get": (lambda: queries.get(db, f"{places.randrange(rows):032x}"), REPEATS, None),
        "list, the first 50": (lambda: queries.listing(db, Conditions(), 50, 0), REPEATS, None),
        "list, keys of all": (lambda: queries.numbers(db, Conditions()), SLOW_REPEATS, None),
        "list, 50 anywhere": (page, REPEATS, None),
        "failed ones, keys": (lambda: queries.numbers(db, Conditions((DictationState.FAILED,))), REPEATS, None),
        "search, rare word": (lambda: search(texts.ranked(10_000, 15_000)), REPEATS, RARE),
        "search, word in 0.5-1 %": (lambda: search(texts.ranked(250, 500)), REPEATS, RARE),
        "search, word in 1-10 %": (lambda: search(texts.ranked(25, 250)), REPEATS, ANY),
        "search, frequent word": (lambda: search(texts.ranked(0, 25)), REPEATS, ANY),
        "search, two words": (lambda: search(f"{texts.ranked(0, 25)} {texts.ranked(250, 5000)}"), REPEATS, ANY),
        "search, first letter": (lambda: search(texts.ranked(0, 5000)[:1]), REPEATS, ANY),
        "search, two letters": (lambda: search(texts.ranked(0, 5000)[:2]), REPEATS, ANY),
        "search in one program": (lambda: search(texts.ranked(0, 500), app="mail"), REPEATS, ANY),
        "export, 10,000 as JSON": (export, SLOW_REPEATS, None),
        "statistics of all": (lambda: told.gather(db, Conditions()), SLOW_REPEATS, None),
    }


def times_ms(task: Callable[[], Any], repeats: int) -> list[float]:
    found = []
    for _ in range(repeats):
        begin_s = time.perf_counter()
        task()
        found.append((time.perf_counter() - begin_s) * 1000)
    return sorted(found)


def p95(ms: list[float]) -> float:
    return ms[min(int(len(ms) * 0.95), len(ms) - 1)]


def compare(encrypted: Any, plain: Any, rows: int) -> bool:
    """Both are asked the same, one after the other for each task; whether all limits hold."""
    both = {
        kind: tasks(db, rows, Texts(), random.Random(3)) for kind, db in (("encrypted", encrypted), ("plain", plain))
    }
    print(f"{rows:,} dictations; ms{'':<10}encrypted median and p95   limit    plain median and p95   overhead")
    overheads, good = [], True
    for name, (task, repeats, limit) in both["encrypted"].items():
        ours, theirs = times_ms(task, repeats), times_ms(both["plain"][name][0], repeats)
        overheads.append(statistics.median(ours) / statistics.median(theirs))
        holds = limit is None or p95(ours) < limit
        good = good and holds
        print(
            f"{name:<28}{statistics.median(ours):12.2f}{p95(ours):10.2f}"
            f"{f'{limit:8.0f}' if limit else '       -'}{' ' if holds else '!'}"
            f"{statistics.median(theirs):12.2f}{p95(theirs):10.2f}{overheads[-1]:10.2f} x"
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
        bases = {path: connect(path, key), Path(folder, "plain.db"): plain(Path(folder, "plain.db"))}
        for each, db in bases.items():
            migrations.migrate(db, each)
            fill(db, rows, Texts())
        good = compare(*bases.values(), rows)
        for db in bases.values():
            db.close()
        print("   ".join(f"{each.name} {each.stat().st_size / 1e6:.0f} MB" for each in bases))
        return 0 if history_window.watch(Texts(), FRAME) and good else 1


if __name__ == "__main__":
    sys.exit(main())
