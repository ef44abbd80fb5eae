"""A connection to the encrypted database, and what its errors mean to the user."""

import errno
import os
from pathlib import Path
from typing import Any

import sqlcipher3

from voiceflow.errors import HistoryError

Connection = Any  # sqlcipher3 ships no types

_BUSY_TIMEOUT_S = 10.0

# In this order: the log level silences SQLCipher's own lines on stderr, the key comes before anything that reads.
# FULL makes a commit survive a power cut too, not only a killed process; a chunk of sound costs 0.3 ms.
SETTINGS: tuple[str, ...] = (
    "temp_store = MEMORY",
    "secure_delete = ON",
    "foreign_keys = ON",
    "cache_size = -2000",
    "journal_mode = WAL",
    "synchronous = FULL",
    "journal_size_limit = 8388608",
)


def connect(path: Path, key: str, create: bool = False) -> Connection:
    """`key`: 64 hexadecimal digits, used raw. Autocommit; any one thread at a time may use it. Raises `HistoryError`.
    A file that is missing is made only with `create`."""
    db = None
    try:
        db = _open_file(path, "rwc" if create else "rw")
        db.execute("PRAGMA cipher_log_level = NONE")
        db.execute(f"PRAGMA key = \"x'{key}'\"")
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if create:  # SQLite writes it down each time that it is asked
            db.execute("PRAGMA auto_vacuum = INCREMENTAL")
        for setting in SETTINGS:
            db.execute(f"PRAGMA {setting}")
    except sqlcipher3.Error as error:
        if db is not None:
            db.close()
        raise problem(error, path) from error
    except OSError as error:
        raise folder_problem(error, path.parent) from error
    db.row_factory = sqlcipher3.Row
    return db


def _open_file(path: Path, mode: str) -> Connection:
    if mode == "rwc":  # SQLite would make it readable for others; its WAL takes over the mode
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    address = f"{path.absolute().as_uri()}?mode={mode}"
    return sqlcipher3.connect(address, uri=True, isolation_level=None, check_same_thread=False, timeout=_BUSY_TIMEOUT_S)


def error_name(error: BaseException) -> str:
    """SQLite's primary error name, such as `SQLITE_FULL`; empty for errors that are not SQLite's."""
    name = getattr(error, "sqlite_errorname", None) or ""
    return "_".join(name.split("_")[:2])


def will_pass(error: BaseException) -> bool:
    """Whether the same write may succeed later: the disk is full, read-only, gone or busy."""
    passing = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_BUSY", "SQLITE_LOCKED")
    return error_name(error) in passing or error_name(error) in ("SQLITE_NOMEM", "SQLITE_CORRUPT", "SQLITE_NOTADB")


def problem(error: BaseException, path: Path) -> HistoryError:
    name = error_name(error)
    if name == "SQLITE_IOERR":
        return HistoryError(
            "history.disk_failed",
            f"The disk with the history ({path.parent}) refuses to work",
            "It may be full, limited, broken or disconnected.",
        )
    if name == "SQLITE_FULL":
        return _disk_full(path.parent)
    if name == "SQLITE_READONLY" or (name == "SQLITE_CANTOPEN" and path.parent.exists()):
        return _read_only(path.parent)
    if name == "SQLITE_CANTOPEN":
        return HistoryError(
            "history.missing", f"The folder of the history, {path.parent}, is not there", "Is its disk connected?"
        )
    if name in ("SQLITE_BUSY", "SQLITE_LOCKED"):
        return HistoryError(
            "history.in_use", "Another VoiceFlow is using the history", "Quit it (tray menu, Quit) and try again."
        )
    if name in ("SQLITE_NOTADB", "SQLITE_CORRUPT"):
        return damaged(path)
    return HistoryError("history.failed", f"The history failed ({name or type(error).__name__})", "See the log file.")


def folder_problem(error: OSError, folder: Path) -> HistoryError:
    """The same words for what the system says before SQLite is asked."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return _disk_full(folder)
    return _read_only(folder)


def _disk_full(folder: Path) -> HistoryError:
    return HistoryError(
        "history.disk_full", f"The disk with the history ({folder}) is full", "Free some space and try again."
    )


def _read_only(folder: Path) -> HistoryError:
    return HistoryError(
        "history.read_only",
        f"The history in {folder} cannot be written",
        "Give your user write access to that folder, or set VOICEFLOW_HOME to one that can be written.",
    )


def damaged(path: Path) -> HistoryError:
    return HistoryError(
        "history.damaged",
        f"The history {path} is damaged",
        "Repair, in the window or by `voiceflow history repair`, saves what can be read; `voiceflow history set-aside` "
        "keeps it and starts anew.",
    )
