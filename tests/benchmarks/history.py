"""Adding, searching and listing in a history of 100,000 dictations, encrypted and plain side by side.

python tests/benchmarks/history.py [ROWS]
"""

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
from voiceflow.history.database import connect
from voiceflow.history.queries import Conditions
from voiceflow.history.records import Dictation, DictationState

ROWS = 100_000
WORDS_IN_A_TEXT = 25
VOCABULARY = 20_000
REPEATS = 200


def plain(path: Path) -> Any:
    """As `database.connect` does it, without a key: SQLCipher is plain SQLite then."""
    db = sqlcipher3.connect(str(path), isolation_level=None)
    db.row_factory = sqlcipher3.Row
    for setting in ("temp_store = MEMORY", "secure_delete = ON", "journal_mode = WAL", "synchronous = FULL"):
        db.execute(f"PRAGMA {setting}")
    return db


class Texts:
    """Words as frequent as in a language (Zipf): the most frequent stands in most texts."""

    def __init__(self) -> None:
        self._random = random.Random(8)
        letters = "etaoinshrdlu"
        made = {"".join(self._random.choices(letters, k=self._random.randint(2, 9))) for _ in range(VOCABULARY)}
        self._words = sorted(made)
        self._weights = list(itertools.accumulate(1 / (rank + 2) for rank in range(len(self._words))))

    def text(self, words: int = WORDS_IN_A_TEXT) -> str:
        return " ".join(self._random.choices(self._words, cum_weights=self._weights, k=words))

    def rare(self) -> str:
        return self._random.choice(self._words[len(self._words) // 2 :])

    def frequent(self) -> str:
        return self._words[self._random.randrange(5)]


def dictation(number: int, texts: Texts) -> Dictation:
    text = texts.text()
    return Dictation(f"{number:032x}", 1.7e9 + number, DictationState.DONE, 4.0, text, text, "whisper", "tiny.en", "en")


def fill(db: Any, rows: int, texts: Texts) -> None:
    db.execute("BEGIN")
    for number in range(rows):
        queries.insert(db, dictation(number, texts), "")
    db.execute("COMMIT")


def tasks(db: Any, rows: int, texts: Texts) -> dict[str, Callable[[], Any]]:
    fresh = iter(range(rows, 10 * rows))
    return {
        "add": lambda: queries.insert(db, dictation(next(fresh), texts), ""),
        "get": lambda: queries.get(db, f"{random.randrange(rows):032x}"),
        "list 50": lambda: queries.listing(db, Conditions(), 50, 0),
        "list 50, far down": lambda: queries.listing(db, Conditions(), 50, rows // 2),
        "count": lambda: queries.count(db, Conditions()),
        "search a rare word": lambda: queries.search(db, texts.rare(), 50),
        "search two words": lambda: queries.search(db, f"{texts.frequent()} {texts.rare()}", 50),
        "search a frequent word": lambda: queries.search(db, texts.frequent(), 50),
        "search two letters": lambda: queries.search(db, texts.rare()[:2], 50),
    }


def times_ms(task: Callable[[], Any], repeats: int) -> list[float]:
    found = []
    for _ in range(repeats):
        begin_s = time.perf_counter()
        task()
        found.append((time.perf_counter() - begin_s) * 1000)
    return sorted(found)


def main(rows: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        paths = {"encrypted": Path(folder, "encrypted.db"), "plain": Path(folder, "plain.db")}
        bases = {"encrypted": connect(paths["encrypted"], "ab" * 32, create=True), "plain": plain(paths["plain"])}
        measured: dict[str, dict[str, list[float]]] = {}
        for kind, db in bases.items():
            texts = Texts()
            migrations.migrate(db, paths[kind])
            fill(db, rows, texts)
            for name, task in tasks(db, rows, texts).items():
                measured.setdefault(name, {})[kind] = times_ms(task, REPEATS)
            db.close()
        print(f"{rows} dictations; median and p95 in ms")
        for name, both in measured.items():
            columns = [
                f"{kind} {statistics.median(ms):8.2f} {ms[int(len(ms) * 0.95)]:8.2f}" for kind, ms in both.items()
            ]
            print(f"{name:<24}{'   '.join(columns)}")
        print("   ".join(f"{kind} {path.stat().st_size / 1e6:.0f} MB" for kind, path in paths.items()))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
