"""Percentiles over buckets of time, against the values themselves."""

import random
import statistics

import pytest

from voiceflow.metrics.histograms import COARSE_S, FINE_S, KEPT_S, RELATIVE_ERROR, Histograms

NOON_S = 1_700_000_400 // COARSE_S * COARSE_S + COARSE_S // 2
HOUR_S, DAY_S, MONTH_S = 3600, 86_400, 30 * 86_400


@pytest.fixture
def drawn() -> list[float]:
    draw = random.Random(5)
    return [draw.lognormvariate(5, 0.8) for _ in range(2000)]


def of(times_ms: list[float], at_s: float = NOON_S) -> Histograms:
    made = Histograms()
    for time_ms in times_ms:
        made.add(at_s, {"recognition": time_ms}, "whisper", "base")
    return made


@pytest.mark.parametrize(("name", "percent"), [("p50", 50), ("p95", 95), ("p99", 99)])
def test_percentiles_are_within_one_percent_of_the_values(drawn: list[float], name: str, percent: int) -> None:
    found = of(drawn).by_name(NOON_S, HOUR_S)["recognition"]
    exact = statistics.quantiles(drawn, n=100, method="inclusive")[percent - 1]
    assert getattr(found, name) == pytest.approx(exact, rel=2 * RELATIVE_ERROR)
    assert found.count == len(drawn)


@pytest.mark.parametrize(
    ("times_ms", "p50", "p95"),
    [
        pytest.param([100.0], 100, 100, id="one"),
        pytest.param([66.0, 96.0, 1340.0], 96, 1340, id="the only slow one is not hidden"),
        pytest.param([100.0] * 20 + [900.0], 100, 100, id="one of twenty-one is beyond"),
        pytest.param([100.0] * 18 + [900.0], 100, 900, id="one of nineteen is not"),
    ],
)
def test_percentiles_of_few_values(times_ms: list[float], p50: float, p95: float) -> None:
    found = of(times_ms).by_name(NOON_S, HOUR_S)["recognition"]
    assert (found.p50, found.p95) == (pytest.approx(p50, rel=0.02), pytest.approx(p95, rel=0.02))


def test_halves_that_were_kept_and_loaded_merge_to_the_whole(drawn: list[float]) -> None:
    loaded = Histograms()
    loaded.load(of(drawn[:1000]).changed())
    loaded.load(of(drawn[1000:]).changed())
    assert loaded.by_name(NOON_S, HOUR_S) == of(drawn).by_name(NOON_S, HOUR_S)
    assert loaded.changed() == []


def test_only_what_changed_is_kept_again() -> None:
    histograms = of([100.0])
    assert {row[0] for row in histograms.changed()} == {FINE_S, COARSE_S}
    assert histograms.changed() == []
    histograms.add(NOON_S, {"rules": 1.0}, "whisper", "base")
    assert {row[2] for row in histograms.changed()} == {"rules"}


@pytest.mark.parametrize(
    ("age_s", "windows"),
    [(60, [1, 1, 1]), (2 * HOUR_S, [0, 1, 1]), (3 * DAY_S, [0, 0, 1]), (32 * DAY_S, [0, 0, 0])],
)
def test_the_last_hour_day_and_month(age_s: int, windows: list[int]) -> None:
    histograms = of([100.0], NOON_S - age_s)
    assert [len(histograms.by_name(NOON_S, window_s)) for window_s in (HOUR_S, DAY_S, MONTH_S)] == windows


def test_engines_and_models_are_told_apart() -> None:
    histograms = of([100.0])
    histograms.add(NOON_S, {"recognition": 900.0}, "whisper", "small")
    assert [key[2] for key in histograms.by_model(NOON_S, HOUR_S)] == ["base", "small"]
    assert histograms.by_name(NOON_S, HOUR_S)["recognition"].count == 2


def test_over_time_there_is_one_point_for_each_bucket() -> None:
    histograms = of([100.0])
    histograms.add(NOON_S - 3 * FINE_S, {"recognition": 300.0}, "whisper", "base")
    points = histograms.over_time("recognition", NOON_S, HOUR_S)
    assert [begin_s for begin_s, _ in points] == [NOON_S - 3 * FINE_S, NOON_S]
    assert [round(found.p50, -2) for _, found in points] == [300, 100]


def test_counts_add_up_exactly() -> None:
    histograms = Histograms()
    for count in (1, 2, 3, 7, 12, 50):
        histograms.add(NOON_S, {"decodes_made": count}, "whisper", "base")
    assert histograms.by_name(NOON_S, HOUR_S)["decodes_made"].total == 75


def test_what_is_too_old_is_forgotten() -> None:
    histograms = of([100.0], NOON_S - 2 * DAY_S)
    assert dict(histograms.forget(NOON_S)) == {length_s: NOON_S - kept_s for length_s, kept_s in KEPT_S.items()}
    assert {row[0] for row in histograms.changed()} == {COARSE_S}


def test_nothing_measured_is_no_time_at_all() -> None:
    assert of([0.0]).by_name(NOON_S, HOUR_S)["recognition"].p50 == pytest.approx(0.001, rel=0.02)
