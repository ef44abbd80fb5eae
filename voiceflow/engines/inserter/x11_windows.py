"""Which window has the focus."""

import threading
from typing import Any

from Xlib import Xatom, error

from voiceflow.engines.inserter.contract import Target
from voiceflow.engines.inserter.terminals import is_terminal
from voiceflow.engines.inserter.x11_connection import X_ERRORS, Connection


class Windows:
    """From any thread."""

    def __init__(self) -> None:
        self._link = Connection()
        self._lock = threading.Lock()

    def focus(self) -> Target | None:
        """None without a window manager that tells (EWMH `_NET_ACTIVE_WINDOW`), or when nothing has the focus."""
        with self._lock:
            try:
                self._link.drop_events()
                active = self._link.numbers(self._link.root, "_NET_ACTIVE_WINDOW", Xatom.WINDOW)
                return self._described(active[0]) if active and active[0] else None
            except X_ERRORS:
                return None

    def focused_window(self) -> int | None:
        """The X server's own word, which names a window inside the program's where there is no window manager."""
        with self._lock:
            focus = self._link.display.get_input_focus().focus
            return int(focus.id) if hasattr(focus, "id") else None

    def _described(self, number: int) -> Target:
        window = self._window(number)
        try:
            names = window.get_wm_class()
        except error.XError:
            names = None
        app = (names[1] or names[0]).lower() if names else ""
        pid = self._link.numbers(window, "_NET_WM_PID", Xatom.CARDINAL)
        title = self._link.text(window, "_NET_WM_NAME") or self._link.text(window, "WM_NAME")
        terminal = is_terminal(app) or (bool(names) and is_terminal(names[0]))
        return Target(f"{number:#x}", app, title, pid[0] if pid else 0, terminal)

    def _window(self, number: int) -> Any:
        return self._link.display.create_resource_object("window", number)

    def close(self) -> None:
        with self._lock:
            self._link.close()
