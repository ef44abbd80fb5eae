"""The Wayland wire protocol, as far as a clipboard needs it (wayland.freedesktop.org, "Wire Format")."""

import os
import socket
import struct
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from voiceflow.errors import InsertionError

Handler = Callable[[int, "Reader"], None]
"""Called with the event's opcode and its arguments."""

_DISPLAY = 1
_SERVER_IDS = 0xFF000000


class Reader:
    """Arguments of one event, in order."""

    def __init__(self, data: bytes, take_fd: Callable[[], int]) -> None:
        self._data, self._at, self.fd = data, 0, take_fd

    def number(self) -> int:
        (value,) = struct.unpack_from("=I", self._data, self._at)
        self._at += 4
        return int(value)

    def text(self) -> str:
        size = self.number()
        raw = self._data[self._at : self._at + size - 1]
        self._at += size + -size % 4
        return raw.decode("utf-8", "replace")


class Wire:
    """Requests from any thread; `dispatch` on one thread only, which also runs the handlers."""

    def __init__(self) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_CLOEXEC)
        try:
            self._socket.connect(str(_socket_path()))
        except OSError as error:
            self._socket.close()
            raise InsertionError(
                "insertion.no_display",
                "The Wayland compositor could not be reached",
                "Start VoiceFlow inside your desktop session (WAYLAND_DISPLAY must be set).",
            ) from error
        self._lock = threading.Lock()
        self._next_id = _DISPLAY
        self._handlers: dict[int, Handler] = {_DISPLAY: self._on_display}
        self._data, self._fds = b"", list[int]()
        self.globals: dict[str, tuple[int, int]] = {}  # interface -> name, version
        self._registry = self.new(self._on_registry)
        self.request(_DISPLAY, 1, self._registry)
        self.roundtrip()

    def fileno(self) -> int:
        return self._socket.fileno()

    def new(self, handler: Handler) -> int:
        """The number of a new object, for the request that makes it."""
        with self._lock:
            self._next_id += 1
            self._handlers[self._next_id] = handler
            return self._next_id

    def adopt(self, number: int, handler: Handler) -> None:
        """An object that the compositor made."""
        self._handlers[number] = handler

    def forget(self, number: int) -> None:
        self._handlers.pop(number, None)

    def bind(self, interface: str, version: int, handler: Handler) -> int:
        name, offered = self.globals[interface]
        number = self.new(handler)
        self.request(self._registry, 0, name, interface, min(version, offered), number)
        return number

    def request(self, number: int, opcode: int, *arguments: int | str, fd: int | None = None) -> None:
        body = b"".join(_packed(argument) for argument in arguments)
        message = struct.pack("=II", number, (8 + len(body)) << 16 | opcode) + body
        with self._lock:
            if fd is None:
                self._socket.sendall(message)
            else:
                socket.send_fds(self._socket, [message], [fd])

    def roundtrip(self) -> None:
        """Only before another thread dispatches, or on that thread."""
        done: list[int] = []
        self.request(_DISPLAY, 0, self.new(lambda *_: done.append(1)))
        while not done:
            self.dispatch()

    def dispatch(self) -> None:
        """Waits for events and handles those that came. `OSError` when the compositor has gone."""
        data, fds, _, _ = socket.recv_fds(self._socket, 65536, 28)
        if not data:
            raise OSError("the compositor closed the connection")
        self._data += data
        self._fds += fds
        while len(self._data) >= 8:
            number, head = struct.unpack_from("=II", self._data)
            size = head >> 16
            if len(self._data) < size:
                return
            body, self._data = self._data[8:size], self._data[size:]
            handler = self._handlers.get(number)
            if handler:
                handler(head & 0xFFFF, Reader(body, lambda: self._fds.pop(0)))

    def shutdown(self) -> None:
        """Ends a `dispatch` that waits on another thread."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._socket.close()
        for fd in self._fds:
            os.close(fd)

    def _on_display(self, opcode: int, event: Reader) -> None:
        if opcode == 0:
            raise OSError(f"protocol error of object {event.number()}, code {event.number()}")
        number = event.number()  # delete_id
        if number < _SERVER_IDS:
            self.forget(number)

    def _on_registry(self, opcode: int, event: Reader) -> None:
        if opcode == 0:
            name, interface, version = event.number(), event.text(), event.number()
            self.globals.setdefault(interface, (name, version))


def _packed(argument: int | str) -> bytes:
    if isinstance(argument, int):
        return struct.pack("=I", argument)
    raw = argument.encode() + b"\0"
    return struct.pack("=I", len(raw)) + raw + b"\0" * (-len(raw) % 4)


def _socket_path() -> Path:
    name = os.environ.get("WAYLAND_DISPLAY", "wayland-0")
    return Path(os.environ.get("XDG_RUNTIME_DIR", "/run/user/0")) / name


def globals_now() -> dict[str, Any]:
    """Interfaces that the compositor offers; empty without one."""
    try:
        wire = Wire()
    except (InsertionError, OSError):
        return {}
    wire.close()
    return wire.globals
