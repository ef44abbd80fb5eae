"""Graphics memory, with a driver library that answers as NVIDIA's does."""

import sys
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from voiceflow.metrics.gpu import Gpu, Vram

GB = 1_000_000_000


class NVMLError(Exception):
    pass


class Driver(ModuleType):
    """`processes`: process id and its bytes, None where the driver does not tell."""

    NVMLError = NVMLError

    def __init__(self, processes: dict[int, int | None]) -> None:
        super().__init__("pynvml")
        self.processes = processes
        self.there = True

    def nvmlInit(self) -> None:  # noqa: N802 - NVIDIA's names
        if not self.there:
            raise NVMLError("Driver Not Loaded")

    def nvmlShutdown(self) -> None:  # noqa: N802
        pass

    def nvmlDeviceGetHandleByIndex(self, index: int) -> str:  # noqa: N802
        return f"device {index}"

    def nvmlDeviceGetMemoryInfo(self, _: str) -> Any:  # noqa: N802
        if not self.there:
            raise NVMLError("GPU is lost")
        return SimpleNamespace(used=3 * GB, total=8 * GB)

    def nvmlDeviceGetComputeRunningProcesses(self, _: str) -> list[Any]:  # noqa: N802
        return [SimpleNamespace(pid=pid, usedGpuMemory=used) for pid, used in self.processes.items()]


@pytest.fixture
def driver(monkeypatch: pytest.MonkeyPatch) -> Driver:
    made = Driver({10: GB, 11: 2 * GB})
    monkeypatch.setitem(sys.modules, "pynvml", made)
    return made


def test_our_processes_are_told_from_others(driver: Driver) -> None:
    assert Gpu().vram({10, 99}) == Vram(GB, 3 * GB, 8 * GB)


@pytest.mark.parametrize(("processes", "own"), [({10: None}, None), ({}, 0)], ids=["in a container", "nobody works"])
def test_what_the_driver_does_not_tell_is_not_known(driver: Driver, processes: dict[int, int | None], own: Any) -> None:
    driver.processes = processes
    assert Gpu().vram({10}) == Vram(own, 3 * GB, 8 * GB)


def test_without_a_card_there_is_none(driver: Driver) -> None:
    driver.there = False
    gpu = Gpu()
    assert gpu.vram({10}) is None
    gpu.close()


def test_a_card_that_goes_away_is_not_asked_again(driver: Driver) -> None:
    gpu = Gpu()
    assert gpu.vram({10})
    driver.there = False
    assert gpu.vram({10}) is None
    driver.there = True
    assert gpu.vram({10}) is None
    gpu.close()


def test_without_the_library_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pynvml", None)
    assert Gpu().vram({10}) is None
