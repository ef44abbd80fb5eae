"""Two runs side by side: only what is beyond noise counts as a change."""

from typing import Any

import pytest

from voiceflow.bench.compare import changes, other_conditions
from voiceflow.bench.figures import Figure
from voiceflow.bench.results import PartResult, Results

Interval = tuple[float, float] | None


def _results(figure: Figure, **machine: object) -> Results:
    part = PartResult("core", "x", "", figures=[figure])
    return Results("voiceflow bench", True, "", machine=dict(machine), parts=[part])


def _figure(value: float, unit: str, interval: Interval = None, name: str = "core/x/wait") -> Figure:
    return Figure(name, value, unit, interval)


@pytest.mark.parametrize(
    ("before", "now", "outcome"),
    [
        (_figure(100, "ms", (95, 105)), _figure(130, "ms", (120, 140)), "worse"),
        (_figure(100, "ms", (95, 105)), _figure(0.06, "s", (0.05, 0.07)), "better"),
        (_figure(100, "ms", (80, 120)), _figure(130, "ms", (110, 150)), "same"),
        (_figure(100, "ms", (99.9, 100.1)), _figure(103, "ms", (102.9, 103.1)), "same"),
        (_figure(100, "ms"), _figure(130, "ms", (120, 140)), "not known"),
        (_figure(100, "ms"), _figure(101, "ms"), "same"),
        (_figure(500, "/s", (490, 510)), _figure(700, "/s", (690, 710)), "better"),
        (_figure(5, "pieces", (4, 6)), _figure(9, "pieces", (8, 10)), "changed"),
        (_figure(0, "MB", (-1, 1)), _figure(9, "MB", (8, 10)), "worse"),
    ],
)
def test_a_change_counts_beyond_noise_only(before: Figure, now: Figure, outcome: str) -> None:
    (change,) = changes(_results(before), _results(now))
    assert change.outcome == outcome


def test_a_target_says_whether_more_is_better() -> None:
    name = "cache/x/intent hit rate"
    before, now = (_results(_figure(value, "%", (value - 1, value + 1), name)) for value in (91, 80))
    (change,) = changes(before, now)
    assert (change.outcome, change.ratio) == ("worse", pytest.approx(80 / 91))


def test_a_figure_in_a_unit_of_another_kind_is_not_compared() -> None:
    assert not list(changes(_results(_figure(1, "ms")), _results(_figure(1, "MB"))))


def test_other_conditions_are_told() -> None:
    before = _results(_figure(1, "ms"), cores=2, system="Linux")
    now = _results(_figure(1, "ms"), cores=8, system="Linux")
    now.quick = False
    assert other_conditions(before, now) == ["another number of cores", "a quick run beside a full one"]


@pytest.mark.parametrize(
    ("command", "machine", "told"),
    [
        ("voiceflow bench --quick", {}, []),
        ("voiceflow bench --speech 'my voice'", {}, ["other speech"]),
        ("voiceflow bench", {"saves_battery": True}, ["the battery saved in one of them"]),
        ("voiceflow bench", {"packages": {"ctranslate2": "4.9"}}, ["another ctranslate2"]),
    ],
)
def test_other_speech_power_and_libraries_are_other_conditions(command: str, machine: Any, told: list[str]) -> None:
    before, now = _results(_figure(1, "ms")), _results(_figure(1, "ms"))
    before.machine = {"saves_battery": False, "packages": {"ctranslate2": "4.8"}}
    now.command, now.machine = command, before.machine | machine
    assert other_conditions(before, now) == told
