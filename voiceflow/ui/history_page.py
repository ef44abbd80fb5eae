"""Everything that was said: found, read, used again, deleted."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QSplitter, QVBoxLayout, QWidget

from voiceflow.errors import VoiceFlowError
from voiceflow.events import HistoryChanged
from voiceflow.ui.control import Control
from voiceflow.ui.history_detail import HistoryDetail
from voiceflow.ui.history_model import DICTATION, HistoryModel
from voiceflow.ui.history_rows import HistoryRows
from voiceflow.ui.theme import Colours
from voiceflow.ui.widgets import MARGIN, SPACING, label

_SEARCH_MS = 90
"""Short enough to feel immediate, long enough that fast typing asks once a word."""


class HistoryPage(QWidget):
    step_aside = Signal()

    def __init__(self, control: Control, colours: Colours) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(self.tr("History"))
        self._control = control
        self.model = HistoryModel(control)
        self.detail = HistoryDetail(control)
        self.detail.step_aside.connect(self.step_aside)
        self._rows = HistoryRows(colours)
        self.search = self._search_field()
        self.list = self._list_view()
        self._note = label(kind="muted")
        split = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        split.setHandleWidth(SPACING)
        split.addWidget(self.list)
        split.addWidget(self.detail)
        split.setSizes([360, 420])
        rows = QVBoxLayout(self)
        rows.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        rows.setSpacing(SPACING)
        rows.addWidget(label(self.tr("History"), scale=1.6, bold=True))
        rows.addWidget(self.search)
        rows.addWidget(self._note)
        rows.addWidget(split, 1)
        self.model.loaded.connect(self._on_loaded)
        self.model.failed.connect(self._on_failed)
        control.ready.connect(self.model.reload)
        self._on_loaded()
        self.model.reload()

    def set_colours(self, colours: Colours) -> None:
        self._rows.colours = colours
        self.list.viewport().update()

    def on_history(self, event: HistoryChanged) -> None:
        self.model.change(event.dictation_id)

    def _search_field(self) -> QLineEdit:
        field = QLineEdit(clearButtonEnabled=True)
        field.setPlaceholderText(self.tr("Search everything you said"))
        field.setAccessibleName(self.tr("Search"))
        self._typing = QTimer(self, singleShot=True, interval=_SEARCH_MS)
        self._typing.timeout.connect(lambda: self.model.reload(field.text()))
        field.textChanged.connect(lambda _: self._typing.start())
        return field

    def _list_view(self) -> QListView:
        view = QListView()
        view.setAccessibleName(self.tr("Dictations"))
        view.setModel(self.model)
        view.setItemDelegate(self._rows)
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setMinimumSize(QSize(180, 200))
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.selectionModel().currentChanged.connect(self._on_current)
        self.model.dataChanged.connect(lambda *_: self._on_current(view.currentIndex()))
        self.model.rowsRemoved.connect(lambda *_: self._on_current(view.currentIndex()))
        self.model.rowsInserted.connect(self._on_inserted)
        return view

    def _on_current(self, index: QModelIndex, _: object = None) -> None:
        self.detail.show_dictation(index.data(DICTATION) if index.isValid() else None)

    def _on_inserted(self, _: QModelIndex, first: int, last: int) -> None:
        """Where the newest was shown, and nobody is at work in the list, the new newest is."""
        if first == 0 and self.list.currentIndex().row() == last + 1 and not self.list.hasFocus():
            self.list.setCurrentIndex(self.model.index(0))
            self.list.scrollToTop()

    def _on_loaded(self) -> None:
        """The dictation that was shown stays shown where it still is in the list; else the first."""
        empty = self.model.rowCount() == 0
        words = self.model.words
        nothing = self.tr("Nothing was dictated yet. Hold {key} and speak.").format(key=self._control.key)
        self._note.setText(self.tr("Nothing was found for “{words}”.").format(words=words) if words else nothing)
        self._note.setVisible(empty)
        if self.list.currentIndex().isValid() or empty:
            return
        place = max(0, self.model.row_of(self.detail.shown_id))
        self.list.selectionModel().setCurrentIndex(
            self.model.index(place), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _on_failed(self, error: VoiceFlowError) -> None:
        self._note.setText(str(error))
        self._note.show()
