"""Rows and `Dictation`s; questions to the database. Every function runs on the caller's connection."""

import dataclasses
import json
import re
from array import array
from collections.abc import Iterable, Sequence
from typing import Any

from voiceflow.events import Stage
from voiceflow.history.database import Connection
from voiceflow.history.records import Dictation, DictationState, steps

_COLUMNS = tuple(field.name for field in dataclasses.fields(Dictation))
_SELECT = "SELECT " + ", ".join(f"d.{name}" for name in _COLUMNS) + " FROM dictation d"
_RANKED = 2000
_FEW = 5000
_AT_ONCE = 500
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


def count_words(text: str) -> int:
    """What stands between spaces; two characters a word where a language has none."""
    return len(_UNSPACED.sub(" ", text).split()) + len(_UNSPACED.findall(text)) // 2


def insert(db: Connection, dictation: Dictation, owner: str) -> None:
    values = columns({name: getattr(dictation, name) for name in _COLUMNS}) | {"owner": owner}
    values["word_count"] = count_words(dictation.text)
    marks = ", ".join("?" * len(values))
    db.execute(f"INSERT INTO dictation ({', '.join(values)}) VALUES ({marks})", tuple(values.values()))


def update(db: Connection, dictation_id: str, values: dict[str, Any]) -> None:
    """`LookupError` when there is no such dictation."""
    if "text" in values:
        values = values | {"word_count": count_words(values["text"])}
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
    """Which dictations. `since` and `until` in seconds since 1970, UTC; `words` must occur, of the last one at least
    the beginning: any text is valid, nothing in it is query syntax."""

    states: tuple[DictationState, ...] = ()
    app: str | None = None
    since: float | None = None
    until: float | None = None
    model: str | None = None
    starred: bool = False
    words: str = ""

    def sql(self) -> tuple[str, tuple[Any, ...]]:
        """Without `words`, which another index knows."""
        parts: list[str] = []
        values: list[Any] = []
        if self.states:
            parts.append(f"d.state IN ({', '.join('?' * len(self.states))})")
            values += [str(state) for state in self.states]
        for question, value in (
            ("d.app = ?", self.app),
            ("d.started_at >= ?", self.since),
            ("d.started_at < ?", self.until),
            ("d.model = ?", self.model),
        ):
            if value is not None:
                parts.append(question)
                values.append(value)
        if self.starred:
            parts.append("d.starred")
        return ("WHERE " + " AND ".join(parts) if parts else ""), tuple(values)

    def fits(self, dictation: Dictation) -> bool:
        """The same for one, also without `words`."""
        return (
            (not self.states or dictation.state in self.states)
            and self.app in (None, dictation.app)
            and self.model in (None, dictation.model)
            and (self.since is None or dictation.started_at >= self.since)
            and (self.until is None or dictation.started_at < self.until)
            and (dictation.starred or not self.starred)
        )


Numbers = Sequence[int]
"""Rows of the database, by their keys there: eight bytes each, so that a list of all of them can be held."""


def numbers(db: Connection, conditions: Conditions, limit: int = -1) -> Numbers:
    """Newest first; where words are searched, best first: those with the whole last word before those with its
    beginning, and newest first where so many fit that a rank says little and costs much (0.3 s for 42,000 of 100,000,
    against 1 ms). A search with a limit gives the beginning of the one without."""
    terms = conditions.words.replace("\0", " ").split()
    where, values = conditions.sql()
    if not terms:
        return _keys(db, f"SELECT d.number AS key FROM dictation d {where} {_NEWEST_FIRST} LIMIT ?", (*values, limit))
    if found_anywhere(terms):
        return _numbers_anywhere(db, terms, conditions, limit)
    query = " ".join('"' + term.replace('"', '""') + '"' for term in terms)
    matches = _count(db, query)
    found = _matching(db, query, matches, conditions, limit)
    if 0 <= limit <= len(found):
        return found
    more_matches = _count(db, query + "*")
    if more_matches == matches <= _RANKED:
        return found
    whole = set(found)
    more = _matching(db, query + "*", more_matches, conditions, -1 if limit < 0 else limit + len(found))
    found.extend(number for number in more if number not in whole)
    return found[:limit] if limit >= 0 else found


def rows(db: Connection, wanted: Numbers) -> list[Dictation]:
    """In the order asked for; those that are gone are left out."""
    found: dict[int, Dictation] = {}
    for at in range(0, len(wanted), _AT_ONCE):
        some = tuple(wanted[at : at + _AT_ONCE])
        marks = ", ".join("?" * len(some))
        select = _SELECT.replace("SELECT ", "SELECT d.number, ", 1)
        for row in db.execute(f"{select} WHERE d.number IN ({marks})", some):
            found[row[0]] = _dictation(tuple(row)[1:])
    return [found[number] for number in wanted if number in found]


def number_of(db: Connection, dictation_id: str) -> int | None:
    row = db.execute("SELECT number FROM dictation WHERE id = ?", (dictation_id,)).fetchone()
    return int(row[0]) if row else None


def distinct(db: Connection, column: str) -> list[str]:
    """Every app, model or state that occurs, by name."""
    columns({column: ""})
    return [row[0] for row in db.execute(f"SELECT DISTINCT {column} FROM dictation ORDER BY {column}") if row[0]]


def search(db: Connection, words: str, limit: int) -> list[Dictation]:
    """Best first, as `numbers` has it; nothing for no word."""
    return rows(db, numbers(db, Conditions(words=words), limit)) if words.strip(" \t\r\n\0") else []


def found_anywhere(terms: Iterable[str]) -> bool:
    """Whether the index of words cannot know one of these."""
    return any(_UNSPACED.search(term) or not any(letter.isalnum() for letter in term) for term in terms)


def _count(db: Connection, query: str) -> int:
    """No further than it matters for the order."""
    counted = "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)"
    return int(db.execute(counted, (query, _RANKED + 1)).fetchone()[0])


def _matching(db: Connection, query: str, matches: int, conditions: Conditions, limit: int) -> "array[int]":
    if not matches:
        return array("q")
    only, values = _only(db, conditions)
    order = "rank, rowid DESC" if matches <= _RANKED else "rowid DESC"
    question = f"SELECT rowid AS key FROM words WHERE words MATCH ? {only} ORDER BY {order} LIMIT ?"
    return _keys(db, question, (query, *values, limit))


def _keys(db: Connection, question: str, values: tuple[Any, ...]) -> "array[int]":
    """In one step of SQLite, which runs beside Python: row by row, two threads would hand the interpreter to and fro
    100,000 times."""
    (joined,) = db.execute(f"SELECT group_concat(key) FROM ({question})", values).fetchone()
    return array("q", map(int, joined.split(",") if joined else ()))


def _only(db: Connection, conditions: Conditions) -> tuple[str, tuple[Any, ...]]:
    """Where few dictations fit they are listed once (the plus keeps SQLite from asking the index of words for each of
    them); else each one found is looked at: 190 ms against 2 ms at 100,000, and the other way round."""
    where, values = conditions.sql()
    if not where:
        return "", ()
    few = f"SELECT count(*) FROM (SELECT 1 FROM dictation d {where} LIMIT ?)"
    if db.execute(few, (*values, _FEW + 1)).fetchone()[0] <= _FEW:
        return f"AND +rowid IN (SELECT d.number FROM dictation d {where})", values
    return f"AND EXISTS (SELECT 1 FROM dictation d {where} AND d.number = words.rowid)", values


def _numbers_anywhere(db: Connection, terms: Iterable[str], conditions: Conditions, limit: int) -> Numbers:
    """Reads every text, newest first."""
    where, values = conditions.sql()
    holds = "(instr(d.text, ?) OR instr(d.raw_text, ?))"
    every = [value for term in terms for value in (term, term)]
    where = " AND ".join([where or "WHERE true", *[holds] * (len(every) // 2)])
    question = f"SELECT d.number AS key FROM dictation d {where} {_NEWEST_FIRST} LIMIT ?"
    return _keys(db, question, (*values, *every, limit))


def _stored(value: Any) -> Any:
    if isinstance(value, tuple):
        return json.dumps([dataclasses.astuple(entry) for entry in value])
    if isinstance(value, DictationState):
        return value.value
    return value


def _dictation(row: Any) -> Dictation:
    values = dict(zip(_COLUMNS, tuple(row), strict=True))
    values["state"] = DictationState(values["state"])
    values["starred"], values["corrected"] = bool(values["starred"]), bool(values["corrected"])
    values["stages"] = tuple(Stage(*stage) for stage in json.loads(values["stages"]))
    values["trace"] = steps(values["trace"])
    return Dictation(**values)
