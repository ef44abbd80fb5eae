"""The one thread that writes. A write that the disk refuses is kept, in its place, and tried again."""

import logging
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlcipher3

from voiceflow.errors import HistoryError
from voiceflow.history.database import Connection, problem, will_pass
from voiceflow.history.migrations import roll_back
from voiceflow.mailbox import Mailbox

log = logging.getLogger(__name__)

RETRY_AFTER_S = 1.0
_KEPT = "Until then what you say is kept in memory."

Work = Callable[[Connection], Any]


@dataclass(slots=True)
class _Write:
    work: Work
    left: Callable[[], None] | None
    answer: "Future[Any]" = field(default_factory=Future)

    def answer_with(self, result: Any) -> None:
        if not self.answer.done():
            self.answer.set_result(result)

    def fail_with(self, error: BaseException) -> None:
        if not self.answer.done():
            self.answer.set_exception(error)


class Writer:
    """Thread `history`. `trouble` is called on it, once for each time that the disk begins to refuse."""

    def __init__(self, db: Connection, reconnect: Callable[[], Connection], path: Path) -> None:
        self._db: Connection | None = db
        self._reconnect = reconnect
        self._path = path
        self._waiting: deque[_Write] = deque()
        self._problem: HistoryError | None = None
        self._mailbox = Mailbox("history").start()
        self.trouble: Callable[[HistoryError], None] | None = None

    @property
    def backlog(self) -> int:
        return len(self._waiting) + self._mailbox.backlog

    def submit(self, work: Work, left: Callable[[], None] | None = None) -> "Future[Any]":
        """Runs `work` in a transaction of its own, in order. When the disk refuses, the future fails at once with
        `HistoryError`, but the write stays and is tried again. `left` is called when it is done with, either way."""
        write = _Write(work, left)
        if self._mailbox.ask(self._accept, write).cancelled():
            write.fail_with(HistoryError("history.closed", "The history is closed"))
        return write.answer

    def submit_after(self, delay_s: float, call: Callable[[], None]) -> None:
        self._mailbox.post_after(delay_s, call)

    def alone(self, work: Callable[[], Any]) -> "Future[Any]":
        """Runs `work` with this thread's connection closed. What the disk refused is tried again after it."""
        return self._mailbox.ask(self._run_alone, work)

    def stop(self) -> HistoryError | None:
        """Writes what waits, then closes; returns what kept something from being saved, which is lost now."""
        self._mailbox.post(self._work_off)
        self._mailbox.post(self._disconnect)
        self._mailbox.stop()
        if not self._waiting or self._problem is None:
            return None
        self._waiting.clear()
        return HistoryError("history.unsaved", f"The last dictations were not saved: {self._problem.title}", "")

    def _accept(self, write: _Write) -> None:
        self._waiting.append(write)
        if self._problem is None:
            self._work_off()
        else:
            write.fail_with(self._problem)

    def _work_off(self) -> None:
        while self._waiting:
            write = self._waiting[0]
            try:
                result = self._in_transaction(write.work)
            except Exception as error:
                if will_pass(error) or isinstance(error, HistoryError):
                    self._refused(error)
                    return
                self._give_up(write, error)
            else:
                self._leave(write)
                write.answer_with(result)
        if self._problem:
            log.info("the history is written again")
            self._problem = None

    def _in_transaction(self, work: Work) -> Any:
        if self._db is None:
            self._db = self._reconnect()
        self._db.execute("BEGIN IMMEDIATE")
        try:
            result = work(self._db)
            self._db.execute("COMMIT")
        except BaseException:
            roll_back(self._db)
            raise
        return result

    def _refused(self, error: Exception) -> None:
        """A connection that saw an input/output error is not trusted again."""
        is_new = self._problem is None
        cause = error if isinstance(error, HistoryError) else problem(error, self._path)
        self._problem = HistoryError(cause.code, cause.title, f"{cause.hint} {_KEPT}")
        self._disconnect()
        for write in self._waiting:
            write.fail_with(self._problem)
        self._mailbox.post_after(RETRY_AFTER_S, self._retry)
        if is_new:
            log.warning("the history cannot be written: %s", self._problem.code)
            if self.trouble:
                self.trouble(self._problem)

    def _retry(self) -> None:
        if self._problem:
            self._work_off()

    def _give_up(self, write: _Write, error: Exception) -> None:
        """The write itself is wrong, for example sound for a dictation that has been deleted."""
        log.warning("a write to the history was dropped: %s", type(error).__name__)
        self._leave(write)
        write.fail_with(problem(error, self._path) if isinstance(error, sqlcipher3.Error) else error)

    def _leave(self, write: _Write) -> None:
        self._waiting.popleft()
        if write.left:
            write.left()

    def _run_alone(self, work: Callable[[], Any]) -> Any:
        self._disconnect()
        answer = work()
        self._work_off()
        return answer

    def _disconnect(self) -> None:
        if self._db is not None:
            try:
                self._db.close()
            except sqlcipher3.Error as error:
                log.warning("closing the history failed: %s", type(error).__name__)
            self._db = None
