"""Control over a Unix socket that only this user can open: a private folder, a private socket, and the peer asked."""

import os
import selectors
import socket
import struct
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from voiceflow.errors import ControlError
from voiceflow.paths import make_private

assert sys.platform != "win32", "Windows has voiceflow.control.pipe"

REQUEST_LIMIT_BYTES = 64 * 1024
_ADDRESS_LIMIT_BYTES = 100  # sun_path holds 104 bytes on macOS, 108 on Linux, a final zero included
_SEND_TIMEOUT_S = 1.0


class SocketServer:
    """Slow callers wait for themselves only: lines are gathered from all of them at once."""

    def __init__(self, path: Path, answer: Callable[[bytes], bytes]) -> None:
        self._path = path
        self._answer = answer
        self._selector = selectors.DefaultSelector()
        self._lines: dict[socket.socket, bytes] = {}
        self._thread = threading.Thread(target=self._run, name="control", daemon=True)

    def start(self) -> None:
        self._listener = _listening(self._path)
        self._wake, self._waker = socket.socketpair()
        for receiver in (self._listener, self._wake):
            self._selector.register(receiver, selectors.EVENT_READ)
        self._thread.start()

    def stop(self) -> None:
        """May be called twice, and without a start."""
        if self._thread.is_alive():
            self._waker.send(b"x")
            self._thread.join()

    def _run(self) -> None:
        try:
            while self._serve():
                pass
        finally:
            with suppress(OSError):
                self._path.unlink()
            for receiver in [*self._lines, self._listener, self._wake, self._waker]:
                receiver.close()
            self._selector.close()

    def _serve(self) -> bool:
        for ready, _ in self._selector.select():
            receiver = ready.fileobj
            if receiver is self._wake:
                return False
            if receiver is self._listener:
                self._accept()
            elif isinstance(receiver, socket.socket):
                self._receive(receiver)
        return True

    def _accept(self) -> None:
        with suppress(OSError):
            caller, _ = self._listener.accept()
            if peer_user(caller) not in (os.getuid(), None):
                caller.close()
                return
            caller.setblocking(False)
            self._lines[caller] = b""
            self._selector.register(caller, selectors.EVENT_READ)

    def _receive(self, caller: socket.socket) -> None:
        try:
            received = caller.recv(REQUEST_LIMIT_BYTES)
        except OSError:
            received = b""
        line = self._lines[caller] = self._lines[caller] + received
        if received and b"\n" not in line and len(line) < REQUEST_LIMIT_BYTES:
            return
        self._selector.unregister(caller)
        del self._lines[caller]
        with caller, suppress(OSError):
            if b"\n" in line:
                caller.settimeout(_SEND_TIMEOUT_S)
                caller.sendall(self._answer(line.partition(b"\n")[0]))


def exchange(path: Path, line: bytes, timeout_s: float) -> bytes:
    """Sends one line, gives back the line that answers it. `ControlError`."""
    deadline = time.monotonic() + timeout_s
    received = b""
    try:
        with _connected(path, timeout_s) as server:
            server.sendall(line)
            while not received.endswith(b"\n"):
                server.settimeout(max(0.001, deadline - time.monotonic()))
                block = server.recv(REQUEST_LIMIT_BYTES)
                if not block:
                    raise ConnectionResetError
                received += block
    except (FileNotFoundError, ConnectionRefusedError, NotADirectoryError) as error:
        raise not_running() from error
    except PermissionError as error:
        raise ControlError(
            "control.refused", "VoiceFlow runs as another user", "Only the user who started it can control it."
        ) from error
    except OSError as error:
        raise ControlError(
            "control.no_answer", "VoiceFlow runs but does not answer", "If this stays so, end it and start it again."
        ) from error
    return received


def not_running() -> ControlError:
    return ControlError("control.not_running", "VoiceFlow is not running", "Start it with: voiceflow")


def peer_user(connection: socket.socket) -> int | None:
    """The user id at the other end, from the kernel; None where it does not say."""
    option = getattr(socket, "SO_PEERCRED", None)
    if option is not None:  # Linux: struct ucred {pid, uid, gid}, unix(7)
        return int(struct.unpack("iII", connection.getsockopt(socket.SOL_SOCKET, option, 12))[1])
    if os.uname().sysname == "Darwin":  # SOL_LOCAL, LOCAL_PEERCRED: struct xucred {version, uid, ...}, sys/ucred.h
        return int(struct.unpack_from("II", connection.getsockopt(0, 1, 76))[1])
    return None


def _listening(path: Path) -> socket.socket:
    try:
        make_private(path.parent).chmod(0o700)
        _remove_stale(path)
        listener = socket.socket(socket.AF_UNIX)
        try:
            with _reachable(path) as address:
                listener.bind(address)
            path.chmod(0o600)
            listener.listen()
        except OSError:
            listener.close()
            raise
    except OSError as error:
        raise ControlError(
            "control.no_socket",
            f"Remote control is off: {path.parent} cannot be used ({error.strerror})",
            "VOICEFLOW_HOME can name another folder.",
        ) from error
    return listener


def _remove_stale(path: Path) -> None:
    """A killed app leaves its socket behind; one that still answers is not touched."""
    try:
        _connected(path, _SEND_TIMEOUT_S).close()
    except (FileNotFoundError, ConnectionRefusedError):
        path.unlink(missing_ok=True)
    else:
        raise ControlError("control.taken", "VoiceFlow is already running", "Use it with: voiceflow status")


def _connected(path: Path, timeout_s: float) -> socket.socket:
    connection = socket.socket(socket.AF_UNIX)
    try:
        connection.settimeout(timeout_s)
        with _reachable(path) as address:
            connection.connect(address)
        if peer_user(connection) not in (os.getuid(), None):
            raise PermissionError
    except OSError:
        connection.close()
        raise
    return connection


@contextmanager
def _reachable(path: Path) -> Iterator[str]:
    """The path as an address; one that is too long for that is reached through a link which lasts for the call."""
    if len(os.fsencode(path)) <= _ADDRESS_LIMIT_BYTES:
        yield str(path)
        return
    base = tempfile.gettempdir()
    with tempfile.TemporaryDirectory(prefix="voiceflow-", dir=base if len(base) < 50 else "/tmp") as folder:
        link = Path(folder) / "r"
        link.symlink_to(path.parent)
        yield str(link / path.name)
