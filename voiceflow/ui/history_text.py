"""The text of a dictation, with what was searched marked; whoever writes in it corrects it."""

import re

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QHideEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from voiceflow.history.hits import hits
from voiceflow.ui.theme import Colours
from voiceflow.ui.widgets import button, row

_BREAKS = re.compile("\r\n?|\u2029")
"""Qt keeps one kind of line break."""


class TextField(QWidget):
    """`corrected` carries the id of the dictation and its new text: when the user saves, and when another dictation or
    page is shown before that, for nothing that was written may be lost."""

    corrected = Signal(str, str)

    def __init__(self, colours: Colours) -> None:
        super().__init__()
        self.colours = colours
        self._dictation_id = self._kept = self._words = ""
        self.field = QPlainTextEdit()
        self.field.setAccessibleName(self.tr("Text"))
        self.field.setTabChangesFocus(True)
        self.field.setMinimumHeight(72)
        self.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.field.setPlaceholderText(self.tr("There is no text. The sound is kept: it can be transcribed."))
        self.field.textChanged.connect(self._on_change)
        self._save = button(self.tr("Save correction"), self.save, primary=True)
        self._discard = button(self.tr("Discard"), self._take_back)
        for key in ("Ctrl+Return", "Ctrl+S"):
            QShortcut(QKeySequence(key), self.field, self.save)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.field, 1)
        rows.addLayout(row(self._save, self._discard, None))
        self._on_change()

    @property
    def text(self) -> str:
        """With its no-break spaces, which `toPlainText` would make spaces."""
        return self.field.document().toRawText().replace("\u2029", "\n")

    def show_text(self, dictation_id: str, text: str, words: str) -> None:
        """What is being written stays when the same dictation is shown again."""
        text = _BREAKS.sub("\n", text)
        if dictation_id == self._dictation_id and self._is_changed:
            self._kept = text
            return
        self.save()
        self._dictation_id, self._kept = dictation_id, text
        if self.text != text:
            self.field.setPlainText(text)
        self._words = words
        self.mark()
        self._on_change()

    def save(self) -> None:
        if self._is_changed and self._dictation_id:
            self._kept = self.text.strip()
            self.corrected.emit(self._dictation_id, self._kept)
            self._on_change()

    def hideEvent(self, event: QHideEvent) -> None:
        """The window is closed, or another page is shown; minimizing is no end."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.save()

    def mark(self) -> None:
        """Every hit; the first one is brought into sight."""
        marks = []
        for begin, end in hits(self._kept, self._words):
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self.field.document())
            mark.cursor.setPosition(_utf16(self._kept, begin))
            mark.cursor.setPosition(_utf16(self._kept, end), QTextCursor.MoveMode.KeepAnchor)
            mark.format.setBackground(QColor(self.colours.accent))
            mark.format.setForeground(QColor(self.colours.on_accent))
            marks.append(mark)
        self.field.setExtraSelections(marks)
        if marks:
            cursor = QTextCursor(marks[0].cursor)
            cursor.clearSelection()
            self.field.setTextCursor(cursor)
            self.field.ensureCursorVisible()

    @property
    def _is_changed(self) -> bool:
        return self.text.strip() != self._kept.strip()

    def _take_back(self) -> None:
        self.field.setPlainText(self._kept)
        self.mark()

    def _on_change(self) -> None:
        for part in (self._save, self._discard):
            part.setVisible(self._is_changed)
        if self._is_changed:
            self.field.setExtraSelections([])


def _utf16(text: str, place: int) -> int:
    """Qt counts an emoji as two."""
    return len(text[:place].encode("utf-16-le")) // 2
