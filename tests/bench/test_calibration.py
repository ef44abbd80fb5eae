import gc
import statistics
import subprocess
from pathlib import Path

import pytest

from voiceflow.bench import calibration
from voiceflow.bench.calibration import Work, cost_s, undisturbed


def busy(loops: int) -> Work:
    return lambda: sum(number * number for number in range(loops))


def test_cost_is_processor_time_of_the_work_alone() -> None:
    little, much = (statistics.median(cost_s(busy(loops)) for _ in range(9)) for loops in (20_000, 200_000))
    assert 5 < much / little < 20


@pytest.mark.parametrize("make", [calibration.python, calibration.arrays, calibration.products, calibration.threads])
def test_calibrations_do_work_again_and_again(make: "type[Work]") -> None:
    work = make()
    assert min(cost_s(work) for _ in range(3)) > 1e-4


def test_the_database_s_calibration_ends_as_it_began(tmp_path: Path) -> None:
    work = calibration.database(tmp_path)
    work()
    size = (tmp_path / "calibration.db").stat().st_size
    for _ in range(3):
        work()
    assert (tmp_path / "calibration.db").stat().st_size <= 2 * size
    assert b"word7" not in (tmp_path / "calibration.db").read_bytes()  # encrypted, as what it is compared with


def test_nothing_is_collected_meanwhile() -> None:
    with undisturbed():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_collection_comes_back_after_an_error() -> None:
    with pytest.raises(RuntimeError), undisturbed():
        raise RuntimeError
    assert gc.isenabled()


def test_another_interpreter_is_timed_with_its_imports() -> None:
    assert calibration.child_s("import asyncio, email.message") > calibration.child_s("pass") > 0


def test_a_child_that_fails_is_an_error() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        calibration.child_s("raise SystemExit(3)")
