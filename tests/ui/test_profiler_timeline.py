"""Stages to scale, on a picture as wide as 1."""

from itertools import pairwise

import pytest

from voiceflow.events import Measured, Stage
from voiceflow.ui.profiler_timeline import Bar, timeline

SAID = Measured(
    "one",
    1000.0,
    "done",
    (
        Stage("first_sample", 0.0, 40.0),
        Stage("key_held", 0.0, 2000.0),
        Stage("recognition", 2000.0, 100.0),
        Stage("last_decode", 1900.0, 200.0),
        Stage("insertion", 2100.0, 300.0),
    ),
)
CUT_OFF = Measured("two", 1100.0, "failed", (Stage("first_sample", 0.0, 50.0),))


def bars(whole: bool) -> dict[str, Bar]:
    return {bar.stage.name: bar for bar in timeline([SAID], whole).bars[0]}


@pytest.mark.parametrize("whole", [True, False])
def test_widths_are_to_scale(whole: bool) -> None:
    found = bars(whole)
    assert found["insertion"].width == pytest.approx(3 * found["recognition"].width)
    assert found["insertion"].left == pytest.approx(found["recognition"].left + found["recognition"].width)


def test_all_of_it_fits_the_picture() -> None:
    assert len(bars(whole=True)) == len(SAID.stages)
    assert all(bar.left >= 0 and bar.left + bar.width <= 1 for bar in bars(whole=True).values())


def test_what_comes_after_the_key_is_large() -> None:
    """The second that the key was held is not there, a decode that began before the key went up is."""
    found = bars(whole=False)
    assert "first_sample" not in found
    assert found["last_decode"].begin_ms == -100
    assert found["recognition"].width > 4 * bars(whole=True)["recognition"].width


def test_several_share_one_scale() -> None:
    both = timeline([SAID, CUT_OFF], whole=True)
    assert [len(each) for each in both.bars] == [5, 1]
    assert both.place(0) == pytest.approx(timeline([SAID], whole=True).place(0))


def test_nothing_said_is_an_empty_picture() -> None:
    assert timeline([], whole=False).bars == ()


@pytest.mark.parametrize(
    ("end_ms", "step"), [(80.0, 20.0), (170.0, 50.0), (900.0, 200.0), (7000.0, 1000.0), (60_000.0, 10_000.0)]
)
def test_ticks_are_round_and_few(end_ms: float, step: float) -> None:
    ticks = timeline([Measured("x", 0.0, "done", (Stage("recognition", 0.0, end_ms),))], whole=False).ticks
    assert {round(after - before, 6) for before, after in pairwise(ticks)} == {step}
    assert 0.0 in ticks
    assert 4 <= len(ticks) <= 10
