"""Something unmistakable in every column of every table of a history, also of tables that come later."""

import itertools
import secrets
from dataclasses import dataclass

from voiceflow.history.database import Connection

_NUMBERS = ("INT", "REAL", "NUM", "FLOA", "DOUB")


@dataclass(frozen=True, slots=True)
class Filled:
    """`columns`: `table.column` of text or bytes, each with the word or one of `pieces` in it."""

    columns: tuple[str, ...] = ()
    pieces: tuple[bytes, ...] = ()


def fill(db: Connection, word: str) -> Filled:
    """One row more in each table; those that point at a dictation get the number of the newest. Virtual tables, and
    those behind them, fill by their triggers."""
    dictation = db.execute("SELECT max(number) FROM dictation").fetchone()[0]
    columns: list[str] = []
    pieces: list[bytes] = []
    fresh = itertools.count(1_000_001)
    for table in _tables(db):
        values: dict[str, object] = {}
        for name, kind in ((row[1], str(row[2]).upper()) for row in db.execute(f"PRAGMA table_info({table})")):
            if any(number in kind for number in _NUMBERS):
                values[name] = dictation if name == "dictation" else next(fresh)
                continue
            pieces += [secrets.token_bytes(48)] if kind == "BLOB" else []
            values[name] = pieces[-1] if kind == "BLOB" else f"{word} {table} {name}"
            columns.append(f"{table}.{name}")
        marks = ", ".join("?" * len(values))
        db.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", tuple(values.values()))
    return Filled(tuple(columns), tuple(pieces))


def _tables(db: Connection) -> list[str]:
    rows = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql <> ''").fetchall()
    virtual = [row[0] for row in rows if row[1].upper().startswith("CREATE VIRTUAL")]
    shadows = tuple(f"{name}_" for name in virtual)
    found = [row[0] for row in rows if row[0] not in virtual and not row[0].startswith((*shadows, "sqlite_"))]
    return sorted(found, key=lambda name: name != "dictation")
