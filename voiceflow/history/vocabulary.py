"""The user's vocabulary and what corrections teach: names of people are private, so they are kept encrypted."""

import json
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voiceflow.history.database import Connection

if TYPE_CHECKING:
    from concurrent.futures import Future

    from voiceflow.history.readers import Readers
    from voiceflow.history.writer import Writer


@dataclass(frozen=True, slots=True)
class Term:
    """A word as it is spelt; `exact`: written only for what it sounds like. Two that differ in capitals only are
    one."""

    spelling: str
    sounds_like: tuple[str, ...]
    category: str
    weight: int
    exact: bool
    learned: bool


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was recognized, what the user made of it, and in how many dictations. `kind` says what it teaches:
    `vocabulary` or `replacement`."""

    heard: str
    meant: str
    kind: str
    times: int


class VocabularyShelf:
    """Part of the history: writes on its thread, reads on the caller's. `HistoryError`."""

    def __init__(self, writer: "Writer", readers: "Readers") -> None:
        self._writer, self._readers = writer, readers

    def terms(self) -> list[Term]:
        """In the order in which they were first added."""
        return self._readers.read(_terms)

    def keep(self, terms: Sequence[Term]) -> "Future[None]":
        """Over those of the same spelling, which keep their place."""
        return self._writer.submit(lambda db: _keep(db, terms))

    def remove(self, spellings: Iterable[str]) -> "Future[int]":
        """How many were there. What corrections taught of them is forgotten too."""
        keys = [spelling.casefold() for spelling in spellings]
        return self._writer.submit(lambda db: _remove(db, keys))

    def lessons(self) -> list[Lesson]:
        """Latest first."""
        return self._readers.read(_lessons)

    def note(self, dictation_id: str, heard: str, meant: str, kind: str) -> "Future[Lesson]":
        """As it is from now on. The same of the same dictation counts once."""
        return self._writer.submit(lambda db: _note(db, dictation_id, (heard, meant, kind)))

    def forget(self, heard: str, meant: str) -> "Future[int]":
        """How many lessons there were."""
        return self._writer.submit(lambda db: _forget(db, heard, meant))


def _terms(db: Connection) -> list[Term]:
    rows = db.execute("SELECT spelling, sounds_like, category, weight, exact, learned FROM term ORDER BY number")
    return [Term(row[0], tuple(json.loads(row[1])), row[2], row[3], bool(row[4]), bool(row[5])) for row in rows]


def _keep(db: Connection, terms: Iterable[Term]) -> None:
    for term in terms:
        sounds_like = json.dumps(term.sounds_like, ensure_ascii=False)
        db.execute(
            """INSERT INTO term (key, spelling, sounds_like, category, weight, exact, learned)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (key) DO UPDATE SET spelling = excluded.spelling, sounds_like = excluded.sounds_like,
            category = excluded.category, weight = excluded.weight, exact = excluded.exact,
            learned = excluded.learned""",
            (
                term.spelling.casefold(),
                term.spelling,
                sounds_like,
                term.category,
                term.weight,
                term.exact,
                term.learned,
            ),
        )


def _remove(db: Connection, keys: Sequence[str]) -> int:
    """A lesson that is learned already would bring the term back at the next correction."""
    for key in keys:
        meant = [row[0] for row in db.execute("SELECT DISTINCT meant FROM lesson") if row[0].casefold() == key]
        db.executemany("DELETE FROM lesson WHERE meant = ?", [(each,) for each in meant])
    return sum(db.execute("DELETE FROM term WHERE key = ?", (key,)).rowcount for key in keys)


def _lessons(db: Connection) -> list[Lesson]:
    rows = db.execute("SELECT heard, meant, kind, times FROM lesson ORDER BY last_at DESC, number DESC")
    return [Lesson(*row) for row in rows]


def _note(db: Connection, dictation_id: str, lesson: tuple[str, str, str]) -> Lesson:
    db.execute(
        """INSERT INTO lesson (heard, meant, kind, times, last_at, last_dictation) VALUES (?, ?, ?, 1, ?, ?)
        ON CONFLICT (heard, meant) DO UPDATE SET times = times + (last_dictation <> excluded.last_dictation),
        kind = excluded.kind, last_at = excluded.last_at, last_dictation = excluded.last_dictation""",
        (*lesson, time.time(), dictation_id),
    )
    row = db.execute("SELECT heard, meant, kind, times FROM lesson WHERE heard = ? AND meant = ?", lesson[:2])
    return Lesson(*row.fetchone())


def _forget(db: Connection, heard: str, meant: str) -> int:
    return int(db.execute("DELETE FROM lesson WHERE heard = ? AND meant = ?", (heard, meant)).rowcount)
