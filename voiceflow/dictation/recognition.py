"""The `recognition` thread: owns the loaded model and makes one decode after another."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from voiceflow.dictation.proving import Prover
from voiceflow.engines.stt.contract import DecodeRequest, Hypothesis, ModelInfo, Recognizer
from voiceflow.errors import EngineError, VoiceFlowError
from voiceflow.events import ModelChanged
from voiceflow.machine import Machine
from voiceflow.mailbox import Mailbox

log = logging.getLogger(__name__)

_PROVING_CPU_LIMIT_PERCENT = 30.0
_REST_PER_WORK = 9


@dataclass(frozen=True, slots=True)
class Answer:
    """A hypothesis, or an error, or neither: an early decode that this engine does not make. `work_s`: how long the
    recognizer worked on it."""

    hypothesis: Hypothesis | None = None
    error: VoiceFlowError | None = None
    info: ModelInfo | None = None
    work_s: float = 0.0


class Ticket:
    """A decode that was asked for; one that is dropped before its turn is not made, one that runs ends before its next
    step. The answer is empty then. `on_drop` is called by whoever drops it and must not wait."""

    __slots__ = ("_on_drop", "dropped")

    def __init__(self, on_drop: "Callable[[Ticket], None]" = lambda _: None) -> None:
        self.dropped = False
        self._on_drop = on_drop

    def drop(self) -> None:
        if not self.dropped:
            self.dropped = True
            self._on_drop(self)


class Recognition:
    """`load` may take seconds; what is asked meanwhile waits. `report` must only post. `machine` is looked at whenever
    a dictation begins. The `prover`'s decodes give way to everything that is asked for."""

    def __init__(
        self,
        load: Callable[[], Recognizer],
        report: Callable[[ModelChanged], None],
        machine: Machine | None = None,
        prover: Prover | None = None,
    ) -> None:
        self._load = load
        self._report = report
        self._machine = machine or Machine()
        self._prover = prover
        self._proof = Ticket()
        self._mailbox = Mailbox("recognition")
        self._recognizer: Recognizer | None = None
        self._running: tuple[Ticket, Recognizer] | None = None
        self._at_work = threading.Lock()
        self._waiting = 0
        self._error: VoiceFlowError | None = None

    @property
    def backlog(self) -> int:
        """Loads and decodes that were asked for, the one under way included."""
        return self._waiting

    def start(self) -> None:
        self._mailbox.start()

    def stop(self) -> None:
        """Decodes what is waiting, then gives the model's memory back."""
        self._post(self._unload)
        self._mailbox.stop(timeout_s=30)

    def prepare(self) -> None:
        """Begins loading if nothing is loaded; a load that failed is tried again."""
        self._post(self._prepare)

    def unload(self) -> None:
        """Once what is waiting is decoded; the next decode loads again."""
        self._post(self._unload)

    def use(self, load: Callable[[], Recognizer]) -> None:
        """Another model from the next decode on."""
        self._post(self._use, load)

    def decode(self, request: DecodeRequest, early: bool, answer: Callable[[Answer], None]) -> Ticket:
        """`answer` is called on the `recognition` thread and must only post. An `early` decode, of sound that goes on,
        is only made by engines that can build on it: a cloud engine would be paid twice."""
        ticket = Ticket(self._stop_if_running)
        self._post(self._decode, request, early, answer, ticket)
        return ticket

    def _post(self, call: Callable[..., None], *args: Any) -> None:
        self._proof.drop()
        with self._at_work:
            self._waiting += 1
        self._mailbox.post(self._do, call, *args)

    def _do(self, call: Callable[..., None], *args: Any) -> None:
        try:
            call(*args)
        finally:
            with self._at_work:
                self._waiting -= 1

    def _prepare(self) -> None:
        self._error = None
        self._machine.look()
        try:
            self._loaded()
        except VoiceFlowError as error:
            log.warning("the model did not load: %s", error.code)
        self._rest()

    def _loaded(self) -> Recognizer:
        """The error of a load that failed is kept until the next `prepare`, so that a dictation fails once."""
        if self._error:
            raise self._error
        if self._recognizer is None:
            self._report(ModelChanged("loading", ""))
            try:
                self._recognizer = self._load()
            except Exception as error:
                self._error = _converted(error)
                self._report(ModelChanged("failed", "", reason=str(self._error)))
                raise self._error from error
            self._tell("loaded", self._recognizer.info)
        return self._recognizer

    def _unload(self) -> None:
        if self._prover:
            self._prover.forget()
        if self._recognizer:
            info = self._recognizer.info
            self._recognizer.close()
            self._recognizer = None
            self._tell("unloaded", info)

    def _use(self, load: Callable[[], Recognizer]) -> None:
        self._unload()
        self._error = None
        self._load = load

    def _decode(self, request: DecodeRequest, early: bool, answer: Callable[[Answer], None], ticket: Ticket) -> None:
        try:
            answer(Answer() if ticket.dropped else self._answer(self._loaded(), request, early, ticket))
        except Exception as error:
            log.log(logging.DEBUG if ticket.dropped else logging.WARNING, "a decode failed: %s", type(error).__name__)
            answer(Answer() if ticket.dropped else Answer(error=_converted(error)))
        self._rest()

    def _answer(self, recognizer: Recognizer, request: DecodeRequest, early: bool, ticket: Ticket) -> Answer:
        info = recognizer.info
        if early and not info.incremental:
            return Answer(info=info)
        if self._prover:
            request = self._prover.prepared(request, info)
        began_s = time.perf_counter()
        hypothesis = self._work(recognizer, request, ticket)
        work_s = time.perf_counter() - began_s
        if recognizer.info != info:
            self._tell("loaded", recognizer.info)
        if self._prover and hypothesis.text:
            self._prover.heard(request, recognizer.info)
        return Answer(hypothesis, None, recognizer.info, work_s)

    def _work(self, recognizer: Recognizer, request: DecodeRequest, ticket: Ticket) -> Hypothesis:
        with self._at_work:
            if ticket.dropped:
                raise EngineError("stt.stopped", "The decode was stopped", "Nobody waits for it any more")
            self._running = (ticket, recognizer)
        try:
            return recognizer.decode(request)
        finally:
            with self._at_work:
                self._running = None

    def _stop_if_running(self, ticket: Ticket) -> None:
        """Under the lock, so that it never stops the decode after it."""
        with self._at_work:
            if self._running and self._running[0] is ticket:
                self._running[1].stop()

    def _rest(self) -> None:
        """Nobody waits now. If it stays so, the short context is proved."""
        self._proof.drop()
        if self._prover and self._prover.has_work:
            self._proof = Ticket(self._stop_if_running)
            self._mailbox.post_after(self._prover.idle_s, self._watch, self._prover, self._proof)

    def _watch(self, prover: Prover, proof: Ticket, worked_s: float = 0.0) -> None:
        """How busy the machine is without us; and seldom enough is it we that a key rarely goes down meanwhile."""
        if not proof.dropped:
            self._machine.look()
            pause_s = max(prover.pause_s, _REST_PER_WORK * worked_s)
            self._mailbox.post_after(pause_s, self._prove, prover, proof)

    def _prove(self, prover: Prover, proof: Ticket) -> None:
        """One decode, and then again, until there is nothing left or somebody wants something."""
        recognizer = self._recognizer
        if proof.dropped or recognizer is None:
            return
        if not self._machine.has_room(_PROVING_CPU_LIMIT_PERCENT):
            self._rest()
            return
        request = prover.next()
        if request is None:
            return
        began_s = time.perf_counter()
        try:
            prover.found(self._work(recognizer, request, proof), recognizer.info)
        except EngineError as error:
            if not proof.dropped:
                log.warning("a comparison failed: %s", error.code)
                prover.skip()
        self._watch(prover, proof, time.perf_counter() - began_s)

    def _tell(self, state: str, info: ModelInfo) -> None:
        self._report(ModelChanged(state, info.model, info.device, info.compute_type, info.fallback_reason))


def _converted(error: Exception) -> VoiceFlowError:
    if isinstance(error, VoiceFlowError):
        return error
    log.error("the engine has a fault of its own", exc_info=error)
    converted = EngineError(
        "stt.broken", f"The speech engine has a fault ({type(error).__name__})", "The log says where"
    )
    converted.__cause__ = error
    return converted
