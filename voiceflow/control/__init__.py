"""The way into the running app for programs of the same user: one JSON object per line, over what only this user can
open. Transport only: what a request means is the handler's business."""

import hashlib
import json
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from voiceflow.errors import ControlError, VoiceFlowError
from voiceflow.paths import make_private

if TYPE_CHECKING:
    from filelock import BaseFileLock

log = logging.getLogger(__name__)

Handler = Callable[[dict[str, Any]], dict[str, Any]]


class ControlServer:
    """`handle` gets a request and gives the answer, on the thread `control`; it must only post or look, never wait.
    A `VoiceFlowError` that it raises reaches the caller as a `ControlError` with the same words."""

    def __init__(self, address: Path, handle: Handler) -> None:
        self._handle = handle
        if sys.platform == "win32":
            from voiceflow.control.pipe import PipeServer

            self._server: Any = PipeServer(_pipe_name(address), "AF_PIPE", _pipe_key(address), self._answer)
        else:
            from voiceflow.control.unix_socket import SocketServer

            self._server = SocketServer(address, self._answer)

    def start(self) -> "ControlServer":
        """`ControlError` when another app answers there, or the folder does not allow it."""
        self._server.start()
        return self

    def stop(self) -> None:
        self._server.stop()

    def _answer(self, line: bytes) -> bytes:
        try:
            request = json.loads(line)
            if not isinstance(request, dict):
                raise ValueError("not an object")
        except ValueError:
            return _failure("control.bad_request", "The request is not a JSON object", "")
        try:
            return _encoded({"answer": self._handle(request)})
        except VoiceFlowError as error:
            return _failure(error.code, error.title, error.hint)
        except Exception:
            log.exception("a request failed")
            return _failure("control.failed", "VoiceFlow could not do that", "Its log says where it failed.")


def call(address: Path, request: dict[str, Any], timeout_s: float = 3.0) -> dict[str, Any]:
    """The running app's answer. `ControlError`: `control.not_running`, `control.no_answer`, or the app's own."""
    if sys.platform == "win32":
        from voiceflow.control.pipe import exchange as pipe_exchange

        line = pipe_exchange(_pipe_name(address), "AF_PIPE", _pipe_key(address), _encoded(request), timeout_s)
    else:
        from voiceflow.control.unix_socket import exchange

        line = exchange(address, _encoded(request), timeout_s)
    try:
        reply = json.loads(line)
        if "error" in reply:
            raise ControlError(**reply["error"])
        answer = reply["answer"]
    except (ValueError, TypeError, KeyError) as error:
        raise ControlError(
            "control.no_answer", "VoiceFlow's answer was not understood", "Restart VoiceFlow."
        ) from error
    return dict(answer)


def single_instance(lock_file: Path) -> "BaseFileLock | None":
    """The lock, to be kept and released by the one app of this user and home; None when another app has it. The system
    frees it when its process ends, however that was."""
    import filelock

    lock = filelock.FileLock(lock_file, mode=0o600, thread_local=False)
    try:
        make_private(lock_file.parent)
        lock.acquire(timeout=0)
    except filelock.Timeout:
        return None
    except OSError as error:
        raise ControlError(
            "control.no_lock",
            f"{lock_file.parent} cannot be written: {error.strerror}",
            "VOICEFLOW_HOME can name another folder.",
        ) from error
    return lock


def _encoded(message: dict[str, Any]) -> bytes:
    return json.dumps(message).encode() + b"\n"


def _failure(code: str, title: str, hint: str) -> bytes:
    return _encoded({"error": {"code": code, "title": title, "hint": hint}})


def _pipe_name(address: Path) -> str:
    digest = hashlib.sha256(str(address).lower().encode()).hexdigest()
    return rf"\\.\pipe\voiceflow-{digest[:32]}"


def _pipe_key(address: Path) -> Path:
    return address.with_name(address.name + ".key")
