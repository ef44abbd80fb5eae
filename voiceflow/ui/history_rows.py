"""The picture of one dictation in the list: its text, with what was searched marked, and below it when, how long and
where."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from voiceflow.history.hits import Span, around, hits
from voiceflow.history.records import Dictation, DictationState
from voiceflow.ui.dictation_words import circumstances, has_text, summary
from voiceflow.ui.history_model import DICTATION, Index
from voiceflow.ui.theme import Colours

_PADDING, _GAP, _RADIUS = 10, 3, 8
_WRONG = (DictationState.FAILED, DictationState.INTERRUPTED)
_MOST_CHARACTERS, _MOST_MARKS = 400, 12
_STAR = "★ "


class HistoryRows(QStyledItemDelegate):
    """`words` are those searched now."""

    def __init__(self, colours: Colours) -> None:
        super().__init__()
        self.colours = colours
        self.words = ""

    def height(self, font: QFont) -> int:
        """Of every row."""
        return 2 * QFontMetrics(font).lineSpacing() + 2 * _PADDING + _GAP

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        dictation: Dictation | None = index.data(DICTATION)
        space: QRect = option.rect.adjusted(2, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, space, option.state)
        inside = space.adjusted(_PADDING, _PADDING - 1, -_PADDING, -_PADDING)
        line = option.fontMetrics.lineSpacing()
        if dictation:
            self._paint_text(painter, inside, option.font, dictation)
            small = QFont(option.font)
            small.setPointSizeF(small.pointSizeF() * 0.9)
            ink = self.colours.error if dictation.state in _WRONG else self.colours.muted
            below = inside.translated(0, line + _GAP)
            self._paint_line(painter, below, small, ink, circumstances(dictation))
        painter.restore()

    def _paint_text(self, painter: QPainter, inside: QRect, font: QFont, dictation: Dictation) -> None:
        font = QFont(font)
        font.setItalic(not has_text(dictation))
        text = " ".join(dictation.text.split())
        spans: list[Span] = []
        if self.words and text:
            text, spans = around(text, hits(text, self.words, _MOST_MARKS))
        star = _STAR if dictation.starred else ""
        text = star + (text[:_MOST_CHARACTERS] or summary(dictation))
        spans = [(begin + len(star), end + len(star)) for begin, end in spans if end <= _MOST_CHARACTERS]
        self._paint_line(painter, inside, font, self.colours.text, text, spans)

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

    def _paint_line(
        self, painter: QPainter, space: QRect, font: QFont, ink: str, text: str, marked: list[Span] | None = None
    ) -> None:
        painter.setFont(font)
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, space.width())
        kept = len(shown) if shown == text else max(0, len(shown) - 1)
        for begin, end in marked or ():
            if begin < kept:
                left = metrics.horizontalAdvance(shown[:begin])
                width = metrics.horizontalAdvance(shown[: min(end, kept)]) - left
                hit = QRect(space.left() + left - 1, space.top(), width + 2, metrics.height())
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(self.colours.accent))
                painter.drawRoundedRect(hit, 3, 3)
        painter.setPen(QColor(ink))
        painter.drawText(space, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, shown)
        painter.setPen(QColor(self.colours.on_accent))
        for begin, end in marked or ():
            if begin < kept:
                at = QPointF(space.left() + metrics.horizontalAdvance(shown[:begin]), space.top() + metrics.ascent())
                painter.drawText(at, shown[begin : min(end, kept)])
