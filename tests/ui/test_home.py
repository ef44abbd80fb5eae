"""The first page: what VoiceFlow does now, with what, and a field to try it in."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import DEADLINE_MS, SCRIPT, Face
from voiceflow.errors import AudioError
from voiceflow.events import ModelChanged, State, StateChanged
from voiceflow.ui.choosers import Chooser
from voiceflow.ui.home import HomePage


@pytest.fixture
def page(qtbot: QtBot, face: Face) -> HomePage:
    page = HomePage(face.control, face.choices)
    face.bridge.model.connect(page.on_model)
    face.bridge.settings.connect(lambda _: page.on_settings())
    qtbot.addWidget(page)
    page.show()
    return page


def words(page: HomePage) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def chooser(page: HomePage, name: str) -> Chooser:
    return next(each for each in page.findChildren(Chooser) if each.accessibleName() == name)


def items(box: Chooser) -> list[str]:
    return [box.itemText(index) for index in range(box.count())]


def visible_buttons(page: HomePage) -> list[str]:
    return [each.text() for each in page.findChildren(QPushButton) if each.isVisible()]


@pytest.mark.parametrize(
    ("state", "sentence", "buttons"),
    [
        (State.IDLE, "Hold F9 and speak", ["Start dictation"]),
        (State.STARTING, "The microphone opens", ["Cancel", "Stop and insert"]),
        (State.LISTENING, "Release F9", ["Cancel", "Stop and insert"]),
        (State.FINISHING, "The last words", ["Cancel", "Start dictation"]),
        (State.PAUSED, "F9 does nothing", ["Go on"]),
    ],
)
def test_each_state_says_what_one_can_do(
    face: Face, page: HomePage, state: State, sentence: str, buttons: list[str]
) -> None:
    face.bridge.state.emit(StateChanged(state, "one"))
    assert sentence in words(page)
    assert sorted(visible_buttons(page)) == sorted(buttons)


def test_a_problem_is_named(face: Face, page: HomePage) -> None:
    face.control.tell(AudioError("audio.gone", "The microphone went away", "Plug it in again"))
    assert "Needs attention" in words(page)
    assert "The microphone went away" in words(page)


def test_another_key_is_shown_at_once(qtbot: QtBot, face: Face, page: HomePage) -> None:
    face.core.change("hotkey.key", "ctrl+alt+d")
    qtbot.waitUntil(lambda: "Hold Ctrl+Alt+D and speak" in words(page), timeout=DEADLINE_MS)


def test_the_model_says_where_it_really_runs(face: Face, page: HomePage) -> None:
    reason = "cuBLAS 12 is missing"
    face.bridge.model.emit(ModelChanged("loaded", "base", "cpu", "int8", reason))
    assert "CPU · int8" in words(page)
    assert reason in words(page)


def test_microphones_are_looked_for_when_the_box_is_opened(qtbot: QtBot, face: Face, page: HomePage) -> None:
    box = chooser(page, "Microphone")
    assert items(box) == ["The system's default"]
    looked: list[str] = []
    box.wanted.connect(lambda: looked.append("yes"))
    box.showPopup()
    assert looked == ["yes"]
    qtbot.waitUntil(lambda: box.view().isVisible() or len(face.notices) > 0, timeout=DEADLINE_MS)
    box.hidePopup()


def test_the_chosen_microphone_is_kept(qtbot: QtBot, face: Face, page: HomePage) -> None:
    chooser(page, "Microphone").chosen.emit("Blue one")
    qtbot.waitUntil(lambda: face.core.settings.audio.device == "Blue one", timeout=DEADLINE_MS)
    qtbot.waitUntil(lambda: items(chooser(page, "Microphone")) == ["Blue one"], timeout=DEADLINE_MS)


def test_start_and_stop_by_button(qtbot: QtBot, face: Face, page: HomePage) -> None:
    """The whole way: button, sound, recognition, text."""
    button = next(each for each in page.findChildren(QPushButton) if each.text() == "Start dictation")
    button.click()
    qtbot.waitUntil(lambda: button.text() == "Stop and insert", timeout=DEADLINE_MS)
    assert face.core.dictation
    face.core.dictation._opening.ask(lambda: None).result(10)  # the microphone is open
    face.core.room.speak(2.0)
    qtbot.waitUntil(lambda: "Listening" in words(page), timeout=DEADLINE_MS)
    button.click()
    qtbot.waitUntil(lambda: bool(face.core.desk.texts), timeout=DEADLINE_MS)
    assert face.core.desk.texts[0].lower().strip(" .") == SCRIPT
    qtbot.waitUntil(lambda: "Ready" in words(page), timeout=DEADLINE_MS)
