"""The schema, one numbered step after another; `PRAGMA user_version` counts the steps that were made."""

from pathlib import Path

import sqlcipher3

from voiceflow.errors import HistoryError
from voiceflow.history.database import Connection, problem

# Sound: one row is a run of samples from `first_sample` on. While somebody speaks the rows are short and raw; when the
# dictation ends they are packed into fewer, longer ones. `codec` is a name that `sound.py` knows.
_DICTATIONS = (
    """CREATE TABLE dictation (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        owner TEXT NOT NULL,
        started_at REAL NOT NULL,
        state TEXT NOT NULL,
        duration_s REAL NOT NULL,
        raw_text TEXT NOT NULL,
        text TEXT NOT NULL,
        engine TEXT NOT NULL,
        model TEXT NOT NULL,
        language TEXT NOT NULL,
        app TEXT NOT NULL,
        window_title TEXT NOT NULL,
        way TEXT NOT NULL,
        error TEXT NOT NULL,
        starred INTEGER NOT NULL,
        stages TEXT NOT NULL
    )""",
    "CREATE INDEX dictation_started ON dictation (started_at)",
    "CREATE INDEX dictation_state ON dictation (state)",
    """CREATE TABLE sound (
        number INTEGER PRIMARY KEY,
        dictation INTEGER NOT NULL REFERENCES dictation (number) ON DELETE CASCADE,
        first_sample INTEGER NOT NULL,
        samples INTEGER NOT NULL,
        codec TEXT NOT NULL,
        data BLOB NOT NULL,
        UNIQUE (dictation, first_sample)
    )""",
)

_SEARCH = (
    """CREATE VIRTUAL TABLE words USING fts5(
        raw_text, text, content='dictation', content_rowid='number', tokenize='unicode61 remove_diacritics 2',
        prefix='1 2 3'
    )""",
    "INSERT INTO words (words, rank) VALUES ('secure-delete', 1)",
    "INSERT INTO words (words) VALUES ('rebuild')",
    """CREATE TRIGGER words_added AFTER INSERT ON dictation WHEN new.raw_text <> '' OR new.text <> '' BEGIN
        INSERT INTO words (rowid, raw_text, text) VALUES (new.number, new.raw_text, new.text);
    END""",
    """CREATE TRIGGER words_removed AFTER DELETE ON dictation WHEN old.raw_text <> '' OR old.text <> '' BEGIN
        INSERT INTO words (words, rowid, raw_text, text) VALUES ('delete', old.number, old.raw_text, old.text);
    END""",
    """CREATE TRIGGER words_changed AFTER UPDATE OF raw_text, text ON dictation
    WHEN old.raw_text <> new.raw_text OR old.text <> new.text BEGIN
        INSERT INTO words (words, rowid, raw_text, text)
            SELECT 'delete', old.number, old.raw_text, old.text WHERE old.raw_text <> '' OR old.text <> '';
        INSERT INTO words (rowid, raw_text, text)
            SELECT new.number, new.raw_text, new.text WHERE new.raw_text <> '' OR new.text <> '';
    END""",
)

_TRACE = ("ALTER TABLE dictation ADD COLUMN trace TEXT NOT NULL DEFAULT '[]'",)

_MEASUREMENTS = (
    """CREATE TABLE measurement (
        length_s INTEGER NOT NULL,
        begin_s INTEGER NOT NULL,
        name TEXT NOT NULL,
        engine TEXT NOT NULL,
        model TEXT NOT NULL,
        bins TEXT NOT NULL,
        PRIMARY KEY (length_s, begin_s, name, engine, model)
    ) WITHOUT ROWID""",
)

_UNFINISHED_FILES = (
    """CREATE TABLE file_part (
        file TEXT NOT NULL,
        start INTEGER NOT NULL,
        kept_at REAL NOT NULL,
        part TEXT NOT NULL,
        PRIMARY KEY (file, start)
    ) WITHOUT ROWID""",
)

_EARLIER_TEXTS = (
    "ALTER TABLE dictation ADD COLUMN corrected INTEGER NOT NULL DEFAULT 0",
    """CREATE TABLE earlier_text (
        number INTEGER PRIMARY KEY,
        dictation INTEGER NOT NULL REFERENCES dictation (number) ON DELETE CASCADE,
        replaced_at REAL NOT NULL,
        engine TEXT NOT NULL,
        model TEXT NOT NULL,
        language TEXT NOT NULL,
        raw_text TEXT NOT NULL,
        text TEXT NOT NULL,
        trace TEXT NOT NULL,
        corrected INTEGER NOT NULL
    )""",
    "CREATE INDEX earlier_text_of ON earlier_text (dictation)",
)

# The newest of a kind, without reading the others.
_FILTERS = (
    "DROP INDEX dictation_state",
    "CREATE INDEX dictation_state ON dictation (state, started_at)",
    "CREATE INDEX dictation_app ON dictation (app, started_at)",
    "CREATE INDEX dictation_model ON dictation (model, started_at)",
    "CREATE INDEX dictation_starred ON dictation (started_at) WHERE starred",
)

# Counting the words of 100,000 texts would take seconds each time that somebody looks at the statistics.
_WORD_COUNTS = (
    "ALTER TABLE dictation ADD COLUMN word_count INTEGER NOT NULL DEFAULT 0",
    """UPDATE dictation SET word_count = length(trim(text)) - length(replace(trim(text), ' ', '')) + 1
    WHERE trim(text) <> ''""",
)

# `key`: the spelling without capitals.
_VOCABULARY = (
    """CREATE TABLE term (
        number INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        spelling TEXT NOT NULL,
        sounds_like TEXT NOT NULL,
        category TEXT NOT NULL,
        weight INTEGER NOT NULL,
        exact INTEGER NOT NULL,
        learned INTEGER NOT NULL
    )""",
    """CREATE TABLE lesson (
        number INTEGER PRIMARY KEY,
        heard TEXT NOT NULL,
        meant TEXT NOT NULL,
        kind TEXT NOT NULL,
        times INTEGER NOT NULL,
        last_at REAL NOT NULL,
        last_dictation TEXT NOT NULL,
        UNIQUE (heard, meant)
    )""",
)

# Sound of texts that were read aloud; `key` is a hash over the text and who spoke it.
_SPOKEN = (
    """CREATE TABLE spoken (
        number INTEGER PRIMARY KEY,
        key BLOB NOT NULL UNIQUE,
        used_at REAL NOT NULL,
        size INTEGER NOT NULL,
        data BLOB NOT NULL
    )""",
    "CREATE INDEX spoken_used ON spoken (used_at, size)",
)

# What was corrected once only is a piece of that dictation, and goes with it.
_LESSONS_GO = (
    """CREATE TRIGGER lesson_of_deleted AFTER DELETE ON dictation BEGIN
        DELETE FROM lesson WHERE last_dictation = old.id AND times < 2;
    END""",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    _DICTATIONS,
    _SEARCH,
    _MEASUREMENTS,
    _TRACE,
    _UNFINISHED_FILES,
    _EARLIER_TEXTS,
    _FILTERS,
    _WORD_COUNTS,
    _VOCABULARY,
    _SPOKEN,
    _LESSONS_GO,
)


def migrate(db: Connection, path: Path) -> None:
    """All missing steps in one transaction: a crash or a full disk leaves the version that was there."""
    try:
        version = _version(db)
        if version == len(MIGRATIONS):
            return
        if version > len(MIGRATIONS):
            raise HistoryError(
                "history.newer",
                f"The history {path} was written by a newer VoiceFlow",
                "Update VoiceFlow; nothing was changed.",
            )
        db.execute("BEGIN IMMEDIATE")
        try:
            for step in MIGRATIONS[_version(db) :]:  # read again: another process may have been faster
                for statement in step:
                    db.execute(statement)
            db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
            db.execute("COMMIT")
        except BaseException:
            roll_back(db)
            raise
    except sqlcipher3.Error as error:
        raise problem(error, path) from error


def roll_back(db: Connection) -> None:
    """SQLite has already done it after some errors."""
    if db.in_transaction:
        db.execute("ROLLBACK")


def _version(db: Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])
