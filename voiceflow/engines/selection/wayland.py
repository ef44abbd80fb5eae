"""The primary selection of Wayland: by the data-control protocol, else by the program wl-paste."""

import os
import shutil
import subprocess

from voiceflow.engines.inserter.wayland_clipboard import PRIMARY, TEXT_TYPES, UnreadableError, WaylandClipboard
from voiceflow.engines.selection.contract import Selection, nothing, unreadable
from voiceflow.errors import InsertionError, VoiceFlowError

_PATIENCE_S = 1.0


class WaylandSelection(Selection):
    @staticmethod
    def unavailable() -> VoiceFlowError | None:
        if os.environ.get("WAYLAND_DISPLAY"):
            return None
        return InsertionError("selection.not_wayland", "This is no Wayland desktop")

    def text(self) -> str:
        text = _by_data_control()
        if text is None:
            text = _by_program()
        if not text.strip():
            raise nothing()
        return text


def _by_data_control() -> str | None:
    """None on a compositor without the protocol."""
    try:
        clipboard = WaylandClipboard()
    except InsertionError:
        return None
    try:
        content = clipboard.read(PRIMARY)
    except UnreadableError as error:
        raise unreadable() from error
    finally:
        clipboard.close()
    return next((content[kind].decode("utf-8", "replace") for kind in TEXT_TYPES if kind in content), "")


def _by_program() -> str:
    if shutil.which("wl-paste") is None:
        hint = "Install wl-clipboard"
        raise InsertionError("selection.no_program", "This compositor tells nobody what is selected", hint)
    try:
        command = ["wl-paste", "--primary", "--no-newline"]
        done = subprocess.run(command, capture_output=True, timeout=_PATIENCE_S, check=False)
    except (OSError, subprocess.SubprocessError):
        raise unreadable() from None
    return done.stdout.decode("utf-8", "replace")
