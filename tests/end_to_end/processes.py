"""Processes that a test starts: each with a log, all ended by their ids, none left when the test runner dies."""

import ctypes
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any


def wait_until(condition: Callable[[], Any], what: str, timeout_s: float = 10.0) -> Any:
    """Returns the first true answer; `TimeoutError` when there is none in time."""
    end_s = time.monotonic() + timeout_s
    pause = threading.Event()
    while not (answer := condition()):
        if time.monotonic() > end_s:
            raise TimeoutError(f"{what} did not happen within {timeout_s} s")
        pause.wait(0.02)
    return answer


def _die_with_parent() -> None:
    set_parent_death_signal = 1  # PR_SET_PDEATHSIG, prctl(2)
    ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM)


class Children:
    """Processes by name, each with a log; they end in reverse order."""

    def __init__(self, logs: Path, env: dict[str, str]) -> None:
        self._logs = logs
        self._env = env
        self._running: list[tuple[str, subprocess.Popen[Any]]] = []

    def start(self, name: str, command: Sequence[str], **options: Any) -> subprocess.Popen[Any]:
        with (self._logs / name).open("ab") as log:
            options = {"stdout": log, "stderr": log, "env": self._env} | options
            child = subprocess.Popen(command, preexec_fn=_die_with_parent, **options)  # noqa: PLW1509 runs no Python lock
        self._running.append((name, child))
        return child

    def __getitem__(self, name: str) -> subprocess.Popen[Any]:
        return next(child for known, child in reversed(self._running) if known == name)

    def __len__(self) -> int:
        return len(self._running)

    def log(self, name: str) -> str:
        return (self._logs / name).read_text(errors="replace")

    def wait_until(self, condition: Callable[[], Any], what: str) -> None:
        def met() -> bool:
            for name, child in self._running:
                if child.poll() is not None:
                    raise RuntimeError(f"{name} ended with {child.returncode}: {self.log(name)[-800:]}")
            return bool(condition())

        wait_until(met, what)

    def stop(self) -> None:
        for _, child in reversed(self._running):
            if child.poll() is None:
                child.terminate()
                child.send_signal(signal.SIGCONT)  # a frozen process ends too
        end_s = time.monotonic() + 5
        for _, child in reversed(self._running):
            try:
                child.wait(max(0.1, end_s - time.monotonic()))
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
            for stream in (child.stdin, child.stdout, child.stderr):
                if stream is not None:
                    with suppress(BrokenPipeError):  # what was still in the buffer has no reader any more
                        stream.close()
        self._running.clear()
