"""The profiler's cards: figures, alerts, stages in numbers, counts, memory in its parts."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from voiceflow.metrics.alerts import Alert, Level
from voiceflow.metrics.figures import COUNTS, REAL_TIME_FACTOR, RELEASE_TO_TEXT, STEPS
from voiceflow.metrics.view import View
from voiceflow.ui import icons
from voiceflow.ui.profiler_words import count_word, duration, megabytes, number, process_word, stage_word
from voiceflow.ui.theme import Colours
from voiceflow.ui.translation import message
from voiceflow.ui.widgets import SPACING, Card, column, label, row

translate = QCoreApplication.translate
_NONE = "–"
_LEAST_COLUMN_PX, _FIRST_NUMBER = 76, 2


class Figure(Card):
    """One number to see from afar."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.rows.setContentsMargins(14, 12, 10, 12)
        self.rows.setSpacing(2)
        self._value, self._note = label(_NONE, scale=1.45, bold=True), label(kind="muted", scale=0.9)
        self._value.setWordWrap(False)
        for part in (label(name, kind="muted", scale=0.95), self._value, self._note):
            self.rows.addWidget(part)
        self.rows.addStretch(1)

    def say(self, value: str, note: str) -> None:
        self._value.setText(value)
        self._note.setText(note)
        self.setAccessibleDescription(f"{value}, {note}")


class Figures(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._release, self._factor = Figure(self.tr("Release to text")), Figure(self.tr("Real-time factor"))
        self._memory, self._device = Figure(self.tr("Memory")), Figure(self.tr("Runs on"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACING)
        for place, figure in enumerate((self._release, self._factor, self._memory, self._device)):
            grid.addWidget(figure, 0, place)
            grid.setColumnStretch(place, 1)

    def show_view(self, view: View) -> None:
        release, factor = view.totals.get(RELEASE_TO_TEXT), view.totals.get(REAL_TIME_FACTOR)
        if release:
            note = self.tr("median; p95 {p95}, p99 {p99}").format(p95=duration(release.p95), p99=duration(release.p99))
            self._release.say(duration(release.p50), note)
        else:
            self._release.say(_NONE, self.tr("No dictation in this time"))
        if factor:
            note = self.tr("median; p95 {p95}. Below 1 is faster than speech").format(p95=number(factor.p95, 2))
            self._factor.say(number(factor.p50, 2), note)
        else:
            self._factor.say(_NONE, "")
        self._show_machine(view)

    def _show_machine(self, view: View) -> None:
        if sample := view.sample:
            busy = self.tr("{own} % of the processors, {all} % are busy")
            note = busy.format(own=number(sample.own_cpu_percent), all=number(sample.cpu_percent))
            self._memory.say(megabytes(sample.memory_bytes), note)
        last = next((trace for trace in reversed(view.traces) if trace.device), None)
        value = f"{last.device.upper()} {last.compute_type}".strip() if last else _NONE
        vram = view.sample.vram if view.sample else None
        note = last.model if last else self.tr("Known after the first dictation")
        if vram:
            used = self.tr("{used} of {total} graphics memory")
            note += "\n" + used.format(used=megabytes(vram.known_bytes), total=megabytes(vram.total_bytes))
        self._device.say(value, note)


class Alerts(Card):
    """What is past its limit, the worst first, each with its cure."""

    def __init__(self, colours: Colours) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Alerts"))
        self.rows.setContentsMargins(20, 14, 20, 14)
        self._colours = colours
        self._alerts: tuple[Alert, ...] | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SPACING)
        self.rows.addLayout(self._lines)
        self.show_alerts(())

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        alerts, self._alerts = self._alerts, None
        self.show_alerts(alerts or ())

    def show_alerts(self, alerts: tuple[Alert, ...]) -> None:
        if alerts == self._alerts:
            return
        self._alerts = alerts
        while item := self._lines.takeAt(0):
            if line := item.widget():
                line.hide()
                line.deleteLater()
        for alert in alerts:
            colour = self._colours.accent_text if alert.level is Level.INFO else self._colours.error
            colour = self._colours.warning if alert.level is Level.WARNING else colour
            self._add("information" if alert.level is Level.INFO else "notices", colour, alert)
        if not alerts:
            self._add("check", self._colours.good, None)

    def _add(self, glyph: str, colour: str, alert: Alert | None) -> None:
        sign, line = QLabel(), QWidget()
        sign.setPixmap(icons.glyph(glyph, colour, 20))
        sign.setAccessibleName(_level_word(alert.level) if alert else self.tr("Good"))
        said, cure = (message(alert.title), message(alert.hint)) if alert else ("", "")
        title = f"{_level_word(alert.level)}: {said}" if alert else self.tr("All is within its limits.")
        told, hint = label(title, bold=alert is not None), label(cure, kind="muted")
        hint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        hint.setVisible(bool(alert))
        parts = row(sign)
        parts.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        parts.addLayout(column(told, hint), 1)
        parts.setContentsMargins(0, 0, 0, 0)
        line.setLayout(parts)
        self._lines.addWidget(line)


def _level_word(level: Level) -> str:
    return {
        Level.INFO: translate("Alerts", "Information"),
        Level.WARNING: translate("Alerts", "Warning"),
        Level.ERROR: translate("Alerts", "Error"),
        Level.CRITICAL: translate("Alerts", "Critical"),
    }[level]


class StageTable(QTableWidget):
    """Every stage by engine and model."""

    def __init__(self) -> None:
        super().__init__(0, 6)
        self.setAccessibleName(self.tr("Stages"))
        heads = (self.tr("Stage"), self.tr("Model"), self.tr("Count"), "p50", "p95", "p99")
        for place, text in enumerate(heads):
            head = QTableWidgetItem(text)
            head.setTextAlignment(_alignment(place))
            self.setHorizontalHeaderItem(place, head)
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(_LEAST_COLUMN_PX)
        self._shown: list[list[str]] | None = None
        self.show_rows([])

    def show_view(self, view: View) -> None:
        order = (RELEASE_TO_TEXT, *STEPS)
        found = [(order.index(key[0]), key, times) for key, times in view.table.items() if key[0] in order]
        self.show_rows([
            [stage_word(name), " · ".join(part for part in (engine, model) if part), number(times.count),
             duration(times.p50), duration(times.p95), duration(times.p99)]
            for _, (name, engine, model), times in sorted(found, key=lambda entry: (entry[0], entry[1]))
        ])  # fmt: skip

    def show_rows(self, rows: list[list[str]]) -> None:
        if rows == self._shown:
            return
        self._shown = rows
        self.setRowCount(len(rows))
        for line, texts in enumerate(rows):
            for place, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setTextAlignment(_alignment(place))
                self.setItem(line, place, item)
        self.resizeRowsToContents()
        rows_px = sum(self.rowHeight(line) for line in range(len(rows)))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows_px + 2 * self.frameWidth() + 2)


def _alignment(place: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if place >= _FIRST_NUMBER else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class Facts(QWidget):
    """Names and numbers in two columns."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._values: dict[str, QLabel] = {}

    def show_facts(self, facts: dict[str, str]) -> None:
        if list(facts) != list(self._values):
            self._lay_out(list(facts))
        for name, value in facts.items():
            self._values[name].setText(value)
            self._values[name].setAccessibleName(f"{name}: {value}")

    def _lay_out(self, names: list[str]) -> None:
        while item := self._grid.takeAt(0):
            if part := item.widget():
                part.deleteLater()
        self._values = {name: label(bold=True) for name in names}
        for line, (name, value) in enumerate(self._values.items()):
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(label(name, kind="muted"), line, 0)
            self._grid.addWidget(value, line, 1)


def counted(view: View) -> dict[str, str]:
    found = {name: view.totals.get(name) for name in COUNTS}
    return {count_word(name): number(round(times.total) if times else 0) for name, times in found.items()}


def memory_parts(view: View) -> dict[str, str]:
    """Of each process, and of the app's own heap where the system tells it."""
    sample = view.sample
    if sample is None:
        return {}
    parts: dict[str, float] = {}
    for process in sample.processes:
        word = process_word(process.role)
        parts[word] = parts.get(word, 0.0) + process.memory_bytes
        if process.role == "app" and process.anonymous_bytes:
            parts[translate("MemoryParts", "App: its own data")] = process.anonymous_bytes
    heap = next((each.heap for each in reversed(view.samples) if each.heap), None)
    if heap and heap.used_bytes:
        parts[translate("MemoryParts", "App: C heap in use")] = heap.used_bytes
        parts[translate("MemoryParts", "App: C heap kept for later")] = heap.free_bytes
    if view.weights_bytes:
        parts[translate("MemoryParts", "Model weights (its files)")] = view.weights_bytes
    return {name: megabytes(size_bytes) for name, size_bytes in parts.items()}
