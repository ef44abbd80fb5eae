"""The last dictations, every stage to scale: point at one, or go through them with the arrow keys, for its numbers."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from voiceflow.events import Measured
from voiceflow.ui.profiler_legend import stage_colour
from voiceflow.ui.profiler_timeline import Bar, timeline
from voiceflow.ui.profiler_words import circumstances, duration, outcome, stage_word
from voiceflow.ui.theme import Colours

SHOWN = 5
_LANES_PX = (8, 16, 6)
_GAP_PX, _BETWEEN_PX, _LEAST_PX = 3, 12, 2.0


class Waterfall(QWidget):
    """`told` carries the numbers of the stage that is pointed at, or that the arrow keys have come to."""

    told = Signal(str)

    def __init__(self, colours: Colours) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Stages of the last dictations"))
        self.setAccessibleDescription(self.tr("No dictation was measured yet"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._colours = colours
        self._traces: tuple[Measured, ...] = ()
        self._whole = False
        self._bars: list[tuple[QRectF, Bar]] = []
        self._current: Bar | None = None
        self._lay_out()

    def show_traces(self, traces: Sequence[Measured]) -> None:
        """Newest first."""
        shown = tuple(trace for trace in traces if trace.stages)[:SHOWN]
        if shown != self._traces:
            self._traces, self._current = shown, None
            self.setAccessibleDescription("\n".join(f"{circumstances(trace)}: {outcome(trace)}" for trace in shown))
            self._lay_out()

    def show_whole(self, whole: bool) -> None:
        self._whole = whole
        self._lay_out()

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        self.update()

    @property
    def bars(self) -> list[tuple[QRectF, Bar]]:
        """Where each stage is on this widget."""
        return list(self._bars)

    def sizeHint(self) -> QSize:
        return QSize(400, round(self._top(len(self._traces)) + 1.2 * self._line))

    def _lay_out(self) -> None:
        self._timeline = timeline(self._traces, self._whole)
        self._bars = [
            (self._place(number, bar), bar) for number, bars in enumerate(self._timeline.bars) for bar in bars
        ]
        self._bars.sort(key=lambda placed: (placed[1].trace.started_at, placed[1].stage.start_ms))
        self.updateGeometry()
        self.update()

    @property
    def _line(self) -> float:
        return QFontMetricsF(self.font()).lineSpacing()

    @property
    def _lanes(self) -> list[int]:
        return [height if lane or self._whole else 0 for lane, height in enumerate(_LANES_PX)]

    def _top(self, number: int) -> float:
        return number * (self._line + _GAP_PX + sum(self._lanes) + 2 * _GAP_PX + _BETWEEN_PX)

    def _place(self, number: int, bar: Bar) -> QRectF:
        lanes = self._lanes
        top = self._top(number) + self._line + _GAP_PX + sum(lanes[: bar.lane]) + _GAP_PX * bar.lane
        height = lanes[bar.lane] / 2 if bar.stage.name == "speech" else lanes[bar.lane]
        return QRectF(bar.left * self.width(), top, max(_LEAST_PX, bar.width * self.width()), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        under = [bar for place, bar in self._bars if place.adjusted(-2, -1, 2, 1).contains(event.position())]
        narrowest = min(under, key=lambda bar: bar.width, default=None)
        if narrowest is not self._current:
            self._choose(narrowest)
        if narrowest:
            QToolTip.showText(event.globalPosition().toPoint(), numbers(narrowest), self)

    def leaveEvent(self, event: QEvent) -> None:
        self._choose(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self._bars:
            super().keyPressEvent(event)
            return
        bars = [bar for _, bar in self._bars]
        at = bars.index(self._current) + step if self._current in bars else (len(bars) - 1 if step < 0 else 0)
        self._choose(bars[at % len(bars)])

    def _choose(self, bar: Bar | None) -> None:
        self._current = bar
        self.told.emit(numbers(bar) if bar else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_scale(painter)
        for number, trace in enumerate(self._traces):
            self._paint_caption(painter, self._top(number), trace)
        for place, bar in self._bars:
            self._paint_bar(painter, place, bar)

    def _paint_scale(self, painter: QPainter) -> None:
        bottom, release = self._top(len(self._traces)), self._timeline.place(0) * self.width()
        painter.setFont(self._small())
        for tick_ms in self._timeline.ticks if self._traces else ():
            x = self._timeline.place(tick_ms) * self.width()
            painter.setPen(QPen(QColor(self._colours.border), 1))
            painter.drawLine(round(x), 0, round(x), round(bottom))
            painter.setPen(QColor(self._colours.muted))
            label = QRectF(x - 40, bottom, 80, 2 * self._line)
            painter.drawText(label, Qt.AlignmentFlag.AlignHCenter, duration(abs(tick_ms)) if tick_ms else "0")
        if self._traces:
            painter.setPen(QPen(QColor(self._colours.accent), 1.5, Qt.PenStyle.DashLine))
            painter.drawLine(round(release), 0, round(release), round(bottom))

    def _paint_caption(self, painter: QPainter, top: float, trace: Measured) -> None:
        space = QRectF(0, top, self.width(), self._line)
        painter.fillRect(space, QColor(self._colours.panel))
        painter.setFont(self._small())
        painter.setPen(QColor(self._colours.muted))
        painter.drawText(space, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, circumstances(trace))
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(self._colours.text if trace.state == "done" else self._colours.error))
        painter.drawText(space, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, outcome(trace))

    def _paint_bar(self, painter: QPainter, place: QRectF, bar: Bar) -> None:
        chosen = bar is self._current
        painter.setPen(QPen(QColor(self._colours.text), 1.5) if chosen else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(stage_colour(bar.stage.name, self._colours)))
        painter.drawRoundedRect(place, 2, 2)

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.9)
        return font


def numbers(bar: Bar) -> str:
    """What stood before the key went up has a minus."""
    begin_ms, end_ms = bar.begin_ms, bar.begin_ms + bar.stage.duration_ms
    text = QCoreApplication.translate("Profiler", "{stage}: {duration}, from {begin} to {end} after the key went up")
    times = {"begin": _signed(begin_ms), "end": _signed(end_ms), "duration": duration(bar.stage.duration_ms)}
    return text.format(stage=stage_word(bar.stage.name), **times)


def _signed(value_ms: float) -> str:
    return f"−{duration(-value_ms)}" if value_ms < 0 else duration(value_ms)
