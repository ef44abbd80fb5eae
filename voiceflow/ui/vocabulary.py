"""The vocabulary on the settings page: names and terms, and what corrections taught."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from voiceflow.core import Core
from voiceflow.errors import VoiceFlowError
from voiceflow.history.vocabulary import Lesson
from voiceflow.text.vocabulary import Entry, entry, most_important_first
from voiceflow.ui.control import Control
from voiceflow.ui.vocabulary_lessons import Lessons
from voiceflow.ui.vocabulary_model import SOUNDS_LIKE, SPELLING, VocabularyModel
from voiceflow.ui.widgets import SPACING, Card, button, label, row

_TABLE_PX, _FRAME_PX = 280, 4


@dataclass(frozen=True, slots=True)
class _Known:
    """`fit` of `of` words are told to the recognizer."""

    entries: list[Entry]
    lessons: list[Lesson]
    fit: int = 0
    of: int = 0


class Vocabulary(QWidget):
    """`refresh` after settings or words have changed; asks the history only while it is seen."""

    def __init__(self, control: Control) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Vocabulary"))
        self.setAccessibleDescription(
            self.tr("Names and terms, how they are spelt and what they sound like: dictionary")
        )
        self._control = control
        self.model = VocabularyModel()
        self.model.changed.connect(self._replace)
        self.model.refused.connect(self._failed)
        self.lessons = Lessons(control, self.refresh)
        self._told, self._error = label(kind="muted"), label(kind="error")
        self._error.hide()
        self._build()
        control.ready.connect(self.refresh)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        if self.isVisible() and self._control.is_ready:  # which has the history open
            core = self._control.core
            self._control.work.run(lambda: _known(core), self._show, self._failed)

    def add(self) -> None:
        """What is written into the fields."""
        try:
            made = entry(self.spelling.text(), self.sounds_like.text().split(","))
        except VoiceFlowError as error:
            self._failed(error)
            return
        self.spelling.clear()
        self.sounds_like.clear()
        self.spelling.setFocus()
        self._change(lambda words: words.add([made]))

    def remove(self) -> None:
        """Those that are selected."""
        rows = {self._filter.mapToSource(index).row() for index in self.table.selectionModel().selectedRows()}
        spellings = [self.model.entries[number].spelling for number in sorted(rows)]
        if spellings:
            self._change(lambda words: words.remove(spellings))

    def add_file(self, path: Path) -> None:
        self._change(lambda words: words.add_file(path))

    def write_file(self, path: Path) -> None:
        self._change(lambda words: words.write_file(path))

    def _build(self) -> None:
        card = Card(self.tr("Vocabulary"))
        card.rows.addWidget(label(self.tr("Vocabulary"), scale=1.15, bold=True))
        told = self.tr("The recognizer listens for these words, and what sounds like one of them is written as that.")
        card.rows.addWidget(label(told, kind="muted"))
        self.spelling = self._field(self.tr("New word"), self.tr("As it is written, such as Siobhan"))
        self.sounds_like = self._field(self.tr("Sounds like"), self.tr("Sounds like, such as shivon"))
        card.rows.addLayout(row(self.spelling, self.sounds_like, button(self.tr("Add"), self.add, primary=True)))
        card.rows.addWidget(self._error)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setAccessibleName(self.tr("Search the vocabulary"))
        self.search.setPlaceholderText(self.tr("Search these words; a double click changes one"))
        card.rows.addWidget(self.search)
        self.table = self._make_table()
        card.rows.addWidget(self.table)
        card.rows.addWidget(self._told)
        self._remove = button(self.tr("Remove"), self.remove)
        card.rows.addLayout(
            row(
                self._remove, None, button(self.tr("Import…"), self._ask_import),
                button(self.tr("Export…"), self._ask_export),
            )
        )  # fmt: skip
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACING)
        whole.addWidget(card)
        whole.addWidget(self.lessons)

    def _field(self, name: str, example: str) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(name)
        made.setPlaceholderText(name)
        made.setToolTip(example)
        made.returnPressed.connect(self.add)
        return made

    def _make_table(self) -> QTableView:
        self._filter = QSortFilterProxyModel(filterCaseSensitivity=Qt.CaseSensitivity.CaseInsensitive)
        self._filter.setSourceModel(self.model)
        self._filter.setFilterKeyColumn(-1)
        self._filter.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.search.textChanged.connect(self._filter.setFilterFixedString)
        table = QTableView(sortingEnabled=True, showGrid=False)
        table.setTabKeyNavigation(False)
        table.setAccessibleName(self.tr("Words of the vocabulary"))
        table.setModel(self._filter)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionResizeMode(SPELLING, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(SOUNDS_LIKE, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        QShortcut(QKeySequence.StandardKey.Delete, table, self.remove, context=Qt.ShortcutContext.WidgetShortcut)
        return table

    def _show(self, known: _Known) -> None:
        self.model.show(known.entries)
        for part in (self.table, self.search, self._remove):
            part.setVisible(bool(known.entries))
        rows_px = self.table.horizontalHeader().sizeHint().height() + self.table.verticalHeader().length()
        self.table.setFixedHeight(min(_TABLE_PX, rows_px + _FRAME_PX))
        self.lessons.show_all(known.lessons, {each.spelling for each in known.entries})
        self._told.setText(self._about(known))

    def _about(self, known: _Known) -> str:
        if not known.of:
            return ""
        if not known.fit:
            return self.tr("This recognizer cannot be told of words: they are corrected afterwards.")
        if known.fit < known.of:
            text = self.tr("The recognizer is told of the first {fit} of {of} by weight: it has no room for more.")
            return text.format(fit=known.fit, of=known.of)
        return self.tr("The recognizer is told of all {of}.").format(of=known.of)

    def _replace(self, before: Entry, after: Entry) -> None:
        def change(words: Any) -> None:
            if before.spelling.casefold() != after.spelling.casefold():
                words.remove([before.spelling])
            words.add([after])

        self._change(change)

    def _change(self, change: Callable[[Any], object]) -> None:
        self._error.hide()
        if not self._control.is_ready:
            self._failed(VoiceFlowError("dictation.not_ready", "VoiceFlow is still starting", "Try again in a moment"))
            return
        self._control.work.run(lambda: change(self._control.core.vocabulary), lambda _: self.refresh(), self._failed)

    def _failed(self, error: VoiceFlowError) -> None:
        self._error.setText(str(error))
        self._error.show()

    def _ask_import(self) -> None:
        kinds = self.tr("Words (*.txt *.csv)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import words"), "", kinds)
        if name:
            self.add_file(Path(name))

    def _ask_export(self) -> None:
        kinds = ";;".join((self.tr("Everything (*.csv)"), self.tr("Only the words (*.txt)")))
        title = self.tr("Export, not encrypted any more")
        name, _ = QFileDialog.getSaveFileName(self, title, "vocabulary.csv", kinds)
        if name:
            self.write_file(Path(name))


def _known(core: Core) -> _Known:
    entries, lessons = most_important_first(core.vocabulary.entries()), core.vocabulary.lessons()
    with suppress(VoiceFlowError):  # no model yet: the words are no worse for it
        return _Known(entries, lessons, *core.vocabulary.told(core.settings, core.engines))
    return _Known(entries, lessons)
