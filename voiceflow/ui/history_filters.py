"""Which dictations the list shows."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QVBoxLayout, QWidget

from voiceflow.history.queries import Conditions
from voiceflow.history.records import DictationState
from voiceflow.ui.choices import Choice
from voiceflow.ui.choosers import Chooser
from voiceflow.ui.control import Control
from voiceflow.ui.widgets import button, label

_BETWEEN = -1
_GAP = 8


class Filters(QWidget):
    """`changed` when another choice was made."""

    changed = Signal()

    def __init__(self, control: Control) -> None:
        super().__init__()
        self._control = control
        self.app = self._chooser(self.tr("Program"), self.tr("All programs"), "app")
        self.model = self._chooser(self.tr("Model"), self.tr("All models"), "model")
        self.state, self.period = self._states(), self._periods()
        self.starred = button("★", self.changed.emit)
        self.starred.setCheckable(True)
        self.starred.setAccessibleName(self.tr("Only starred ones"))
        self.starred.setToolTip(self.starred.accessibleName())
        self.clear = button(self.tr("Show all"), self._clear)
        self.first, self.last = self._date(self.tr("From")), self._date(self.tr("To"))
        self._dates = QWidget()
        dates = QHBoxLayout(self._dates)
        dates.setContentsMargins(0, 0, 0, 0)
        dates.addWidget(label(self.tr("From")))
        dates.addWidget(self.first)
        dates.addWidget(label(self.tr("to")))
        dates.addWidget(self.last)
        dates.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(_GAP)
        for part, stretch in ((self.state, 11), (self.period, 10), (self.app, 13), (self.model, 11)):
            line.addWidget(part, stretch)
        line.addWidget(self.starred)
        line.addWidget(self.clear)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(_GAP)
        rows.addLayout(line)
        rows.addWidget(self._dates)
        self._dates.hide()
        self.clear.hide()
        self.changed.connect(self._refresh)

    @property
    def conditions(self) -> Conditions:
        """Without words."""
        since, until = self._span()
        return Conditions(
            states=tuple(self.state.currentData()),
            app=self.app.currentData() or None,
            model=self.model.currentData() or None,
            since=since,
            until=until,
            starred=self.starred.isChecked(),
        )

    def _clear(self) -> None:
        for box in (self.state, self.period, self.app, self.model):
            box.blockSignals(True)
            box.setCurrentIndex(0)
            box.blockSignals(False)
        self.starred.setChecked(False)
        self.changed.emit()

    def _refresh(self) -> None:
        self._dates.setVisible(self.period.currentData() == _BETWEEN)
        self.clear.setVisible(self.conditions != Conditions())

    def _span(self) -> tuple[float | None, float | None]:
        days = self.period.currentData()
        today = dt.datetime.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        if days is None:
            return None, None
        if days == _BETWEEN:
            return _midnight(self.first.date()), _midnight(self.last.date().addDays(1))
        return (today - dt.timedelta(days=days)).timestamp(), None

    def _states(self) -> QComboBox:
        box = _box(self.tr("State"))
        unfinished = (DictationState.FAILED, DictationState.CANCELLED, DictationState.INTERRUPTED)
        for name, states in (
            (self.tr("All states"), ()),
            (self.tr("Failed, cancelled, interrupted"), unfinished),
            (self.tr("Failed"), (DictationState.FAILED,)),
            (self.tr("Cancelled"), (DictationState.CANCELLED,)),
            (self.tr("Interrupted"), (DictationState.INTERRUPTED,)),
            (self.tr("Recovered"), (DictationState.RECOVERED,)),
            (self.tr("No speech heard"), (DictationState.EMPTY,)),
        ):
            box.addItem(name, states)
        box.currentIndexChanged.connect(lambda _: self.changed.emit())
        return box

    def _periods(self) -> QComboBox:
        box = _box(self.tr("Time"))
        for name, days in (
            (self.tr("Any time"), None),
            (self.tr("Today"), 0),
            (self.tr("Last 7 days"), 6),
            (self.tr("Last 30 days"), 29),
            (self.tr("Last 12 months"), 364),
            (self.tr("Between two days…"), _BETWEEN),
        ):
            box.addItem(name, days)
        box.currentIndexChanged.connect(lambda _: self.changed.emit())
        return box

    def _chooser(self, name: str, every: str, column: str) -> Chooser:
        box = Chooser(name)
        box.setMinimumContentsLength(6)
        box.addItem(every, "")
        box.wanted.connect(lambda: self._look_for(box, every, column))
        box.chosen.connect(lambda _: self.changed.emit())
        return box

    def _look_for(self, box: Chooser, every: str, column: str) -> None:
        if not self._control.is_ready:
            box.offer([Choice("", every, True)])
            return
        history, chosen = self._control.core.history, box.currentData()

        def offer(found: Sequence[str]) -> None:
            box.offer([Choice("", every, not chosen), *(Choice(name, name, name == chosen) for name in found)])

        self._control.work.run(lambda: history.distinct(column), offer, lambda error: box.give_up(self._control, error))

    def _date(self, name: str) -> QDateEdit:
        box = QDateEdit(QDate.currentDate())
        box.setCalendarPopup(True)
        box.setAccessibleName(name)
        box.dateChanged.connect(lambda _: self.changed.emit())
        return box


def _box(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setMinimumContentsLength(6)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def _midnight(day: QDate) -> float:
    """Local time."""
    return dt.datetime(day.year(), day.month(), day.day()).astimezone().timestamp()
