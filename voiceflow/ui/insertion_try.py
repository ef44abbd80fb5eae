"""A field beside the settings of insertion, to see what they do."""

from PySide6.QtWidgets import QPlainTextEdit

from voiceflow.ui.control import Control
from voiceflow.ui.widgets import Card, label


class InsertionTry(Card):
    """`refresh` after the settings have changed."""

    def __init__(self, control: Control) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Try it here"))
        self._control = control
        self.field = QPlainTextEdit()
        self.field.setAccessibleName(self.accessibleName())
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(4 * self.field.fontMetrics().lineSpacing() + 20)
        self.rows.addWidget(label(self.accessibleName(), bold=True))
        self.rows.addWidget(self.field)
        self.refresh()

    def refresh(self) -> None:
        self.field.setPlaceholderText(self.tr("Click here, hold {key} and speak.").format(key=self._control.key))
