"""Reads what another program has on a selection, whole or not at all."""

import struct
import time
from typing import Any

from Xlib import X

from voiceflow.engines.inserter.x11_connection import Connection
from voiceflow.engines.inserter.x11_content import Content, Format, worth_saving

_PIECE_BYTES = 64 * 1024  # python-xlib's receive buffer copies itself at each packet, so long replies cost its square
_WHOLE_S = 10.0


class UnreadableError(Exception):
    """The owner does not answer, or not in time."""


class SelectionReader:
    """For one thread, which may wait as long as the owner is slow."""

    def __init__(self) -> None:
        self._link = Connection()

    def read(self, selection: int, patience_s: float) -> Content:
        """Empty when nobody owns the selection. `UnreadableError` when the owner is silent for `patience_s`."""
        link = self._link
        if link.display.get_selection_owner(selection) == X.NONE:
            return {}
        window = link.hidden_window()  # a new one each time: late answers to an abandoned reading cannot be mistaken
        conversion = _Conversion(link, window, selection, patience_s, time.monotonic() + _WHOLE_S)
        try:
            listed = conversion.of(link.atom("TARGETS"))
            if listed is None or listed.width != 32:
                return {}
            atoms = struct.unpack(f"={len(listed.data) // 4}I", listed.data)
            found = {atom: conversion.of(atom) for atom in worth_saving({atom: link.name(atom) for atom in atoms})}
            return {atom: data for atom, data in found.items() if data is not None}
        finally:
            window.destroy()
            link.display.flush()

    def text(self, selection: int, patience_s: float) -> str:
        """Empty where there is none. `UnreadableError` as in `read`."""
        link = self._link
        if link.display.get_selection_owner(selection) == X.NONE:
            return ""
        window = link.hidden_window()
        try:
            conversion = _Conversion(link, window, selection, patience_s, time.monotonic() + patience_s)
            found = conversion.of(link.atom("UTF8_STRING"))
            return found.data.decode("utf-8", "replace") if found else ""
        finally:
            window.destroy()
            link.display.flush()

    def close(self) -> None:
        self._link.close()


class _Conversion:
    def __init__(self, link: Connection, window: Any, selection: int, patience_s: float, deadline: float) -> None:
        self._link, self._window, self._selection = link, window, selection
        self._patience_s, self._deadline = patience_s, deadline
        self._property = link.atom("VOICEFLOW_SELECTION")

    def of(self, target: int) -> Format | None:
        """None when the owner refuses this target."""
        self._window.convert_selection(self._selection, target, self._property, X.CurrentTime)
        self._link.display.flush()
        answer = self._wait(lambda e: e.type == X.SelectionNotify and e.target == target)
        if answer.property == X.NONE:
            return None
        first = self._taken()
        if first is None or first.type != self._link.atom("INCR"):
            return first
        return self._incremental()

    def _incremental(self) -> Format:
        """ICCCM 2.7.2: pieces come one by one, each after the last was deleted; an empty one ends them."""
        pieces: list[Format] = []
        while True:
            self._wait(lambda e: e.type == X.PropertyNotify and e.state == X.PropertyNewValue)
            piece = self._taken()
            if piece is None:
                continue  # the notice of a piece that was already taken
            if not piece.data:
                head = pieces[0] if pieces else piece
                return Format(head.type, head.width, b"".join(p.data for p in pieces))
            pieces.append(piece)

    def _wait(self, wanted: Any) -> Any:
        deadline = min(time.monotonic() + self._patience_s, self._deadline)
        while (event := self._link.next_event(deadline)) is not None:
            ours = event.type in (X.SelectionNotify, X.PropertyNotify) and _window_of(event) == self._window.id
            if ours and wanted(event):
                return event
        raise UnreadableError

    def _taken(self) -> Format | None:
        """The property's value, which is deleted by reading it."""
        data, kind, width, offset, left = bytearray(), 0, 8, 0, 1
        while left:
            got = self._window.get_property(self._property, X.AnyPropertyType, offset, _PIECE_BYTES // 4, delete=True)
            if got is None or got.property_type == X.NONE:
                return None
            kind, width, left = got.property_type, got.format or 8, got.bytes_after
            raw = got.value if isinstance(got.value, bytes) else got.value.tobytes() if got.value is not None else b""
            data += raw
            offset += len(raw) // 4
        return Format(kind, width, bytes(data))


def _window_of(event: Any) -> int:
    window = event.requestor if event.type == X.SelectionNotify else event.window
    return int(getattr(window, "id", window))
