"""What to do with a history that does not open: put it aside, or save what can be read. The file itself is kept."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3

from voiceflow.errors import HistoryError
from voiceflow.history.database import Connection, connect, error_name, folder_problem, problem
from voiceflow.history.key import KeyStore
from voiceflow.history.migrations import migrate
from voiceflow.history.opening import find_key
from voiceflow.history.owner import refuse_while_in_use

_TABLES = {"dictation": "number", "sound": "dictation", "earlier_text": "dictation"}

# What belongs to no dictation, and the order that its rows are kept in.
_BESIDE = {
    "measurement": "length_s, begin_s, name, engine, model",
    "file_part": "file, start",
    "term": "number",
    "lesson": "number",
}

# Each finds the numbers of dictations by another road through the file; a damaged page blocks some of them.
_ROADS = (
    "SELECT number FROM dictation ORDER BY number",
    "SELECT number FROM dictation ORDER BY number DESC",
    "SELECT number FROM dictation INDEXED BY dictation_started WHERE started_at > 0",
    "SELECT number FROM dictation INDEXED BY dictation_state WHERE state > ''",
    "SELECT DISTINCT dictation FROM sound ORDER BY dictation",
)


@dataclass(frozen=True, slots=True)
class Rescued:
    """How many dictations came over; how many of these without some of their sound or earlier texts; how many could not
    be read; and the new name of the old file."""

    saved: int
    incomplete: int
    lost: int
    set_aside: Path


def set_aside(database: Path, owner: str = "") -> Path:
    """Renames the database, with a copy of the note about its key; the next start makes a new one. Returns the new
    name. Raises `HistoryError`, `history.in_use` when a VoiceFlow other than `owner` has it open."""
    refuse_while_in_use(database, owner)
    moment = dt.datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    aside = database.with_name(f"{database.stem}-{moment}{database.suffix}")
    if not database.exists():
        raise HistoryError("history.missing", f"There is no history at {database}", "Nothing needs to be done.")
    try:
        note = database.with_name(f"{database.stem}.key.json")
        if note.exists():
            shutil.copy2(note, aside.with_name(f"{aside.stem}.key.json"))
        for ending in ("-wal", "-journal", ""):
            part = Path(f"{database}{ending}")
            if part.exists():
                part.rename(f"{aside}{ending}")
        Path(f"{database}-shm").unlink(missing_ok=True)
    except OSError as error:
        raise folder_problem(error, database.parent) from error
    return aside


def repair(database: Path, keys: KeyStore, owner: str = "") -> Rescued:
    """Copies every dictation that can be read into a new database, then sets the old one aside. `owner`: whose history
    it is, which has no connection to it now. Raises `HistoryError` when not even the first page can be read."""
    refuse_while_in_use(database, owner)
    key = find_key(database, keys)
    fresh = database.with_name(f"{database.stem}.repaired{database.suffix}")
    for ending in ("", "-wal", "-shm"):
        Path(f"{fresh}{ending}").unlink(missing_ok=True)
    target = connect(fresh, key, create=True)
    try:
        migrate(target, fresh)
        saved, incomplete, lost = _copy(_Damaged(lambda: connect(database, key)), target)
        target.execute("PRAGMA journal_mode = DELETE")  # one file, ready to be renamed
    except _NotWrittenError as error:
        raise problem(error.cause, fresh) from error
    except sqlcipher3.Error as error:
        raise problem(error, database) from error
    finally:
        target.close()
    aside = set_aside(database, owner)
    fresh.rename(database)
    return Rescued(saved, incomplete, lost, aside)


class _NotWrittenError(Exception):
    """The new file does not take a row: no damage of the old one."""

    def __init__(self, cause: sqlcipher3.Error) -> None:
        self.cause = cause


class _Damaged:
    """After a damaged page SQLCipher refuses everything on that connection, so each failure costs a new one."""

    def __init__(self, connect: Callable[[], Connection]) -> None:
        self._connect = connect
        self._db: Connection | None = None

    def rows(self, question: str, *values: Any) -> Iterator[Any]:
        """As many as can be read; `sqlcipher3.Error` when no more can."""
        self._db = self._db or self._connect()
        try:
            yield from self._db.execute(question, values)
        except MemoryError as error:  # a damaged page claims to hold more than there is room for
            self.close()
            raise sqlcipher3.DatabaseError("a row is too large to be read") from error
        except sqlcipher3.Error:
            self.close()
            raise

    def close(self) -> None:
        if self._db is not None:
            self._db.close()
            self._db = None


def _copy(source: _Damaged, target: Connection) -> tuple[int, int, int]:
    """How many dictations came over, how many of these not whole, how many did not."""
    found = [number for road in _ROADS for number in _numbers(source, road)]
    there = {row[0] for row in source.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    parts = [table for table in ("sound", "earlier_text") if table in there]  # an older one has less
    incomplete = lost = 0
    target.execute("BEGIN")
    for number in range(min(found, default=1), max(found, default=0) + 1):
        if not _copy_rows(source, target, "dictation", number):
            lost += 1
        elif [table for table in parts if not _copy_rows(source, target, table, number)]:
            incomplete += 1
    for table in _BESIDE.keys() & there:
        _copy_beside(source, target, table, _BESIDE[table])
    target.execute("COMMIT")
    source.close()
    (saved,) = target.execute("SELECT count(*) FROM dictation").fetchone()
    return saved, incomplete, lost


def _numbers(source: _Damaged, road: str) -> Iterator[int]:
    try:
        for row in source.rows(road):
            yield row[0]
    except sqlcipher3.Error:
        return


def _copy_rows(source: _Damaged, target: Connection, table: str, number: int) -> bool:
    try:
        for row in source.rows(f"SELECT * FROM {table} WHERE {_TABLES[table]} = ?", number):
            _insert(target, table, row)
    except sqlcipher3.Error:
        return False
    return True


def _copy_beside(source: _Damaged, target: Connection, table: str, order: str) -> None:
    """From both ends, up to the first page that cannot be read."""
    backwards = ", ".join(f"{column} DESC" for column in order.split(", "))
    for each in (order, backwards):
        try:
            for row in source.rows(f"SELECT * FROM {table} ORDER BY {each}"):
                _insert(target, table, row)
        except sqlcipher3.Error:
            continue
        return


def _insert(target: Connection, table: str, row: Any) -> None:
    marks = ", ".join("?" * len(row))
    try:
        target.execute(f"INSERT OR IGNORE INTO {table} ({', '.join(row.keys())}) VALUES ({marks})", tuple(row))
    except sqlcipher3.Error as error:
        if error_name(error) != "SQLITE_CONSTRAINT":
            raise _NotWrittenError(error) from error
        raise
