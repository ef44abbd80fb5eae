"""What an instruction would make of the selected text, before the user's eyes: nothing changes until they agree."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout

from voiceflow.events import EditProposed
from voiceflow.text.difference import Part, difference
from voiceflow.ui.stylesheet import stylesheet
from voiceflow.ui.theme import Colours
from voiceflow.ui.widgets import MARGIN, SPACING, button, label, row

_WIDTH_PX, _HEIGHT_PX = 620, 340
translate = QCoreApplication.translate


class SelectionEditWindow(QDialog):
    """One proposal after another, the newest counts. `accepted_edit` and `discarded` carry its number, `copied` the new
    text. It closes before it tells: the focus must be back in the other window."""

    accepted_edit, discarded, copied = Signal(int), Signal(int), Signal(str)

    def __init__(self, colours: Colours) -> None:
        super().__init__(None, Qt.WindowType.WindowStaysOnTopHint)
        self.setWindowTitle(self.tr("Change the selected text"))
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self._edit: EditProposed | None = None
        self.set_colours(colours)
        self._instruction = label(scale=1.15, bold=True)
        self.shown = QPlainTextEdit(readOnly=True)
        # selecting here would take X11's selection away from the window that is to be changed
        self.shown.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.shown.setAccessibleName(self.tr("The difference"))
        self.agree = button(self.tr("Replace"), self.accept, primary=True)
        self.agree.setDefault(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        whole.setSpacing(SPACING)
        whole.addWidget(self._instruction)
        whole.addWidget(self.shown, 1)
        whole.addWidget(label(self.tr("Struck out goes, underlined comes."), kind="muted"))
        buttons = row(None, button(self.tr("Discard"), self.reject), button(self.tr("Copy"), self._copy), self.agree)
        whole.addLayout(buttons)

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        self.setStyleSheet(stylesheet(colours))
        if self._edit:
            self._paint(self._edit)

    def propose(self, edit: EditProposed) -> None:
        if self._edit:
            self.discarded.emit(self._edit.number)
        self._edit = edit
        self._instruction.setText(f"“{edit.instruction}”")
        self._paint(edit)
        self.show()
        self.raise_()
        self.activateWindow()
        self.agree.setFocus()

    def accept(self) -> None:
        edit, self._edit = self._edit, None
        super().accept()
        if edit:
            self.accepted_edit.emit(edit.number)

    def reject(self) -> None:
        edit, self._edit = self._edit, None
        super().reject()
        if edit:
            self.discarded.emit(edit.number)

    def _copy(self) -> None:
        if self._edit:
            self.copied.emit(self._edit.after)
        self.reject()

    def _paint(self, edit: EditProposed) -> None:
        parts = difference(edit.before, edit.after)
        self.shown.clear()
        cursor = QTextCursor(self.shown.document())
        for part in parts:
            cursor.insertText(part.text, self._format(part))
        self.shown.setAccessibleDescription(" ".join(map(_read_out, parts)))
        self.shown.moveCursor(QTextCursor.MoveOperation.Start)

    def _format(self, part: Part) -> QTextCharFormat:
        """Colour alone tells nothing to those who do not see it."""
        made = QTextCharFormat()
        colour = {"removed": self._colours.error, "added": self._colours.good}.get(part.kind, self._colours.text)
        made.setForeground(QColor(colour))
        made.setFontStrikeOut(part.kind == "removed")
        made.setFontUnderline(part.kind == "added")
        return made


def _read_out(part: Part) -> str:
    if part.kind == "same":
        return part.text
    word = translate("SelectionEdit", "removed") if part.kind == "removed" else translate("SelectionEdit", "added")
    return f"({word}: {part.text})"
