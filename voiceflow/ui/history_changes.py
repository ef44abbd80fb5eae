"""What became of the recognized text, why, and the texts that a dictation had before."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QDateTime, QLocale, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QSizePolicy, QTabWidget, QVBoxLayout, QWidget

from voiceflow.history.difference import Fate, Part, difference
from voiceflow.history.records import Dictation, EarlierText
from voiceflow.history.store import History
from voiceflow.text.trace import reasons
from voiceflow.ui.theme import Colours
from voiceflow.ui.widgets import button, row


def read_only(name: str) -> QPlainTextEdit:
    field = QPlainTextEdit(readOnly=True)
    field.setAccessibleName(name)
    field.setTabChangesFocus(True)
    field.setMinimumHeight(48)
    field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    return field


@dataclass(frozen=True, slots=True)
class Story:
    """`parts` is empty where nothing became of the recognized text, or there was none."""

    parts: Sequence[Part]
    why: Sequence[str]
    earlier: Sequence[EarlierText]


def story(history: History, dictation: Dictation) -> Story:
    """Not for the UI thread: two long texts are compared for a while."""
    before, after = dictation.raw_text.strip(), dictation.text.strip()
    steps = ((step.rule, step.text) for step in dictation.trace)
    return Story(
        difference(before, after) if before and before != after else (),
        [str(reason) for reason in reasons(dictation.raw_text, steps)],
        history.earlier_texts(dictation.id),
    )


class Changes(QTabWidget):
    """Only what there is to say is shown. `use` carries the number of an earlier text that is to be the text again,
    `restore` asks for the recognized one."""

    use = Signal(int)
    restore = Signal()

    def __init__(self, colours: Colours) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("More about this text"))
        self.setDocumentMode(True)
        self.setMinimumHeight(150)
        self.tabBar().setDrawBase(False)
        self.tabBar().setAccessibleName(self.accessibleName())
        self.colours = colours
        self._earlier: Sequence[EarlierText] = ()
        self.difference = read_only(self.tr("Changes to what was recognized"))
        self.why = read_only(self.tr("Why does it say that?"))
        self.other = read_only(self.tr("Earlier text"))
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Earlier texts"))
        self.choice.setMinimumContentsLength(10)
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.currentIndexChanged.connect(self._show_earlier)
        self._use = button(self.tr("Use this text"), self._use_shown)
        self._restore = button(self.tr("Use as recognized"), self.restore.emit)
        self._restore.setToolTip(self.tr("Takes back what rules and guards did to this text"))
        self.addTab(_page(self.difference, self._restore), self.tr("Changes"))
        self.addTab(_page(self.why), self.tr("Why?"))
        self.addTab(_page(self.other, self.choice, self._use), self.tr("Other texts"))

    def tell(self, story: Story) -> None:
        self._show(0, bool(story.parts))
        self._show(1, bool(story.why))
        self._show(2, bool(story.earlier))
        self._write_difference(story.parts)
        self.why.setPlainText("\n".join(story.why))
        self._earlier = story.earlier
        self.choice.blockSignals(True)
        self.choice.clear()
        self.choice.addItems([self._name(each) for each in story.earlier])
        self.choice.blockSignals(False)
        self._show_earlier(0)

    def _show(self, tab: int, shown: bool) -> None:
        self.setTabVisible(tab, shown)
        self.setVisible(any(self.isTabVisible(each) for each in range(self.count())))

    def _write_difference(self, parts: Sequence[Part]) -> None:
        self.difference.clear()
        cursor = self.difference.textCursor()
        for fate, text in parts:
            cursor.insertText(text, self._look(fate))
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.difference.setTextCursor(cursor)

    def _look(self, fate: Fate) -> QTextCharFormat:
        """By shape as well as colour."""
        look = QTextCharFormat()
        if fate is Fate.GONE:
            look.setFontStrikeOut(True)
            look.setForeground(QColor(self.colours.error))
        elif fate is Fate.NEW:
            look.setFontUnderline(True)
            look.setForeground(QColor(self.colours.good))
        return look

    def _name(self, earlier: EarlierText) -> str:
        moment = QDateTime.fromSecsSinceEpoch(int(earlier.replaced_at))
        until = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
        source = self.tr("Your correction") if earlier.corrected else earlier.model or self.tr("Unknown model")
        return self.tr("{source}, until {moment}").format(source=source, moment=until)

    def _show_earlier(self, place: int) -> None:
        shown = 0 <= place < len(self._earlier)
        self.other.setPlainText(self._earlier[place].text.strip() if shown else "")

    def _use_shown(self) -> None:
        place = self.choice.currentIndex()
        if 0 <= place < len(self._earlier):
            self.use.emit(self._earlier[place].number)


def _page(field: QPlainTextEdit, *parts: QWidget) -> QWidget:
    page = QWidget()
    rows = QVBoxLayout(page)
    rows.setContentsMargins(0, 8, 0, 0)
    rows.addWidget(field, 1)
    if parts:
        line = row(*parts)
        line.setStretch(0, int(len(parts) > 1))
        if len(parts) == 1:
            line.addStretch(1)
        rows.addLayout(line)
    return page
