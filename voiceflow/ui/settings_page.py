"""The settings' place in the window."""

from typing import TYPE_CHECKING

from voiceflow.events import StateChanged
from voiceflow.ui.control import Control
from voiceflow.ui.lazy_page import LazyPage

if TYPE_CHECKING:
    from voiceflow.ui.settings_panel import SettingsPanel


class SettingsPage(LazyPage):
    def __init__(self, control: Control) -> None:
        super().__init__(control, "", _load, self._make_panel)
        self.setAccessibleName(self.tr("Settings"))
        self.panel: SettingsPanel | None = None

    def on_settings(self) -> None:
        if self.panel:
            self.panel.on_settings()

    def on_state(self, event: StateChanged) -> None:
        if self.panel:
            self.panel.on_state(event)

    def _make_panel(self) -> "SettingsPanel":
        from voiceflow.ui.settings_panel import SettingsPanel

        self.panel = SettingsPanel(self._control)
        return self.panel


def _load() -> None:
    import voiceflow.ui.settings_panel  # noqa: F401
