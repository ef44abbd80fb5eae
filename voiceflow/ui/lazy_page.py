"""A page's place in the window, empty until somebody comes here."""

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from voiceflow.ui.control import Control


class LazyPage(QWidget):
    """`panel` is made when this is first seen: the window need not wait for it, nor have its memory. `load` imports
    what `make` needs, on a thread of its own."""

    def __init__(self, control: Control, name: str, load: Callable[[], object], make: Callable[[], QWidget]) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(name)
        self._control, self._load, self._make = control, load, make
        self._asked = False
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._asked:
            self._asked = True
            self._control.work.run(self._load, lambda _: self._rows.addWidget(self._make()), self._control.tell)
