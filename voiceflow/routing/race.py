"""One question on its way through the engines of a chain, until the first good answer."""

import random
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any

from voiceflow.errors import EngineError, ModelError, VoiceFlowError
from voiceflow.routing.failures import STOPPED, Failure, failure_of, too_slow
from voiceflow.routing.lane import Job, Question
from voiceflow.routing.link import Link, Policy
from voiceflow.routing.result_cache import ResultCache
from voiceflow.routing.standing import units

_PATIENCE = 3
"""The last engine gets so many deadlines: late words are better than none."""
_BACKOFF_S = (0.2, 0.5)
_ROUNDING_S = 1e-6
"""What sums of times may be wrong by: a moment that was waited for has come."""


class Course:
    """What a race runs on: the same for all races of a chain. `make_inbox` and `clock` may be simulated."""

    __slots__ = ("cache", "chance", "clock", "make_inbox", "policy")

    def __init__(
        self,
        policy: Policy,
        cache: ResultCache,
        clock: Callable[[], float],
        make_inbox: Callable[[], "SimpleQueue[Job]"] = SimpleQueue,
        chance: random.Random | None = None,
    ) -> None:
        self.policy, self.cache, self.clock, self.make_inbox = policy, cache, clock, make_inbox
        self.chance = chance or random.Random()


class Race:
    """Owned by the thread that asks; `stop` from any. `links` are those that may be asked, best first."""

    __slots__ = ("_course", "_failures", "_inbox", "_question", "_resting", "_retried", "_running", "_unasked",
                 "hedged", "is_cached", "winner")  # fmt: skip

    def __init__(self, course: Course, question: Question, links: list[Link]) -> None:
        self._course, self._question, self._unasked = course, question, links
        self._resting: list[Link] = []
        self._inbox = course.make_inbox()
        self._running: list[Job] = []
        self._failures: dict[Link, Failure] = {}
        self._retried: dict[Link, int] = {}
        self.winner: Link | None = None
        self.hedged = self.is_cached = False

    def run(self) -> Any:
        """`VoiceFlowError` when nobody had an answer, or it was stopped."""
        answer = self._begin(self._pick() or self._once_more())
        while answer is None:
            try:
                job = self._inbox.get(True, self._patience_s())
            except Empty:
                answer = self._waited()
                continue
            if job is _STOP:
                self._give_up_all()
                raise _stopped()
            if job not in self._running:
                continue  # it was given up before it ended
            answer = self._won(job) if job.error is None else self._lost(job)
        return answer

    def stop(self) -> None:
        self._inbox.put(_STOP)

    def reason(self, first: Link) -> str:
        """Why the first engine is not the one that answered; empty if there is nothing to tell of it."""
        failure = self._failures.get(first) or first.record.breaker.last
        if failure:
            return f"{first.name} {failure.words}"
        if self.hedged:
            return f"{first.name} was slower than it usually is"
        return f"{first.name} was still busy" if first.lane.is_stuck else ""

    def _pick(self) -> Link | None:
        """The best one that was not asked yet: first those that are well, then those that rest, but none that wants to
        be left alone."""
        unasked, fresh = self._unasked, self._question.fresh
        for place, link in enumerate(unasked):
            if not link.lane.is_stuck and (fresh or link.record.may_ask()):
                return unasked.pop(place)
        for place, link in enumerate(unasked):
            if not link.record.breaker.told_to_wait_s:
                return unasked.pop(place)
        self._resting += unasked
        unasked.clear()
        return None

    def _begin(self, link: Link, is_hedge: bool = False) -> Any:
        """The answer, if it was given before; else None."""
        course, question = self._course, self._question
        if question.key is not None and course.cache.is_on:
            found = course.cache.get((link.name, question.key))
            if found is not None:
                self.is_cached = True
                link.record.from_cache()
                return self._end(link, found, None)
        job = Job(link, question, self._inbox.put, course.clock())
        job.hedge_s, job.deadline_s = course.policy.patience_s(link, question.size_s)
        if question.deadline_s is not None:
            job.deadline_s = question.deadline_s
        self._running.append(job)
        if is_hedge:
            job.is_hedge = self.hedged = True
            link.record.count("hedges")
        link.lane.post(job)
        return None

    def _once_more(self) -> Link:
        """Whom it does no harm to ask again, after the pause that it wants; raises if there is nobody."""
        policy = self._course.policy
        waits = [(link.record.breaker.told_to_wait_s, link) for link in self._resting]
        waits += [
            (link.record.breaker.told_to_wait_s or self._course.chance.uniform(*_BACKOFF_S), link)
            for link, failure in self._failures.items()
            if failure.may_retry and self._retried.get(link, 0) < policy.retries and not self._question.fresh
        ]
        wait_s, link = min(waits, key=lambda wait: wait[0], default=(float("inf"), None))
        if link is None or wait_s > policy.longest_wait_s:
            raise self._nobody()
        if link in self._resting:
            self._resting.remove(link)
        else:
            self._retried[link] = self._retried.get(link, 0) + 1
            link.record.count("retried")
        self._pause(wait_s)
        return link

    def _pause(self, wait_s: float) -> None:
        """What was given up may still end meanwhile; only a stop counts."""
        until_s = self._course.clock() + wait_s
        with suppress(Empty):
            while self._inbox.get(True, max(0.0, until_s - self._course.clock())) is not _STOP:
                pass
            raise _stopped()

    def _patience_s(self) -> float:
        """Until something must be done though nobody answered."""
        latest = self._running[-1]
        wait_s = latest.deadline_s
        if not self._unasked:
            wait_s *= _PATIENCE
        elif latest.hedge_s < wait_s and self._hedge_link():
            wait_s = latest.hedge_s
        return max(0.0, latest.asked_s + wait_s - self._course.clock())

    def _hedge_link(self) -> Link | None:
        """Who may be asked before the first has failed."""
        if not self._course.policy.hedge or len(self._running) > 1 or not self._question.measured:
            return None
        for link in self._unasked:
            if (not link.is_cloud or self._course.policy.hedge_to_cloud) and not link.record.breaker.last:
                return None if link.lane.is_stuck else link
        return None

    def _waited(self) -> Any:
        """Past the 95th percentile, past a deadline, or past all patience."""
        latest = self._running[-1]
        waited_s = self._course.clock() - latest.asked_s + _ROUNDING_S
        if waited_s < latest.deadline_s:
            hedge = self._hedge_link()
            if hedge is None:
                return None
            self._unasked.remove(hedge)
            return self._begin(hedge, is_hedge=True)
        if not latest.is_late:
            self._is_late(latest, waited_s)
        if link := self._pick():
            return self._begin(link)
        if waited_s >= _PATIENCE * latest.deadline_s:
            self._give_up_all()
            return self._begin(self._once_more())
        return None

    def _is_late(self, job: Job, waited_s: float) -> None:
        """It may yet be the first to answer."""
        job.is_late = True
        failure = self._failures[job.link] = too_slow(job.link.name, waited_s)
        job.link.record.too_slow(failure, waited_s / units(self._question.size_s))

    def _lost(self, job: Job) -> Any:
        assert job.error is not None
        self._running.remove(job)
        failure = failure_of(job.error)
        if not job.is_late:
            self._failures[job.link] = failure
            job.link.record.failed(failure, job.question.measured)
        if any(not other.is_late for other in self._running):
            return None
        link = self._pick()
        if link is None and self._running:
            return None
        return self._begin(link or self._once_more())

    def _won(self, job: Job) -> Any:
        job.link.record.answered(job)
        if job.question.key is not None and self._course.cache.is_on:
            self._course.cache.put((job.link.name, job.question.key), job.answer)
        return self._end(job.link, job.answer, job)

    def _end(self, link: Link, answer: Any, won: Job | None) -> Any:
        self.winner = link
        for job in self._running:
            if job is not won:
                job.link.lane.give_up(job)
                if not job.is_late:
                    job.link.record.outrun((self._course.clock() - job.asked_s) / units(self._question.size_s))
        return answer

    def _give_up_all(self) -> None:
        for job in self._running:
            job.link.lane.give_up(job)
            job.link.record.gave_up()
        self._running.clear()

    def _nobody(self) -> VoiceFlowError:
        """The first engine's error, for its cure is the one that counts, with what the others said."""
        failures = list(self._failures.items())
        failures += [(link, last) for link in self._resting if (last := link.record.breaker.last)]
        if not failures:
            return EngineError("routing.nobody", "No engine may be asked this now", "Try again in a moment")
        if len(failures) == 1:
            return failures[0][1].error
        first = failures[0][1].error
        told = "; ".join(f"{link.name} {failure.words}" for link, failure in failures)
        kind = ModelError if isinstance(first, ModelError) else EngineError
        return kind(first.code, f"No engine had an answer: {told}", first.hint)


def _stopped() -> EngineError:
    return EngineError(STOPPED, "The decode was stopped", "Nobody waits for it any more")


_STOP: Any = object()
