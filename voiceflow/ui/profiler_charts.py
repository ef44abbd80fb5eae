"""The profiler's curves. Importing this loads pyqtgraph, which takes most of a second: load that on another thread."""

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QWheelEvent

from voiceflow.events import Measured
from voiceflow.metrics.figures import release_to_text_ms
from voiceflow.metrics.histograms import COARSE_S, FINE_S
from voiceflow.metrics.resources import Sample
from voiceflow.metrics.view import DAY_S, Mark, View
from voiceflow.ui.profiler_legend import percentile_colours
from voiceflow.ui.profiler_words import duration, megabytes, process_word
from voiceflow.ui.theme import Colours

HEIGHT_PX = 190
_LEAST_SPAN_S = 60.0


class Chart(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Time of day below, upwards from zero. It follows the numbers: there is nothing to drag."""

    def __init__(self, name: str, colours: Colours) -> None:
        super().__init__(axisItems={"bottom": pg.DateAxisItem()}, enableMenu=False)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAntialiasing(True)
        self.setMouseEnabled(False, False)
        self.hideButtons()
        self.setLimits(yMin=0)
        self.setMinimumHeight(HEIGHT_PX)
        self.colours = colours
        self.set_colours(colours)

    def sizeHint(self) -> QSize:
        return QSize(400, HEIGHT_PX)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """It is the page that scrolls."""
        event.ignore()

    def set_colours(self, colours: Colours) -> None:
        self.colours = colours
        self.setBackground(colours.panel)
        for side in ("bottom", "left"):
            axis = self.getAxis(side)
            axis.setPen(pg.mkPen(colours.border))
            axis.setTextPen(pg.mkPen(colours.muted))
        self.showGrid(y=True, alpha=0.12 if colours.dark else 0.2)

    def show_span(self, begin_s: float, end_s: float, highest: float) -> None:
        self.setXRange(begin_s, max(end_s, begin_s + _LEAST_SPAN_S), padding=0.02)
        self.setYRange(0, highest * 1.15 or 1.0, padding=0)


class ReleaseChart(Chart):
    """Release-to-text: each dictation a dot, and percentiles for each stretch of time."""

    def __init__(self, name: str, colours: Colours) -> None:
        self._lines = {field: pg.PlotDataItem() for field in ("p50", "p95", "p99")}
        self._dots = pg.ScatterPlotItem(size=6, pxMode=True)
        super().__init__(name, colours)
        self.getAxis("left").setLabel(units="s")
        for item in (*self._lines.values(), self._dots):
            self.addItem(item)

    def set_colours(self, colours: Colours) -> None:
        super().set_colours(colours)
        inks = percentile_colours(colours)
        for field, line in self._lines.items():
            style = Qt.PenStyle.DashLine if field == "p99" else Qt.PenStyle.SolidLine  # it often lies upon p95
            line.setPen(pg.mkPen(inks[field], width=2, style=style))
            line.setSymbol("o")
            line.setSymbolSize(5)
            line.setSymbolPen(None)
            line.setSymbolBrush(inks[field])
        faint = QColor(colours.muted)
        faint.setAlpha(120)
        self._dots.setPen(None)
        self._dots.setBrush(faint)

    def show_view(self, view: View) -> None:
        length_s = FINE_S if view.window_s <= DAY_S else COARSE_S
        middles = [min(begin_s + length_s / 2, view.at_s) for begin_s, _ in view.over_time]
        for field, line in self._lines.items():
            line.setData(middles, [getattr(found, field) / 1000 for _, found in view.over_time])
        dots = _releases(view.traces, view.at_s - view.window_s)
        self._dots.setData([at_s for at_s, _ in dots], [seconds for _, seconds in dots])
        highest = max([seconds for _, seconds in dots] + [found.p99 / 1000 for _, found in view.over_time], default=1.0)
        self.show_span(view.at_s - view.window_s, view.at_s, highest)
        if view.over_time:
            found = view.over_time[-1][1]
            times = ", ".join(f"{field} {duration(getattr(found, field))}" for field in ("p50", "p95", "p99"))
            self.setAccessibleDescription(times)


class MemoryChart(Chart):
    """Memory of all processes and of the graphics card; lines where a model came and went, ticks for dictations."""

    def __init__(self, name: str, colours: Colours) -> None:
        self._memory, self._vram = pg.PlotDataItem(fillLevel=0), pg.PlotDataItem()
        self._ticks = pg.ScatterPlotItem(size=9, symbol="t1", pxMode=True)
        self._lines: list[pg.InfiniteLine] = []
        self._marks: tuple[Mark, ...] = ()
        super().__init__(name, colours)
        self.getAxis("left").setLabel(units="B")
        for item in (self._memory, self._vram, self._ticks):
            self.addItem(item)

    def set_colours(self, colours: Colours) -> None:
        super().set_colours(colours)
        fill = QColor(colours.accent)
        fill.setAlpha(45)
        self._memory.setPen(pg.mkPen(colours.accent, width=2))
        self._memory.setFillBrush(fill)
        self._vram.setPen(pg.mkPen(colours.good, width=2))
        self._ticks.setPen(None)
        self._ticks.setBrush(QColor(colours.warning))
        self._draw_marks(self._marks)

    def show_view(self, view: View) -> None:
        samples = [sample for sample in view.samples if sample.at_s >= view.at_s - view.window_s]
        if not samples:
            return
        begin_s = samples[0].at_s
        self._memory.setData([sample.at_s for sample in samples], [sample.memory_bytes for sample in samples])
        used = [(sample.at_s, sample.vram.known_bytes) for sample in samples if sample.vram]
        self._vram.setData([at_s for at_s, _ in used], [used_bytes for _, used_bytes in used])
        marks = tuple(mark for mark in view.marks if mark.at_s >= begin_s)
        if marks != self._marks:
            self._draw_marks(marks)
        highest = max(*(sample.memory_bytes for sample in samples), *(used_bytes for _, used_bytes in used), 0)
        self.show_span(begin_s, view.at_s, highest)
        self.setAccessibleDescription(_memory_now(samples[-1]))

    def _draw_marks(self, marks: tuple[Mark, ...]) -> None:
        self._marks = marks
        for line in self._lines:
            self.removeItem(line)
        self._lines = [self._line(mark) for mark in marks if mark.name != "dictation"]
        for line in self._lines:
            self.addItem(line)
        said = [mark.at_s for mark in marks if mark.name == "dictation"]
        self._ticks.setData(said, [0.0] * len(said))

    def _line(self, mark: Mark) -> pg.InfiniteLine:
        words = {"loaded": self.tr("model loaded"), "unloaded": self.tr("unloaded")}
        height = 0.93 if mark.name == "loaded" else 0.8
        label = {"position": height, "color": self.colours.muted, "fill": self.colours.panel, "movable": False}
        pen = pg.mkPen(self.colours.muted, width=1, style=Qt.PenStyle.DashLine)
        return pg.InfiniteLine(mark.at_s, angle=90, pen=pen, label=words.get(mark.name, mark.name), labelOpts=label)


def _releases(traces: Sequence[Measured], since_s: float) -> list[tuple[float, float]]:
    """When, and how long in seconds."""
    times = [(trace.started_at, release_to_text_ms(trace)) for trace in traces if trace.started_at >= since_s]
    return [(at_s, time_ms / 1000) for at_s, time_ms in times if time_ms is not None]


def _memory_now(sample: Sample) -> str:
    return ", ".join(f"{process_word(process.role)} {megabytes(process.memory_bytes)}" for process in sample.processes)
