"""How busy this machine is, and whether it saves its battery: is there room for work that nobody asked for?"""

import sys
from collections.abc import Callable
from pathlib import Path

_SAVING_PROFILES = ("low-power", "quiet")
"""Some firmware has the one, some the other (Linux, Documentation/ABI/testing/sysfs-platform_profile)."""


class Machine:
    """`look` may take some milliseconds, everything else takes microseconds; any thread. `saves_battery` and
    `cpu_times_s` (busy, all) are for tests."""

    def __init__(
        self,
        saves_battery: Callable[[], bool] | None = None,
        cpu_times_s: Callable[[], tuple[float, float]] | None = None,
    ) -> None:
        self._asks_saver = saves_battery or _saves_battery
        self._cpu_times_s = cpu_times_s or all_cpu_times_s
        self._since: tuple[float, float] | None = None
        self._busy_percent = 0.0
        self.saves_battery = False

    def look(self) -> None:
        """Something begins: what the machine does is measured from now on."""
        self.saves_battery = self._asks_saver()
        self._since = self._cpu_times_s()

    def busy_percent(self) -> float:
        """Of all processors together, by all programs, since this was last asked, or since `look`; 0 before it."""
        if self._since is None:
            return 0.0
        now = self._cpu_times_s()
        busy_s, all_s = (new - old for new, old in zip(now, self._since, strict=True))
        if all_s > 0:  # else the clock of the system has not ticked
            self._since, self._busy_percent = now, 100 * busy_s / all_s
        return self._busy_percent

    def has_room(self, cpu_limit_percent: float) -> bool:
        """The battery is not being saved, and the processors are not busier than that."""
        return not self.saves_battery and self.busy_percent() <= cpu_limit_percent


def all_cpu_times_s() -> tuple[float, float]:
    """Of all processors together, since the system began: busy, and busy or idle."""
    import psutil

    times = psutil.cpu_times()
    all_s = sum(times) - getattr(times, "guest", 0.0) - getattr(times, "guest_nice", 0.0)  # those count as user, too
    return all_s - times.idle - getattr(times, "iowait", 0.0), all_s


def _saves_battery() -> bool:
    ask = {"win32": _windows_saves_battery, "darwin": _macos_saves_battery}.get(sys.platform)
    return ask() if ask else linux_saves_battery(Path("/sys"))


def linux_saves_battery(sys_folder: Path) -> bool:
    """What the desktop's "power saver" leaves in the kernel: the firmware's profile, or the processor's preference."""
    profile = _line(sys_folder / "firmware/acpi/platform_profile")
    preference = _line(sys_folder / "devices/system/cpu/cpu0/cpufreq/energy_performance_preference")
    return profile in _SAVING_PROFILES or preference == "power"


def _line(file: Path) -> str:
    try:
        return file.read_text("ascii").strip()
    except (OSError, ValueError):
        return ""


def _windows_saves_battery() -> bool:
    """SYSTEM_POWER_STATUS: four bytes, the last of which is SystemStatusFlag (1: battery saver), and two DWORDs."""
    import ctypes

    status = (ctypes.c_ubyte * 12)()
    return bool(ctypes.windll.kernel32.GetSystemPowerStatus(status)) and status[3] == 1  # type: ignore[attr-defined,unused-ignore]


def _macos_saves_battery() -> bool:
    """-[NSProcessInfo isLowPowerModeEnabled], since macOS 12. `processInfo` is kept by the system: nothing to free."""
    import ctypes
    from ctypes import c_bool, c_char_p, c_void_p

    ctypes.CDLL("/System/Library/Frameworks/Foundation.framework/Foundation")
    runtime = ctypes.CDLL("/usr/lib/libobjc.A.dylib")
    runtime.objc_getClass.restype = runtime.sel_registerName.restype = c_void_p
    runtime.objc_getClass.argtypes = runtime.sel_registerName.argtypes = [c_char_p]

    def send(receiver: int, selector: bytes, result: type) -> int:
        call = ctypes.CFUNCTYPE(result, c_void_p, c_void_p)(("objc_msgSend", runtime))
        return call(receiver, runtime.sel_registerName(selector)) or 0

    info = send(runtime.objc_getClass(b"NSProcessInfo"), b"processInfo", c_void_p)
    return bool(send(info, b"isLowPowerModeEnabled", c_bool))
