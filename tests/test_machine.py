"""Room for work that nobody asked for."""

from pathlib import Path

import pytest

from voiceflow.machine import Machine, linux_saves_battery


class Processors:
    """Two of them, whose times the test moves on."""

    def __init__(self) -> None:
        self.busy_s = self.all_s = 1000.0

    def pass_time(self, busy_s: float, idle_s: float) -> None:
        self.busy_s += busy_s
        self.all_s += busy_s + idle_s

    def times_s(self) -> tuple[float, float]:
        return self.busy_s, self.all_s


@pytest.fixture
def processors() -> Processors:
    return Processors()


@pytest.fixture
def machine(processors: Processors) -> Machine:
    machine = Machine(lambda: False, processors.times_s)
    machine.look()
    return machine


def test_it_is_as_busy_as_since_it_was_last_asked(machine: Machine, processors: Processors) -> None:
    processors.pass_time(busy_s=1, idle_s=3)
    assert machine.busy_percent() == 25
    processors.pass_time(busy_s=3, idle_s=1)
    assert machine.busy_percent() == 75


def test_asked_again_at_once_it_says_the_same(machine: Machine, processors: Processors) -> None:
    processors.pass_time(busy_s=1, idle_s=1)
    assert [machine.busy_percent(), machine.busy_percent()] == [50, 50]


def test_what_was_before_does_not_count(machine: Machine, processors: Processors) -> None:
    processors.pass_time(busy_s=500, idle_s=0)
    machine.look()
    processors.pass_time(busy_s=0, idle_s=1)
    assert machine.busy_percent() == 0


@pytest.mark.parametrize(("limit_percent", "room"), [(100, True), (60, True), (59, False), (0, False)])
def test_there_is_room_up_to_the_limit(
    machine: Machine, processors: Processors, limit_percent: float, room: bool
) -> None:
    processors.pass_time(busy_s=6, idle_s=4)
    assert machine.has_room(limit_percent) is room


def test_there_is_none_while_the_battery_is_saved(processors: Processors) -> None:
    saver = [True]
    machine = Machine(lambda: saver[0], processors.times_s)
    machine.look()
    assert not machine.has_room(100)
    saver[0] = False
    assert not machine.has_room(100), "the battery is asked about when something begins, and not before"
    machine.look()
    assert machine.has_room(100)


def test_this_machine_can_be_asked() -> None:
    machine = Machine()
    assert machine.busy_percent() == 0
    machine.look()
    assert 0 <= machine.busy_percent() <= 100
    assert machine.saves_battery in (True, False)


@pytest.mark.parametrize(
    ("profile", "preference", "saves"),
    [
        ("low-power", "balance_performance", True),
        ("quiet", None, True),
        ("balanced", "power", True),
        (None, "power", True),
        ("balanced", "balance_power", False),
        ("performance", "performance", False),
        (None, None, False),
    ],
)
def test_linux_tells_by_what_power_saver_leaves_in_the_kernel(
    tmp_path: Path, profile: str | None, preference: str | None, saves: bool
) -> None:
    for file, text in (
        ("firmware/acpi/platform_profile", profile),
        ("devices/system/cpu/cpu0/cpufreq/energy_performance_preference", preference),
    ):
        (tmp_path / file).parent.mkdir(parents=True)
        if text:
            (tmp_path / file).write_text(text + "\n")
    assert linux_saves_battery(tmp_path) is saves
