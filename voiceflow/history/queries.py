"""Rows and `Dictation`s; questions to the database. Every function runs on the caller's connection."""

import dataclasses
import json
import re
from collections.abc import Iterable
from typing import Any

from voiceflow.events import Stage
from voiceflow.history.database import Connection
from voiceflow.history.records import Dictation, DictationState, RuleStep

_COLUMNS = tuple(field.name for field in dataclasses.fields(Dictation))
_SELECT = "SELECT " + ", ".join(f"d.{name}" for name in _COLUMNS) + " FROM dictation d"
_RANKED = 2000
_NEWEST_FIRST = "ORDER BY d.started_at DESC, d.number DESC"

# Chinese, Japanese, Thai, Lao, Burmese and Khmer put no space between words, so an index of words does not find them.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)


def columns(fields: dict[str, Any]) -> dict[str, Any]:
    """Fields of a `Dictation` as the database keeps them; `TypeError` for a name that is none."""
    unknown = set(fields) - set(_COLUMNS)
    if unknown:
        raise TypeError(f"a dictation has no {', '.join(sorted(unknown))}")
    return {name: _stored(value) for name, value in fields.items()}


def insert(db: Connection, dictation: Dictation, owner: str) -> None:
    values = columns({name: getattr(dictation, name) for name in _COLUMNS}) | {"owner": owner}
    marks = ", ".join("?" * len(values))
    db.execute(f"INSERT INTO dictation ({', '.join(values)}) VALUES ({marks})", tuple(values.values()))


def update(db: Connection, dictation_id: str, values: dict[str, Any]) -> None:
    """`LookupError` when there is no such dictation."""
    marks = ", ".join(f"{name} = ?" for name in values)
    cursor = db.execute(f"UPDATE dictation SET {marks} WHERE id = ?", (*values.values(), dictation_id))
    if cursor.rowcount == 0:
        raise LookupError("no such dictation")


def delete(db: Connection, dictation_id: str) -> None:
    """With its sound. `LookupError` when there is no such dictation."""
    if db.execute("DELETE FROM dictation WHERE id = ?", (dictation_id,)).rowcount == 0:
        raise LookupError("no such dictation")


def get(db: Connection, dictation_id: str) -> Dictation | None:
    row = db.execute(f"{_SELECT} WHERE d.id = ?", (dictation_id,)).fetchone()
    return _dictation(row) if row else None


def starting_with(db: Connection, prefix: str, limit: int) -> list[Dictation]:
    rows = db.execute(f"{_SELECT} WHERE substr(d.id, 1, ?) = ? {_NEWEST_FIRST} LIMIT ?", (len(prefix), prefix, limit))
    return [_dictation(row) for row in rows]


def listing(db: Connection, conditions: "Conditions", limit: int, offset: int) -> list[Dictation]:
    where, values = conditions.sql()
    rows = db.execute(f"{_SELECT} {where} {_NEWEST_FIRST} LIMIT ? OFFSET ?", (*values, limit, offset))
    return [_dictation(row) for row in rows]


def count(db: Connection, conditions: "Conditions") -> int:
    where, values = conditions.sql()
    return int(db.execute(f"SELECT count(*) FROM dictation d {where}", values).fetchone()[0])


@dataclasses.dataclass(frozen=True, slots=True)
class Conditions:
    """Which dictations; `since` in seconds since 1970, UTC."""

    states: tuple[DictationState, ...] = ()
    app: str | None = None
    since: float | None = None

    def sql(self) -> tuple[str, tuple[Any, ...]]:
        parts: list[str] = []
        values: list[Any] = []
        if self.states:
            parts.append(f"d.state IN ({', '.join('?' * len(self.states))})")
            values += [str(state) for state in self.states]
        if self.app is not None:
            parts.append("d.app = ?")
            values.append(self.app)
        if self.since is not None:
            parts.append("d.started_at >= ?")
            values.append(self.since)
        return ("WHERE " + " AND ".join(parts) if parts else ""), tuple(values)


def search(db: Connection, words: str, limit: int) -> list[Dictation]:
    """Every word must occur; of the last one the beginning is enough, unless there are enough answers with the whole
    word. Best first; newest first where so many fit that a rank says little and costs much (0.3 s for 42,000 of
    100,000, against 1 ms). Nothing that the user types is query syntax."""
    terms = words.replace("\0", " ").split()
    if not terms:
        return []
    if any(_UNSPACED.search(term) or not any(letter.isalnum() for letter in term) for term in terms):
        return _search_anywhere(db, terms, limit)
    query = " ".join('"' + term.replace('"', '""') + '"' for term in terms)
    if _matches(db, query, limit) < limit:
        query += "*"
    order = "rank" if _matches(db, query, _RANKED + 1) <= _RANKED else "rowid DESC"
    best = db.execute(
        f"SELECT rowid FROM words WHERE words MATCH ? ORDER BY {order} LIMIT ?", (query, limit)
    ).fetchall()
    return [_dictation(db.execute(f"{_SELECT} WHERE d.number = ?", tuple(row)).fetchone()) for row in best]


def _matches(db: Connection, query: str, at_most: int) -> int:
    """Counts no further than `at_most`."""
    counted = "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)"
    return int(db.execute(counted, (query, at_most)).fetchone()[0])


def _search_anywhere(db: Connection, terms: Iterable[str], limit: int) -> list[Dictation]:
    """Reads every text, newest first."""
    terms = tuple(terms)
    where = " AND ".join("(instr(d.text, ?) OR instr(d.raw_text, ?))" for _ in terms)
    values = [value for term in terms for value in (term, term)]
    rows = db.execute(f"{_SELECT} WHERE {where} {_NEWEST_FIRST} LIMIT ?", (*values, limit))
    return [_dictation(row) for row in rows]


def _stored(value: Any) -> Any:
    if isinstance(value, tuple):
        return json.dumps([dataclasses.astuple(entry) for entry in value])
    if isinstance(value, DictationState):
        return value.value
    return value


def _dictation(row: Any) -> Dictation:
    values = dict(zip(_COLUMNS, tuple(row), strict=True))
    values["state"] = DictationState(values["state"])
    values["starred"] = bool(values["starred"])
    values["stages"] = tuple(Stage(*stage) for stage in json.loads(values["stages"]))
    values["trace"] = tuple(RuleStep(*step) for step in json.loads(values["trace"]))
    return Dictation(**values)
