"""Memory that grows, and what dictations may take of a part's time."""

import pytest

from voiceflow.bench.suites.scenarios import cost


def _memory(mb: list[float]) -> cost.Memory:
    return cost.Memory([number / 2 for number in range(len(mb))], mb)


def test_growth_is_told_for_each_hour_and_without_the_first_dictations() -> None:
    growth = _memory([100.0, 300.0, 400.0] + [500.0 + 3 * number for number in range(20)]).growth()
    assert growth is not None
    assert growth.low <= growth.middle <= growth.high
    assert growth.middle == pytest.approx(6.0)


def test_one_outlier_is_no_growth() -> None:
    growth = _memory([500.0] * 15 + [900.0] + [500.0] * 15).growth()
    assert growth is not None
    assert growth.middle == 0


def test_too_few_samples_tell_nothing() -> None:
    assert _memory([100.0 * number for number in range(10)]).growth() is None
