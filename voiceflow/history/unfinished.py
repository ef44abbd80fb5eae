"""What is done of files whose transcription has not ended, for the run that goes on after an interruption."""

import time
from collections.abc import Iterable

from voiceflow.history.database import Connection

KEPT_DAYS = 30
_DAY_S = 86_400


def keep(db: Connection, file: str, start: int, part: str) -> None:
    """`start` orders the parts of a file; one that is there is written over."""
    db.execute("INSERT OR REPLACE INTO file_part VALUES (?, ?, ?, ?)", (file, start, time.time(), part))


def kept(db: Connection, file: str) -> list[str]:
    return [row["part"] for row in db.execute("SELECT part FROM file_part WHERE file = ? ORDER BY start", (file,))]


def forget(db: Connection, files: Iterable[str]) -> None:
    """And what nobody went on with for 30 days."""
    db.executemany("DELETE FROM file_part WHERE file = ?", ((file,) for file in files))
    db.execute("DELETE FROM file_part WHERE kept_at < ?", (time.time() - KEPT_DAYS * _DAY_S,))
