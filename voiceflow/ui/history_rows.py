"""The picture of one dictation in the list: its text, and below it when, how long and where."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from voiceflow.history.records import Dictation, DictationState
from voiceflow.ui.dictation_words import circumstances, has_text, summary
from voiceflow.ui.history_model import DICTATION, Index
from voiceflow.ui.theme import Colours

_PADDING, _GAP, _RADIUS = 10, 3, 8
_WRONG = (DictationState.FAILED, DictationState.INTERRUPTED)


class HistoryRows(QStyledItemDelegate):
    def __init__(self, colours: Colours) -> None:
        super().__init__()
        self.colours = colours

    def sizeHint(self, option: QStyleOptionViewItem, _: Index) -> QSize:
        return QSize(200, 2 * option.fontMetrics.lineSpacing() + 2 * _PADDING + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        dictation: Dictation = index.data(DICTATION)
        space: QRect = option.rect.adjusted(2, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, space, option.state)
        inside = space.adjusted(_PADDING, _PADDING - 1, -_PADDING, -_PADDING)
        line = option.fontMetrics.lineSpacing()
        font = QFont(option.font)
        font.setItalic(not has_text(dictation))
        self._paint_line(painter, inside, font, self.colours.text, summary(dictation))
        small = QFont(option.font)
        small.setPointSizeF(small.pointSizeF() * 0.9)
        ink = self.colours.error if dictation.state in _WRONG else self.colours.muted
        self._paint_line(painter, inside.translated(0, line + _GAP), small, ink, circumstances(dictation))
        painter.restore()

    def _paint_ground(self, painter: QPainter, space: QRect, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.colours.soft_accent if selected else self.colours.raised))
            painter.drawRoundedRect(space, _RADIUS, _RADIUS)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.colours.accent), 1))
            painter.drawRoundedRect(space, _RADIUS, _RADIUS)

    def _paint_line(self, painter: QPainter, space: QRect, font: QFont, ink: str, text: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(ink))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, space.width())
        painter.drawText(space, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, shown)
