"""Which colour is what."""

from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from voiceflow.ui.theme import Colours
from voiceflow.ui.widgets import label, row

_SWATCH_PX, _COLUMNS = 10, 4


class Legend(QWidget):
    """`show_entries` takes names and colours."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(4)
        self._swatches: dict[str, QLabel] = {}

    def show_entries(self, entries: dict[str, str]) -> None:
        for name in (name for name in entries if name not in self._swatches):
            self._add(name)
        for name, colour in entries.items():
            square = QPixmap(_SWATCH_PX, _SWATCH_PX)
            square.fill(QColor(colour))
            self._swatches[name].setPixmap(square)

    def _add(self, name: str) -> None:
        number = len(self._swatches)
        text = label(name, kind="muted", scale=0.9)
        text.setWordWrap(False)
        self._swatches[name] = QLabel()
        entry = row(self._swatches[name], text, None)
        entry.setSpacing(6)
        self._grid.addLayout(entry, number // _COLUMNS, number % _COLUMNS)


def percentile_colours(colours: Colours) -> dict[str, str]:
    return {"p50": colours.accent_text, "p95": colours.warning, "p99": colours.error}


def stage_colour(name: str, colours: Colours) -> str:
    """At least 3:1 on a panel (WCAG 2.2, success criterion 1.4.11)."""
    light, dark = {
        "key_held": ("#8a92a8", "#6b7390"),
        "speech": ("#565d6f", "#a3abbd"),
        "first_sample": ("#0e7490", "#4fbcd6"),
        "recognition": ("#4f46e5", "#7a73ff"),
        "last_decode": ("#8078f0", "#b4b5ff"),
        "rules": ("#b45309", "#f8c06a"),
        "cleanup": ("#a21caf", "#e58af0"),
        "history": ("#be3a6c", "#f08bb0"),
        "insertion": ("#0b7a4e", "#4cc48d"),
        "receipt": ("#2f9a70", "#a6efcd"),
    }.get(name, ("#565d6f", "#a3abbd"))
    return dark if colours.dark else light
