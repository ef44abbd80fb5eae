"""Presses no key: leaves the text on the clipboard for the user to paste."""

import os
import sys
import time
from typing import Protocol

from voiceflow.engines.inserter.contract import Inserted, Inserter, InsertOptions, Target, Way
from voiceflow.errors import InsertionError, VoiceFlowError


class Clipboard(Protocol):
    """What can hold a text for other programs, as long as it is open."""

    def copy(self, text: str) -> None: ...
    def close(self) -> None: ...


class ClipboardInserter(Inserter):
    """Opens the desktop's clipboard when first needed, so that it can be made where there is none."""

    def __init__(self) -> None:
        self._clipboard: Clipboard | None = None

    @staticmethod
    def unavailable() -> VoiceFlowError | None:
        if sys.platform in ("win32", "darwin") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY"):
            return None
        return InsertionError(
            "insertion.no_clipboard",
            "There is no desktop here, so there is no clipboard",
            "Use `voiceflow dictate`, which prints the text, or start VoiceFlow inside your desktop session.",
        )

    def focus(self) -> Target | None:
        return None

    def snapshot(self) -> None:
        """Nothing is put back, so nothing is saved."""

    def insert(self, text: str, target: Target | None, options: InsertOptions) -> Inserted:
        started = time.monotonic()
        self.copy(text)
        return Inserted(Way.CLIPBOARD, None, (time.monotonic() - started) * 1000)

    def copy(self, text: str) -> None:
        if self._clipboard is None:
            self._clipboard = _open()
        self._clipboard.copy(text)

    def close(self) -> None:
        if self._clipboard:
            self._clipboard.close()
        self._clipboard = None


def _open() -> Clipboard:
    if sys.platform == "win32":
        from voiceflow.engines.inserter.windows_clipboard import WindowsClipboard

        return WindowsClipboard()
    if sys.platform == "darwin":
        from voiceflow.engines.inserter.macos_pasteboard import Pasteboard

        return Pasteboard()
    if error := ClipboardInserter.unavailable():
        raise error
    if os.environ.get("WAYLAND_DISPLAY"):
        from voiceflow.engines.inserter.wayland_clipboard import open_clipboard

        return open_clipboard()
    from voiceflow.engines.inserter.x11_owner import SelectionOwner

    return SelectionOwner()
