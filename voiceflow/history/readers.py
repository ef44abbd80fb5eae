"""Connections for reading, as many as threads that read at the same moment; kept for the next one."""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import sqlcipher3

from voiceflow.errors import HistoryError
from voiceflow.history.database import Connection, problem

T = TypeVar("T")

_KEPT = 2
_TIMES = 200


class Readers:
    """From any thread. `damaged` is called once when a page cannot be read, by whoever meets it first."""

    def __init__(
        self, connect: Callable[[], Connection], path: Path, damaged: Callable[[HistoryError], None] = lambda _: None
    ) -> None:
        self._connect = connect
        self._damaged, self._told = damaged, False
        self._path = path
        self._idle: list[Connection] = []
        self._busy = 0
        self._closed = False
        self._changed = threading.Condition()
        self.times_ms: deque[float] = deque(maxlen=_TIMES)

    def read(self, question: Callable[[Connection], T]) -> T:
        """Raises `HistoryError`."""
        began_s = time.perf_counter()
        with self._borrowed() as db:
            try:
                return question(db)
            except sqlcipher3.Error as error:
                told = problem(error, self._path)
                if told.code == "history.damaged":
                    self._meet_damage(told)
                raise told from error
            finally:
                self.times_ms.append((time.perf_counter() - began_s) * 1000)

    def _meet_damage(self, error: HistoryError) -> None:
        with self._changed:
            known, self._told = self._told, True
        if not known:
            self._damaged(error)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """No reader is open inside, and none is opened."""
        with self._changed:
            self._changed.wait_for(lambda: self._busy == 0)
            self._close_idle()
            self._told = False
            yield

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._close_idle()

    @contextmanager
    def _borrowed(self) -> Iterator[Connection]:
        with self._changed:
            if self._closed:
                raise HistoryError("history.closed", "The history is closed")
            db = self._idle.pop() if self._idle else None
            self._busy += 1
        is_sound = False  # after a damaged page SQLCipher refuses everything on that connection
        try:
            db = db or self._connect()
            yield db
            is_sound = True
        finally:
            self._give_back(db, is_sound)

    def _give_back(self, db: Connection | None, is_sound: bool) -> None:
        with self._changed:
            self._busy -= 1
            if db and is_sound and len(self._idle) < _KEPT and not self._closed:
                self._idle.append(db)
            elif db:
                db.close()
            self._changed.notify_all()

    def _close_idle(self) -> None:
        while self._idle:
            self._idle.pop().close()
