"""A thread that runs posted calls one after another: one owner for each piece of state."""

import heapq
import itertools
import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

log = logging.getLogger(__name__)

_Call = tuple[float, int, Callable[[], Any]]
"""When it is due, its number, what it does."""


class Mailbox:
    """Calls run in the order they were posted; timed ones when they are due. An exception in a call is logged, with
    its type and place only, and the thread goes on."""

    def __init__(self, name: str, on_error: Callable[[BaseException], None] | None = None) -> None:
        self._on_error = on_error
        self._ready = threading.Condition()
        self._calls: list[_Call] = []
        self._order = itertools.count()
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> "Mailbox":
        self._thread.start()
        return self

    @property
    def backlog(self) -> int:
        return len(self._calls)

    def post(self, call: Callable[..., Any], *args: Any) -> None:
        """From any thread; never waits. After `stop` it does nothing."""
        self._add(0.0, lambda: call(*args))

    def post_after(self, delay_s: float, call: Callable[..., Any], *args: Any) -> Callable[[], None]:
        """Runs the call once `delay_s` have passed; returns what cancels it, and forgets it at once. `stop` drops what
        is not due."""
        timed = self._add(time.monotonic() + delay_s, lambda: call(*args))
        return lambda: self._forget(timed)

    def ask(self, call: Callable[..., Any], *args: Any) -> "Future[Any]":
        """The answer, or the exception, comes in the future; cancelling that in time takes the question back. After
        `stop` the future is cancelled."""
        answer: Future[Any] = Future()

        def run() -> None:
            if not answer.set_running_or_notify_cancel():
                return
            try:
                answer.set_result(call(*args))
            except BaseException as error:
                answer.set_exception(error)

        if not self._add(0.0, run):
            answer.cancel()
        return answer

    def stop(self, timeout_s: float | None = 10.0) -> bool:
        """Runs everything posted so far, then ends the thread. False when it did not end in time."""
        with self._ready:
            self._stopping = True
            self._ready.notify()
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _add(self, due: float, call: Callable[[], Any]) -> _Call | None:
        with self._ready:
            if self._stopping:
                return None
            added = (due, next(self._order), call)
            heapq.heappush(self._calls, added)
            self._ready.notify()
            return added

    def _forget(self, timed: _Call | None) -> None:
        with self._ready:
            if timed in self._calls:
                self._calls.remove(timed)
                heapq.heapify(self._calls)

    def _next(self) -> Callable[[], Any] | None:
        with self._ready:
            while True:
                if self._calls and self._calls[0][0] <= time.monotonic():
                    return heapq.heappop(self._calls)[2]
                if self._stopping:
                    return None
                self._ready.wait(self._calls[0][0] - time.monotonic() if self._calls else None)

    def _run(self) -> None:
        while (call := self._next()) is not None:
            try:
                call()
            except Exception as error:
                log.exception("a call failed on %s", self._thread.name)
                if self._on_error:
                    self._on_error(error)
