"""What counts as a leak, and what only fills up."""

from collections.abc import Callable

import pytest

pytest.importorskip("scipy")

import numpy as np
from numpy.typing import NDArray

from voiceflow.bench.suites.memory.growth import FEWEST, Growth, growth, slope

Kb = NDArray[np.float64]
Shape = Callable[[Kb, np.random.Generator], Kb]


def judged(shape: Shape, dictations: int, seed: int) -> Growth:
    numbers = np.arange(1.0, dictations + 1)
    found = growth(numbers.tolist(), shape(numbers, np.random.default_rng(seed)).tolist())
    assert found
    return found


def kept(kb: float, noise_kb: float) -> Shape:
    return lambda at, draw: kb * at + draw.normal(0, noise_kb, len(at))


def fills_up(kb: float, until: int) -> Shape:
    return lambda at, draw: kb * np.minimum(at, until) + draw.normal(0, 30, len(at))


def steps(kb: float, *places: float) -> Shape:
    """A buffer that grows once more, an arena of the allocator."""
    return lambda at, draw: kb * np.searchsorted(places, at / len(at)) + draw.normal(0, 100, len(at))


def wanders(kb: float) -> Shape:
    """Up and down, each time from where it was."""
    return lambda at, draw: np.cumsum(draw.normal(0, kb, len(at)))


@pytest.mark.parametrize(
    ("dictations", "noise_kb"), [(20, 30), (40, 100), (100, 300), (200, 1), (200, 300), (200, 1_000), (1_000, 300)]
)
def test_50_kb_kept_of_each_dictation_are_a_leak(dictations: int, noise_kb: float) -> None:
    found = judged(kept(50, noise_kb), dictations, seed=dictations)
    assert found.verdict == "leak"
    assert found.whole.middle == pytest.approx(50, abs=5)
    assert found.whole.low < found.whole.middle < found.whole.high


def test_the_interval_holds_what_the_slope_is_where_neighbours_are_alike() -> None:
    """What is held after a dictation depends on what was held before: the correlation falls to a third within 100."""
    draw, alike, numbers = np.random.default_rng(1), 0.99, np.arange(1.0, 2_001)
    held = 0
    for _ in range(40):
        wave = [0.0]
        for shock_kb in draw.normal(0, 300 * (1 - alike**2) ** 0.5, len(numbers) - 1):
            wave.append(alike * wave[-1] + shock_kb)
        found = slope(numbers.tolist(), (2 * numbers + np.asarray(wave)).tolist())
        held += found.low <= 2 <= found.high
    assert held >= 32


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize(
    "shape",
    [
        pytest.param(kept(0, 300), id="nothing but noise"),
        pytest.param(kept(2.3, 20), id="200 dictations that the metrics remember"),
        pytest.param(fills_up(26, 80), id="a cache that fills up"),
        pytest.param(steps(2000, 0.5), id="one step"),
        pytest.param(steps(1000, 0.2, 0.7), id="two steps"),
        pytest.param(steps(-3000, 0.5), id="memory that comes back"),
        pytest.param(wanders(60), id="up and down"),
    ],
)
def test_what_fills_up_or_comes_and_goes_is_no_leak(shape: Shape, seed: int) -> None:
    assert judged(shape, 200, seed).verdict != "leak"


@pytest.mark.parametrize(
    ("kb", "dictations", "verdict"), [(3, 200, "no leak"), (3, 5_000, "leak"), (0.5, 20_000, "no leak")]
)
def test_a_longer_run_finds_smaller_leaks(kb: float, dictations: int, verdict: str) -> None:
    assert judged(kept(kb, 50), dictations, seed=1).verdict == verdict


def test_of_few_dictations_nothing_is_said() -> None:
    assert judged(kept(50, 1), FEWEST - 1, seed=1).verdict == "cannot tell"
    assert growth([1.0, 2.0], [0.0, 50.0]) is None


def test_a_growth_that_the_noise_hides_cannot_be_told() -> None:
    assert judged(kept(20, 3_000), 60, seed=3).verdict == "cannot tell"
