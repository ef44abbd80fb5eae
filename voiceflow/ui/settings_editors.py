"""What a setting is changed with. Every editor has `changed`, which carries a value, and `show_value`, which shows one
that came from elsewhere, but not over what somebody is typing."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from voiceflow.settings_keys import Key
from voiceflow.ui.settings_words import choice_word, unit

_SETTLE_MS = 300
_LINES = 4


class Switch(QCheckBox):
    changed = Signal(object)

    def __init__(self, _: Key) -> None:
        super().__init__()
        self.clicked.connect(lambda _: self.changed.emit(self.isChecked()))

    def show_value(self, value: bool) -> None:
        self.setChecked(value)


class Pick(QComboBox):
    """One of the values that there are."""

    changed = Signal(object)

    def __init__(self, key: Key) -> None:
        super().__init__()
        for value in key.choices:
            self.addItem(choice_word(value), value)
        self.activated.connect(lambda index: self.changed.emit(self.itemData(index)))
        keep_wheel_away(self)

    def show_value(self, value: str) -> None:
        self.setCurrentIndex(self.findData(value))


class Whole(QSpinBox):
    changed = Signal(object)

    def __init__(self, key: Key) -> None:
        super().__init__()
        self.setRange(int(key.minimum or 0), int(2**31 - 1 if key.maximum is None else key.maximum))
        self._settling = _settling(self, key)

    def show_value(self, value: int) -> None:
        if not self._settling.isActive():
            with QSignalBlocker(self):
                self.setValue(value)


class Decimal(QDoubleSpinBox):
    changed = Signal(object)

    def __init__(self, key: Key) -> None:
        super().__init__()
        self.setDecimals(1)
        self.setSingleStep(0.5)
        self.setRange(key.minimum or 0.0, 1e9 if key.maximum is None else key.maximum)
        self._settling = _settling(self, key)

    def show_value(self, value: float) -> None:
        if not self._settling.isActive():
            with QSignalBlocker(self):
                self.setValue(value)


class Line(QLineEdit):
    changed = Signal(object)

    def __init__(self, _: Key) -> None:
        super().__init__()
        self.editingFinished.connect(self._finish)

    def show_value(self, value: str) -> None:
        if not (self.hasFocus() and self.isModified()):
            self.setText(value)

    def _finish(self) -> None:
        if self.isModified():
            self.setModified(False)
            self.changed.emit(self.text().strip())


class Lines(QPlainTextEdit):
    """A list, one entry a line; it is taken over when the field is left."""

    changed = Signal(object)

    def __init__(self, _: Key) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setPlaceholderText(self.tr("One a line"))
        self.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + 20)

    def show_value(self, value: list[str]) -> None:
        if not (self.hasFocus() and self.document().isModified()):
            self.setPlainText("\n".join(value))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.document().isModified() and event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.document().setModified(False)
            lines = (line.strip() for line in self.toPlainText().splitlines())
            self.changed.emit([line for line in lines if line])


def editor(key: Key) -> Any:
    """For the setting's type; the caller gives it its name."""
    if key.choices:
        return Pick(key)
    return {bool: Switch, int: Whole, float: Decimal, str: Line, list: Lines}[key.kind](key)


class _Wheel(QObject):
    """The wheel scrolls the page, and changes only what has the focus."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


def keep_wheel_away(widget: QWidget) -> None:
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.installEventFilter(_Wheel(widget))


def _settling(box: Whole | Decimal, key: Key) -> QTimer:
    """A number that is being stepped through is taken over when it stands still, or the field is left."""
    timer = QTimer(box, singleShot=True, interval=_SETTLE_MS)

    def finish() -> None:
        if timer.isActive():
            timer.stop()
            box.changed.emit(box.value())

    timer.timeout.connect(lambda: box.changed.emit(box.value()))
    box.lineEdit().setTextMargins(8, 0, 0, 0)
    box.setKeyboardTracking(False)
    box.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType if key.kind is int else _EVEN)
    box.valueChanged.connect(lambda _: timer.start())
    box.editingFinished.connect(finish)
    if suffix := unit(key.name):
        box.setSuffix(f" {suffix}")
    keep_wheel_away(box)
    return timer


_EVEN = QAbstractSpinBox.StepType.DefaultStepType
