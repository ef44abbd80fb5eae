"""Boxes to choose the microphone and the model in; they look what there is when somebody opens them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate

from voiceflow.errors import VoiceFlowError
from voiceflow.ui.choices import Choice
from voiceflow.ui.control import Control

_WIDEST_PX, _FRAME_PX = 520, 24


class Chooser(QComboBox):
    """`wanted` asks for `offer`; `chosen` carries the value that the user took."""

    wanted = Signal()
    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMinimumContentsLength(18)
        self.setItemDelegate(QStyledItemDelegate(self))  # the box's own paints what cannot be chosen like the rest
        self._opening = False
        self.activated.connect(self._on_activated)

    def showPopup(self) -> None:
        if self._opening:
            return
        self._opening = True
        self.wanted.emit()

    def show_only(self, label: str) -> None:
        """Without looking: what the settings say."""
        self.clear()
        self.addItem(label)

    def offer(self, found: list[Choice]) -> None:
        self.clear()
        for choice in found:
            self.addItem(choice.label, choice.value)
            if choice.chosen:
                self.setCurrentIndex(self.count() - 1)
            elif choice.refused:
                self._refuse(self.count() - 1, choice.refused)
        self.view().setMinimumWidth(min(_WIDEST_PX, self.view().sizeHintForColumn(0) + _FRAME_PX))
        if self._opening:
            self._opening = False
            super().showPopup()

    def _refuse(self, index: int, reason: str) -> None:
        """Grey, with the reason beside it."""
        self.setItemText(index, f"{self.itemText(index)} ({reason})")
        self.setItemData(index, reason, Qt.ItemDataRole.ToolTipRole)
        items = self.model()
        if isinstance(items, QStandardItemModel):
            items.item(index).setEnabled(False)

    def give_up(self, control: Control, error: VoiceFlowError) -> None:
        self._opening = False
        control.tell(error)

    def _on_activated(self, index: int) -> None:
        value = self.itemData(index)
        if value is not None:
            self.chosen.emit(str(value))
