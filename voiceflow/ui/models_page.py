"""The models' place in the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from voiceflow.ui.control import Control
from voiceflow.ui.lazy_page import LazyPage

if TYPE_CHECKING:
    from voiceflow.ui.models_panel import ModelsPanel


class ModelsPage(LazyPage):
    """`changed` when a model came or went."""

    changed = Signal()

    def __init__(self, control: Control) -> None:
        super().__init__(control, "", _load, self._make_panel)
        self.setAccessibleName(self.tr("Models"))
        self.panel: ModelsPanel | None = None

    def on_settings(self) -> None:
        if self.panel and self.panel.isVisible():
            self.panel.refresh()

    def on_model(self) -> None:
        if self.panel:
            self.panel.show_model()

    def _make_panel(self) -> "ModelsPanel":
        from voiceflow.ui.models_panel import ModelsPanel

        self.panel = ModelsPanel(self._control)
        self.panel.changed.connect(self.changed)
        return self.panel


def _load() -> None:
    import voiceflow.ui.models_panel  # noqa: F401
