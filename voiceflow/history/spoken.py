"""Sound of texts that were read aloud, to say them again at once. Kept under a hash: the text itself is not here."""

import time
from concurrent.futures import Future
from functools import partial

from voiceflow.history.database import Connection
from voiceflow.history.readers import Readers
from voiceflow.history.writer import Writer

_USED_AGAIN_S = 3600
"""A use is written down once in so long: the order of what goes first needs no more."""
_DAY_S = 86_400


class SpokenSounds:
    """Least recently used goes first, above `most_bytes`, and after `days` without use. Any thread."""

    def __init__(self, writer: Writer, readers: Readers, most_bytes: int, days: int) -> None:
        self._writer, self._readers = writer, readers
        self._most_bytes, self._days = most_bytes, days

    def find(self, key: bytes) -> bytes | None:
        """`HistoryError`."""
        oldest = time.time() - self._days * _DAY_S
        found = self._readers.read(lambda db: _find(db, key, oldest))
        if found is None:
            return None
        data, used_at = found
        if time.time() - used_at > _USED_AGAIN_S:
            self._writer.submit(partial(_used, key))
        return data

    def keep(self, key: bytes, data: bytes) -> "Future[None]":
        return self._writer.submit(partial(_keep, key, data, self._most_bytes, self._days))

    def trim(self) -> "Future[None]":
        """What these limits do not allow goes now."""
        return self._writer.submit(partial(_trim, self._most_bytes, self._days))


def _find(db: Connection, key: bytes, oldest: float) -> tuple[bytes, float] | None:
    row = db.execute("SELECT data, used_at FROM spoken WHERE key = ? AND used_at >= ?", (key, oldest)).fetchone()
    return (row["data"], row["used_at"]) if row else None


def _used(key: bytes, db: Connection) -> None:
    db.execute("UPDATE spoken SET used_at = ? WHERE key = ?", (time.time(), key))


def _keep(key: bytes, data: bytes, most_bytes: int, days: int, db: Connection) -> None:
    row = (key, time.time(), len(data), data)
    db.execute("INSERT OR REPLACE INTO spoken (key, used_at, size, data) VALUES (?, ?, ?, ?)", row)
    _trim(most_bytes, days, db)


def _trim(most_bytes: int, days: int, db: Connection) -> None:
    db.execute("DELETE FROM spoken WHERE used_at < ?", (time.time() - days * _DAY_S,))
    (size,) = db.execute("SELECT coalesce(sum(size), 0) FROM spoken").fetchone()
    if size > most_bytes:
        db.execute(
            "DELETE FROM spoken WHERE number IN (SELECT number FROM (SELECT number, sum(size) OVER"
            " (ORDER BY used_at DESC, number DESC) AS newer FROM spoken) WHERE newer > ?)",
            (most_bytes,),
        )
