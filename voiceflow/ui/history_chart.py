"""Words by day, as bars."""

import datetime as dt

from PySide6.QtCore import QDate, QEvent, QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from voiceflow.history.statistics import Said
from voiceflow.ui.theme import Colours

_DAYS, _LABELS = 30, 22


class DayChart(QWidget):
    """The last thirty days, today last."""

    def __init__(self, colours: Colours) -> None:
        super().__init__()
        self.colours = colours
        self._days: list[tuple[dt.date, int]] = []
        self.setAccessibleName(self.tr("Words by day"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_days(self, by_day: tuple[tuple[dt.date, Said], ...]) -> None:
        said, today = dict(by_day), dt.datetime.now().astimezone().date()
        days = [today - dt.timedelta(days=back) for back in reversed(range(_DAYS))]
        self._days = [(day, said.get(day, Said()).words) for day in days]
        most = max((words for _, words in self._days), default=0)
        self.setAccessibleDescription(self.tr("The most on a day: {words} words").format(words=most))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, 150)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 90)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and self._days:
            place = int(event.pos().x() / max(1, self.width()) * len(self._days))
            day, words = self._days[min(max(place, 0), len(self._days) - 1)]
            words_of_day = self.tr("{day}: {words} words").format(day=_day(day), words=words)
            QToolTip.showText(event.globalPos(), words_of_day, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(0, self.fontMetrics().height() + 2, 0, -_LABELS)
        most = max((words for _, words in self._days), default=0)
        painter.setPen(QColor(self.colours.border))
        painter.drawLine(ground.bottomLeft(), ground.bottomRight())
        if not most:
            return
        width = ground.width() / len(self._days)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colours.accent))
        for place, (_, words) in enumerate(self._days):
            height = ground.height() * words / most
            if words:
                bar = QRectF(ground.left() + place * width + 1, ground.bottom() - height, max(2.0, width - 3), height)
                painter.drawRoundedRect(bar, 2, 2)
        self._paint_words(painter, ground, most)

    def _paint_words(self, painter: QPainter, ground: QRectF, most: int) -> None:
        painter.setPen(QColor(self.colours.muted))
        below = QRectF(ground.left(), ground.bottom() + 4, ground.width(), _LABELS - 4)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, _day(self._days[0][0]))
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, self.tr("today"))
        above = QRectF(0, 0, ground.width(), ground.top())
        told = self.tr("The most on a day: {words} words").format(words=QLocale().toString(most))
        painter.drawText(above, Qt.AlignmentFlag.AlignLeft, told)


def _day(day: dt.date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)
