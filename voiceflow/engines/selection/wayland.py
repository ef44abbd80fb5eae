"""The primary selection of Wayland: by the data-control protocol, else by the program wl-paste."""

import os
import shutil
import subprocess

from voiceflow.engines.inserter.wayland_clipboard import (
    CLIPBOARD,
    PRIMARY,
    TEXT_TYPES,
    UnreadableError,
    WaylandClipboard,
)
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
        text = _read(PRIMARY)
        if not text.strip():
            raise nothing()
        return text

    def copied(self) -> str:
        return _read(CLIPBOARD)


def _read(selection: str) -> str:
    text = _by_data_control(selection)
    return _by_program(selection) if text is None else text


def _by_data_control(selection: str) -> str | None:
    """None on a compositor without the protocol."""
    try:
        clipboard = WaylandClipboard()
    except InsertionError:
        return None
    try:
        content = clipboard.read(selection)
    except UnreadableError as error:
        raise unreadable() from error
    finally:
        clipboard.close()
    return next((content[kind].decode("utf-8", "replace") for kind in TEXT_TYPES if kind in content), "")


def _by_program(selection: str) -> str:
    if shutil.which("wl-paste") is None:
        hint = "Install wl-clipboard"
        raise InsertionError("selection.no_program", "This compositor tells nobody what is selected", hint)
    try:
        command = ["wl-paste", *(["--primary"] if selection == PRIMARY else []), "--no-newline"]
        done = subprocess.run(command, capture_output=True, timeout=_PATIENCE_S, check=False)
    except (OSError, subprocess.SubprocessError):
        raise unreadable() from None
    return done.stdout.decode("utf-8", "replace")
