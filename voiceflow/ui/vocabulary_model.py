"""The vocabulary as a table whose cells can be written into."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from voiceflow.errors import SettingsError
from voiceflow.text.vocabulary import LEAST_WEIGHT, MOST_WEIGHT, Entry, entry

SPELLING, SOUNDS_LIKE, CATEGORY, WEIGHT = range(4)
_BETWEEN = ", "
_Index = QModelIndex | QPersistentModelIndex


class VocabularyModel(QAbstractTableModel):
    """`changed` carries an entry as it was and as it is wanted; `refused` what is wrong with it."""

    changed = Signal(object, object)
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []
        self._titles = (self.tr("Word"), self.tr("Sounds like"), self.tr("Category"), self.tr("Weight"))

    def show(self, entries: list[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._titles[section]
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        shown = self.entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return (shown.spelling, _BETWEEN.join(shown.sounds_like), shown.category, shown.weight)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._about(shown)
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Shown when it is saved."""
        before = self.entries[index.row()]
        wanted: list[Any] = [before.spelling, _BETWEEN.join(before.sounds_like), before.category, before.weight]
        wanted[index.column()] = value
        try:
            after = _checked(before, *wanted)
        except SettingsError as error:
            self.refused.emit(error)
            return False
        if after != before:
            self.changed.emit(before, after)
        return False

    def _about(self, shown: Entry) -> str:
        notes = []
        if shown.exact:
            notes.append(self.tr("Written only for what it sounds like"))
        if shown.learned:
            notes.append(self.tr("Learned from your corrections"))
        return "\n".join(notes)


def _checked(before: Entry, spelling: str, sounds_like: str, category: str, weight: Any) -> Entry:
    within = max(LEAST_WEIGHT, min(MOST_WEIGHT, int(weight)))
    made = entry(spelling, sounds_like.split(_BETWEEN.strip()), category, within, before.exact)
    return replace(made, learned=before.learned)
