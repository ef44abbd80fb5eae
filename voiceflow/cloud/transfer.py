"""A request to a service, and its answer as it comes in."""

import queue
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field

from voiceflow.cloud import failures
from voiceflow.errors import EngineError


@dataclass(frozen=True, slots=True)
class Request:
    """One POST. `url` and `host` are of an address that consent was checked for; `types` are the kinds of answer that
    are understood, `most_bytes` the longest. `idle_s`: the longest without a byte; `total_s`: to the last byte."""

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

    def __init__(self, host: str) -> None:
        self._host = host
        self._parts: queue.SimpleQueue[bytes | EngineError | None] = queue.SimpleQueue()
        self._work: Future[None] | None = None

    def follow(self, work: "Future[None]", ended: Callable[[EngineError | None], None]) -> None:
        """`ended` is called once, on any thread, when nothing is on its way any more, with what went wrong."""
        self._work = work
        work.add_done_callback(lambda work: self._end(work, ended))

    def push(self, part: bytes) -> None:
        self._parts.put(part)

    def stop(self) -> None:
        """At once; nothing happens when the answer is there already."""
        if self._work is not None:
            self._work.cancel()

    def __iter__(self) -> Iterator[bytes]:
        try:
            while (part := self._parts.get()) is not None:
                if isinstance(part, EngineError):
                    raise part
                yield part
        finally:
            self.stop()

    def whole(self) -> bytes:
        """Waits for the end."""
        return b"".join(self)

    def _end(self, work: "Future[None]", ended: Callable[[EngineError | None], None]) -> None:
        problem = self._problem(work)
        ended(problem)
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
