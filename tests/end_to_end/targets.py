"""Other programs on the virtual desktop: windows that receive text, and owners of the clipboard.

Run as `python -m tests.end_to_end.targets ROLE ...`; a program says what it has in lines on stdout, as JSON, and takes
orders as lines on stdin. The classes here are the tests' end of those pipes."""

import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import IO, Any

from tests.end_to_end.rig import Desktop, wait_until

_CHECKOUT = Path(__file__).parents[2]
_START_S = 20.0


class Program:
    """A child whose lines on stdout are JSON values."""

    def __init__(self, desktop: Desktop, command: list[str], **env: str) -> None:
        self._desktop = desktop
        everything = desktop.env | {"PYTHONPATH": str(_CHECKOUT)} | env
        pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self.process = desktop.popen(command, env=everything, cwd=_CHECKOUT, **pipes)
        self._lines: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, name="target", daemon=True)
        self._reader.start()

    def _read(self) -> None:
        with self._open() as lines:
            for line in lines:
                self._lines.put(json.loads(line))

    def _open(self) -> IO[str]:
        assert self.process.stdout is not None
        return self.process.stdout

    def next(self, timeout_s: float = 10.0) -> Any:
        """The program's next word; `queue.Empty` when it says nothing in time."""
        return self._lines.get(timeout=timeout_s)

    def order(self, word: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()

    def freeze(self) -> None:
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self.process.send_signal(signal.SIGCONT)

    def stop(self) -> None:
        self.thaw()
        self.process.terminate()
        self.process.wait(10)
        self._reader.join(10)

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def _role(role: str, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "tests.end_to_end.targets", role, *arguments]


class TextWindow(Program):
    """A window that text goes into, with the focus. It tells its whole text at each change."""

    title = ""

    def __init__(self, desktop: Desktop, command: list[str], **env: str) -> None:
        super().__init__(desktop, command, **env)
        self.text = ""
        self.next(_START_S)
        self.activate()

    def activate(self) -> None:
        """Its own wish is not always granted by the window manager: xdotool asks as a taskbar would."""
        if "SWAYSOCK" in self._desktop.env:
            focus = ["swaymsg", f'[title="{self.title}"] focus']
            wait_until(lambda: self._desktop.run(focus, check=False).returncode == 0, f"the window {self.title}")
            return
        window = wait_until(self._visible_windows, f"the window {self.title}")[-1]
        if self._desktop.parts["window_manager"]:
            self._desktop.run(["xdotool", "windowactivate", "--sync", window])
        self._desktop.run(["xdotool", "windowfocus", "--sync", window])

    def _visible_windows(self) -> list[str]:
        search = ["xdotool", "search", "--onlyvisible", "--name", f"^{self.title}$"]
        return self._desktop.run(search, check=False).stdout.split()

    def wait_for(self, text: str, timeout_s: float = 10.0) -> str:
        """What the window holds once it is `text`, or at the deadline."""
        deadline = time.monotonic() + timeout_s
        while self.text != text:
            try:
                self.text = self.next(max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                break
        return self.text

    def settled(self, quiet_s: float = 0.3) -> str:
        """What the window holds once nothing more comes."""
        while True:
            try:
                self.text = self.next(quiet_s)
            except queue.Empty:
                return self.text


class Editor(TextWindow):
    """A Qt text editor; `clear`, `copy` (all of it) and `select` (all of it) are its orders."""

    title = "Target editor"

    def __init__(self, desktop: Desktop, platform: str = "xcb") -> None:
        super().__init__(desktop, _role("editor"), QT_QPA_PLATFORM=platform)

    def clear(self) -> None:
        self.settled(0.05)
        self.order("clear")
        if self.text:
            self.wait_for("")


class Terminal(TextWindow):
    """xterm around a program that reads raw bytes, with bracketed paste on, as shells have it."""

    title = "Target terminal"
    command: tuple[str, ...] = ("xterm", "-u8", "-T", title, "-e")

    def __init__(self, desktop: Desktop) -> None:
        self._fifo = Path(tempfile.mkdtemp(dir=desktop.folder)) / "lines"
        os.mkfifo(self._fifo)
        super().__init__(desktop, [*self.command, *_role("tty_program", str(self._fifo))])

    def _open(self) -> IO[str]:
        return self._fifo.open(encoding="utf-8")


class WaylandTerminal(Terminal):
    """foot around the same program."""

    command = ("foot", "-T", Terminal.title)


class ClipboardOwner(Program):
    """Another program that has put something on the clipboard: `text`, `rich`, `image`, `files`, `large`."""

    def __init__(self, desktop: Desktop, kind: str, platform: str = "xcb") -> None:
        super().__init__(desktop, _role("owner", kind), QT_QPA_PLATFORM=platform)
        if platform == "wayland":
            focus = ["swaymsg", '[title="Clipboard owner"] focus']
            wait_until(lambda: desktop.run(focus, check=False).returncode == 0, "the owner's window")
            desktop.run(["wtype", "-s", "30", "-k", "F5"])
        self.next(_START_S)


class ClipboardManager(Program):
    """Reads every text that comes on the clipboard at once and tells it; with `steal` it then takes its place, and
    with `keeper` it saves what programs that end hand over to it."""

    def __init__(self, desktop: Desktop, *habits: str) -> None:
        super().__init__(desktop, _role("manager", *habits))
        self.next(_START_S)


def main() -> None:
    from tests.end_to_end import target_programs

    role, *arguments = sys.argv[1:]
    getattr(target_programs, role)(*arguments)


if __name__ == "__main__":
    main()
