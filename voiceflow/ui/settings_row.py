"""One setting: its name, what it is for, what it is changed with, and what is wrong with the value."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from voiceflow.settings_keys import Key
from voiceflow.ui.settings_words import help_line, section_title, title
from voiceflow.ui.widgets import button, label, row

_EDITOR_PX = 196


class SettingRow(QWidget):
    """`wanted` carries the value that the user gave it."""

    wanted = Signal(object)

    def __init__(self, key: Key, editor: Any) -> None:
        super().__init__()
        self.key, self.editor = key, editor
        self.title = title(key.name)
        self._help = help_line(key.name, key.help)
        self._error = label(kind="error")
        self._reset = button(self.tr("Reset"), lambda: self.wanted.emit(self.key.default))
        self._reset.setProperty("quiet", True)
        self._reset.setAccessibleName(self.tr("Reset {name}").format(name=self.title))
        editor.setAccessibleName(self.title)
        editor.setAccessibleDescription(self._help)
        editor.changed.connect(self.wanted)
        self._build()

    def matches(self, words: list[str]) -> bool:
        section = section_title(self.key.name.partition(".")[0])
        said = f"{section} {self.title} {self._help} {self.key.name}".lower()
        return all(word in said for word in words)

    def show_value(self, value: Any) -> None:
        self.editor.show_value(value)
        self._reset.setVisible(value != self.key.default)

    def show_error(self, text: str) -> None:
        self._error.setText(text)
        self._error.setVisible(bool(text))

    @property
    def error(self) -> str:
        return self._error.text()

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 6, 0, 6)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(1, 1)
        name = label(self.title, bold=True)
        name.setBuddy(self.editor)
        grid.addWidget(name, 0, 0)
        grid.addWidget(label(self._help, kind="muted"), 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(row(self._reset, None), 2, 0)
        if isinstance(self.editor, QPlainTextEdit):
            grid.addWidget(self.editor, 3, 0, 1, 2)
        else:
            if self.key.kind is not bool:
                self.editor.setFixedWidth(_EDITOR_PX)
            grid.addWidget(self.editor, 0, 1, 3, 1)
        grid.addWidget(self._error, 4, 0, 1, 2)
        self._error.hide()
