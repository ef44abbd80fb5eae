"""Qt objects die on the thread that they belong to."""

import gc
import sys

from PySide6.QtCore import QObject

_EVERY_MS = 1000


class Garbage(QObject):
    """Python collects cycles on whatever thread happens to allocate. A QObject destroyed there waits for the
    interpreter while it holds the lock that Qt's next `connect` on the UI thread waits for, with the interpreter in its
    hands: everything stands still for ever (seen with PySide6 6.11). From here on cycles are collected on the UI
    thread, when as much has come together as Python would wait for.

    What was imported since stays until the end, so it is looked at no more: with the profiler's libraries a collection
    held up the window for 50 ms. What happens to be garbage in that moment stays, too."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._modules = len(sys.modules)
        gc.freeze()
        self._timer = self.startTimer(_EVERY_MS)

    def timerEvent(self, _event: object) -> None:
        if len(sys.modules) > self._modules:
            self._modules = len(sys.modules)
            gc.freeze()
            return
        counts, thresholds = gc.get_count(), gc.get_threshold()
        full = [generation for generation in range(3) if counts[generation] > thresholds[generation]]
        if full:
            gc.collect(max(full))

    def close(self) -> None:
        self.killTimer(self._timer)
        gc.unfreeze()
        gc.enable()
