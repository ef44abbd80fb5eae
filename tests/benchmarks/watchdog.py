"""The desktop app with a watchdog on its UI thread, for `tests.benchmarks.responsive` and `panel`; `python -m
tests.benchmarks.watchdog FILE` runs it, and writes what it saw into the file when it ends.

A timer asks for a turn every 5 ms. `ticks`: time of the turn on the clock of `time.monotonic()`, how late it came in
milliseconds, how long the UI thread worked meanwhile and how long it stood in the queue for a processor, both in
milliseconds. `stacks`: time, and where
the UI thread was when a turn was over 30 ms late."""

import json
import sys
import threading
import time
import traceback
from pathlib import Path
from types import FrameType
from typing import Any

import psutil
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from voiceflow import app
from voiceflow.ui import desktop

EVERY_MS, LATE_MS = 5, 30
_DEEPEST = 6
_PATH = {"dictation", "opening", "listening", "recognition", "delivery", "history"}


class Watch(QObject):
    do = Signal(object)
    """Something to call on the UI thread."""

    def __init__(self) -> None:
        super().__init__()
        self.ticks: list[tuple[float, float, float, float]] = []
        self._schedule = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
        self.stacks: list[tuple[float, list[str]]] = []
        self._before_s, self._scheduled = time.monotonic(), _scheduled_ms(self._schedule)
        self._ui = threading.get_ident()
        self._timer = QTimer(self, interval=EVERY_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self.do.connect(lambda call: call(), Qt.ConnectionType.QueuedConnection)
        self._ended = threading.Event()
        self._looking = threading.Thread(target=self._look, name="watchdog", daemon=True)
        self._looking.start()

    def write(self, file: Path) -> None:
        self._ended.set()
        self._looking.join()
        file.write_text(json.dumps({"ticks": self.ticks, "stacks": self.stacks}))

    def _tick(self) -> None:
        now_s, (worked_ms, queued_ms) = time.monotonic(), _scheduled_ms(self._schedule)
        late_ms = max(0.0, (now_s - self._before_s) * 1000 - EVERY_MS)
        self.ticks.append((now_s, late_ms, worked_ms - self._scheduled[0], queued_ms - self._scheduled[1]))
        self._before_s, self._scheduled = now_s, (worked_ms, queued_ms)

    def _look(self) -> None:
        told_s = 0.0
        while not self._ended.wait(LATE_MS / 3000):
            before_s = self._before_s
            if before_s != told_s and (time.monotonic() - before_s) * 1000 > LATE_MS + EVERY_MS:
                told_s = before_s
                self.stacks.append((time.monotonic(), _where(sys._current_frames()[self._ui])))


def _where(frame: FrameType | None) -> list[str]:
    """The innermost first."""
    stack = traceback.extract_stack(frame)[::-1]
    return [f"{Path(each.filename).name}:{each.lineno} {each.name}" for each in stack[:_DEEPEST]]


class Watched(desktop.Desktop):
    def run(self, first_steps: bool = False) -> int:
        self.watch = Watch()
        try:
            return super().run(first_steps)
        finally:
            self.watch.write(Path(sys.argv[1]))


def answer(core: Any, face: Any, request: dict[str, Any]) -> dict[str, Any]:
    """The remote control's commands; what a hand would do with the mouse: `page`, `install`; and what an eye would see:
    `installing`, `used`."""
    command = request.get("command")
    if command == "page":
        face.watch.do.emit(lambda: face.window.open_page(request["page"]))
    elif command == "install":
        face.watch.do.emit(lambda: face.control.installing.start(request["name"]))
    elif command == "installing":
        return {"name": face.control.installing.running}
    elif command == "used":
        return {"path_ms": path_ms()}
    else:
        return _answer(core, face, request)
    return {"ok": True}


_answer = app.answer


def path_ms() -> float:
    """What the path of a dictation has used of the processors: its threads and the model's process."""
    threads = [str(each.native_id) for each in threading.enumerate() if each.name in _PATH]
    used = sum(_scheduled_ms(Path("/proc/self/task") / thread / "schedstat")[0] for thread in threads)
    children = psutil.Process().children(recursive=True)
    tasks = [task for child in children for task in Path(f"/proc/{child.pid}/task").iterdir()]
    return used + sum(_scheduled_ms(task / "schedstat")[0] for task in tasks)


def _scheduled_ms(file: Path) -> tuple[float, float]:
    """On the processor, and ready but waiting for one (the kernel's Documentation/scheduler/sched-stats.rst)."""
    worked_ns, queued_ns, _ = file.read_text().split()
    return int(worked_ns) / 1e6, int(queued_ns) / 1e6


def main() -> int:
    desktop.Desktop = Watched  # type: ignore[misc]
    app.answer = answer
    return app.desktop()


if __name__ == "__main__":
    sys.exit(main())
