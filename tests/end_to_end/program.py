"""The real program on the virtual desktop: started as a user would, driven by keys, asked by its own commands."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from Xlib import XK, X, display
from Xlib.ext import xtest

from tests.end_to_end.rig import Desktop, wait_until
from voiceflow.control import call
from voiceflow.errors import ControlError

_CHECKOUT = Path(__file__).parents[2]
START_S = 30.0
TEXT_S = 60.0


class VoiceFlow:
    """`with VoiceFlow(desktop) as app:` the desktop app runs and its key is watched. Its user has seen the first steps
    before, unless `new_user`."""

    def __init__(self, desktop: Desktop, config: str = "", new_user: bool = False) -> None:
        self.desktop = desktop
        self.home = Path(desktop.env["VOICEFLOW_HOME"])
        self.env = desktop.env | {"PYTHONPATH": str(_CHECKOUT), "QT_QPA_PLATFORM": "xcb"}
        if config:
            folder = self.home / "config"
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "config.toml").write_text(config)
        if not new_user:
            (self.home / "data").mkdir(parents=True, exist_ok=True)
            (self.home / "data" / "state.json").write_text('{"first_start": "over"}')

    def __enter__(self) -> "VoiceFlow":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.quit()

    def launch(self) -> None:
        self.process = self.desktop.popen([sys.executable, "-m", "voiceflow"], env=self.env, cwd=_CHECKOUT)

    def start(self) -> None:
        self.launch()
        wait_until(lambda: self.state() == "idle", "the app's start", START_S)

    def quit(self) -> None:
        """As from the tray's menu."""
        if self.process.poll() is None:
            self.ask("quit")
            self.process.wait(20)

    def ask(self, command: str) -> dict[str, Any]:
        return call(self.home / "run" / "control", {"command": command}, timeout_s=10.0)

    def state(self) -> str:
        if self.process.poll() is not None:
            raise RuntimeError(f"the app ended with {self.process.returncode}")
        try:
            status = self.ask("status")
        except ControlError:
            return "not there"
        return str(status["state"]) if status.get("ready") else "starting"

    def wait_for_state(self, state: str, timeout_s: float = 20.0) -> None:
        wait_until(lambda: self.state() == state, f"the state {state}", timeout_s)

    def wait_for_delivery(self, before: dict[str, Any] | None = None) -> dict[str, Any]:
        """What the status tells of the last dictation, once that is another than `before`."""
        return dict(wait_until(lambda: (last := self.ask("status")["last"]) != before and last, "the delivery", TEXT_S))

    def dictate(self, clip: Path, key: str = "F9") -> None:
        """Holds the key, speaks, lets go."""
        with Keyboard(self.desktop) as keyboard:
            keyboard.press(key)
            self.wait_for_state("listening")
            self.desktop.play(clip)
            keyboard.release(key)

    def command(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "voiceflow", *arguments]
        return self.desktop.run(command, env=self.env, cwd=_CHECKOUT, check=check, timeout=120)

    def history(self) -> list[dict[str, Any]]:
        found = json.loads(self.command("history", "list", "--json").stdout)
        return list(found)


class Keyboard:
    """Keys as hands press them, by XTEST."""

    def __init__(self, desktop: Desktop) -> None:
        self._display = display.Display(desktop.env["DISPLAY"])

    def __enter__(self) -> "Keyboard":
        return self

    def __exit__(self, *_: object) -> None:
        self._display.close()

    def press(self, key: str) -> None:
        self._send(X.KeyPress, key)

    def release(self, key: str) -> None:
        self._send(X.KeyRelease, key)

    def tap(self, key: str) -> None:
        self.press(key)
        self.release(key)

    def _send(self, kind: int, key: str) -> None:
        xtest.fake_input(self._display, kind, self._display.keysym_to_keycode(XK.string_to_keysym(key)))
        self._display.sync()
