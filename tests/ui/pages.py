"""Every page of the window as its user comes by it, and what stands on it."""

from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.conftest import DEADLINE_MS
from voiceflow.ui.window import HISTORY, HOME, MODELS, NOTICES, PROFILER, SETTINGS, Window
from voiceflow.ui.wizard import Wizard

PAGES = {HOME: "home", HISTORY: "history", PROFILER: "profiler", MODELS: "models", NOTICES: "problems"}


def every_page(qtbot: QtBot, window: Window) -> Iterator[str]:
    """Their names, while each is open, complete and laid out; the settings section by section."""
    for page, name in PAGES.items():
        window.open_page(page)
        if page == MODELS:
            qtbot.waitUntil(
                lambda: bool(window.models.panel and window.models.panel.is_complete()), timeout=DEADLINE_MS
            )
        if page == PROFILER:
            qtbot.waitUntil(
                lambda: bool(window.profiler.panel and window.profiler.panel.is_complete()), timeout=DEADLINE_MS
            )
        if page == HISTORY:
            _choose_one(qtbot, window)
        QApplication.processEvents()
        yield name
        if page == HISTORY:
            window.history.figures.click()
            yield "statistics"
            window.history.figures.click()
    window.open_page(SETTINGS)
    qtbot.waitUntil(lambda: window.settings.panel is not None, timeout=DEADLINE_MS)
    panel = window.settings.panel
    assert panel
    for number in range(panel.sections.count()):
        panel.sections.setCurrentRow(number)
        qtbot.waitUntil(panel.is_complete, timeout=DEADLINE_MS)
        QApplication.processEvents()
        yield f"settings: {panel.sections.item(number).text()}"


def _choose_one(qtbot: QtBot, window: Window) -> None:
    """Of the dictations, where there are any."""
    shown = window.history.list
    if window._control.core.history.list(limit=1):
        qtbot.waitUntil(lambda: window.history.model.rowCount() > 0, timeout=DEADLINE_MS)
        shown.setCurrentIndex(window.history.model.index(0))


def every_step(wizard: Wizard) -> Iterator[str]:
    """Of the first steps."""
    for number, page in enumerate(wizard.pages):
        while wizard.page is not page:
            next(each for each in wizard.findChildren(QAbstractButton) if each.text() == wizard.tr("Next")).click()
        yield f"step {number + 1}"


def visible(root: QWidget, *kinds: type[QWidget]) -> list[QWidget]:
    found = [each for kind in kinds or (QWidget,) for each in root.findChildren(kind)]
    return [each for each in found if each.isVisibleTo(root)]


def texts(root: QWidget) -> set[str]:
    """All that is to be read or heard there."""
    found = {root.windowTitle()}
    for each in visible(root):
        found |= {each.accessibleName(), each.accessibleDescription(), each.toolTip()} | _own_texts(each)
    return found - {""}


def _own_texts(widget: QWidget) -> set[str]:
    match widget:
        case QLabel() | QAbstractButton():
            return {widget.text()}
        case QComboBox():
            return {widget.itemText(index) for index in range(widget.count())}
        case QLineEdit() | QPlainTextEdit():
            return {widget.placeholderText()}
        case QListWidget():
            return {widget.item(row).text() for row in range(widget.count())}
        case QTableWidget():
            heads = (widget.horizontalHeaderItem(column) for column in range(widget.columnCount()))
            return {head.text() for head in heads if head}
        case QMenu():
            return {action.text() for action in widget.actions()}
    return set()
