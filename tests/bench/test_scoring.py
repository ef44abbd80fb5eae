"""Percentiles of few and of many values."""

import pytest

from voiceflow.bench.scoring import percentile


@pytest.mark.parametrize(
    ("count", "percent", "rank"),
    [
        (1, 99, 1),
        (4, 50, 2),
        (5, 50, 3),
        (6, 50, 3),
        (20, 95, 19),
        (21, 95, 20),
        (100, 99, 99),
        (100, 100, 100),
        (9, 0, 1),
    ],
)
def test_a_percentile_is_the_value_of_the_nearest_rank(count: int, percent: float, rank: int) -> None:
    assert percentile(range(count, 0, -1), percent) == rank
