"""Hands data to a program that asked for a selection, in one piece or in many."""

import struct
import time
from typing import Any

from Xlib import X, Xatom
from Xlib.protocol import event

from voiceflow.engines.inserter.x11_connection import Connection
from voiceflow.engines.inserter.x11_content import Format

_PIECE_BYTES = 128 * 1024
_GIVE_UP_S = 20.0


class Transfers:
    """On the owner's thread. Data above one piece goes by INCR (ICCCM 2.7.2)."""

    def __init__(self, link: Connection) -> None:
        self._link = link
        self._running: dict[tuple[int, int], _Pieces] = {}

    def put(self, window: Any, name: int, data: Format) -> None:
        """Writes the property on the asking program's window, or begins to."""
        if len(data.data) <= _PIECE_BYTES:
            window.change_property(name, data.type, data.width, data.data)
            return
        window.change_attributes(event_mask=X.PropertyChangeMask)
        window.change_property(name, self._link.atom("INCR"), 32, _word(len(data.data)))
        self._running[window.id, name] = _Pieces(window, name, data)

    def deleted(self, window: int, name: int) -> None:
        """The program took a piece and wants the next one."""
        pieces = self._running.get((window, name))
        if pieces and not pieces.put_next():
            del self._running[window, name]
            if not any(other == window for other, _ in self._running):
                pieces.window.change_attributes(event_mask=X.NoEventMask)

    def drop_stale(self) -> None:
        for key in [key for key, pieces in self._running.items() if time.monotonic() > pieces.moved_at + _GIVE_UP_S]:
            del self._running[key]

    @property
    def busy(self) -> bool:
        return bool(self._running)

    def answer(self, request: Any, name: int) -> None:
        """`name` is the property that holds the data, `X.NONE` refuses."""
        notice = event.SelectionNotify(
            time=request.time,
            requestor=request.requestor,
            selection=request.selection,
            target=request.target,
            property=name,
        )
        request.requestor.send_event(notice)
        self._link.display.flush()


class _Pieces:
    def __init__(self, window: Any, name: int, data: Format) -> None:
        self.window, self._name, self._data = window, name, data
        self._at = 0
        self.moved_at = time.monotonic()

    def put_next(self) -> bool:
        """False after the empty piece that ends the transfer."""
        piece = self._data.data[self._at : self._at + _PIECE_BYTES]
        self.window.change_property(self._name, self._data.type, self._data.width, piece)
        self._at += len(piece)
        self.moved_at = time.monotonic()
        return bool(piece)


def atoms(*values: int) -> Format:
    return Format(Xatom.ATOM, 32, b"".join(_word(value) for value in values))


def integer(value: int) -> Format:
    return Format(Xatom.INTEGER, 32, _word(value))


def _word(value: int) -> bytes:
    return struct.pack("=I", value)
