"""A thread for each engine, so that whoever asked can stop waiting for it."""

import contextlib
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, ClassVar

from voiceflow.errors import VoiceFlowError
from voiceflow.routing.failures import converted

_CLOSING_S = 2.0
_ENDING_S = 2.0
"""What a decode that nobody waits for may take until its next step, where it ends: a guess is dropped whenever speech
goes on, and that says nothing against the engine."""


class Question(ABC):
    """What is asked of an engine. `size_s`: seconds of sound, heard or to be said; `key`: what an answer must agree in
    to be given again, beside the engine; None keeps none. `deadline_s` None: as the policy says. `measured`: it tells
    how fast the engine is. `fresh`: engines that rest are asked, too."""

    __slots__ = ("key", "size_s")
    deadline_s: ClassVar[float | None] = None
    measured: ClassVar[bool] = True
    fresh: ClassVar[bool] = False

    def __init__(self, size_s: float = 0.0, key: bytes | None = None) -> None:
        self.size_s, self.key = size_s, key

    @abstractmethod
    def work(self, engine: Any, job: "Job") -> Any:
        """The answer, never None; on the engine's thread."""

    @abstractmethod
    def stop(self, engine: Any, job: "Job") -> None:
        """Nobody waits for that work any more; never waits."""

    def discard(self, answer: Any) -> None:  # noqa: B027 - most answers hold nothing
        """An answer that came too late."""


class Job:
    """A question on its way through one engine; with its answer or error it is handed to `done`."""

    __slots__ = ("answer", "asked_s", "deadline_s", "done", "dropped", "dropped_s", "elapsed_s", "error", "hedge_s",
                 "held", "is_hedge", "is_late", "link", "question")  # fmt: skip

    def __init__(self, link: Any, question: Question, done: "Callable[[Job], None]", asked_s: float) -> None:
        self.link, self.question, self.done, self.asked_s = link, question, done, asked_s
        self.answer: Any = None
        self.error: VoiceFlowError | None = None
        self.elapsed_s = 0.0
        self.dropped = False
        """Nobody waits for it any more."""
        self.dropped_s = 0.0
        self.is_late = self.is_hedge = False
        self.hedge_s = self.deadline_s = 0.0
        """After so long another may begin beside it; after so long it is too slow."""
        self.held: Any = None
        """The question's own, for `stop`."""

    def drop(self, now_s: float) -> None:
        self.dropped, self.dropped_s = True, now_s

    def is_stuck(self, now_s: float) -> bool:
        """It does not end, though it was too slow already or has had the time."""
        return self.dropped and (self.is_late or now_s - self.dropped_s > _ENDING_S)


class Lane:
    """`open` gives the engine, when it is first asked something; `close` takes it. One thread at a time works with the
    engine, but `Question.stop` may come from any."""

    def __init__(self, name: str, open_engine: Callable[[], Any], close_engine: Callable[[Any], None]) -> None:
        self._name = name
        self._open, self._close = open_engine, close_engine
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._running: Job | None = None
        self._closed = False
        self.engine: Any = None
        """None until it is loaded."""

    @property
    def is_stuck(self) -> bool:
        """At work on what nobody waits for any more, and does not come back."""
        running = self._running
        return running is not None and running.is_stuck(time.monotonic())

    def post(self, job: Job) -> None:
        if self._thread is None:
            self._start()
        self._jobs.put(job)

    def give_up(self, job: Job) -> None:
        """Never waits."""
        with self._lock:
            job.drop(time.monotonic())
            with contextlib.suppress(Exception):
                if self._running is job and self.engine is not None:
                    job.question.stop(self.engine, job)
                elif job.answer is not None:
                    job.question.discard(job.answer)

    def close(self) -> None:
        """An engine that does not come back is closed under its work: a process of its own ends then."""
        with self._lock:
            self._closed, thread, running = True, self._thread, self._running
        if thread is None:
            return
        if running:
            self.give_up(running)
        self._jobs.put(None)
        thread.join(_CLOSING_S)
        if thread.is_alive():
            self._let_go()
            thread.join(_CLOSING_S)

    def _start(self) -> None:
        with self._lock:
            if self._thread is None and not self._closed:
                self._thread = threading.Thread(target=self._run, name=f"engine {self._name}", daemon=True)
                self._thread.start()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            with self._lock:
                if job.dropped:
                    continue
                self._running = job
            self._do(job)
            with self._lock:
                self._running = None
            self._discard_dropped(job)
            job.done(job)
        self._let_go()

    def _discard_dropped(self, job: Job) -> None:
        if job.dropped and job.answer is not None:
            job.question.discard(job.answer)

    def _do(self, job: Job) -> None:
        try:
            if self.engine is None:
                self.engine = self._open()
            began_s = time.perf_counter()
            job.answer = job.question.work(self.engine, job)
            job.elapsed_s = time.perf_counter() - began_s
        except Exception as error:
            job.error = converted(self._name, error)

    def _let_go(self) -> None:
        with self._lock:
            engine, self.engine = self.engine, None
        if engine is not None:
            with contextlib.suppress(Exception):
                self._close(engine)
