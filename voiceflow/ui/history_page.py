"""Everything that was said: found, heard, read, corrected, used again, exported, deleted."""

from array import array
from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from voiceflow.errors import VoiceFlowError
from voiceflow.events import HistoryChanged
from voiceflow.history.queries import Conditions, Numbers
from voiceflow.ui.control import Control
from voiceflow.ui.dictation_words import counted
from voiceflow.ui.history_detail import HistoryDetail
from voiceflow.ui.history_export import HistoryExport
from voiceflow.ui.history_filters import Filters
from voiceflow.ui.history_model import DICTATION, HistoryModel
from voiceflow.ui.history_rows import HistoryRows
from voiceflow.ui.history_selection import Selection
from voiceflow.ui.history_statistics import StatisticsPanel
from voiceflow.ui.theme import Colours
from voiceflow.ui.widgets import MARGIN, SPACING, button, label, row

_SEARCH_MS = 90
"""Short enough to feel immediate, long enough that fast typing asks once a word."""


class HistoryPage(QWidget):
    step_aside = Signal()

    def __init__(self, control: Control, colours: Colours) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(self.tr("History"))
        self._control = control
        self._words = ""
        self.model = HistoryModel(control)
        self.detail = HistoryDetail(control, colours)
        self.detail.step_aside.connect(self.step_aside)
        self.selection = Selection(control)
        self.statistics = StatisticsPanel(control, colours)
        self.filters = Filters(control)
        self.filters.changed.connect(self._ask)
        self.exporting = HistoryExport(self, control)
        self._rows = HistoryRows(colours)
        self.search = self._search_field()
        self.list = self._list_view()
        self._note, self._count = label(kind="muted"), label(kind="muted")
        self._build()
        self._connect()
        self._on_loaded()
        self.model.reload()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.search.setFocus()

    def set_colours(self, colours: Colours) -> None:
        self._rows.colours = self.statistics.chart.colours = colours
        self.detail.set_colours(colours)
        self.list.viewport().update()
        self.statistics.chart.update()

    def on_history(self, event: HistoryChanged) -> None:
        self.model.change(event.dictation_id)
        if self.figures.isChecked():
            self.statistics.refresh(self.model.conditions)

    @property
    def selected(self) -> Numbers:
        """The keys of what is selected, from the top down. Ranges, not rows: everything may be selected."""
        chosen, found = self.list.selectionModel().selection(), array("q")
        for each in sorted((chosen.at(place) for place in range(chosen.count())), key=lambda each: each.top()):
            found.extend(self.model.numbers(each.top(), each.bottom()))
        return found

    def _build(self) -> None:
        self.figures = button(self.tr("Statistics"), self._switch)
        self.figures.setCheckable(True)
        self._export = button(self.tr("Export…"), lambda: self._export_these(self.model.all_numbers))
        self._export.setToolTip(self.tr("All dictations that the search and the filters show"))
        self._side = QStackedWidget()
        self._side.addWidget(self._scrolling(self.detail))
        self._side.addWidget(self.selection)
        split = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        split.setHandleWidth(SPACING)
        split.addWidget(self.list)
        split.addWidget(self._side)
        split.setSizes([320, 460])
        self._views = QStackedWidget()
        self._views.addWidget(split)
        self._views.addWidget(self.statistics)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        rows.setSpacing(SPACING)
        title = label(self.tr("History"), scale=1.6, bold=True)
        self._count.setWordWrap(False)
        rows.addLayout(row(title, None, self._count, self._export, self.figures))
        for part in (self.search, self.filters, self._note):
            rows.addWidget(part)
        rows.addWidget(self._views, 1)

    def _scrolling(self, part: QWidget) -> QScrollArea:
        """In a low window the texts keep their room."""
        area = QScrollArea(widgetResizable=True)
        area.setAccessibleName(part.accessibleName())
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(part)
        area.viewport().setAutoFillBackground(False)
        return area

    def _connect(self) -> None:
        self.selection.export.connect(self._export_these)
        self.model.loaded.connect(self._on_loaded)
        self.model.failed.connect(self._on_failed)
        self._control.ready.connect(self.model.reload)
        chosen = self.list.selectionModel()
        chosen.currentChanged.connect(self._on_current)
        self._selecting = QTimer(self, singleShot=True, interval=0)
        self._selecting.timeout.connect(self._on_selection)
        chosen.selectionChanged.connect(lambda *_: self._selecting.start())
        self.model.dataChanged.connect(self._on_data)
        self.model.rowsRemoved.connect(lambda *_: self._on_current(self.list.currentIndex()))
        self.model.rowsInserted.connect(self._on_inserted)
        for key, do in (
            (QKeySequence(QKeySequence.StandardKey.Delete), self._delete),
            (QKeySequence(Qt.Key.Key_Space), self.detail.player.toggle),
        ):
            QShortcut(key, self.list, do, context=Qt.ShortcutContext.WidgetShortcut)

    def _search_field(self) -> QLineEdit:
        field = QLineEdit(clearButtonEnabled=True)
        field.setPlaceholderText(self.tr("Search everything you said"))
        field.setAccessibleName(self.tr("Search"))
        self._typing = QTimer(self, singleShot=True, interval=_SEARCH_MS)
        self._typing.timeout.connect(self._ask)
        field.textChanged.connect(lambda _: self._typing.start())
        return field

    def _list_view(self) -> QTableView:
        """A table of one column: at each change of its size a list would ask for every row, 0.15 s for 100,000."""
        view = QTableView()
        view.setObjectName("dictations")
        view.setAccessibleName(self.tr("Dictations"))
        view.setModel(self.model)
        view.setItemDelegate(self._rows)
        view.horizontalHeader().hide()
        view.horizontalHeader().setStretchLastSection(True)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(self._rows.height(view.font()))
        view.setShowGrid(False)
        view.setMouseTracking(True)
        view.setTabKeyNavigation(False)
        view.setMinimumSize(QSize(180, 160))
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return view

    def _ask(self) -> None:
        self._typing.stop()
        wanted = replace(self.filters.conditions, words=self.search.text().strip())
        self._rows.words = wanted.words
        self.model.reload(wanted)
        if self.figures.isChecked():
            self.statistics.refresh(wanted)

    def _switch(self) -> None:
        shown = self.figures.isChecked()
        self._views.setCurrentIndex(int(shown))
        if shown:
            self.statistics.refresh(self.model.conditions)

    def _export_these(self, wanted: Numbers) -> None:
        """The oldest first, but what was searched in the order of the search."""
        self.exporting.ask(wanted if self.model.conditions.words else wanted[::-1])

    def _delete(self) -> None:
        if self._side.currentWidget() is self.selection:
            self.selection.delete_button.click()
        else:
            self.detail.ask_to_delete()

    def _on_current(self, index: QModelIndex, _: object = None) -> None:
        words = self.model.conditions.words
        self.detail.show_dictation(index.data(DICTATION) if index.isValid() else None, words)

    def _on_data(self, first: QModelIndex, last: QModelIndex) -> None:
        now = self.list.currentIndex()
        if first.row() <= now.row() <= last.row():
            self._on_current(now)

    def _on_selection(self) -> None:
        numbers = self.selected
        several = len(numbers) > 1
        if several:
            self.selection.show_numbers(numbers)
        self._side.setCurrentIndex(int(several))

    def _on_inserted(self, _: QModelIndex, first: int, last: int) -> None:
        """Where the newest was shown, and nobody is at work in the list, the new newest is."""
        if first == 0 and self.list.currentIndex().row() == last + 1 and not self.list.hasFocus():
            self.list.setCurrentIndex(self.model.index(0))
            self.list.scrollToTop()

    def _on_loaded(self) -> None:
        """The dictation that was shown stays shown where it still is in the list; else the first."""
        empty, conditions = self.model.rowCount() == 0, self.model.conditions
        self._note.setText(self._nothing())
        self._note.setVisible(empty)
        self._count.setText(counted(self.model.rowCount()))
        self._export.setEnabled(not empty)
        if empty:
            self.detail.show_dictation(None)
        if self.list.currentIndex().isValid() or empty:
            return
        place = max(0, self.model.row_of(self.detail.shown_id)) if not conditions.words else 0
        self.list.selectionModel().setCurrentIndex(
            self.model.index(place), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _nothing(self) -> str:
        conditions = self.model.conditions
        if conditions.words:
            return self.tr("Nothing was found for “{words}”.").format(words=conditions.words)
        if conditions != Conditions():
            return self.tr("No dictation is like that.")
        return self.tr("Nothing was dictated yet. Hold {key} and speak.").format(key=self._control.key)

    def _on_failed(self, error: VoiceFlowError) -> None:
        self._note.setText(str(error))
        self._note.show()
