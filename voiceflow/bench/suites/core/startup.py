"""How soon a command answers, and how soon the desktop app is there."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

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
    """Offscreen: nothing is drawn and no tray is asked for, so this is what comes before that."""
    answers_ms, ready_ms = [], []
    for round_ in rounds(run, quick=5, full=10):
        answers, ready = _start_desktop(run.wishes.scratch / "desktop" / str(round_))
        answers_ms.append(answers)
        ready_ms.append(ready)
    run.record_samples("start to tray made, offscreen", answers_ms, "ms", (50,))
    run.record_samples("start to ready for the key, offscreen", ready_ms, "ms", (50,))
    run.note("The desktop app without a screen: what the desktop takes to draw comes on top.")


def _start_desktop(home: Path) -> tuple[float, float]:
    """Until its remote control answers, which comes right behind the tray; and until the key is watched."""
    config = home / "config"
    config.mkdir(parents=True)
    (config / "config.toml").write_text(_CONFIG, encoding="utf-8")
    screens = ("DISPLAY", "WAYLAND_DISPLAY")
    environment = {name: value for name, value in os.environ.items() if name not in screens}
    environment |= {"VOICEFLOW_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    began_s = time.perf_counter()
    app = subprocess.Popen([sys.executable, "-m", "voiceflow"], env=environment, stderr=subprocess.DEVNULL)
    try:
        _wait(app, home, lambda told: True)
        answers_ms = ms_since(began_s)
        _wait(app, home, lambda told: bool(told["ready"]))
        return answers_ms, ms_since(began_s)
    finally:
        _end(app, home)


def _wait(app: "subprocess.Popen[bytes]", home: Path, enough: Callable[[dict[str, Any]], bool]) -> None:
    """`CannotRunError`: it ended, or it is not there within half a minute."""
    deadline_s = time.monotonic() + _DEADLINE_S
    while app.poll() is None and time.monotonic() < deadline_s:
        with suppress(ControlError):
            if enough(call(home / "run" / "control", {"command": "status"})):
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
