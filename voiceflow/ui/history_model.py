"""The dictations as a list for Qt: fifty at a time, read on a worker."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from voiceflow.errors import VoiceFlowError
from voiceflow.history.records import Dictation
from voiceflow.ui.control import Control
from voiceflow.ui.dictation_words import summary

PAGE = 50
DICTATION = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractListModel):
    """Newest first, or best first while `words` are searched. `failed` carries a `VoiceFlowError`, `loaded` tells that
    a page has come."""

    failed = Signal(object)
    loaded = Signal()

    def __init__(self, control: Control) -> None:
        super().__init__()
        self._control = control
        self._rows: list[Dictation] = []
        self._words = ""
        self._more = False
        self._question = 0

    @property
    def words(self) -> str:
        return self._words

    def reload(self, words: str | None = None) -> None:
        """From the beginning; `words` None keeps the search."""
        self._words = self._words if words is None else words.strip()
        if self._control.is_ready:
            self._ask(0)

    def change(self, dictation_id: str) -> None:
        """One dictation is new, has changed, or is gone."""
        if not self._control.is_ready:
            return
        history = self._control.core.history
        self._control.work.run(
            lambda: history.get(dictation_id), lambda found: self._put(dictation_id, found), self.failed.emit
        )

    def row_of(self, dictation_id: str) -> int:
        """-1 when it is not here."""
        return next((row for row, each in enumerate(self._rows) if each.id == dictation_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        dictation = self._rows[index.row()]
        if role == DICTATION:
            return dictation
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return summary(dictation)
        return None

    def canFetchMore(self, parent: Index) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._more = False
            self._ask(len(self._rows))

    def _ask(self, offset: int) -> None:
        self._question += 1
        question, words, history = self._question, self._words, self._control.core.history

        def read() -> list[Dictation]:
            return history.search(words, PAGE) if words else history.list(PAGE, offset)

        def show(found: list[Dictation]) -> None:
            if question == self._question:
                self._show(found, offset)

        self._control.work.run(read, show, self._fail)

    def _fail(self, error: VoiceFlowError) -> None:
        self.failed.emit(error)

    def _show(self, found: list[Dictation], offset: int) -> None:
        self._more = len(found) == PAGE and not self._words
        if offset == 0:
            self.beginResetModel()
            self._rows = list(found)
            self.endResetModel()
        else:
            here = {each.id for each in self._rows}
            fresh = [each for each in found if each.id not in here]
            if fresh:
                self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(fresh) - 1)
                self._rows += fresh
                self.endInsertRows()
        self.loaded.emit()

    def _put(self, dictation_id: str, found: Dictation | None) -> None:
        row = self.row_of(dictation_id)
        if found is None and row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._rows[row]
            self.endRemoveRows()
        elif found is not None and row >= 0:
            self._rows[row] = found
            self.dataChanged.emit(self.index(row), self.index(row))
        elif found is not None and not self._words:
            place = next((n for n, each in enumerate(self._rows) if each.started_at <= found.started_at), None)
            if place is None and self._more:
                return
            place = len(self._rows) if place is None else place
            self.beginInsertRows(QModelIndex(), place, place)
            self._rows.insert(place, found)
            self.endInsertRows()
        self.loaded.emit()
