"""The change of a selected text is shown before it is made."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from voiceflow.events import EditProposed
from voiceflow.ui import theme
from voiceflow.ui.selection_edit import SelectionEditWindow

EDIT = EditProposed(1, "shorter", "a very long text", "a text")


@pytest.fixture
def window(qtbot: QtBot) -> SelectionEditWindow:
    window = SelectionEditWindow(theme.LIGHT)
    qtbot.addWidget(window)
    window.propose(EDIT)
    return window


def test_what_goes_and_what_comes_can_be_seen(window: SelectionEditWindow) -> None:
    assert window.isVisible()
    assert window.shown.toPlainText() == "a very long text"
    assert "removed: very long" in window.shown.accessibleDescription()


def test_enter_agrees(window: SelectionEditWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.accepted_edit) as told:
        qtbot.keyClick(window.agree, Qt.Key.Key_Return)
    assert told.args == [1]
    assert not window.isVisible()


def test_escape_discards(window: SelectionEditWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.discarded) as told:
        qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert told.args == [1]


def test_the_new_text_can_be_copied(window: SelectionEditWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignals([window.copied, window.discarded]):
        window._copy()


def test_a_newer_one_takes_the_place(window: SelectionEditWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.discarded) as told:
        window.propose(EditProposed(2, "longer", "a", "a b"))
    assert told.args == [1]
    with qtbot.waitSignal(window.accepted_edit) as agreed:
        window.accept()
    assert agreed.args == [2]
