"""Limits: what meets them, whatever its unit."""

import pytest

from voiceflow.bench.figures import Figure
from voiceflow.bench.suite import SUITES
from voiceflow.bench.targets import Target, targets
from voiceflow.bench.units import converted, number


@pytest.mark.parametrize(
    ("target", "value", "unit", "met"),
    [
        (Target("*", "", "ms", at_most=500), 500, "ms", True),
        (Target("*", "", "ms", at_most=500), 0.5, "s", True),
        (Target("*", "", "ms", at_most=500), 0.6, "s", False),
        (Target("*", "", "ms", at_most=500, below=True), 500, "ms", False),
        (Target("*", "", "µs", at_most=2), 1900, "ns", True),
        (Target("*", "", "MB", at_most=0.17), 170_001, "B", False),
        (Target("*", "", "%", at_least=90), 0.91, "share", True),
        (Target("*", "", "/s", at_least=668), 667.9, "/s", False),
    ],
)
def test_a_value_meets_its_target_in_any_unit_of_the_same_kind(
    target: Target, value: float, unit: str, met: bool
) -> None:
    assert target.met(value, unit) is met


def test_units_of_different_kinds_are_never_compared() -> None:
    with pytest.raises(ValueError, match="MB is not ms"):
        converted(3.0, "MB", "ms")


def test_a_target_of_several_figures_is_met_by_all_or_not() -> None:
    target = Target("core/x/*", "", "ms", at_most=5)
    assert target.met_by([Figure("core/x/a", 4, "ms"), Figure("core/x/b", 0.005, "s")])
    assert not target.met_by([Figure("core/x/a", 4, "ms"), Figure("core/x/b", 0.006, "s")])


def test_every_published_target_is_whole_and_names_its_suite() -> None:
    assert len({(target.says, target.ours) for target in targets()}) == len(targets()) >= 35
    for target in targets():
        assert (target.at_most is None) != (target.at_least is None), target.says
        assert target.figure.split("/")[0] in SUITES, target.says
        assert target.figure.count("/") == 2, target.says


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (0.00123456, "0.00123"),
        (0.0996, "0.0996"),
        (1.234567, "1.23"),
        (12.3456, "12.3"),
        (250_306.4, "250,306"),
        (-0.0456, "-0.0456"),
        (0, "0"),
        (18.0, "18"),
        (-1200.0, "-1,200"),
    ],
)
def test_numbers_have_the_digits_that_mean_something(value: float, told: str) -> None:
    assert number(value) == told
