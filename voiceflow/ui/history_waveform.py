"""The picture of a sound, with a cursor that can be put anywhere."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from voiceflow.ui.theme import Colours

BARS = 160
_STEP_S = 1.0
_HEIGHT, _GAP = 46, 1.0


class Waveform(QWidget):
    """`sought` carries the second that the user went to; `toggled` asks to play or to pause."""

    sought = Signal(float)
    toggled = Signal()

    def __init__(self, colours: Colours) -> None:
        super().__init__()
        self.colours = colours
        self._peaks: tuple[float, ...] = ()
        self.duration_s = self._position_s = 0.0
        self.setAccessibleName(self.tr("Sound"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.tr("Click to go there; left and right move by a second, space plays and pauses"))

    @property
    def position_s(self) -> float:
        return self._position_s

    def show_sound(self, peaks: tuple[float, ...], duration_s: float) -> None:
        """`peaks`: the loudest of each part, 0 to 1."""
        self._peaks, self.duration_s = peaks, duration_s
        self.move_to(0.0)

    def move_to(self, position_s: float) -> None:
        self._position_s = min(max(position_s, 0.0), self.duration_s)
        self.setAccessibleDescription(
            self.tr("{position} of {length} seconds").format(
                position=f"{self._position_s:.0f}", length=f"{self.duration_s:.0f}"
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, _HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        inside = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        if self._peaks and self.duration_s:
            self._paint_bars(painter, inside)
            x = inside.left() + inside.width() * self._position_s / self.duration_s
            painter.setPen(QPen(QColor(self.colours.text), 1.5))
            painter.drawLine(QPointF(x, inside.top() - 3), QPointF(x, inside.bottom() + 3))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.colours.accent), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _paint_bars(self, painter: QPainter, inside: QRectF) -> None:
        width = inside.width() / len(self._peaks)
        heard = self._position_s / self.duration_s * len(self._peaks)
        loudest = max(*self._peaks, 0.02)
        for place, peak in enumerate(self._peaks):
            height = max(2.0, inside.height() * peak / loudest)
            painter.setBrush(QColor(self.colours.accent if place < heard else self.colours.muted))
            top = inside.center().y() - height / 2
            bar = QRectF(inside.left() + place * width, top, max(1.0, width - _GAP), height)
            painter.drawRoundedRect(bar, 1, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._seek(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._seek(event.position().x())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        places = {
            Qt.Key.Key_Left: self._position_s - _STEP_S,
            Qt.Key.Key_Right: self._position_s + _STEP_S,
            Qt.Key.Key_Home: 0.0,
            Qt.Key.Key_End: self.duration_s,
        }
        if event.key() in places:
            self._go_to(places[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggled.emit()
        else:
            super().keyPressEvent(event)

    def _seek(self, x: float) -> None:
        self._go_to((x - 4) / max(1, self.width() - 8) * self.duration_s)

    def _go_to(self, position_s: float) -> None:
        self.move_to(position_s)
        self.sought.emit(self._position_s)
