"""Control over a Windows named pipe. Any user can open a pipe by its name, so both ends prove that they know a key
that lies in the user's private folder."""

import logging
import secrets
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Listener
from pathlib import Path
from typing import Any

from voiceflow.errors import ControlError
from voiceflow.paths import make_private

log = logging.getLogger(__name__)

_REQUEST_LIMIT_BYTES = 64 * 1024
_REQUEST_TIMEOUT_S = 2.0


class PipeServer:
    """`family` as in `multiprocessing.connection`: `AF_PIPE`, or `AF_UNIX` to try it elsewhere. Bytes only: its
    pickling methods are never used."""

    def __init__(self, address: str, family: str, key_file: Path, answer: Callable[[bytes], bytes]) -> None:
        self._address = address
        self._family = family
        self._key_file = key_file
        self._answer = answer
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="control", daemon=True)

    def start(self) -> None:
        key = secrets.token_bytes(32)
        try:
            make_private(self._key_file.parent)
            self._key_file.unlink(missing_ok=True)
            self._key_file.touch(mode=0o600)
            self._key_file.write_bytes(key)
            self._listener = Listener(self._address, self._family, authkey=key)
        except OSError as error:
            raise ControlError(
                "control.no_socket",
                f"Remote control is off: the pipe could not be made ({error.strerror})",
                "Another VoiceFlow may be running.",
            ) from error
        self._thread.start()

    def stop(self) -> None:
        """May be called twice, and without a start."""
        if not self._thread.is_alive():
            return
        self._stopping = True
        with suppress(OSError, EOFError, AuthenticationError):  # accept() ends only by a caller
            Client(self._address, self._family, authkey=self._key_file.read_bytes()).close()
        self._thread.join()

    def _run(self) -> None:
        with self._listener:
            while not self._stopping:
                try:
                    with self._listener.accept() as caller:
                        self._serve(caller)
                except (OSError, EOFError, AuthenticationError) as error:
                    log.debug("a caller failed: %s", type(error).__name__)
        with suppress(OSError):
            self._key_file.unlink()

    def _serve(self, caller: Any) -> None:
        if not self._stopping and caller.poll(_REQUEST_TIMEOUT_S):
            caller.send_bytes(self._answer(caller.recv_bytes(_REQUEST_LIMIT_BYTES)))


def exchange(address: str, family: str, key_file: Path, line: bytes, timeout_s: float) -> bytes:
    """Sends one line, gives back the line that answers it. `ControlError`."""
    try:
        with Client(address, family, authkey=key_file.read_bytes()) as server:
            server.send_bytes(line)
            if server.poll(timeout_s):
                return server.recv_bytes()
    except (FileNotFoundError, ConnectionRefusedError) as error:
        raise ControlError("control.not_running", "VoiceFlow is not running", "Start it with: voiceflow") from error
    except (OSError, EOFError, AuthenticationError) as error:
        raise _no_answer() from error
    raise _no_answer()


def _no_answer() -> ControlError:
    return ControlError(
        "control.no_answer", "VoiceFlow runs but does not answer", "If this stays so, end it and start it again."
    )
