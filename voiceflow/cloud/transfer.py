"""A request to a service, and its answer as it comes in."""

import queue
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field

from voiceflow.cloud import failures
from voiceflow.errors import EngineError

_GRACE_S = 0.5


@dataclass(frozen=True, slots=True)
class Request:
    """One POST. `url` and `host` are of an address that consent was checked for; `types` are the kinds of answer that
    are understood, `most_bytes` the longest. `idle_s`: the longest without a byte; `total_s`: to the last byte."""

    service: str
    url: str
    host: str
    body: bytes
    headers: dict[str, str] = field(repr=False)
    types: tuple[str, ...]
    most_bytes: int
    idle_s: float
    total_s: float


class Transfer:
    """Iterating, on one thread, gives the answer's bytes as they come, and raises `EngineError` where it fails, also in
    the middle. `stop` may come from any thread."""

    def __init__(self, request: Request, stop: Callable[[], None], ended: Callable[[EngineError | None], None]) -> None:
        """`ended` is called once, on any thread, when nothing is on its way any more, with what went wrong."""
        self._host, self._stop, self._ended = request.host, stop, ended
        self._until_s = time.monotonic() + request.total_s + _GRACE_S
        self._parts: queue.SimpleQueue[bytes | EngineError | None] = queue.SimpleQueue()

    def push(self, part: bytes) -> None:
        self._parts.put(part)

    def stop(self) -> None:
        """The iteration ends at once; nothing happens when the answer is there already."""
        self._stop()
        self._parts.put(failures.stopped(self._host))

    def __iter__(self) -> Iterator[bytes]:
        whole = False
        try:
            while (part := self._next()) is not None:
                if isinstance(part, EngineError):
                    raise part
                yield part
            whole = True
        finally:
            if not whole:
                self._stop()

    def whole(self) -> bytes:
        """Waits for the end."""
        return b"".join(self)

    def _next(self) -> bytes | EngineError | None:
        """The limit holds whatever becomes of the connection."""
        try:
            return self._parts.get(timeout=max(0.0, self._until_s - time.monotonic()))
        except queue.Empty:
            return failures.slow(self._host)

    def end(self, work: "Future[None]") -> None:
        problem = self._problem(work)
        self._ended(problem)
        self._parts.put(problem)

    def _problem(self, work: "Future[None]") -> EngineError | None:
        if work.cancelled():
            return failures.stopped(self._host)
        error = work.exception()
        if error is None or isinstance(error, EngineError):
            return error
        problem = failures.of_transport(self._host, error)
        problem.__cause__ = error
        return problem
