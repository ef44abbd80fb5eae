import dataclasses
import time
from pathlib import Path

import pytest
import sqlcipher3

from voiceflow.errors import HistoryError
from voiceflow.history import queries
from voiceflow.history.database import Connection, connect
from voiceflow.history.migrations import _WORD_COUNTS, MIGRATIONS, migrate
from voiceflow.history.records import Dictation, DictationState

KEY = "5a" * 32


def schema(db: Connection) -> list[tuple[str, str]]:
    return [tuple(row) for row in db.execute("SELECT name, sql FROM sqlite_master ORDER BY name")]


def at_version(path: Path, version: int) -> Connection:
    """A database as an older VoiceFlow left it, with a dictation where there is a table for it."""
    db = connect(path, KEY, create=True)
    for step in MIGRATIONS[:version]:
        for statement in step:
            db.execute(statement)
    db.execute(f"PRAGMA user_version = {version}")
    if version:
        _insert(db, Dictation("old", time.time(), DictationState.DONE, text="from before"))
    return db


def _insert(db: Connection, dictation: Dictation) -> None:
    """With the columns that there were then."""
    there = {str(row[1]) for row in db.execute("PRAGMA table_info(dictation)")}
    fields = {entry.name: getattr(dictation, entry.name) for entry in dataclasses.fields(Dictation)}
    values = queries.columns({name: value for name, value in fields.items() if name in there}) | {"owner": ""}
    marks = ", ".join("?" * len(values))
    db.execute(f"INSERT INTO dictation ({', '.join(values)}) VALUES ({marks})", tuple(values.values()))


@pytest.fixture
def newest(tmp_path: Path) -> list[tuple[str, str]]:
    db = connect(tmp_path / "newest.db", KEY, create=True)
    migrate(db, tmp_path / "newest.db")
    return schema(db)


@pytest.mark.parametrize("version", range(len(MIGRATIONS) + 1))
def test_every_older_version_becomes_the_newest_and_keeps_what_it_has(
    tmp_path: Path, newest: list[tuple[str, str]], version: int
) -> None:
    db = at_version(tmp_path / "old.db", version)
    migrate(db, tmp_path / "old.db")
    assert schema(db) == newest
    assert [found.id for found in queries.search(db, "before", 10)] == (["old"] if version else [])
    db.close()


def test_the_words_of_older_dictations_are_counted(tmp_path: Path) -> None:
    db = at_version(tmp_path / "old.db", MIGRATIONS.index(_WORD_COUNTS))
    migrate(db, tmp_path / "old.db")
    assert db.execute("SELECT word_count FROM dictation").fetchone()[0] == 2
    db.close()


def test_a_newer_database_is_left_alone(tmp_path: Path) -> None:
    db = connect(tmp_path / "new.db", KEY, create=True)
    db.execute("PRAGMA user_version = 99")
    with pytest.raises(HistoryError) as error:
        migrate(db, tmp_path / "new.db")
    assert error.value.code == "history.newer"
    assert db.execute("PRAGMA user_version").fetchone()[0] == 99
    db.close()


def test_a_step_that_fails_leaves_the_version_before_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    db = at_version(tmp_path / "old.db", 1)
    before = schema(db)
    broken = (*MIGRATIONS, ("CREATE TABLE extra (a)", "this is no statement"))
    monkeypatch.setattr("voiceflow.history.migrations.MIGRATIONS", broken)
    with pytest.raises(HistoryError):
        migrate(db, tmp_path / "old.db")
    assert schema(db) == before
    assert db.execute("PRAGMA user_version").fetchone()[0] == 1
    db.close()


def test_the_file_is_encrypted_whole(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    db = at_version(path, len(MIGRATIONS))
    db.close()
    content = path.read_bytes()
    assert not content.startswith(b"SQLite format 3")
    assert b"CREATE TABLE" not in content
    plain = sqlcipher3.connect(str(path))
    with pytest.raises(sqlcipher3.DatabaseError):
        plain.execute("SELECT * FROM dictation")
    plain.close()
