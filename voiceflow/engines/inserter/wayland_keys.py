"""Ways to press keys on Wayland, each allowed by some compositors only."""

import os
import shutil
import subprocess
from abc import ABC, abstractmethod
from pathlib import Path

from voiceflow.engines.inserter.wayland_wire import globals_now
from voiceflow.errors import InsertionError

_TIMEOUT_S = 10.0
_SECONDS_PER_CHARACTER = 0.02  # measured with wtype: 22 s for 5,000 characters on a slow machine
_SHIFT, _INSERT = 42, 110  # Linux input event codes
_CODES = {"Left": 105, "Right": 106, "BackSpace": 14}


class Keys(ABC):
    """On the inserting thread only."""

    @abstractmethod
    def paste(self) -> None:
        """Shift+Insert."""

    @abstractmethod
    def type(self, text: str) -> None:
        """`InsertionError` when this way has no key for some character; then nothing was typed."""

    @abstractmethod
    def repeat(self, key: str, times: int, shifted: bool = False) -> None:
        """`key`: `Left`, `Right` or `BackSpace`."""

    def close(self) -> None:
        """Most ways keep nothing open."""
        return


class Wtype(Keys):
    """The virtual-keyboard protocol of wlroots, with a keymap of its own, so that no layout matters."""

    # WORKAROUND: without a pause after its keymap is sent, wtype 0.4 loses the first key in a third of all runs.
    _COMMAND = ("wtype", "-s", "30")

    @staticmethod
    def missing() -> str:
        """What to do so that it works; empty when it does, `-` when this compositor will never allow it."""
        if "zwp_virtual_keyboard_manager_v1" not in globals_now():
            return "-"
        return "" if shutil.which("wtype") else "install wtype"

    def paste(self) -> None:
        _run([*self._COMMAND, "-M", "shift", "-k", "Insert", "-m", "shift"])

    def type(self, text: str) -> None:
        _run([*self._COMMAND, "-"], text)

    def repeat(self, key: str, times: int, shifted: bool = False) -> None:
        around = (["-M", "shift"], ["-m", "shift"]) if shifted else ([], [])
        _run([*self._COMMAND, *around[0], *(["-k", key] * times), *around[1]])


class Ydotool(Keys):
    """A virtual device of the kernel, for any compositor; needs the `ydotoold` service and the right to use it."""

    @staticmethod
    def missing() -> str:
        if not shutil.which("ydotool"):
            return "install ydotool and start its service ydotoold"
        return "" if any(path.is_socket() for path in _ydotool_sockets()) else "start the service ydotoold"

    def paste(self) -> None:
        _run(["ydotool", "key", f"{_SHIFT}:1", f"{_INSERT}:1", f"{_INSERT}:0", f"{_SHIFT}:0"])

    def type(self, text: str) -> None:
        if not text.isascii():
            raise InsertionError(
                "insertion.no_key",
                "ydotool can type plain English letters only",
                "Set insertion.way to paste.",
            )
        _run(["ydotool", "type", "--file", "-"], text)

    def repeat(self, key: str, times: int, shifted: bool = False) -> None:
        code = _CODES[key]
        around = ([f"{_SHIFT}:1"], [f"{_SHIFT}:0"]) if shifted else ([], [])
        _run(["ydotool", "key", *around[0], *([f"{code}:1", f"{code}:0"] * times), *around[1]])


def _ydotool_sockets() -> list[Path]:
    """Where ydotool 1.x looks."""
    named = os.environ.get("YDOTOOL_SOCKET")
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", "/tmp"))
    return [Path(named)] if named else [runtime / ".ydotool_socket", Path("/tmp/.ydotool_socket")]


def _run(command: list[str], text: str = "") -> None:
    """The text goes through stdin: a command line can be read by every user of the machine."""
    timeout_s = _TIMEOUT_S + len(text) * _SECONDS_PER_CHARACTER
    try:
        subprocess.run(command, input=text.encode(), check=True, capture_output=True, timeout=timeout_s)
    except (OSError, subprocess.SubprocessError) as error:
        raise InsertionError(
            "insertion.keys_refused",
            f"{command[0]} could not press keys ({type(error).__name__})",
            "Run `voiceflow doctor` to see which other way this desktop allows.",
        ) from None  # the cause would carry the text
