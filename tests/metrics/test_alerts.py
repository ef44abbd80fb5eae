"""When an alert comes, stays and goes."""

import pytest

from voiceflow.metrics.alerts import CALM_S, Alert, Level, Limits, Watch

MEMORY = Limits({Level.WARNING: 80.0, Level.CRITICAL: 90.0})
DISK = Limits({Level.ERROR: 500.0}, below=True)
BUSY = Limits({Level.WARNING: 85.0}, for_s=30.0)
RARE = Limits({Level.WARNING: 1.0}, least_count=20)


def levels(limits: Limits, values: list[float | None], every_s: float = CALM_S, count: int = 100) -> list[Level | None]:
    watch = Watch()
    return [watch.update(limits, value, count, every_s * number) for number, value in enumerate(values)]


W, E, C = Level.WARNING, Level.ERROR, Level.CRITICAL


@pytest.mark.parametrize(
    ("limits", "values", "expected"),
    [
        pytest.param(MEMORY, [79, 81, 91], [None, W, C], id="comes and worsens"),
        pytest.param(MEMORY, [81, 79, 81, 79], [W, W, W, W], id="around the limit it stays"),
        pytest.param(MEMORY, [81, 71, 71, 71], [W, W, None, None], id="goes once it is calm below the limit"),
        pytest.param(MEMORY, [81, 71, 81, 71, 81], [W, W, W, W, W], id="up and down it does not flap"),
        pytest.param(MEMORY, [95, 78, 78, 78], [C, C, W, W], id="from critical to a warning"),
        pytest.param(MEMORY, [81, None, None], [W, W, None], id="what is not known any more is no alert"),
        pytest.param(DISK, [501, 499, 540, 540], [None, E, E, E], id="too little, and not enough again"),
        pytest.param(DISK, [499, 560, 560], [E, E, None], id="enough again"),
        pytest.param(BUSY, [90, 90, 90, 90], [None, None, None, W], id="only after a while"),
        pytest.param(BUSY, [90, 90, 20, 90, 90], [None] * 5, id="a busy moment is none"),
        pytest.param(MEMORY, [80, 90], [None, W], id="at the limit it is not past it"),
    ],
)
def test_levels(limits: Limits, values: list[float | None], expected: list[Level | None]) -> None:
    assert levels(limits, values) == expected


def test_too_few_measurements_are_no_alert() -> None:
    assert levels(RARE, [50.0, 50.0], count=19) == [None, None]
    assert levels(RARE, [50.0, 50.0], count=20) == [W, W]


def test_other_programs_are_told_the_level_in_words() -> None:
    told = Alert("disk", E, "400 MB are free", "Make room", 5.0).told
    assert told == {"name": "disk", "level": "error", "title": "400 MB are free", "hint": "Make room"}


def test_an_alert_knows_since_when() -> None:
    watch = Watch()
    for now_s, value in [(0, 50.0), (5, 85.0), (30, 85.0)]:
        watch.update(MEMORY, value, 1, now_s)
    assert watch.since_s == 5
