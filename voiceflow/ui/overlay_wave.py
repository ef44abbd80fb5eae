"""How loud it was, as bars: the newest at the right."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from voiceflow.ui.theme import Colours

QUIETEST_DB, LOUDEST_DB = -55.0, -10.0
BAR = 3
"""Width of a bar and of the gap beside it."""
_STEPS = 6

Bars = Iterable[tuple[float, bool]]
"""Height from 0 to 1, and whether it was speech; the oldest first."""


def height(rms_db: float) -> float:
    return min(1.0, max(0.0, (rms_db - QUIETEST_DB) / (LOUDEST_DB - QUIETEST_DB)))


def paint_moving(painter: QPainter, place: QRectF, bars: Bars, colours: Colours) -> None:
    """A history that moves to the left."""
    painter.setPen(Qt.PenStyle.NoPen)
    for number, (level, speech) in enumerate(reversed(list(bars))):
        x = place.right() - (2 * number + 1) * BAR
        if x < place.left():
            return
        tall = BAR + level * (place.height() - BAR)
        painter.setBrush(QColor(colours.accent if speech else colours.muted))
        painter.drawRoundedRect(QRectF(x, place.center().y() - tall / 2, BAR, tall), BAR / 2, BAR / 2)


def paint_still(painter: QPainter, place: QRectF, bars: Bars, colours: Colours) -> None:
    """For those who want no motion: a few lamps that stay where they are, of which some are lit."""
    recent = list(bars)[-_STEPS:]
    lit = round(_STEPS * max((level for level, _ in recent), default=0.0))
    speech = any(spoken for _, spoken in recent)
    width = min(place.width() / (2 * _STEPS), 3.0 * BAR)
    painter.setPen(Qt.PenStyle.NoPen)
    for number in range(_STEPS):
        ink = (colours.accent if speech else colours.muted) if number < lit else colours.border
        painter.setBrush(QColor(ink))
        x = place.right() - (2 * (_STEPS - number) - 1) * width
        painter.drawRoundedRect(QRectF(x, place.center().y() - BAR, width, 2 * BAR), BAR, BAR)
