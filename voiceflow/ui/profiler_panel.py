"""Where the time and the memory go, live while it is seen."""

import time
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from voiceflow.errors import VoiceFlowError
from voiceflow.events import Delivered, State, StateChanged
from voiceflow.metrics.view import DAY_S, HOUR_S, MONTH_S, View
from voiceflow.ui.bridge import FRAME_MS
from voiceflow.ui.control import Control
from voiceflow.ui.profiler_cards import Alerts, Facts, Figures, StageTable, counted, memory_parts
from voiceflow.ui.profiler_engines import engine_facts
from voiceflow.ui.profiler_export import Export
from voiceflow.ui.profiler_legend import Legend, percentile_colours, stage_colour
from voiceflow.ui.profiler_selftest import SelfTestCard
from voiceflow.ui.profiler_timeline import LANES
from voiceflow.ui.profiler_waterfall import Waterfall
from voiceflow.ui.profiler_words import stage_word
from voiceflow.ui.theme import Colours
from voiceflow.ui.widgets import MARGIN, SPACING, Card, button, label, lay_out, row

_EVERY_MS = 1000
_LONGEST_WAIT_S = 10.0
_CHARTS = 2


class ProfilerPanel(QWidget):
    def __init__(self, control: Control, colours: Colours) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(self.tr("Profiler"))
        self._control, self._colours = control, colours
        self._charts: list[Any] = []
        self._asking = self._loading = False
        self._awaited_since_s = float("-inf")
        self._view: View | None = None
        self.figures, self.alerts, self.stages = Figures(), Alerts(colours), StageTable()
        self.waterfall, self.selftest = Waterfall(colours), SelfTestCard(control)
        self._counts, self._memory, self._engines = Facts(), Facts(), Facts()
        self._legend, self._percentiles, self._curves = Legend(), Legend(), Legend()
        self._export = Export(self, control)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._ask)
        self._hidden: list[QWidget] = []
        self._showing = QTimer(self, interval=0)
        self._showing.timeout.connect(self._show_next)
        self._build()
        control.ready.connect(self._follow)

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        for part in (self.alerts, self.waterfall, *self._charts):
            part.set_colours(colours)
        self._draw_legends()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._showing.start()
        self._follow()

    def is_complete(self) -> bool:
        """All cards are there, and what is drawn in them."""
        return not self._hidden and len(self._charts) == _CHARTS

    def _show_next(self) -> None:
        """One card at a time: each is styled and laid out when it is first shown."""
        if self._hidden:
            self._hidden.pop(0).show()
            lay_out(self._area)
        else:
            self._showing.stop()
            self._load_charts()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._follow()

    @property
    def window_s(self) -> int:
        return int(self._window.currentData())

    def _follow(self) -> None:
        """Samples are taken every second only while somebody looks."""
        if not self._control.is_ready:
            return
        looking = self.isVisible()
        self._control.core.metrics.look(looking)
        if looking:
            self._timer.start()
            self._ask()
        else:
            self._timer.stop()

    def on_state(self, event: StateChanged) -> None:
        if event.state is State.FINISHING:
            self._awaited_since_s = time.monotonic()

    def on_delivered(self, _: Delivered) -> None:
        self._awaited_since_s = float("-inf")

    def _ask(self) -> None:
        """Not between the key going up and the text: somebody waits for that."""
        awaited = time.monotonic() - self._awaited_since_s < _LONGEST_WAIT_S
        if self._asking or awaited or not self._control.is_ready:
            return
        self._asking = True
        self._control.work.follow(self._control.core.metrics.view(self.window_s), self._show, self._failed)

    def _failed(self, error: VoiceFlowError) -> None:
        self._asking = False
        self._control.tell(error)

    def _show(self, view: View) -> None:
        self._asking = False
        self._view = view
        self.figures.show_view(view)
        self.alerts.show_alerts(view.alerts)
        self.waterfall.show_traces(view.traces[::-1])
        self.stages.show_view(view)
        self._counts.show_facts(counted(view))
        self._engines.show_facts(engine_facts(view.engines))
        self._memory.show_facts(memory_parts(view))
        for chart in self._charts:
            chart.show_view(view)

    def _load_charts(self) -> None:
        """Their library is only loaded for those who come here."""
        if not self._charts and not self._loading:
            self._loading = True
            self._control.work.run(_load_library, self._make_charts, self._control.tell)

    def _make_charts(self, _: object) -> None:
        from voiceflow.ui.profiler_charts import MemoryChart, ReleaseChart

        release = ReleaseChart(self.tr("Release to text over time"), self._colours)
        self._put(release, self._release_card, after=self.waterfall)

        def put_memory() -> None:
            chart = MemoryChart(self.tr("Memory over time"), self._colours)
            self._put(chart, self._memory_card, after=release)

        QTimer.singleShot(FRAME_MS, self, put_memory)

    def _put(self, chart: Any, card: Card, after: QWidget) -> None:
        """Each has a frame of its own, for its first painting takes 20 ms. `after`: what is reached with Tab before."""
        card.rows.insertWidget(2, chart)
        QWidget.setTabOrder(after, chart)
        self._charts.append(chart)
        if self._view:
            chart.show_view(self._view)

    def _build(self) -> None:
        inside = QWidget()
        inside.setObjectName("rooms")
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(MARGIN, 4, MARGIN, MARGIN)
        rows.setSpacing(SPACING)
        self._release_card = _titled(self.tr("Release to text over time"), self._percentiles)
        self._memory_card = _titled(self.tr("Memory over time"), self._curves)
        self._memory_card.rows.addWidget(self._memory)
        self._hidden = [
            self.figures, self._waterfall_card(), self._release_card, self._memory_card,
            _titled(self.tr("Stages"), self.stages), _titled(self.tr("Counts"), self._counts),
            _titled(self.tr("Engines since the start"), self._engines), self.selftest,
        ]  # fmt: skip
        for part in (self.alerts, *self._hidden):
            rows.addWidget(part)
        for part in self._hidden:
            part.hide()
        rows.addStretch(1)
        self._area = area = QScrollArea(widgetResizable=True)
        area.setAccessibleName(self.tr("Profiler"))
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, MARGIN, 0, 0)
        whole.setSpacing(SPACING)
        whole.addLayout(self._head())
        whole.addWidget(area, 1)
        self._draw_legends()

    def _head(self) -> QHBoxLayout:
        self._window = QComboBox()
        self._window.setAccessibleName(self.tr("Time that is looked at"))
        for text, seconds in (
            (self.tr("Last hour"), HOUR_S), (self.tr("Last 24 hours"), DAY_S), (self.tr("Last 30 days"), MONTH_S),
        ):  # fmt: skip
            self._window.addItem(text, seconds)
        self._window.currentIndexChanged.connect(lambda _: self._ask())
        title = label(self.tr("Profiler"), scale=1.6, bold=True)
        head = row(title, None, self._window, button(self.tr("Export…"), lambda: self._export.ask(self._view)))
        head.setContentsMargins(MARGIN, 0, MARGIN, 0)
        return head

    def _waterfall_card(self) -> Card:
        whole = QCheckBox(self.tr("From the key going down"))
        whole.setAccessibleName(whole.text())
        whole.toggled.connect(self.waterfall.show_whole)
        told = label(kind="muted", scale=0.9)
        hint = self.tr("Point at a stage, or use the arrow keys. 0 is where the key went up.")
        told.setText(hint)
        self.waterfall.told.connect(lambda text: told.setText(text or hint))
        card = Card(self.tr("The last dictations"))
        card.rows.addLayout(row(label(card.accessibleName(), bold=True), None, whole))
        for part in (told, self.waterfall, self._legend):
            card.rows.addWidget(part)
        return card

    def _draw_legends(self) -> None:
        colours = self._colours
        self._legend.show_entries({stage_word(name): stage_colour(name, colours) for name in LANES})
        self._percentiles.show_entries({self.tr("Each dictation"): colours.muted} | percentile_colours(colours))
        curves = {self.tr("Memory"): colours.accent, self.tr("Graphics memory"): colours.good}
        self._curves.show_entries(curves | {self.tr("Dictation"): colours.warning})


def _titled(title: str, *parts: QWidget) -> Card:
    card = Card(title)
    for part in (label(title, bold=True), *parts):
        card.rows.addWidget(part)
    return card


def _load_library() -> None:
    import pyqtgraph  # noqa: F401
