"""A history full of invented dictations, with and without its key, and what people ask of one."""

import itertools
import random
import secrets
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from voiceflow.history import migrations, queries
from voiceflow.history import statistics as told
from voiceflow.history.database import SETTINGS, Connection, connect
from voiceflow.history.export import FORMATS
from voiceflow.history.journal import insert_sound, read_sound
from voiceflow.history.queries import Conditions
from voiceflow.history.records import Dictation, DictationState
from voiceflow.history.sound import PACKED, RATE_HZ, pack

WORDS_IN_A_TEXT = 25
_VOCABULARY = 20_000
_WITH_SOUND = 20
_SOUND_S = 5
_EXPORTED = 10_000

Operation = Callable[[], Any]


def encrypted(path: Path) -> Connection:
    """An empty history, as the program makes it."""
    return _migrated(connect(path, secrets.token_hex(32), create=True), path)


def plain(path: Path) -> Connection:
    """The same without a key: SQLCipher is plain SQLite then."""
    import sqlcipher3

    db = sqlcipher3.connect(str(path), isolation_level=None)
    db.row_factory = sqlcipher3.Row
    for setting in ("auto_vacuum = INCREMENTAL", *(each for each in SETTINGS if not each.startswith("cipher"))):
        db.execute(f"PRAGMA {setting}")
    return _migrated(db, path)


def _migrated(db: Connection, path: Path) -> Connection:
    migrations.migrate(db, path)
    return db


class Texts:
    """Words as frequent as in a language (Zipf): the most frequent stands in most texts."""

    def __init__(self) -> None:
        self._random = random.Random(8)
        letters = "etaoinshrdlu"
        made = {"".join(self._random.choices(letters, k=self._random.randint(2, 9))) for _ in range(_VOCABULARY)}
        self.words = sorted(made, key=lambda word: (_shuffled(word), word))
        self._weights = list(itertools.accumulate(1 / (rank + 2) for rank in range(len(self.words))))

    def text(self, words: int = WORDS_IN_A_TEXT) -> str:
        return " ".join(self._random.choices(self.words, cum_weights=self._weights, k=words))

    def ranked(self, first: int, last: int) -> str:
        """Any word of these ranks; 0 is the most frequent."""
        return self.words[self._random.randrange(first, last)]


def _shuffled(word: str) -> int:
    """The same in every process: frequent words are of any length."""
    return int.from_bytes(word.encode(), "big") * 2_654_435_761 % 2**32


def dictation(number: int, texts: Texts) -> Dictation:
    text, app = texts.text(), ("editor", "mail", "browser", "terminal")[number % 4]
    state = DictationState.FAILED if number % 100 == 7 else DictationState.DONE
    return Dictation(_id(number), 1.7e9 + 300 * number, state, 4.0, text, text, "whisper", "tiny.en", "en", app)


def _id(number: int) -> str:
    return f"{number:032x}"


def fill(db: Connection, rows: int, texts: Texts, first: int = 0) -> None:
    """With the dictations from number `first` to `rows`; the first twenty of all have sound, too."""
    db.execute("BEGIN")
    for number in range(first, rows):
        queries.insert(db, dictation(number, texts), "")
    for number in range(first, min(rows, _WITH_SOUND)):
        insert_sound(db, _id(number), 0, PACKED, pack(_sound()), _SOUND_S * RATE_HZ)
    db.execute("COMMIT")


def _sound() -> bytes:
    import numpy as np

    loud = np.random.default_rng(8).normal(0, 2000, _SOUND_S * RATE_HZ)
    return loud.astype("<i2").tobytes()


def operations(db: Connection, rows: int, texts: Texts, places: random.Random) -> dict[str, Operation]:
    """On a history of `fill`. The first fifty of a search are numbers and rows, as the history's page asks for
    them."""
    fresh = itertools.count(rows)

    def search(words: str, **wanted: Any) -> None:
        queries.rows(db, queries.numbers(db, Conditions(words=words, **wanted), 50))

    def page() -> None:
        at = places.randrange(1, rows - 50)
        queries.rows(db, range(at, at + 50))

    def export() -> None:
        for _ in FORMATS["json"](queries.rows(db, range(1, _EXPORTED + 1))):
            pass

    return {
        "add": lambda: queries.insert(db, dictation(next(fresh), texts), ""),
        "get": lambda: queries.get(db, _id(places.randrange(rows))),
        "read sound": lambda: read_sound(db, _id(places.randrange(min(rows, _WITH_SOUND)))),
        "list, the first 50": lambda: queries.listing(db, Conditions(), 50, 0),
        "list, keys of all": lambda: queries.numbers(db, Conditions()),
        "list, 50 anywhere": page,
        "failed ones, keys": lambda: queries.numbers(db, Conditions((DictationState.FAILED,))),
        "search, rare word": lambda: search(texts.ranked(10_000, 15_000)),
        "search, word in 0.5-1 %": lambda: search(texts.ranked(250, 500)),
        "search, word in 1-10 %": lambda: search(texts.ranked(25, 250)),
        "search, common word": lambda: search(texts.ranked(0, 25)),
        "search, two words": lambda: search(f"{texts.ranked(0, 25)} {texts.ranked(250, 5000)}"),
        "search, first letter": lambda: search(texts.ranked(0, 5000)[:1]),
        "search, two letters": lambda: search(texts.ranked(0, 5000)[:2]),
        "search in one program": lambda: search(texts.ranked(0, 500), app="mail"),
        "export, 10,000 as JSON": export,
        "statistics of all": lambda: told.gather(db, Conditions()),
    }


def side_by_side(one: Operation, other: Operation, repeats: int) -> tuple[list[float], list[float]]:
    """Milliseconds of each, in turn: a slow moment of the machine slows both. Who begins changes every time."""
    took_ms: tuple[list[float], list[float]] = ([], [])
    for repeat in range(repeats):
        for which in (0, 1) if repeat % 2 else (1, 0):
            began_s = time.perf_counter()
            (one, other)[which]()
            took_ms[which].append((time.perf_counter() - began_s) * 1000)
    return took_ms
