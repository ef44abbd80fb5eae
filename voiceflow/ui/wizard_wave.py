"""The level of the microphone as it was in the last seconds."""

from collections import deque

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from voiceflow.ui.overlay_wave import BAR, height, paint_moving, paint_still
from voiceflow.ui.theme import Colours

_HEIGHT, _BARS = 56, 200


class Wave(QWidget):
    def __init__(self, colours: Colours) -> None:
        super().__init__()
        self.setFixedHeight(_HEIGHT)
        self.setMinimumWidth(40 * BAR)
        self.setAccessibleName(self.tr("Level"))
        self.colours, self.reduced_motion = colours, False
        self._bars: deque[tuple[float, bool]] = deque(maxlen=_BARS)

    @property
    def level(self) -> float:
        """The newest, from 0 to 1."""
        return self._bars[-1][0] if self._bars else 0.0

    def add(self, rms_db: float, speech: bool) -> None:
        self._bars.append((height(rms_db), speech))
        self.update()

    def clear(self) -> None:
        self._bars.clear()
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        paint = paint_still if self.reduced_motion else paint_moving
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint(painter, QRectF(self.rect()).adjusted(0, 4, 0, -4), self._bars, self.colours)
