"""What went wrong, and the cures."""

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from voiceflow.events import Severity
from voiceflow.ui import icons
from voiceflow.ui.notices import Notices, Told
from voiceflow.ui.theme import Colours
from voiceflow.ui.widgets import MARGIN, SPACING, Card, button, column, label, row

_ICON = 22


class NoticesPage(QWidget):
    def __init__(self, notices: Notices, colours: Colours) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(self.tr("Problems"))
        self._notices, self._colours = notices, colours
        self._clear = button(self.tr("Clear the list"), notices.clear)
        self._empty = label(self.tr("Nothing has gone wrong."), kind="muted")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACING)
        inside = QWidget()
        inside.setObjectName("rooms")
        inside.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea(widgetResizable=True)
        area.setWidget(inside)
        area.setAccessibleName(self.tr("List of problems"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        rows.setSpacing(SPACING)
        rows.addLayout(row(label(self.tr("Problems"), scale=1.6, bold=True), None, self._clear))
        rows.addWidget(self._empty)
        rows.addWidget(area, 1)
        notices.changed.connect(self._refresh)
        self._refresh()

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        self._refresh()

    def _refresh(self) -> None:
        while item := self._rows.takeAt(0):
            if card := item.widget():
                card.deleteLater()
        for told in self._notices:
            self._rows.addWidget(self._card(told))
        self._rows.addStretch(1)
        self._empty.setVisible(not len(self._notices))
        self._clear.setVisible(bool(len(self._notices)))

    def _card(self, told: Told) -> Card:
        notice = told.notice
        card = Card(notice.title)
        card.setAccessibleDescription(notice.hint)
        name, colour = {
            Severity.ERROR: ("notices", self._colours.error),
            Severity.WARNING: ("notices", self._colours.warning),
        }.get(notice.severity, ("information", self._colours.accent_text))
        sign = QLabel()
        sign.setPixmap(icons.glyph(name, colour, _ICON))
        sign.setAccessibleName(str(notice.severity))
        when = QLocale().toString(QDateTime.fromSecsSinceEpoch(int(told.at_s)), QLocale.FormatType.ShortFormat)
        times = self.tr("{when}, {count} times").format(when=when, count=told.count) if told.count > 1 else when
        title, hint = label(notice.title, bold=True), label(notice.hint)
        hint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        hint.setVisible(bool(notice.hint))
        line = row(sign)
        line.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column(title, hint, label(times, kind="muted", scale=0.92)), 1)
        card.rows.addLayout(line)
        return card
