"""Answers that may be given again."""

import pytest

from voiceflow.routing.result_cache import ResultCache


class Clock:
    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_the_least_recently_used_goes_first(clock: Clock) -> None:
    cache = ResultCache(2, 60.0, clock)
    cache.put("a", 1)
    cache.put("b", 2)
    cache.get("a")
    cache.put("c", 3)
    assert [cache.get(key) for key in "abc"] == [1, None, 3]


def test_none_lives_longer_than_it_should(clock: Clock) -> None:
    cache = ResultCache(2, 60.0, clock)
    cache.put("a", 1)
    clock.now_s = 59.0
    assert cache.get("a") == 1
    clock.now_s = 61.0
    assert cache.get("a") is None


def test_what_is_too_old_leaves_the_memory(clock: Clock) -> None:
    cache = ResultCache(5, 60.0, clock)
    cache.put("a", 1)
    clock.now_s = 30.0
    cache.put("b", 2)
    clock.now_s = 61.0
    cache.forget_old()
    assert list(cache._answers) == ["b"]
