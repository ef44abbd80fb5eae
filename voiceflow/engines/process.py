"""An engine in a process of its own: all its memory comes back when it ends, and its crash is an error, not ours.

`python -m voiceflow.engines.process module:function` is the child. The function is called with the opening message and
returns a `Served`. Messages go over stdin and stdout as two lengths, a JSON header and raw bytes; nothing of them is
ever on the command line, on stderr or on disk."""

import contextlib
import importlib
import json
import logging
import os
import queue
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, Protocol

from voiceflow.errors import EngineError, ModelError, VoiceFlowError

log = logging.getLogger(__name__)

Header = dict[str, Any]
_LENGTHS = struct.Struct("<II")
_STOP = {"stop": True}
_IDLE_AFTER_S = 3.0
_EXIT_DEADLINE_S = 2.0
_PACKAGE_ROOT = str(Path(__file__).parents[2])


class Served(Protocol):
    """The child's side of an engine; one thread calls it."""

    def answer(self, header: Header, data: memoryview) -> tuple[Header, bytes]: ...

    def stop(self) -> None:
        """Nobody waits for the answer that is being made. Called on another thread; never waits."""

    def idle(self) -> None:
        """Nothing was asked for some seconds: a time to give memory back."""


def send(pipe: IO[bytes], header: Header, data: bytes | memoryview = b"") -> None:
    encoded = json.dumps(header).encode()
    pipe.write(_LENGTHS.pack(len(encoded), len(data)) + encoded)
    pipe.write(data)
    pipe.flush()


def receive(pipe: IO[bytes]) -> tuple[Header, memoryview]:
    """`EOFError` when the other side is gone."""
    header_length, data_length = _LENGTHS.unpack(_exactly(pipe, _LENGTHS.size))
    header: Header = json.loads(_exactly(pipe, header_length))
    return header, memoryview(_exactly(pipe, data_length))


def _exactly(pipe: IO[bytes], count: int) -> bytes:
    data = pipe.read(count)
    if len(data) < count:
        raise EOFError
    return data


def start(module: str, target: str, environment: dict[str, str] | None = None) -> "subprocess.Popen[bytes]":
    """`python -m module target`, which finds this package wherever it lies. `environment` is added to ours. Its stdin
    and stdout are pipes; what comes on stderr is lost."""
    paths = os.pathsep.join(filter(None, (_PACKAGE_ROOT, os.environ.get("PYTHONPATH"))))
    return subprocess.Popen(
        [sys.executable, "-P", "-m", module, target],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **(environment or {}), "PYTHONPATH": paths},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def take_stdout() -> IO[bytes]:
    """The child's answers' own descriptor; what libraries print goes to stderr instead of into the answers."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers


class EngineProcess:
    """The parent's side. One thread at a time calls it, but `stop` any. A child that dies is started again once, with
    the same opening, and asked again; when it dies over the same question that is an `EngineError`."""

    def __init__(self, target: str, opening: Header, environment: dict[str, str] | None = None) -> None:
        self._target, self._opening, self._environment = target, opening, environment
        self._child: subprocess.Popen[bytes] | None = None
        self._sending = threading.Lock()
        self._closed = False
        self.opened: Header = {}

    @property
    def pid(self) -> int:
        """0 while there is no child."""
        return self._child.pid if self._child else 0

    def start(self) -> Header:
        """Waits until the engine is loaded; returns its first answer. Errors are the engine's own."""
        return self.ask({}, b"")[0]

    def ask(self, header: Header, data: bytes | memoryview = b"") -> tuple[Header, memoryview]:
        ended: list[str] = []
        while len(ended) < 2:
            if self._closed:
                raise EngineError("engine.closed", "The engine was closed", "Load it again")
            try:
                if self._child is None:
                    self._open()
                return self._exchange(header, data) if header else (self.opened, memoryview(b""))
            except (EOFError, OSError):
                ended.append(self._reap())
                log.warning("the process of %s ended unasked (%s)", self._target, ended[-1])
        raise EngineError(
            "engine.crashed",
            f"The engine's process ended twice over the same work ({ended[-1]})",
            "Choose a smaller model, or close programs that need memory",
        )

    def _open(self) -> None:
        self._child = start("voiceflow.engines.process", self._target, self._environment)
        try:
            self.opened, _ = self._exchange(self._opening, b"")
        except VoiceFlowError:
            self._reap()
            raise

    def _exchange(self, header: Header, data: bytes | memoryview) -> tuple[Header, memoryview]:
        child = self._child
        assert child is not None and child.stdin is not None and child.stdout is not None
        with self._sending:
            send(child.stdin, header, data)
        answer, answer_data = receive(child.stdout)
        if "error" in answer:
            raise _error_from(answer["error"])
        return answer, answer_data

    def stop(self) -> None:
        """The child is told that nobody waits for the answer that it is making; it comes sooner, or not."""
        child = self._child
        with self._sending, contextlib.suppress(OSError, ValueError):
            if child and child.stdin:
                send(child.stdin, _STOP)

    def close(self) -> None:
        """The child ends at the end of its input; one that does not is killed. Whoever waits for an answer gets an
        `EngineError`."""
        self._closed = True
        self._reap()

    def _reap(self) -> str:
        """How it ended, in words."""
        child, self._child = self._child, None
        if child is None:
            return "it did not start"
        assert child.stdin is not None and child.stdout is not None
        with contextlib.suppress(OSError):
            child.stdin.close()
        try:
            code = child.wait(_EXIT_DEADLINE_S)
        except subprocess.TimeoutExpired:
            child.kill()
            code = child.wait()
        child.stdout.close()
        return _ending(code)


def _ending(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"


def _error_from(described: Header) -> VoiceFlowError:
    kind = {"EngineError": EngineError, "ModelError": ModelError}.get(described["kind"], EngineError)
    return kind(described["code"], described["title"], described["hint"])


def _described(error: Exception) -> Header:
    """What may cross: a foreign error's message could hold what was said, so only its type does."""
    if isinstance(error, VoiceFlowError):
        return {"kind": type(error).__name__, "code": error.code, "title": error.title, "hint": error.hint}
    title = f"The engine failed with an unexpected {type(error).__name__}"
    return {"kind": "EngineError", "code": "engine.bug", "title": title, "hint": "Try again, and report it"}


def main(target: str) -> None:
    """The child: works until its input ends, whatever it is doing then."""
    answers = take_stdout()
    _refuse_core_dumps()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal reaches the whole group; the parent decides
    inbox = _Inbox()
    threading.Thread(target=inbox.fill, name="inbox", daemon=True).start()
    served = _opened(target, inbox.messages.get(), answers)
    inbox.stop = served.stop
    while True:
        try:
            header, data = inbox.messages.get(timeout=_IDLE_AFTER_S)
        except queue.Empty:
            served.idle()
            header, data = inbox.messages.get()
        try:
            answer, answer_data = served.answer(header, data)
        except Exception as error:
            answer, answer_data = {"error": _described(error)}, b""
        send(answers, answer, answer_data)


def _opened(target: str, message: tuple[Header, memoryview], answers: IO[bytes]) -> Served:
    module, _, function = target.partition(":")
    try:
        served: Served = getattr(importlib.import_module(module), function)(message[0])
        send(answers, served.answer({}, memoryview(b""))[0])
    except Exception as error:
        send(answers, {"error": _described(error)})
        sys.exit(1)
    return served


class _Inbox:
    """Questions wait in their order; a stop overtakes them and is meant for the one that is being answered."""

    def __init__(self) -> None:
        self.messages: queue.Queue[tuple[Header, memoryview]] = queue.Queue()
        self.stop: Callable[[], None] = lambda: None

    def fill(self) -> None:
        """Until the parent is gone: its death, however it came, closes the pipe. PR_SET_PDEATHSIG would not do: it
        watches the thread that started the child (prctl(2)), and models are loaded by threads that end."""
        with contextlib.suppress(EOFError, OSError):
            while True:
                message = receive(sys.stdin.buffer)
                if message[0] == _STOP:
                    self.stop()
                else:
                    self.messages.put(message)
        os._exit(0)


def _refuse_core_dumps() -> None:
    """They would hold what was said. A limit of one byte also stops dumps that the kernel pipes to a program, which
    zero does not (core(5), fs/coredump.c)."""
    if sys.platform == "win32":
        return
    import resource

    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    limit = 0 if hard == 0 else 1
    resource.setrlimit(resource.RLIMIT_CORE, (limit, limit))


if __name__ == "__main__":
    main(sys.argv[1])
