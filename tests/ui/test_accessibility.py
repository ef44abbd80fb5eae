"""For whoever uses the window without a mouse, without eyes, or with weak ones: every control has a name and a role,
is reached with Tab in the order in which it stands there, and no two shortcuts are the same."""

import itertools
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Face
from tests.ui.pages import every_page, every_step, visible
from tests.ui.test_wizard import microphones, wizard
from voiceflow.events import Notice, Severity
from voiceflow.history.records import DictationState
from voiceflow.ui.profiler_legend import Legend
from voiceflow.ui.window import Window
from voiceflow.ui.wizard import Wizard

__all__ = ["microphones", "wizard"]

USED = (
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QComboBox,
    QAbstractSpinBox,
    QAbstractItemView,
    QAbstractSlider,
    QProgressBar,
)
WHOLE = (QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QPlainTextEdit, QTextEdit)
"""What Qt makes inside these is told with them."""
_DESCRIPTION = QAccessible.Text.Description
DRAWN = {QAccessible.Role.Client, QAccessible.Role.Chart}
"""What Qt knows no better role for; such a picture has to describe what it shows."""


@pytest.fixture
def window(qtbot: QtBot, face: Face) -> Window:
    """With something on every page."""
    face.give_sound(face.keep("Could we meet on Friday?"))
    face.keep("", DictationState.FAILED)
    face.notices.add(Notice(Severity.ERROR, "test", "No microphone was found", "Plug one in"))
    window = face.window(qtbot)
    window.bring_to_front()
    return window


def controls(root: QWidget) -> list[QWidget]:
    found = [each for each in visible(root) if isinstance(each, USED) or _takes_focus(each)]
    return [each for each in found if not isinstance(each, QScrollBar) and not _is_part(each)]


def _takes_focus(widget: QWidget) -> bool:
    """By Tab, and for itself."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def _is_part(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent and not isinstance(parent, WHOLE):
        parent = parent.parentWidget()
    return parent is not None


def told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or widget.objectName()!r}"


def test_every_control_has_a_name_and_a_role(qtbot: QtBot, window: Window) -> None:
    poor = set()
    for page in every_page(qtbot, window):
        for each in controls(window):
            spoken = QAccessible.queryAccessibleInterface(each)
            name, description = (spoken.text(kind).strip() for kind in (QAccessible.Text.Name, _DESCRIPTION))
            drawn = spoken.role() in DRAWN and not isinstance(each, QAbstractScrollArea)
            if not name or spoken.role() is QAccessible.Role.NoRole or (drawn and not description):
                poor.add(f"{page}: {told(each)} is {spoken.role()}")
    assert poor == set()


def test_every_control_of_the_first_steps_has_one_and_is_reached(wizard: Wizard) -> None:
    poor, lost = set(), set()
    for step in every_step(wizard):
        poor |= {f"{step}: {told(each)}" for each in controls(wizard) if not _spoken_name(each)}
        reached = list(_tab_order(wizard))
        lost |= {f"{step}: {told(each)}" for each in controls(wizard) if not _is_reached(each, reached)}
    assert (poor, lost) == (set(), set())


def _spoken_name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()


def test_every_picture_that_says_something_says_it_in_words(qtbot: QtBot, window: Window) -> None:
    """The sign of the program beside its name says nothing more, nor does a colour beside its word."""
    mute = set()
    for page in every_page(qtbot, window):
        pictures = [each for each in visible(window, QLabel) if isinstance(each, QLabel) and not each.pixmap().isNull()]
        mute |= {(page, each.parent()) for each in pictures if not _says_nothing(each)}
    assert mute == set()


def _says_nothing(picture: QLabel) -> bool:
    return bool(picture.accessibleName()) or _is_logo(picture) or isinstance(picture.parent(), Legend)


def _is_logo(picture: QWidget) -> bool:
    parent = picture.parentWidget()
    return parent is not None and parent.objectName() == "navigation"


def test_everything_is_reached_with_tab_in_reading_order(qtbot: QtBot, window: Window) -> None:
    problems = {}
    for page in every_page(qtbot, window):
        reached = list(_tab_order(window))
        lost = [told(each) for each in controls(window) if not _is_reached(each, reached)]
        back = [f"{told(one)}, then {told(two)}" for one, two in _steps_back(window, reached)]
        if lost or back:
            problems[page] = (lost, back)
    assert problems == {}


def _is_reached(widget: QWidget, reached: list[QWidget]) -> bool:
    """Of buttons of which one is down one is reached with Tab, and from it the others with the arrows."""
    if isinstance(widget, QAbstractButton) and (group := widget.group()) and group.exclusive():
        return any(each in reached for each in group.buttons())
    return widget in reached or isinstance(widget, QProgressBar) or not widget.isEnabled()


def _tab_order(window: QWidget) -> Iterator[QWidget]:
    """As Tab goes: around once, from the first page's button."""
    start = current = window.findChildren(QAbstractButton)[0]
    while True:
        if current.isVisibleTo(window) and current.isEnabled() and current.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield current
        current = current.nextInFocusChain()
        if current is start:
            return


def _steps_back(window: Window, order: list[QWidget]) -> Iterator[tuple[QWidget, QWidget]]:
    """Steps that go up and not to the right, or to the left in the same line."""
    for one, two in itertools.pairwise(order):
        here, there = one.mapTo(window, QPoint(0, 0)), two.mapTo(window, QPoint(0, 0))
        above = there.y() + two.height() <= here.y()
        beside = not above and here.y() + one.height() > there.y()
        if (above and there.x() <= here.x()) or (beside and there.x() + two.width() <= here.x()):
            yield one, two


def test_no_shortcut_means_two_things(qtbot: QtBot, window: Window) -> None:
    clashes = {}
    for page in every_page(qtbot, window):
        keys = [each.key().toString() for each in window.findChildren(QShortcut) if _is_at_hand(each)]
        keys += [each.shortcut().toString() for each in visible(window, QAbstractButton) if _shortcut(each)]
        twice = [key for key, count in Counter(filter(None, keys)).items() if count > 1]
        if twice:
            clashes[page] = twice
    assert clashes == {}


def _shortcut(widget: QWidget) -> str:
    return widget.shortcut().toString() if isinstance(widget, QAbstractButton) else ""


def _is_at_hand(shortcut: QShortcut) -> bool:
    owner = shortcut.parent()
    return isinstance(owner, QWidget) and owner.isVisible()
