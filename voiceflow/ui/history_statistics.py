"""How much was dictated, and what that saved."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from voiceflow.history.queries import Conditions
from voiceflow.history.statistics import TYPED_WORDS_PER_MINUTE, Said, Statistics
from voiceflow.ui.control import Control
from voiceflow.ui.history_chart import DayChart
from voiceflow.ui.theme import Colours
from voiceflow.ui.widgets import SPACING, Card, column, label

_APPS = 50


class StatisticsPanel(QWidget):
    def __init__(self, control: Control, colours: Colours) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Statistics"))
        self._control = control
        self._question = 0
        self._figures = {name: label("–", scale=1.5, bold=True) for name in ("dictations", "words", "minutes", "saved")}
        self.chart = DayChart(colours)
        self.apps = self._table()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACING)
        rows.addWidget(self._total_card())
        rows.addWidget(self._parts_card(), 1)

    def refresh(self, conditions: Conditions) -> None:
        """Of those that the filters let through; counted on a worker."""
        if not self._control.is_ready:
            return
        self._question += 1
        question, history = self._question, self._control.core.history
        self._control.work.run(
            lambda: history.statistics(conditions),
            lambda found: self._show(found) if question == self._question else None,
            self._control.tell,
        )

    def _show(self, found: Statistics) -> None:
        locale, total = QLocale(), found.total
        told = {"dictations": total.dictations, "words": total.words, "minutes": round(total.speech_s / 60)}
        for name, number in told.items():
            self._figures[name].setText(locale.toString(number))
        self._figures["saved"].setText(self._time(total.saved_s))
        self.chart.show_days(found.by_day)
        self._fill(found.by_app[:_APPS])

    def _fill(self, by_app: tuple[tuple[str, Said], ...]) -> None:
        self.apps.setRowCount(len(by_app))
        for line, (app, said) in enumerate(by_app):
            texts = (app or self.tr("Unknown"), *self._numbers(said))
            for place, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if place:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.apps.setItem(line, place, item)

    def _numbers(self, said: Said) -> tuple[str, ...]:
        locale = QLocale()
        return (
            locale.toString(said.dictations),
            locale.toString(said.words),
            locale.toString(round(said.speech_s / 60)),
            self._time(said.saved_s),
        )

    def _time(self, seconds: float) -> str:
        minutes = round(seconds / 60)
        if abs(minutes) < 120:
            return self.tr("{minutes} min").format(minutes=minutes)
        return self.tr("{hours} h").format(hours=QLocale().toString(seconds / 3600, "f", 1))

    def _total_card(self) -> Card:
        card = Card(self.tr("All that the filters show"))
        names = {
            "dictations": self.tr("dictations"),
            "words": self.tr("words"),
            "minutes": self.tr("minutes of speech"),
            "saved": self.tr("saved"),
        }
        grid = QGridLayout()
        for place, (name, words) in enumerate(names.items()):
            grid.addLayout(column(self._figures[name], label(words, kind="muted")), 0, place)
            self._figures[name].setAccessibleDescription(words)
        card.rows.addLayout(grid)
        formula = self.tr(
            "Saved is the time that the words would take at {words} typed words a minute (the mean of 168,000 people, "
            "Dhakal and others, 2018), less the time that you spoke."
        )
        card.rows.addWidget(label(formula.format(words=TYPED_WORDS_PER_MINUTE), kind="muted"))
        return card

    def _parts_card(self) -> Card:
        card = Card(self.tr("By day and by program"))
        card.rows.addWidget(label(self.tr("Words by day"), bold=True))
        card.rows.addWidget(self.chart, 2)
        card.rows.addWidget(label(self.tr("By program"), bold=True))
        card.rows.addWidget(self.apps, 3)
        return card

    def _table(self) -> QTableWidget:
        names = (self.tr("Program"), self.tr("Dictations"), self.tr("Words"), self.tr("Minutes"), self.tr("Saved"))
        table = QTableWidget(0, len(names))
        table.setAccessibleName(self.tr("By program"))
        table.setHorizontalHeaderLabels(list(names))
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.setTabKeyNavigation(False)
        for place in range(len(names)):
            side = Qt.AlignmentFlag.AlignRight if place else Qt.AlignmentFlag.AlignLeft
            if heading := table.horizontalHeaderItem(place):
                heading.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        return table
