"""How soon the tray and the window are there after the start, how soon the tray's menu answers a click, and the memory
of the idle app: `python -m tests.benchmarks.window [--rounds 7] [--quick] [--store]`

On two cores, under Xvfb with a window manager and a tray. Before each start the files of the environment are dropped
from the page cache (posix_fadvise), so that they come from the disk. A plain PySide6 window is started in turn with
VoiceFlow: the ratio of the two hardly depends on the machine, and the run fails when one is 20 % above the ratio that
window.json holds (`--store` writes it), or when a limit is missed. `there` means painted: pixels, not events."""

import argparse
import json
import os
import statistics
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from Xlib import X, display
from Xlib.error import XError
from Xlib.ext import xtest

from tests.end_to_end.program import VoiceFlow
from tests.end_to_end.rig import Desktop, wait_until
from voiceflow.bench.suites.memory.footprint import footprint

STORED = Path(__file__).with_suffix(".json")
CHECKOUT = Path(__file__).parents[2]
LIMITS = {"window_s": 1.5, "tray_s": 0.7, "menu_s": 0.7, "pss_mb": 150.0}
MOST_SLOWER = 1.2
WORDS = {
    "window_s": "start to window, cold, s",
    "tray_s": "start to tray icon, cold, s",
    "menu_s": "click on the tray to its menu, s",
    "pss_mb": "idle without a model, window open, PSS of all processes, MB",
    "disk_mb": "read from the disk until then, MB",
}
COMPARED = ("window_s", "tray_s", "pss_mb")
IDLE_S, DEADLINE_S, LOOK_S = 8.0, 30.0, 0.004
MENU_PX = 100
PLAIN = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(sys.argv)
window = QLabel("A plain window")
window.setWindowTitle("Plain")
window.resize(960, 660)
window.show()
sys.exit(app.exec())
"""


@dataclass(frozen=True, slots=True)
class Start:
    window_s: float
    pss_mb: float
    disk_mb: float
    tray_s: float = 0.0
    menu_s: float = 0.0


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=7)
    arguments.add_argument("--quick", action="store_true", help="three rounds")
    arguments.add_argument("--store", action="store_true", help="write the ratios into window.json")
    wanted = arguments.parse_args()
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
    pairs = [_pair() for _ in range(3 if wanted.quick else wanted.rounds)]
    ratios = {name: statistics.median(_ratio(ours, plain, name) for ours, plain in pairs) for name in COMPARED}
    stored = json.loads(STORED.read_text()) if STORED.exists() else {}
    print(table(pairs, ratios, stored))
    if wanted.store:
        STORED.write_text(json.dumps({name: round(ratio, 2) for name, ratio in ratios.items()}, indent=1) + "\n")
        return 0
    too_much = [name for name, limit in LIMITS.items() if _median(pairs, name) > limit]
    slower = [name for name, ratio in ratios.items() if ratio > MOST_SLOWER * stored.get(name, float("inf"))]
    return int(bool(too_much or slower))


def _pair() -> tuple[Start, Start]:
    """VoiceFlow, and the plain window; each on a desktop of its own."""
    with Desktop() as desktop:
        plain = _plain(desktop)
    with Desktop() as desktop:
        return _voiceflow(desktop), plain


def _ratio(ours: Start, plain: Start, name: str) -> float:
    """The tray is compared with the plain window: there is no plainer way to put something on the screen."""
    against = plain.window_s if name == "tray_s" else getattr(plain, name)
    return float(getattr(ours, name) / against)


def _plain(desktop: Desktop) -> Start:
    sight = Sight(desktop)
    forget_files()
    begun_s = time.monotonic()
    process = desktop.popen([sys.executable, "-c", PLAIN], env=desktop.env | {"QT_QPA_PLATFORM": "xcb"})
    sight.wait(sight.window, process, "the plain window")
    window_s = time.monotonic() - begun_s
    disk_mb = _read_mb(process)
    time.sleep(IDLE_S / 2)
    held = footprint(process.pid).pss_mb
    process.terminate()
    process.wait(10)
    return Start(window_s, held, disk_mb)


def _voiceflow(desktop: Desktop) -> Start:
    sight, app = Sight(desktop), VoiceFlow(desktop)
    forget_files()
    begun_s = time.monotonic()
    app.process = desktop.popen([sys.executable, "-m", "voiceflow"], env=app.env, cwd=CHECKOUT)
    found_s: dict[str, float] = {}
    looks: dict[str, Callable[[], bool]] = {"tray": sight.icon, "window": sight.window}

    def all_there() -> bool:
        for name, look in looks.items():
            if name not in found_s and look():
                found_s[name] = time.monotonic() - begun_s
        return len(found_s) == len(looks)

    sight.wait(all_there, app.process, "the window and the tray's icon")
    disk_mb = _read_mb(app.process)
    menu_s = sight.click_on_icon()
    wait_until(lambda: app.state() == "idle", "the app's start", DEADLINE_S)
    time.sleep(IDLE_S)
    held = footprint(app.process.pid).pss_mb
    app.quit()
    return Start(found_s["window"], held, disk_mb, found_s["tray"], menu_s)


def _read_mb(process: "subprocess.Popen[Any]") -> float:
    """Proves that the files were not in memory."""
    told = dict(line.split(": ") for line in Path(f"/proc/{process.pid}/io").read_text().splitlines())
    return int(told["read_bytes"]) / 1e6


class Sight:
    """What is to be seen on that desktop."""

    def __init__(self, desktop: Desktop) -> None:
        self._link = display.Display(desktop.env["DISPLAY"])
        self._link.set_error_handler(lambda *_: None)
        self._root = self._link.screen().root
        self._clients = self._link.intern_atom("_NET_CLIENT_LIST")
        windows = self._all(self._root)
        self._before = {each.id for each in windows}
        self._trays = [each for each in windows if "trayer" in str(_of(each.get_wm_class))]
        self._icon: Any = None

    def wait(self, condition: Callable[[], bool], process: "subprocess.Popen[Any]", what: str) -> None:
        end_s = time.monotonic() + DEADLINE_S
        while not condition():
            if time.monotonic() > end_s or process.poll() is not None:
                raise TimeoutError(f"{what} did not come")
            time.sleep(LOOK_S)

    def window(self) -> bool:
        """A window of a program that was not there before, painted."""
        listed = self._root.get_full_property(self._clients, X.AnyPropertyType)
        windows = [self._link.create_resource_object("window", each) for each in listed.value] if listed else []
        return any(_painted(each) for each in windows if each.id not in self._before)

    def icon(self) -> bool:
        """Inside the tray, which holds nothing else."""
        new = [each for tray in self._trays for each in self._all(tray) if each.id not in self._before]
        self._icon = next((each for each in new if _painted(each)), None)
        return self._icon is not None

    def click_on_icon(self) -> float:
        """Seconds until the menu is painted; it is closed again."""
        place, size = self._root.translate_coords(self._icon, 0, 0), self._icon.get_geometry()
        before = {each.id for each in self._root.query_tree().children}
        xtest.fake_input(
            self._link, X.MotionNotify, x=place.x + size.width // 2, y=place.y + size.height // 2, detail=0
        )
        begun_s = time.monotonic()
        for kind in (X.ButtonPress, X.ButtonRelease):
            xtest.fake_input(self._link, kind, 3)
        self._link.sync()
        while not any(_is_menu(each) for each in self._root.query_tree().children if each.id not in before):
            if time.monotonic() - begun_s > DEADLINE_S:
                raise TimeoutError("the tray's menu did not come")
            time.sleep(LOOK_S)
        took_s = time.monotonic() - begun_s
        for kind in (X.KeyPress, X.KeyRelease):
            xtest.fake_input(self._link, kind, self._link.keysym_to_keycode(0xFF1B))
        self._link.sync()
        return took_s

    def _all(self, window: Any) -> list[Any]:
        found = []
        with suppress(XError):
            for child in window.query_tree().children:
                found += [child, *self._all(child)]
        return found


def _is_menu(window: Any) -> bool:
    size = _of(window.get_geometry)
    return bool(size and size.width > MENU_PX and size.height > MENU_PX and _painted(window))


def _painted(window: Any) -> bool:
    """More than a ground: a window that is mapped but not painted yet has one colour."""
    shown, size = _of(window.get_attributes), _of(window.get_geometry)
    if not shown or not size or shown.map_state != X.IsViewable or size.width < 8 or size.height < 8:
        return False
    picture = _of(lambda: window.get_image(0, 0, size.width, size.height, X.ZPixmap, 0xFFFFFF))
    return picture is not None and len(set(picture.data[::4])) > 2


def _of(call: Callable[[], Any]) -> Any:
    try:
        return call()
    except XError:
        return None


def forget_files() -> None:
    """Of Python, its packages, Qt and VoiceFlow; what a running program has mapped stays."""
    standard, packages = sysconfig.get_path("stdlib"), sysconfig.get_path("platlib")
    places = {Path(standard), Path(packages), CHECKOUT / "voiceflow", CHECKOUT / "resources"}
    os.sync()
    for place in places:
        for file in place.rglob("*"):
            _forget(file)


def _forget(path: Path) -> None:
    with suppress(OSError):
        file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
        try:
            os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(file)


def table(pairs: list[tuple[Start, Start]], ratios: dict[str, float], stored: dict[str, float]) -> str:
    lines = [f"| {len(pairs)} starts, median (most) | VoiceFlow | limit | plain window | ratio | stored, +20 % |"]
    lines.append("|---" * 6 + "|")
    for name, words in WORDS.items():
        ours = [asdict(pair[0])[name] for pair in pairs]
        plain = [asdict(pair[1])[name] for pair in pairs]
        limit = f"{LIMITS[name]:g}" if name in LIMITS else ""
        cells = [f"{statistics.median(ours):.2f} ({max(ours):.2f})", limit]
        cells.append(f"{statistics.median(plain):.2f}" if any(plain) else "")
        cells.append(f"{ratios[name]:.2f}" if name in ratios else "")
        cells.append(f"{stored[name]:.2f}, {MOST_SLOWER * stored[name]:.2f}" if name in stored else "")
        lines.append(f"| {words} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _median(pairs: list[tuple[Start, Start]], name: str) -> float:
    return statistics.median(getattr(ours, name) for ours, _ in pairs)


if __name__ == "__main__":
    sys.exit(main())
