import numpy as np
import pytest

from voiceflow.bench.intervals import ratio_of_medians


def samples(middle: float, spread: float, number: int, seed: int) -> list[float]:
    return list(np.random.default_rng(seed).normal(middle, spread, number))


def test_the_value_is_one_median_divided_by_the_other() -> None:
    assert ratio_of_medians([[1.0, 3.0, 2.0]], [[4.0, 4.0], [4.0]]).value == 0.5


def test_equal_samples_leave_no_doubt() -> None:
    change = ratio_of_medians([[1.3] * 8], [[1.0] * 8, [1.0] * 8])
    assert (change.low, change.high) == (1.3, 1.3)


def test_the_interval_holds_the_truth_nineteen_times_of_twenty() -> None:
    held = 0
    for seed in range(100):
        change = ratio_of_medians([samples(1.2, 0.05, 20, 2 * seed)], [samples(1.0, 0.05, 20, 2 * seed + 1)], seed)
        held += change.low <= 1.2 <= change.high
    assert held >= 88  # 95 wanted: fewer than 88 of 100 come once in 500 times


def test_more_samples_make_it_narrower() -> None:
    few = ratio_of_medians([samples(1.0, 0.1, 8, 1)], [samples(1.0, 0.1, 8, 2)])
    many = ratio_of_medians([samples(1.0, 0.1, 200, 1)], [samples(1.0, 0.1, 200, 2)])
    assert many.high - many.low < (few.high - few.low) / 2


def test_processes_that_differ_make_it_wider_than_their_samples_alone() -> None:
    processes = [samples(middle, 0.01, 20, seed) for seed, middle in enumerate((0.9, 0.95, 1.0, 1.05, 1.1))]
    together = [[sample for process in processes for sample in process]]
    apart = ratio_of_medians([samples(1.0, 0.01, 20, 9)], processes)
    as_one = ratio_of_medians([samples(1.0, 0.01, 20, 9)], together)
    assert apart.high - apart.low > 1.5 * (as_one.high - as_one.low)


def test_it_is_the_same_every_time() -> None:
    now, then = [samples(1.0, 0.1, 10, 1)], [samples(1.0, 0.1, 10, 2)]
    assert ratio_of_medians(now, then) == ratio_of_medians(now, then)


@pytest.mark.parametrize("factor", [0.7, 1.3])
def test_a_change_of_thirty_percent_is_sure_through_noise_of_ten(factor: float) -> None:
    change = ratio_of_medians([samples(factor, 0.1 * factor, 16, 1)], [samples(1.0, 0.1, 16, s) for s in range(2, 8)])
    assert change.high < 0.87 or change.low > 1.15
