"""A field for a key: typed by its name, or recorded by pressing it."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from voiceflow.engines.hotkey.contract import check_cancel_key
from voiceflow.errors import HotkeyError
from voiceflow.settings_keys import Key
from voiceflow.ui.control import Control
from voiceflow.ui.key_names import modifier_alone, pressed
from voiceflow.ui.settings_editors import Line


class RecordButton(QPushButton):
    """While it is checked every key that comes is the one wanted; clicking again, or leaving, ends that. Dictation is
    paused meanwhile: the key of now would begin one."""

    recorded = Signal(str)

    def __init__(self, control: Control) -> None:
        super().__init__()
        self._control = control
        self._paused = False
        self._alone = ""
        self.setCheckable(True)
        self.toggled.connect(self._on_toggled)
        self._on_toggled(False)

    def event(self, event: QEvent) -> bool:
        """Tab and shortcuts are keys like others here."""
        if self.isChecked() and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                self._take(event)
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setChecked(False)

    def _take(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        if event.type() is QEvent.Type.KeyRelease:
            name, self._alone = self._alone, ""
        else:
            name, self._alone = pressed(event), modifier_alone(event)
        if name:
            self.setChecked(False)
            self.recorded.emit(name)

    def _on_toggled(self, on: bool) -> None:
        self._alone = ""
        self.setText(self.tr("Press the key…") if on else self.tr("Record…"))
        self.setAccessibleName(self.tr("Press the key, or click again to cancel") if on else self.tr("Record a key"))
        if on and self._control.is_ready and not self._control.paused:
            self._paused = True
            self._control.pause(True)
        elif not on and self._paused:
            self._paused = False
            self._control.pause(False)


class KeyEditor(QWidget):
    changed = Signal(object)

    def __init__(self, key: Key, control: Control) -> None:
        super().__init__()
        self.line = Line(key)
        self.line.changed.connect(self.changed)
        self.record = RecordButton(control)
        self.record.recorded.connect(self._on_recorded)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(self.line)
        rows.addWidget(self.record)
        self.setFocusProxy(self.line)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def show_value(self, value: str) -> None:
        self.line.show_value(_as_written(value))

    def _on_recorded(self, name: str) -> None:
        self.line.setModified(False)
        self.line.setText(_as_written(name))
        self.changed.emit(name)


def _as_written(name: str) -> str:
    """`Ctrl+Alt+D`; what is no key as it is."""
    try:
        return check_cancel_key(name)
    except HotkeyError:
        return name
