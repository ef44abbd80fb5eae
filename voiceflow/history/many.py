"""What users do to many dictations at once, a few hundred a transaction: new sound never waits long behind it."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from voiceflow.history.database import Connection
from voiceflow.history.queries import Numbers
from voiceflow.history.records import UNFINISHED

_AT_ONCE = 200
_ENDED = "state NOT IN (" + ", ".join(f"'{state.value}'" for state in UNFINISHED) + ")"

Change = Callable[[Connection, tuple[int, ...]], int]
Submit = Callable[[Callable[[Connection], Any]], "Future[Any]"]


def in_steps(submit: Submit, wanted: Numbers, change: Change) -> "Future[int]":
    """Gives how many changed, when all have."""
    done: Future[int] = Future()

    def go_on(at: int, changed: int) -> None:
        some = tuple(wanted[at : at + _AT_ONCE])
        if not some:
            done.set_result(changed)
            return
        step = submit(lambda db: change(db, some))
        step.add_done_callback(lambda end: end_step(end, at + len(some), changed))

    def end_step(step: "Future[int]", at: int, changed: int) -> None:
        if error := step.exception():
            done.set_exception(error)
        else:
            go_on(at, changed + step.result())

    go_on(0, 0)
    return done


def delete(db: Connection, some: tuple[int, ...]) -> int:
    """With sound and earlier texts; those that are being made stay."""
    return int(db.execute(f"DELETE FROM dictation WHERE {_ENDED} AND number IN ({_marks(some)})", some).rowcount)


def delete_sound(db: Connection, some: tuple[int, ...]) -> int:
    ended = f"SELECT number FROM dictation WHERE {_ENDED} AND number IN ({_marks(some)})"
    (having,) = db.execute(f"SELECT count(DISTINCT dictation) FROM sound WHERE dictation IN ({ended})", some).fetchone()
    db.execute(f"DELETE FROM sound WHERE dictation IN ({ended})", some)
    return int(having)


def star(db: Connection, some: tuple[int, ...]) -> int:
    return _set_star(db, some, 1)


def unstar(db: Connection, some: tuple[int, ...]) -> int:
    return _set_star(db, some, 0)


def _set_star(db: Connection, some: tuple[int, ...], starred: int) -> int:
    question = f"UPDATE dictation SET starred = ? WHERE starred <> ? AND number IN ({_marks(some)})"
    return int(db.execute(question, (starred, starred, *some)).rowcount)


def _marks(some: tuple[int, ...]) -> str:
    return ", ".join("?" * len(some))
