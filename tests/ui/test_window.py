"""The main window: reachable by keyboard, readable by a screen reader, closed without ending anything."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.conftest import DEADLINE_MS, SCRIPT, Face
from voiceflow.errors import AudioError, HistoryError
from voiceflow.events import InterruptedFound, State, StateChanged
from voiceflow.history.records import DictationState
from voiceflow.ui import theme
from voiceflow.ui.banner import Banner
from voiceflow.ui.window import HISTORY, HOME, MODELS, NOTICES, PROFILER, SETTINGS, Window

USED = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QProgressBar)


@pytest.fixture
def window(qtbot: QtBot, face: Face) -> Window:
    window = face.window(qtbot)
    window.bring_to_front()
    return window


def page(window: Window) -> int:
    stack = window.findChild(QStackedWidget)
    assert stack
    return int(stack.currentIndex())


def named(window: QWidget, name: str) -> QPushButton:
    return next(each for each in window.findChildren(QPushButton) if each.text() == name)


def banners(window: Window) -> list[str]:
    return [each.accessibleName() for each in window.findChildren(Banner) if each.isVisible()]


def nameless(window: Window) -> list[str]:
    """What a screen reader could not tell; the parts that Qt makes inside its own widgets are told with those."""
    used = [each for each in window.findChildren(QWidget) if isinstance(each, USED) and not inside_another(each)]
    return [repr(each) for each in used if not each.accessibleName()]


def inside_another(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent and not isinstance(parent, QLineEdit | QComboBox | QAbstractSpinBox | QAbstractItemView):
        parent = parent.parentWidget()
    return parent is not None


def test_everything_that_can_be_used_has_a_name(window: Window) -> None:
    assert nameless(window) == []


def test_every_button_can_be_reached_by_keyboard(window: Window) -> None:
    out_of_reach = [
        each.text() for each in window.findChildren(QPushButton) if not each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert out_of_reach == []


@pytest.mark.parametrize(
    ("key", "expected"), [("1", HOME), ("2", HISTORY), ("3", PROFILER), ("4", MODELS), ("5", SETTINGS), ("6", NOTICES)]
)
def test_pages_are_opened_by_keyboard(qtbot: QtBot, window: Window, key: str, expected: int) -> None:
    window.open_page((expected + 1) % 6)
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.ControlModifier)
    assert page(window) == expected


def test_find_goes_to_the_search(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page(window) == HISTORY
    assert window.history.search.hasFocus()


def test_closing_hides_it_and_its_place_is_kept(qtbot: QtBot, face: Face, window: Window) -> None:
    window.resize(770, 655)
    window.close()
    assert not window.isVisible()
    again = face.window(qtbot)
    assert (again.width(), again.height()) == (770, 655)


def test_without_a_tray_closing_says_once_that_it_runs_on(qtbot: QtBot, face: Face) -> None:
    window = face.window(qtbot, has_tray=False)
    window.bring_to_front()
    window.close()
    assert window.isVisible()
    assert any("runs on" in banner for banner in banners(window))
    named(window, "Understood").click()
    assert not window.isVisible()
    window.bring_to_front()
    window.close()
    assert not window.isVisible()


def test_the_state_is_shown_in_words(face: Face, window: Window) -> None:
    face.bridge.state.emit(StateChanged(State.LISTENING, "one"))
    assert named(window.home, "Stop and insert").isVisible()
    assert named(window.home, "Cancel").isVisible()
    face.bridge.state.emit(StateChanged(State.PAUSED))
    assert named(window.home, "Go on").isVisible()


def test_problems_are_counted_until_somebody_looks(face: Face, window: Window) -> None:
    face.control.tell(AudioError("audio.gone", "The microphone went away", "Plug it in again"))
    button = named(window, "Problems (1)")
    assert button.accessibleName() == "Problems (1)"
    button.click()
    assert button.text() == "Problems"
    assert not face.notices.problem


def test_a_history_that_does_not_open_is_told_and_tried_again(
    qtbot: QtBot, new_face: Face, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = new_face.core.paths.key_file
    new_face.core.history.close()
    del new_face.core.history
    right = key.read_text()
    key.write_text("0" * len(right))
    window = new_face.window(qtbot)
    window.bring_to_front()
    new_face.control.start()
    qtbot.waitUntil(lambda: new_face.control.trouble is not None, timeout=DEADLINE_MS)
    assert isinstance(new_face.control.trouble, HistoryError)
    assert banners(window) == [new_face.control.trouble.title]
    key.write_text(right)
    named(window, "Try again").click()
    qtbot.waitUntil(lambda: new_face.control.is_ready, timeout=DEADLINE_MS)
    assert banners(window) == []


def test_what_a_crash_left_is_transcribed_into_the_history_only(qtbot: QtBot, face: Face, window: Window) -> None:
    left = face.keep("", DictationState.INTERRUPTED)
    face.give_sound(left)
    window.interrupted.found(InterruptedFound((left.id,)))
    assert banners(window) == ["1 dictation was interrupted by a crash"]
    named(window.interrupted, "Transcribe").click()
    qtbot.waitUntil(lambda: banners(window) == [], timeout=DEADLINE_MS)
    kept = face.kept(left)
    assert kept
    assert (kept.state, kept.text.lower().strip(" .")) == (DictationState.RECOVERED, SCRIPT)
    assert page(window) == HISTORY
    assert face.core.desk.texts == []


def test_what_a_crash_left_can_wait(face: Face, window: Window) -> None:
    window.interrupted.found(InterruptedFound(("one", "two")))
    assert banners(window) == ["2 dictations were interrupted by a crash"]
    named(window.interrupted, "Later").click()
    assert banners(window) == []


def test_a_transcription_that_fails_says_why_and_can_be_tried_again(qtbot: QtBot, face: Face, window: Window) -> None:
    window.interrupted.found(InterruptedFound(("no such dictation",)))
    transcribe = named(window.interrupted, "Transcribe")
    transcribe.click()
    qtbot.waitUntil(lambda: len(face.notices) == 1, timeout=DEADLINE_MS)
    told = next(iter(face.notices)).notice
    assert banners(window) == [told.title]
    assert transcribe.isVisible()


def test_light_and_dark_can_be_changed_while_it_is_open(qtbot: QtBot, window: Window) -> None:
    light = window.grab().toImage()
    window.set_colours(theme.DARK)
    qtbot.wait(1)
    assert window.grab().toImage() != light
    assert theme.DARK.window in window.styleSheet()
