"""A new key for the database, so that a crash at any moment leaves one of two known keys in force."""

from pathlib import Path

import sqlcipher3

from voiceflow.errors import HistoryError
from voiceflow.history.database import Connection, connect, folder_problem, problem
from voiceflow.history.key import KeyStore


def rekey(path: Path, old_key: str, keys: KeyStore, storage: str) -> str:
    """Returns the new key. The new one is kept and noted before the first page changes; the old one is forgotten when
    the database has opened with the new one. Needs as much free space as the database has, for SQLite's journal, which
    is encrypted like the pages in it. Raises `HistoryError`."""
    db = connect(path, old_key)
    try:
        _alone(db)
        place, key = keys.prepare(storage)
        db.execute(f"PRAGMA rekey = \"x'{key}'\"")
    except sqlcipher3.Error as error:
        raise problem(error, path) from error
    except OSError as error:
        raise folder_problem(error, path.parent) from error
    finally:
        db.close()
    connect(path, key).close()
    keys.adopt_if_possible(place, key)
    return key


def _alone(db: Connection) -> None:
    """Leaving WAL needs every other connection closed, and pages change their key in a rollback journal only: after a
    crash it brings back all old pages, where a WAL would mix the two."""
    db.execute("PRAGMA busy_timeout = 1000")
    mode = db.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
    if mode != "delete":
        raise HistoryError("history.in_use", "Another VoiceFlow is using the history", "Quit it and try again.")
