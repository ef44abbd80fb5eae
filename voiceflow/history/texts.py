"""The texts that a dictation had before: nothing that was recognized or written is lost when it gets another one."""

import time
from typing import Any

from voiceflow.history.database import Connection
from voiceflow.history.queries import columns, update
from voiceflow.history.records import EarlierText, steps

_KEPT = "engine, model, language, raw_text, text, trace, corrected"


def keep(db: Connection, dictation_id: str) -> None:
    """What there is now, as an earlier text; nothing where there is no text."""
    db.execute(
        f"INSERT INTO earlier_text (dictation, replaced_at, {_KEPT}) SELECT number, ?, {_KEPT} FROM dictation"
        " WHERE id = ? AND (text <> '' OR raw_text <> '')",
        (time.time(), dictation_id),
    )


def rewrite(db: Connection, dictation_id: str, fields: dict[str, Any]) -> None:
    """Another text by a model or a rule. `LookupError` when there is no such dictation."""
    keep(db, dictation_id)
    update(db, dictation_id, {"corrected": 0} | columns(fields))


def correct(db: Connection, dictation_id: str, text: str) -> str:
    """By the user; returns the text before. The first correction keeps that beside, a further one replaces the last.
    `LookupError` when there is no such dictation."""
    row = db.execute("SELECT text, corrected FROM dictation WHERE id = ?", (dictation_id,)).fetchone()
    if row is None:
        raise LookupError("no such dictation")
    if text.strip() != row["text"].strip():
        if not row["corrected"]:
            keep(db, dictation_id)
        update(db, dictation_id, {"text": text, "corrected": 1})
    return str(row["text"])


def use(db: Connection, dictation_id: str, number: int) -> bool:
    """An earlier text becomes the text again, and the one that it replaces an earlier one; False when it is gone."""
    mine = "number = ? AND dictation = (SELECT number FROM dictation WHERE id = ?)"
    row = db.execute(f"SELECT {_KEPT} FROM earlier_text WHERE {mine}", (number, dictation_id)).fetchone()
    if row is None:
        return False
    keep(db, dictation_id)
    update(db, dictation_id, dict(zip(row.keys(), tuple(row), strict=True)))
    db.execute("DELETE FROM earlier_text WHERE number = ?", (number,))
    return True


def earlier(db: Connection, dictation_id: str) -> list[EarlierText]:
    """The last replaced one first."""
    rows = db.execute(
        f"SELECT number, replaced_at, {_KEPT} FROM earlier_text"
        " WHERE dictation = (SELECT number FROM dictation WHERE id = ?) ORDER BY number DESC",
        (dictation_id,),
    )
    return [_earlier(dict(zip(row.keys(), tuple(row), strict=True))) for row in rows]


def _earlier(values: dict[str, Any]) -> EarlierText:
    return EarlierText(**values | {"corrected": bool(values["corrected"]), "trace": steps(values["trace"])})
