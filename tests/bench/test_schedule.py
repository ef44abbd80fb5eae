"""All parts end in time: they are shortened alike, but for those whose time is what is asked of them."""

import pytest

from voiceflow.bench.results import PartResult
from voiceflow.bench.schedule import Schedule
from voiceflow.bench.suite import SUITES, Part, suite


def _parts(*seconds: float, fixed: tuple[int, ...] = ()) -> list[Part]:
    return [Part("", "", lambda _: None, quick, quick, at in fixed) for at, quick in enumerate(seconds)]


@pytest.mark.parametrize(
    ("parts", "at", "spent_s", "share"),
    [
        pytest.param(_parts(100, 100), 0, 0, 1.0, id="there is room"),
        pytest.param(_parts(570, 570), 0, 0, 0.5, id="twice too much"),
        pytest.param(_parts(570, 570), 1, 370, 200 / 570, id="the first took longer"),
        pytest.param(_parts(570, 570), 1, 100, 470 / 570, id="the first took less"),
        pytest.param(_parts(570, 70, 500, fixed=(2,)), 0, 0, 0.3, id="never below a useful share"),
        pytest.param(_parts(140, 500, fixed=(1,)), 0, 0, 0.5, id="what is fixed is left out"),
        pytest.param(_parts(140, 500, fixed=(1,)), 1, 500, 1.0, id="what is fixed keeps its time"),
    ],
)
def test_parts_share_the_time_that_is_left(parts: list[Part], at: int, spent_s: float, share: float) -> None:
    assert Schedule(parts, quick=True).share(at, spent_s) == pytest.approx(share)


def test_a_long_run_that_was_asked_for_takes_no_time_from_others() -> None:
    assert Schedule(_parts(0, 100), quick=True, beyond_s=3600).share(1, 3600) == 1.0


@pytest.mark.parametrize(("quick", "limit_s"), [(True, 600), (False, 2700)])
def test_all_suites_together_end_within_what_is_promised(quick: bool, limit_s: float) -> None:
    parts = [part for name in SUITES for part in suite(name).parts]
    schedule, spent_s = Schedule(parts, quick), 0.0
    for at, part in enumerate(parts):
        share = schedule.share(at, spent_s)
        spent_s += share * (part.quick_s if quick else part.full_s)
        schedule.ended(at, share, PartResult("", "", ""))
    assert spent_s <= limit_s
