"""A connection to the X server for one thread, and the atoms."""

import os
import select
import socket
import time
from typing import Any

from Xlib import X, Xatom, display, error

from voiceflow.errors import InsertionError

X_ERRORS: tuple[type[Exception], ...] = (error.XError, error.ConnectionClosedError, OSError)


class Connection:
    """Errors about other programs' windows that have vanished meanwhile are ignored."""

    def __init__(self) -> None:
        try:
            _knock(os.environ.get("DISPLAY", ""))
            self.display = display.Display()
        except (error.DisplayError, error.XError, OSError) as cause:
            raise InsertionError(
                "insertion.no_display",
                "The X server could not be reached",
                "Start VoiceFlow inside your desktop session (DISPLAY must be set).",
            ) from cause
        self.display.set_error_handler(lambda *_: None)
        self.root = self.display.screen().root
        self._atoms: dict[str, int] = {}

    def atom(self, name: str) -> int:
        if name not in self._atoms:
            self._atoms[name] = int(self.display.intern_atom(name))
        return self._atoms[name]

    def name(self, atom: int) -> str:
        """Empty for an atom that does not exist."""
        try:
            return str(self.display.get_atom_name(atom))
        except error.XError:
            return ""

    def hidden_window(self) -> Any:
        return self.root.create_window(-1, -1, 1, 1, 0, X.CopyFromParent, event_mask=X.PropertyChangeMask)

    def client(self, window: int) -> int:
        """The same number for all windows that one program made."""
        return int(window & ~self.display.display.info.resource_id_mask & 0xFFFFFFFF)

    def numbers(self, window: Any, name: str, kind: int = X.AnyPropertyType) -> list[int]:
        """The property's items; empty when it is missing or the window is gone."""
        try:
            found = window.get_full_property(self.atom(name), kind)
        except error.XError:
            return []
        return [int(item) for item in found.value] if found is not None and found.format == 32 else []

    def text(self, window: Any, name: str) -> str:
        try:
            found = window.get_full_property(self.atom(name), X.AnyPropertyType)
        except error.XError:
            return ""
        return bytes(found.value).decode("utf-8", "replace") if found is not None and found.format == 8 else ""

    def next_event(self, deadline: float) -> Any:
        """Waits until `deadline` on the clock of `time.monotonic()`; None when nothing came."""
        while not self.display.pending_events():
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self.display], [], [], left)[0]:
                return None
        return self.display.next_event()

    def drop_events(self) -> None:
        """Those that came for nobody, such as the notices of changed layouts that every program gets."""
        self.display.sync()
        while self.display.pending_events():
            self.display.next_event()

    def close(self) -> None:
        try:
            self.display.close()
        except X_ERRORS:
            return


PRIMARY: int = Xatom.PRIMARY


def _knock(name: str) -> None:
    """`OSError` when no server listens at a local display.

    WORKAROUND: python-xlib 0.33 leaves its socket open when the connection fails, and tries TCP after it."""
    number = name.removeprefix("unix").removeprefix(":").partition(".")[0]
    if not number.isdigit():
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
        door.connect(f"/tmp/.X11-unix/X{number}")
