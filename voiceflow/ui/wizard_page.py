"""What the steps of the wizard have in common."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from voiceflow.events import Delivered, Notice, StateChanged
from voiceflow.ui.control import Control
from voiceflow.ui.theme import Colours
from voiceflow.ui.widgets import MARGIN, SPACING, label


class WizardPage(QWidget):
    """Add to `rows`. `first` gets the focus. What happens is told only to the page in sight, from `enter` to
    `leave`."""

    def __init__(self, control: Control, title: str, text: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.control = control
        self.first: QWidget | None = None
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(MARGIN + 8, 8, MARGIN + 8, 8)
        self.rows.setSpacing(SPACING)
        self.rows.addWidget(label(title, scale=1.7, bold=True))
        self.rows.addWidget(label(text, kind="muted"))
        self.rows.addSpacing(4)

    def enter(self) -> None:
        """It comes into sight."""

    def leave(self) -> None:
        """It goes out of sight; may be called twice."""

    def set_colours(self, colours: Colours) -> None:
        """Only what the style sheet does not colour."""

    def on_settings(self) -> None: ...

    def on_state(self, event: StateChanged) -> None: ...

    def on_delivered(self, event: Delivered) -> None: ...

    def on_notice(self, notice: Notice) -> None: ...
