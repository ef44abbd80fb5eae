"""On what a report's figures were measured, and what else it was doing."""

import os
import platform
import sys
import time
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from voiceflow import __version__
from voiceflow.bench.processes import cpu_s
from voiceflow.machine import Machine, all_cpu_times_s

BUSY_PERCENT = 15.0
"""Of all processors, by other programs: above it, times are worth less. VoiceFlow's own choice: a third of one of two
cores."""
_PACKAGES = ("ctranslate2", "faster-whisper", "onnxruntime", "numpy", "sqlcipher3", "PySide6-Essentials")


def facts() -> dict[str, Any]:
    """Nothing in it names the user or the machine: of the system no more than its version."""
    import psutil

    saver = Machine()
    saver.look()
    return {
        "voiceflow": __version__,
        "processor": _processor(),
        "cores": os.cpu_count() or 1,
        "memory_gb": round(psutil.virtual_memory().total / 1e9, 1),
        "system": f"{platform.system()} {platform.release().partition('-')[0]}",
        "python": platform.python_version(),
        "saves_battery": saver.saves_battery,
        "packages": {name: _version(name) for name in _PACKAGES},
    }


def worries() -> Iterator[str]:
    """Why figures would mean less now. Takes half a second."""
    machine = Machine()
    machine.look()
    time.sleep(0.5)
    busy_percent = machine.busy_percent()
    if busy_percent > BUSY_PERCENT:
        yield f"Other programs keep {busy_percent:.0f} % of the processors busy: times mean less. Close what works"
    if machine.saves_battery:
        yield "The battery is being saved, so the processor is slower than it can be. Plug it in, or switch that off"


class OtherWork:
    """What other programs took of all processors since this was made."""

    def __init__(self) -> None:
        self._own_s = cpu_s()
        self._busy_s, self._all_s = all_cpu_times_s()

    @property
    def percent(self) -> float | None:
        """None where the system does not tell, or has not counted 0.2 s yet: its clock ticks every 10 ms."""
        busy_s, all_s = all_cpu_times_s()
        spent_s, wall_s = busy_s - self._busy_s, all_s - self._all_s
        if sys.platform == "win32" or wall_s < 0.2:  # Windows forgets what processes took that have ended
            return None
        return min(100.0, max(0.0, 100.0 * (spent_s - (cpu_s() - self._own_s)) / wall_s))


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
