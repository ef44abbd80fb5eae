"""When an engine that fails is asked again."""

import random

import pytest

from voiceflow.errors import EngineError
from voiceflow.routing.breaker import FAILURES, LASTING_REST_S, LONGEST_REST_S, REST_S, Breaker
from voiceflow.routing.failures import Failure

ERROR = EngineError("engine.crashed", "It crashed", "Try again")
PASSING = Failure("crashed", ERROR)
LASTING = Failure("had no model", ERROR, lasting=True)


class Clock:
    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def breaker(clock: Clock) -> Breaker:
    return Breaker(clock, random.Random(7))


def opened(breaker: Breaker) -> Breaker:
    for _ in range(FAILURES):
        breaker.failed(PASSING)
    return breaker


def test_it_opens_after_some_failures_in_a_row(breaker: Breaker) -> None:
    for _ in range(FAILURES - 1):
        breaker.failed(PASSING)
        assert breaker.allows()
    breaker.failed(PASSING)
    assert not breaker.allows()
    assert breaker.state == "open"


def test_a_success_between_them_counts(breaker: Breaker) -> None:
    for _ in range(5 * FAILURES):
        breaker.failed(PASSING)
        breaker.succeeded()
    assert breaker.state == "closed"
    assert breaker.last is None


def test_a_lasting_failure_opens_it_at_once(breaker: Breaker, clock: Clock) -> None:
    breaker.failed(LASTING)
    assert breaker.state == "open"
    clock.now_s = 0.7 * LASTING_REST_S
    assert not breaker.allows()


def test_half_open_lets_one_question_through(breaker: Breaker, clock: Clock) -> None:
    opened(breaker)
    clock.now_s = 2 * REST_S
    assert breaker.state == "half_open"
    assert [breaker.allows() for _ in range(3)] == [True, False, False]
    breaker.gave_up()
    assert breaker.allows()
    breaker.succeeded()
    assert breaker.state == "closed"


def test_each_failed_trial_doubles_the_rest_up_to_a_limit(breaker: Breaker, clock: Clock) -> None:
    opened(breaker)
    rests = []
    for _ in range(12):
        rests.append(breaker._open_until_s - clock.now_s)
        clock.now_s = breaker._open_until_s
        assert breaker.allows()
        breaker.failed(PASSING)
    usual = [min(LONGEST_REST_S, REST_S * 2**n) for n in range(12)]
    assert all(0.8 * rest <= found <= 1.2 * rest for rest, found in zip(usual, rests, strict=True))


def test_engines_that_failed_together_are_not_asked_again_together(clock: Clock) -> None:
    ends = {opened(Breaker(clock, random.Random(seed)))._open_until_s for seed in range(20)}
    assert len(ends) == 20
    assert max(ends) - min(ends) > 0.1 * REST_S


def test_it_waits_at_least_as_long_as_it_was_told(breaker: Breaker, clock: Clock) -> None:
    breaker.failed(Failure("has had enough requests", ERROR, retry_after_s=300.0))
    clock.now_s = 299.0
    assert not breaker.allows()
    assert breaker.told_to_wait_s == pytest.approx(1.0)
    clock.now_s = 301.0
    assert breaker.allows()
