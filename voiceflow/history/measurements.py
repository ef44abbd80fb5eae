"""Distributions of stage times, as `metrics` makes them: one row for each bucket of time, name, engine and model."""

from collections.abc import Iterable

from voiceflow.history.database import Connection

Row = tuple[int, int, str, str, str, str]
"""Length and begin of the bucket in seconds (since 1970), name, engine, model, and its bins."""


def keep(db: Connection, rows: Iterable[Row], first: Iterable[tuple[int, int]]) -> None:
    """Over those that are there. `first`: length of buckets, and the first begin of such that is still wanted."""
    db.executemany("INSERT OR REPLACE INTO measurement VALUES (?, ?, ?, ?, ?, ?)", rows)
    db.executemany("DELETE FROM measurement WHERE length_s = ? AND begin_s < ?", first)


def kept(db: Connection) -> list[Row]:
    return [tuple(row) for row in db.execute("SELECT * FROM measurement")]
