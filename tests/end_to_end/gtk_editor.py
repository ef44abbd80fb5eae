"""Mousepad, a GTK text editor, as a window that receives text. It shows what it has by saving it."""

import shutil
from contextlib import suppress
from pathlib import Path

from tests.end_to_end.rig import Desktop, wait_until


def missing() -> list[str]:
    return [] if shutil.which("mousepad") else ["mousepad"]


class Mousepad:
    def __init__(self, desktop: Desktop, **env: str) -> None:
        self._desktop = desktop
        self.file = Path(desktop.folder) / "letter.txt"
        self.file.write_text("")
        command = ["mousepad", "--disable-server", str(self.file)]
        self.process = desktop.popen(command, env=desktop.env | {"GSETTINGS_BACKEND": "memory"} | env)
        self.window = wait_until(self._windows, "the window of Mousepad", 20)[-1]
        self.activate()

    def activate(self) -> None:
        self._desktop.run(["xdotool", "windowactivate", "--sync", self.window])

    def wait_for(self, text: str, timeout_s: float = 8.0) -> str:
        """What it has once that is `text`, or at the deadline."""

        def is_saved() -> bool:
            self._desktop.run(["xdotool", "key", "--clearmodifiers", "ctrl+s"])
            return self.file.read_text() == text

        with suppress(TimeoutError):
            wait_until(is_saved, "the text", timeout_s)
        return self.file.read_text()

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(10)

    def __enter__(self) -> "Mousepad":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _windows(self) -> list[str]:
        search = ["xdotool", "search", "--onlyvisible", "--name", f"{self.file.name}.*Mousepad$"]
        return self._desktop.run(search, check=False).stdout.split()
