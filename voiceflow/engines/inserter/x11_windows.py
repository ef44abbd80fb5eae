"""Which window has the focus, and whether its program is awake."""

import threading
import time
from typing import Any

from Xlib import X, Xatom, error
from Xlib.protocol import event

from voiceflow.engines.inserter.contract import Target
from voiceflow.engines.inserter.terminals import is_terminal
from voiceflow.engines.inserter.x11_connection import X_ERRORS, Connection

_FIRST_PING_S = 0.25


class Windows:
    """From any thread."""

    def __init__(self) -> None:
        self._link = Connection()
        self._lock = threading.Lock()
        self._pings = 0
        self._answers: dict[int, bool] = {}
        self._link.root.change_attributes(event_mask=X.SubstructureNotifyMask)

    def focus(self) -> Target | None:
        """None without a window manager that tells (EWMH `_NET_ACTIVE_WINDOW`), or when nothing has the focus."""
        with self._lock:
            try:
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

    def awake(self, number: int, timeout_s: float) -> bool | None:
        """True once the program has worked through all events sent to it so far: it answers EWMH's `_NET_WM_PING` in
        turn. False when one that has answered before does not in time. None for a program that takes no part, as
        xterm does not, or whose answers only the window manager sees, as with Qt."""
        with self._lock:
            program = self._link.client(number)
            if self._answers.get(program) is False or not self._takes_pings(number):
                return None
            known = program in self._answers
            answered = self._ping(number, timeout_s if known else min(timeout_s, _FIRST_PING_S))
            self._answers.setdefault(program, answered)
            return answered or (False if known else None)

    def _takes_pings(self, number: int) -> bool:
        return self._link.atom("_NET_WM_PING") in self._link.numbers(self._window(number), "WM_PROTOCOLS")

    def _ping(self, number: int, timeout_s: float) -> bool:
        link, window, ping = self._link, self._window(number), self._link.atom("_NET_WM_PING")
        self._pings = (self._pings + 1) % 0x7FFFFFFF
        data = (32, [ping, self._pings, number, 0, 0])
        window.send_event(event.ClientMessage(window=window, client_type=link.atom("WM_PROTOCOLS"), data=data))
        link.display.flush()
        deadline = time.monotonic() + timeout_s
        while (answer := link.next_event(deadline)) is not None:
            if answer.type == X.ClientMessage and list(answer.data[1][:2]) == [ping, self._pings]:
                return True
        return False

    def _window(self, number: int) -> Any:
        return self._link.display.create_resource_object("window", number)

    def close(self) -> None:
        with self._lock:
            self._link.close()
