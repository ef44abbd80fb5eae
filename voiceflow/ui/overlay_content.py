"""What the overlay shows, and the picture of it."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from voiceflow.ui import icons
from voiceflow.ui.overlay_wave import BAR, height, paint_moving, paint_still
from voiceflow.ui.theme import Colours

WIDTH, PADDING, RADIUS, ICON = 580, 16, 18, 26
GAP, LINES, BARS, BAR_HEIGHT = 10, 2, 36, 22
SMALL, CLOUD, PROFILE = 44, 18, 150
_LONGEST = 600
"""Letters of the text that two lines can show, with some to spare: the rest needs no layout."""


@dataclass(slots=True)
class Content:
    """`committed` and `tentative` stand one after the other, the newest words visible; `note` and `hint` are a notice,
    whose `note_colour` names a field of `Colours`. `cloud`: sound or text is on its way out of this machine. `profile`:
    the name of the settings that this window has. `small` shows only the icon."""

    icon: str = "starting"
    word: str = ""
    profile: str = ""
    time: str = ""
    committed: str = ""
    tentative: str = ""
    placeholder: str = ""
    note: str = ""
    hint: str = ""
    note_colour: str = "error"
    small: bool = False
    cloud: bool = False
    levels: deque[tuple[float, bool]] = field(default_factory=lambda: deque(maxlen=BARS))

    @property
    def only_notice(self) -> bool:
        """No dictation is shown beside it."""
        return bool(self.note) and not _has_text(self)

    def add_level(self, rms_db: float, speech: bool) -> None:
        self.levels.append((height(rms_db), speech))


class Picture:
    """Measures and paints; in device-independent pixels."""

    def __init__(self, font: QFont, colours: Colours) -> None:
        self.colours = colours
        self.still = False
        self._cloud = icons.glyph("cloud", colours.warning, CLOUD)
        self._font = QFont(font)
        self._font.setPointSizeF(max(10.5, font.pointSizeF()))
        self._bold = QFont(self._font)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._line = QFontMetricsF(self._font).lineSpacing()

    def size(self, content: Content) -> tuple[int, int]:
        if content.small:
            return SMALL, SMALL
        height = 2 * PADDING + max(ICON, self._line)
        if _has_text(content):
            height += GAP + LINES * self._line
        if content.note:
            height += GAP + self._note_height(content)
        return WIDTH, round(height)

    def paint(self, painter: QPainter, content: Content, opaque: bool) -> None:
        width, height = self.size(content)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(self.colours.panel)
        ground.setAlphaF(1.0 if opaque else 0.96)
        painter.setPen(QPen(QColor(self.colours.border), 1.0))
        painter.setBrush(ground)
        radius = SMALL / 2 if content.small else RADIUS
        painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, height - 1), radius, radius)
        if content.small:
            left = (SMALL - ICON) // 2
            icons.icon(content.icon).paint(painter, left, left, ICON, ICON)
            return
        self._paint_header(painter, content)
        top = PADDING + max(ICON, self._line) + GAP
        if _has_text(content):
            self._paint_text(painter, content, top)
            top += LINES * self._line + GAP
        if content.note:
            self._paint_note(painter, content, top)

    def _paint_header(self, painter: QPainter, content: Content) -> None:
        height = max(ICON, self._line)
        icons.icon(content.icon).paint(painter, PADDING, round(PADDING + (height - ICON) / 2), ICON, ICON)
        row = QRectF(PADDING + ICON + GAP, PADDING, WIDTH - 2 * PADDING - ICON - GAP, height)
        centre = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._bold)
        painter.setPen(QColor(self.colours.text))
        painter.drawText(row, centre | Qt.AlignmentFlag.AlignLeft, content.word)
        painter.setFont(self._font)
        painter.setPen(QColor(self.colours.muted))
        painter.drawText(row, centre | Qt.AlignmentFlag.AlignRight, content.time)
        if content.profile:
            self._paint_profile(painter, content, row)
        row.setRight(row.right() - QFontMetricsF(self._font).horizontalAdvance("00:00") - 14)
        if content.cloud:
            self._paint_cloud(painter, row)
        if content.levels:
            self._paint_levels(painter, content, row)

    def _paint_profile(self, painter: QPainter, content: Content, row: QRectF) -> None:
        """Behind the word, as far as it has room."""
        metrics = QFontMetricsF(self._font)
        place = row.adjusted(QFontMetricsF(self._bold).horizontalAdvance(content.word) + GAP, 0, 0, 0)
        shown = metrics.elidedText(content.profile, Qt.TextElideMode.ElideRight, PROFILE)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        row.setLeft(row.left() + GAP + metrics.horizontalAdvance(shown))

    def _paint_cloud(self, painter: QPainter, row: QRectF) -> None:
        """A word stands beside the sign. Takes its place from the right of the row."""
        word, metrics = QCoreApplication.translate("Overlay", "Cloud"), QFontMetricsF(self._font)
        painter.setPen(QColor(self.colours.warning))
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, word)
        left = row.right() - metrics.horizontalAdvance(word) - CLOUD - 4
        painter.drawPixmap(QPointF(left, row.center().y() - CLOUD / 2), self._cloud)
        row.setRight(left - 12)

    def _paint_levels(self, painter: QPainter, content: Content, row: QRectF) -> None:
        """Between the word and the time."""
        left = row.left() + QFontMetricsF(self._bold).horizontalAdvance(content.word) + 16
        left = max(left, row.right() - 2 * BAR * BARS)
        place = QRectF(left, row.center().y() - BAR_HEIGHT / 2, row.right() - left, BAR_HEIGHT)
        paint = paint_still if self.still else paint_moving
        paint(painter, place, content.levels, self.colours)

    def _paint_text(self, painter: QPainter, content: Content, top: float) -> None:
        text, tentative = _joined(content)
        if not text:
            painter.setPen(QColor(self.colours.muted))
            space = QRectF(PADDING, top, WIDTH - 2 * PADDING, LINES * self._line)
            painter.drawText(space, Qt.TextFlag.TextWordWrap, content.placeholder)
            return
        lines = wrapped(text, self._font, WIDTH - 2 * PADDING)
        if len(lines) > LINES or len(text) >= _LONGEST:
            lines = lines[-LINES:]
            lines[0] = elided_left(*lines[0], self._font, WIDTH - 2 * PADDING)
        ascent = QFontMetricsF(self._font).ascent()
        for row, (start, line) in enumerate(lines):
            at = QPointF(PADDING, top + row * self._line + ascent)
            self._paint_line(painter, line, at, len(text) - tentative - start)

    def _paint_line(self, painter: QPainter, line: str, at: QPointF, solid: int) -> None:
        """The first `solid` letters will not change any more."""
        solid = min(max(solid, 0), len(line))
        painter.setPen(QColor(self.colours.text))
        painter.drawText(at, line[:solid])
        shift = QFontMetricsF(self._font).horizontalAdvance(line[:solid])
        painter.setPen(QColor(self.colours.muted))
        painter.drawText(at + QPointF(shift, 0), line[solid:])

    def _paint_note(self, painter: QPainter, content: Content, top: float) -> None:
        width = WIDTH - 2 * PADDING
        for text, font, colour in (
            (content.note, self._bold, getattr(self.colours, content.note_colour)),
            (content.hint, self._font, self.colours.text),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            for _, line in wrapped(text, font, width):
                painter.drawText(QPointF(PADDING, top + QFontMetricsF(font).ascent()), line)
                top += self._line

    def _note_height(self, content: Content) -> float:
        width = WIDTH - 2 * PADDING
        count = len(wrapped(content.note, self._bold, width)) + len(wrapped(content.hint, self._font, width))
        return count * self._line


def wrapped(text: str, font: QFont, width: float) -> list[tuple[int, str]]:
    """Lines with the place in the text where each begins."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    return list(_lines(layout, text, width))


def _lines(layout: QTextLayout, text: str, width: float) -> Iterator[tuple[int, str]]:
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        yield line.textStart(), text[line.textStart() : line.textStart() + line.textLength()]
    layout.endLayout()


def _joined(content: Content) -> tuple[str, int]:
    """The end of the text that two lines may show, and how many of its letters are tentative."""
    committed, tentative = content.committed.strip(), content.tentative.strip()
    text = " ".join(part for part in (committed, tentative) if part).replace("\n", " ")[-_LONGEST:]
    return text, min(len(tentative), len(text))


def elided_left(start: int, line: str, font: QFont, width: float) -> tuple[int, str]:
    """Whole words go until the dots have room."""
    mark, metrics, cut = "… ", QFontMetricsF(font), 0
    while metrics.horizontalAdvance(mark + line[cut:]) > width and " " in line[cut:].strip():
        cut = line.index(" ", cut + 1) + 1
    return start + cut - len(mark), mark + line[cut:]


def _has_text(content: Content) -> bool:
    return bool(content.committed or content.tentative or content.placeholder)
