"""The few kinds of things that the window is made of."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

MARGIN, SPACING = 24, 12


class Card(QFrame):
    """A panel with rows one below the other; add to `rows`."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(name)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(20, 18, 20, 18)
        self.rows.setSpacing(SPACING)


def label(text: str = "", kind: str = "", scale: float = 1.0, bold: bool = False) -> QLabel:
    """`kind` is a name in the style sheet: `muted`, `error`. Never reads its text as markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setObjectName(kind)
    made.setWordWrap(True)
    font = made.font()
    font.setPointSizeF(font.pointSizeF() * scale)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setFont(font)
    return made


def button(text: str, do: Callable[[], object], primary: bool = False) -> QPushButton:
    made = QPushButton(text)
    made.setProperty("primary", primary)
    made.setAutoDefault(True)
    made.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    made.setAccessibleName(text)
    made.clicked.connect(lambda _: do())
    return made


def row(*parts: QWidget | None) -> QHBoxLayout:
    """None is a space that grows."""
    box = QHBoxLayout()
    _fill(box, parts)
    return box


def column(*parts: QWidget | None) -> QVBoxLayout:
    box = QVBoxLayout()
    box.setSpacing(4)
    _fill(box, parts)
    return box


def _fill(box: QBoxLayout, parts: tuple[QWidget | None, ...]) -> None:
    for part in parts:
        if part is None:
            box.addStretch(1)
        else:
            box.addWidget(part)


def lay_out(area: QScrollArea) -> None:
    """After rows were put into it: the area grows for them when the next turn comes, and may be painted before that,
    with all its rows squeezed into the room that there was."""
    QApplication.sendEvent(area, QEvent(QEvent.Type.LayoutRequest))
