"""Which window has the focus."""

import threading
from typing import Any

from Xlib import Xatom, error

from voiceflow.engines.inserter.contract import Target
from voiceflow.engines.inserter.layouts import language_of
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

    def focus_place(self) -> tuple[int, int] | None:
        with self._lock:
            try:
                active = self._link.numbers(self._link.root, "_NET_ACTIVE_WINDOW", Xatom.WINDOW)
                if not active or not active[0]:
                    return None
                window = self._window(active[0])
                size, corner = window.get_geometry(), self._link.root.translate_coords(window, 0, 0)
                return corner.x + size.width // 2, corner.y + size.height // 2
            except X_ERRORS:
                return None

    def focused_window(self) -> int | None:
        """The X server's own word, which names a window inside the program's where there is no window manager."""
        with self._lock:
            focus = self._link.display.get_input_focus().focus
            return int(focus.id) if hasattr(focus, "id") else None

    def keyboard_language(self) -> str:
        """By the names of the layouts, which setxkbmap and every desktop keep on the root window."""
        with self._lock:
            try:
                names = self._link.text(self._link.root, "_XKB_RULES_NAMES").split("\0")
                group = self._link.root.query_pointer().mask >> 13 & 3  # XKB keeps it in these bits of the core state
            except X_ERRORS:
                return ""
        layouts = names[2].split(",") if len(names) > 2 else []
        return language_of(layouts[group]) if group < len(layouts) else ""

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
