"""What the user's settings do not keep is deleted: old dictations, and the oldest sound above a size."""

import time
from dataclasses import dataclass

from voiceflow import settings
from voiceflow.history.database import Connection
from voiceflow.history.journal import pack_step
from voiceflow.history.records import UNFINISHED
from voiceflow.history.sound import RAW

_DAY_S = 86_400
_BYTES_PER_MB = 1_000_000
_PAGES_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Removed:
    dictations: int = 0
    sounds: int = 0
    sound_bytes: int = 0


def apply(db: Connection, wishes: settings.History) -> Removed:
    """Starred dictations and those that are still being made stay."""
    dictations = _old_dictations(db, wishes.keep_days) if wishes.keep_days else 0
    sounds, sound_bytes = _oldest_sound(db, wishes.keep_audio_mb * _BYTES_PER_MB) if wishes.keep_audio_mb else (0, 0)
    return Removed(dictations, sounds, sound_bytes)


def tidy_step(db: Connection) -> bool:
    """False when there is nothing left to do."""
    raw = db.execute(
        "SELECT d.id FROM sound s JOIN dictation d ON d.number = s.dictation"
        " WHERE s.codec = ? AND d.state NOT IN (?, ?) LIMIT 1",
        (RAW, *UNFINISHED),
    ).fetchone()
    if raw:
        return pack_step(raw["id"], db)
    db.execute(f"PRAGMA incremental_vacuum({_PAGES_AT_ONCE})").fetchall()
    return bool(db.execute("PRAGMA freelist_count").fetchone()[0])


def _old_dictations(db: Connection, keep_days: int) -> int:
    cursor = db.execute(
        "DELETE FROM dictation WHERE started_at < ? AND NOT starred AND state NOT IN (?, ?)",
        (time.time() - keep_days * _DAY_S, *UNFINISHED),
    )
    return int(cursor.rowcount)


def _oldest_sound(db: Connection, keep_bytes: int) -> tuple[int, int]:
    sounds = db.execute(
        "SELECT d.number, sum(length(s.data)) AS size FROM sound s JOIN dictation d ON d.number = s.dictation"
        " WHERE NOT d.starred AND d.state NOT IN (?, ?) GROUP BY d.number ORDER BY d.started_at",
        UNFINISHED,
    ).fetchall()
    (size,) = db.execute("SELECT coalesce(sum(length(data)), 0) FROM sound").fetchone()
    excess, removed = size - keep_bytes, 0
    freed = 0
    for row in sounds:
        if freed >= excess:
            break
        db.execute("DELETE FROM sound WHERE dictation = ?", (row["number"],))
        freed += row["size"]
        removed += 1
    return removed, freed
