"""What is known of an engine's speed."""

import random

import pytest

from voiceflow.routing.standing import Standing

HOUR_S = 3600.0


class Clock:
    now_s = 1e9

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_nothing_is_known_at_first(clock: Clock) -> None:
    standing = Standing(clock)
    assert standing.score is None
    assert standing.p95_s == 0.0
    assert standing.is_stale


def test_newer_answers_weigh_more(clock: Clock) -> None:
    standing = Standing(clock)
    for _ in range(100):
        standing.answered(1.0)
    for _ in range(30):
        standing.answered(0.1)
    assert 0.1 < standing.mean_s < 0.2


def test_failures_make_an_engine_dear_and_are_forgotten(clock: Clock) -> None:
    standing = Standing(clock)
    for _ in range(20):
        standing.answered(1.0)
        standing.failed()
    dear = standing.score
    assert dear is not None
    assert dear > 1.5
    clock.now_s += 10 * HOUR_S
    assert standing.score == pytest.approx(1.0, rel=0.01)


def test_the_95th_percentile_is_that_of_the_last_answers(clock: Clock) -> None:
    standing, chance = Standing(clock), random.Random(7)
    for _ in range(500):
        standing.answered(10.0)
    last = [chance.random() for _ in range(200)]
    for unit_s in last:
        standing.answered(unit_s)
    assert standing.p95_s == sorted(last)[190]


def test_few_answers_say_nothing_of_the_slowest(clock: Clock) -> None:
    standing = Standing(clock)
    for _ in range(19):
        standing.answered(1.0)
    assert standing.p95_s == 0.0


def test_one_that_was_outrun_would_have_taken_longer_still(clock: Clock) -> None:
    standing = Standing(clock)
    standing.answered(1.0)
    standing.outrun(0.5)  # it had hardly begun
    assert standing.mean_s == 1.0
    standing.outrun(5.0)
    assert standing.mean_s > 1.0


def test_it_survives_a_new_start_and_grows_old(clock: Clock) -> None:
    standing = Standing(clock)
    for _ in range(30):
        standing.answered(0.5)
    again = Standing(clock, standing.kept())
    assert (again.score, again.p95_s, again.is_stale) == (0.5, 0.5, False)
    clock.now_s += 30 * 24 * HOUR_S
    assert again.is_stale
