"""Qt objects die on the thread that they belong to."""

import gc

from PySide6.QtCore import QObject

_EVERY_MS = 1000


class Garbage(QObject):
    """Python collects cycles on whatever thread happens to allocate, and would destroy there what belongs to the UI
    thread. From here on they are collected on this one, when as much has come together as Python would wait for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = self.startTimer(_EVERY_MS)

    def timerEvent(self, _event: object) -> None:
        counts, thresholds = gc.get_count(), gc.get_threshold()
        full = [generation for generation in range(3) if counts[generation] > thresholds[generation]]
        if full:
            gc.collect(max(full))

    def close(self) -> None:
        self.killTimer(self._timer)
        gc.enable()
