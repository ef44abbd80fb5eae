"""Whether a program is awake: a barrier behind everything that it was sent."""

import time
from typing import Any

from Xlib import X
from Xlib.protocol import event

from voiceflow.engines.inserter.x11_connection import Connection

_FIRST_S = 0.25


class Ping:
    """On the inserting thread only, since it waits."""

    def __init__(self) -> None:
        self._link = Connection()
        self._link.root.change_attributes(event_mask=X.SubstructureNotifyMask)
        self._pings = 0
        self._answers: dict[int, bool] = {}

    def awake(self, number: int, timeout_s: float) -> bool | None:
        """True once the program has worked through all events sent to it so far: it answers EWMH's `_NET_WM_PING` in
        turn. False when one that has answered before does not in time. None for a program that takes no part, as
        xterm does not, or whose answers only the window manager sees, as with Qt."""
        program = self._link.client(number)
        if self._answers.get(program) is False or not self._takes_pings(number):
            return None
        known = program in self._answers
        answered = self._ping(number, timeout_s if known else min(timeout_s, _FIRST_S))
        self._answers.setdefault(program, answered)
        return answered or (False if known else None)

    def _window(self, number: int) -> Any:
        return self._link.display.create_resource_object("window", number)

    def _takes_pings(self, number: int) -> bool:
        return self._link.atom("_NET_WM_PING") in self._link.numbers(self._window(number), "WM_PROTOCOLS")

    def _ping(self, number: int, timeout_s: float) -> bool:
        link, root, ping = self._link, self._link.root, self._link.atom("_NET_WM_PING")
        root.change_attributes(event_mask=X.SubstructureNotifyMask)  # the answer comes there, among much else
        self._pings = (self._pings + 1) % 0x7FFFFFFF
        window, data = self._window(number), (32, [ping, self._pings, number, 0, 0])
        window.send_event(event.ClientMessage(window=window, client_type=link.atom("WM_PROTOCOLS"), data=data))
        link.display.flush()
        deadline = time.monotonic() + timeout_s
        answered = False
        while not answered and (answer := link.next_event(deadline)) is not None:
            answered = answer.type == X.ClientMessage and list(answer.data[1][:2]) == [ping, self._pings]
        root.change_attributes(event_mask=X.NoEventMask)
        link.drop_events()
        return answered

    def close(self) -> None:
        self._link.close()
