"""The profiler's place in the window, empty until somebody comes here."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from voiceflow.events import Delivered, StateChanged
from voiceflow.ui.control import Control
from voiceflow.ui.theme import Colours

if TYPE_CHECKING:
    from voiceflow.ui.profiler_panel import ProfilerPanel


class ProfilerPage(QWidget):
    """`panel` is made when this is first seen: the window need not wait for it, nor have its memory."""

    def __init__(self, control: Control, colours: Colours) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(self.tr("Profiler"))
        self._control, self._colours = control, colours
        self.panel: ProfilerPanel | None = None
        self._asked = False
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        if self.panel:
            self.panel.set_colours(colours)

    def on_state(self, event: StateChanged) -> None:
        if self.panel:
            self.panel.on_state(event)

    def on_delivered(self, event: Delivered) -> None:
        if self.panel:
            self.panel.on_delivered(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._asked:
            self._asked = True
            self._control.work.run(_load, self._make, self._control.tell)

    def _make(self, _: object) -> None:
        from voiceflow.ui.profiler_panel import ProfilerPanel

        self.panel = ProfilerPanel(self._control, self._colours)
        self._rows.addWidget(self.panel)


def _load() -> None:
    """On a thread of its own: it takes a tenth of a second."""
    import voiceflow.ui.profiler_panel  # noqa: F401
