"""How soon a command answers, and how soon the desktop app is there."""

import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.run import Run
from voiceflow.bench.suite import Part
from voiceflow.bench.suites.core.rounds import ms_since, rounds
from voiceflow.control import call
from voiceflow.errors import ControlError

_COMMANDS = {
    "plain Python": ["-c", "pass"],
    "voiceflow --version": ["-m", "voiceflow", "--version"],
    "import of the core": ["-c", "import voiceflow.core"],
}
_DEADLINE_S = 30.0
_LOOK_S = 0.005
_CONFIG = """
[history]
key_storage = "file"
[hotkey]
backend = "manual"
[ui]
show_window_at_start = false
"""


def commands(run: Run) -> None:
    """In turn with a Python that does nothing, which is in all of them."""
    took_ms: dict[str, list[float]] = {name: [] for name in _COMMANDS}
    for _ in rounds(run, quick=15, full=40):
        for name, arguments in _COMMANDS.items():
            began_s = time.perf_counter()
            subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
            took_ms[name].append(ms_since(began_s))
    for name, samples in took_ms.items():
        run.record_samples(name, samples, "ms", (50, 95))


def desktop(run: Run) -> None:
    """Offscreen: there is no tray to draw its icon, and no window that could be given a text."""
    folder = run.wishes.scratch / "desktop"
    took_ms = [_start_desktop(folder / str(round_)) for round_ in rounds(run, quick=5, full=10)]
    run.record_samples("start to tray made, offscreen", took_ms, "ms", (50, 95))
    run.note("The desktop app without a screen: what the desktop takes to draw comes on top.")


def _start_desktop(home: Path) -> float:
    """Until its remote control answers, which begins right behind the tray."""
    config = home / "config"
    config.mkdir(parents=True)
    (config / "config.toml").write_text(_CONFIG, encoding="utf-8")
    screens = ("DISPLAY", "WAYLAND_DISPLAY")
    environment = {name: value for name, value in os.environ.items() if name not in screens}
    environment |= {"VOICEFLOW_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    began_s = time.perf_counter()
    app = subprocess.Popen([sys.executable, "-m", "voiceflow"], env=environment, stderr=subprocess.DEVNULL)
    try:
        _wait_for_answer(app, home)
        return ms_since(began_s)
    finally:
        _end(app, home)


def _wait_for_answer(app: "subprocess.Popen[bytes]", home: Path) -> None:
    """`CannotRunError`: it ended, or it is not there within half a minute."""
    deadline_s = time.monotonic() + _DEADLINE_S
    while app.poll() is None and time.monotonic() < deadline_s:
        with suppress(ControlError):
            call(home / "run" / "control", {"command": "status"})
            return
        time.sleep(_LOOK_S)
    ended = "it ended" if app.poll() is not None else "it did not answer"
    raise CannotRunError(f"The desktop app does not start here without a screen ({ended})", "voiceflow --debug")


def _end(app: "subprocess.Popen[bytes]", home: Path) -> None:
    with suppress(ControlError):
        call(home / "run" / "control", {"command": "quit"})
    try:
        app.wait(10)
    except subprocess.TimeoutExpired:
        app.kill()
        app.wait()


PARTS = (
    Part("commands", "How soon a command answers", commands, 3, 20),
    Part("desktop", "How soon the desktop app is there", desktop, 5, 20),
)
