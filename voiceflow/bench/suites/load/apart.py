"""Load in a process of its own: what other suites left in memory is not counted, and what goes wrong ends there.

`python -m voiceflow.bench.suites.load.apart module:function` is that process. The function is called with the object
that comes on stdin and gives objects, which go out as lines of JSON."""

import json
import queue
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Self

import psutil

from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.processes import family, rss_bytes
from voiceflow.engines.process import start, take_stdout

Told = dict[str, Any]
_LOOK_S = 0.05
_MOST_BYTES, _MOST_SHARE = 1_000_000_000, 0.25


def memory_limit_bytes() -> int:
    """A gigabyte, or a quarter of what this machine has free: nobody's other programs are put out for a benchmark."""
    return min(_MOST_BYTES, int(_MOST_SHARE * psutil.virtual_memory().available))


def patience_s(budget_s: float) -> float:
    """After which a process that should have kept to its time by itself hangs, or the machine does."""
    return min(3 * budget_s + 10, budget_s + 60)


@dataclass(frozen=True, slots=True)
class Line:
    """`bytes`: RSS of the process when it came, `peak_bytes` the most since the line before."""

    told: Told
    bytes: int
    peak_bytes: int


class Apart:
    """`ended` says why no more lines come: empty when the work was done, else `memory`, `time` or `crash`. Whoever
    leaves the `with` block ends the process, and so does `until_s`, on the clock of `time.monotonic()`."""

    def __init__(self, target: str, told: Told, seconds: float, most_bytes: int = 0) -> None:
        self._target, self._told = target, told
        self.until_s = time.monotonic() + seconds
        self._most_bytes = most_bytes or memory_limit_bytes()
        self._lines: queue.SimpleQueue[Line | None] = queue.SimpleQueue()
        self._bytes = self._peak_bytes = 0
        self.ended = ""

    def __enter__(self) -> Self:
        self._process = start("voiceflow.bench.suites.load.apart", self._target)
        assert self._process.stdin
        with self._process.stdin as pipe:
            pipe.write(json.dumps(self._told).encode())
        self._reader = threading.Thread(target=self._read, name="apart", daemon=True)
        self._reader.start()
        self._guard = threading.Thread(target=self._watch, name="apart memory", daemon=True)
        self._guard.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._end("left")
        self._process.wait()
        self._guard.join()
        self._reader.join()
        assert self._process.stdout
        self._process.stdout.close()

    @property
    def pid(self) -> int:
        return self._process.pid

    def lines(self, between: Callable[[], None] = lambda: None) -> Iterator[Line]:
        """`between` is called about twice a second, and may raise. `CannotRunError` when nothing came at all."""
        came = False
        while True:
            between()
            try:
                line = self._lines.get(timeout=0.5)
            except queue.Empty:
                continue
            if line is None:
                break
            came = True
            yield line
        if self._process.wait() and not self.ended:
            self.ended = "crash"
        if not came:
            raise CannotRunError(f"The process of this part ended before it gave anything ({self.ended or 'done'})")

    def _read(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            if line.startswith(b"{"):
                self._lines.put(Line(json.loads(line), self._bytes, max(self._bytes, self._peak_bytes)))
                self._peak_bytes = 0
        self._lines.put(None)

    def _watch(self) -> None:
        """Children count, too."""
        while self._process.poll() is None:
            self._bytes = rss_bytes(self._process.pid)
            self._peak_bytes = max(self._peak_bytes, self._bytes)
            if self._bytes > self._most_bytes:
                self._end("memory")
            elif time.monotonic() > self.until_s:
                self._end("time")
            time.sleep(_LOOK_S)

    def _end(self, why: str) -> None:
        self.ended = self.ended or why
        for process in reversed(family(self._process.pid)):
            with suppress(psutil.Error):
                process.kill()


def main(target: str) -> None:
    answers = take_stdout()
    told = json.load(sys.stdin)
    module, _, function = target.partition(":")
    for line in getattr(import_module(module), function)(told):
        answers.write(json.dumps(line).encode() + b"\n")
        answers.flush()


if __name__ == "__main__":
    main(sys.argv[1])
