"""The dictations as a list for Qt: the keys of all of them, and those rows that somebody looks at, read on a worker."""

from array import array
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal

from voiceflow.errors import VoiceFlowError
from voiceflow.history.queries import Conditions, Numbers
from voiceflow.history.records import Dictation
from voiceflow.ui.control import Control
from voiceflow.ui.dictation_words import summary

PAGE = 50
DICTATION = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex

_KEPT = 40 * PAGE
_FIRST = 2 * PAGE
"""So many are shown at once; the others follow when nobody has typed for a moment."""
_REST_MS = 200


class HistoryModel(QAbstractListModel):
    """Newest first, or best first while words are searched. `failed` carries a `VoiceFlowError`; `loaded` tells that
    what is shown has changed. A row that is not read yet has no `DICTATION`."""

    failed = Signal(object)
    loaded = Signal()

    def __init__(self, control: Control) -> None:
        super().__init__()
        self._control = control
        self._numbers = array("q")
        self._read: OrderedDict[int, Dictation] = OrderedDict()
        self.conditions = Conditions()
        self._asking = self._changed = False
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._ask_for_all)
        self._wanted: list[int] = []
        self._reading = False
        self._looking = QTimer(self, singleShot=True, interval=0)
        self._looking.timeout.connect(self._read_page)

    def reload(self, conditions: Conditions | None = None) -> None:
        """From the beginning; None keeps what was asked for."""
        self.conditions = self.conditions if conditions is None else conditions
        self._changed = True
        if self._control.is_ready and not self._asking:
            self._ask()

    def _ask(self) -> None:
        """One question at a time: who types fast is not kept waiting by the answers to what was typed before."""
        self._asking, self._changed = True, False
        self._rest.stop()
        wanted, history = self.conditions, self._control.core.history

        def read_first() -> tuple[Numbers, list[Dictation]]:
            first = history.numbers(wanted, _FIRST)
            return first, history.rows(first[:PAGE])

        self._control.work.run(read_first, lambda found: self._answered(self._show, found), self._not_answered)

    def _ask_for_all(self) -> None:
        if self._asking:
            return
        self._asking = True
        wanted, history = self.conditions, self._control.core.history
        self._control.work.run(
            lambda: history.numbers(wanted), lambda found: self._answered(self._extend, found), self._not_answered
        )

    def _answered(self, take: Callable[[Any], None], found: Any) -> None:
        self._asking = False
        if self._changed:
            self._ask()
        else:
            take(found)

    def _not_answered(self, error: VoiceFlowError) -> None:
        self._asking = False
        self.failed.emit(error)
        if self._changed:
            self._ask()

    def change(self, dictation_id: str) -> None:
        """One dictation is new, has changed, or is gone; an empty id means many."""
        if not dictation_id:
            self._read.clear()
            self.reload()
        elif self._control.is_ready:
            history = self._control.core.history
            self._control.work.run(
                lambda: (history.number_of(dictation_id), history.get(dictation_id)),
                lambda found: self._put(dictation_id, *found),
                self._fail,
            )

    def row_of(self, dictation_id: str) -> int:
        """-1 when it is not among those that were read."""
        number = next((number for number, each in self._read.items() if each.id == dictation_id), None)
        return self._row(number)

    def numbers(self, first: int, last: int) -> Numbers:
        """The keys of these rows, for the history."""
        return self._numbers[first : last + 1]

    @property
    def all_numbers(self) -> Numbers:
        return self._numbers[:]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        return 0 if parent.isValid() else len(self._numbers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (
            DICTATION,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        dictation = self._read.get(self._numbers[index.row()])
        if dictation is None:
            self._want(index.row())
            return None
        return dictation if role == DICTATION else summary(dictation)

    def _want(self, row: int) -> None:
        """The page that was looked at last is read first; those that somebody only scrolled past are not."""
        page = row // PAGE
        if page not in self._wanted:
            self._wanted = [*self._wanted[-2:], page]
        if not self._reading and not self._looking.isActive():
            self._looking.start()

    def _read_page(self) -> None:
        if not self._wanted:
            return
        page = self._wanted.pop()
        numbers, history = self._numbers[page * PAGE : (page + 1) * PAGE], self._control.core.history
        self._reading = True
        self._control.work.run(lambda: history.rows(numbers), lambda found: self._take(numbers, found), self._fail)

    def _take(self, numbers: Numbers, found: list[Dictation]) -> None:
        self._reading = False
        self._remember(numbers, found)
        first = self._row(numbers[0] if numbers else None)
        if first >= 0 and found:
            self.dataChanged.emit(self.index(first), self.index(min(first + len(numbers), len(self._numbers)) - 1))
        if self._wanted:
            self._looking.start()

    def _remember(self, numbers: Numbers, found: list[Dictation]) -> None:
        """Those that were read first are forgotten where there are too many."""
        if len(numbers) == len(found):
            self._read.update(zip(numbers, found, strict=True))
        else:
            self.reload()  # some are gone meanwhile
        while len(self._read) > _KEPT:
            self._read.popitem(last=False)

    def _fail(self, error: VoiceFlowError) -> None:
        self._reading = False
        self.failed.emit(error)

    def _show(self, first: tuple[Numbers, list[Dictation]]) -> None:
        numbers, found = first
        self.beginResetModel()
        self._numbers = array("q", numbers)
        self._wanted.clear()
        if len(found) == len(numbers[:PAGE]):
            self._remember(numbers[:PAGE], found)
        self.endResetModel()
        if len(numbers) == _FIRST:
            self._rest.start()
        self.loaded.emit()

    def _extend(self, numbers: Numbers) -> None:
        here = len(self._numbers)
        if numbers[:here] != self._numbers:
            self.reload()  # something came or went between the two questions
        elif len(numbers) > here:
            self.beginInsertRows(QModelIndex(), here, len(numbers) - 1)
            self._numbers = array("q", numbers)
            self.endInsertRows()
            self.loaded.emit()

    def _put(self, dictation_id: str, number: int | None, found: Dictation | None) -> None:
        row = self.row_of(dictation_id) if number is None else self._row(number)
        if number is None or found is None:
            if row >= 0:
                self._remove(row)
        elif row >= 0:
            self._read[number] = found
            self.dataChanged.emit(self.index(row), self.index(row))
        elif not self.conditions.words and self.conditions.fits(found):
            self._insert(number, found)
        self.loaded.emit()

    def _insert(self, number: int, found: Dictation) -> None:
        newest = self._read.get(self._numbers[0]) if self._numbers else None
        if self._numbers and (newest is None or newest.started_at > found.started_at):
            self.reload()
            return
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._numbers.insert(0, number)
        self._read[number] = found
        self.endInsertRows()

    def _remove(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        self._read.pop(self._numbers.pop(row), None)
        self.endRemoveRows()

    def _row(self, number: int | None) -> int:
        try:
            return -1 if number is None else self._numbers.index(number)
        except ValueError:
            return -1
