"""A model on its way from the hub to this machine."""

import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from voiceflow.errors import VoiceFlowError

if TYPE_CHECKING:
    from voiceflow.ui.control import Control

SETTINGS = {"stt": "stt.model", "tts": "tts.voice"}
"""Where a model is chosen, by its family."""

_EVERY_S = 0.1


class Installing(QObject):
    """One download at a time, whoever asked for it; it goes on when its page is closed. `progress`: bytes done, bytes
    in all, bytes per second. `ended`: an error or None."""

    progress = Signal(object, object, float)
    ended = Signal(object)

    def __init__(self, control: "Control") -> None:
        super().__init__()
        self._control = control
        self._cancelled = threading.Event()
        self.running = ""

    def start(self, name: str) -> None:
        """With the user's word; afterwards the model is the one in use."""
        self.running, self._cancelled = name, threading.Event()
        self._control.work.run(lambda: self._install(name, self._cancelled), lambda _: self._end(None), self._failed)

    def cancel(self) -> None:
        """What has come is kept, and the next time goes on from there."""
        self._cancelled.set()

    def _install(self, name: str, cancelled: threading.Event) -> Path:
        core = self._control.core
        folder = core.models.install(name, _Meter(self), cancelled)
        core.change(SETTINGS[core.models.entry(name).family], name)
        return folder

    def _failed(self, error: VoiceFlowError) -> None:
        self._end(error)

    def _end(self, error: VoiceFlowError | None) -> None:
        self.running = ""
        self.ended.emit(error)


class _Meter:
    """Called for every piece, on the worker; tells the window ten times a second."""

    def __init__(self, installing: Installing) -> None:
        self._installing = installing
        self._begin_s = self._told_s = time.monotonic()
        self._begin_bytes: int | None = None

    def __call__(self, done_bytes: int, total_bytes: int) -> None:
        now_s = time.monotonic()
        if self._begin_bytes is None:
            self._begin_bytes = done_bytes
        if now_s - self._told_s < _EVERY_S:
            return
        self._told_s = now_s
        rate = (done_bytes - self._begin_bytes) / max(now_s - self._begin_s, 1e-3)
        self._installing.progress.emit(done_bytes, total_bytes, rate)
