"""The tray's submenu that reads aloud, on a running core without a speaker."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import DEADLINE_MS, Face
from voiceflow.events import ReadingState
from voiceflow.ui.reading import ReadingMenu


@pytest.fixture
def menu(face: Face) -> ReadingMenu:
    return ReadingMenu("Read aloud", face.control)


def state_of(menu: ReadingMenu) -> dict[str, bool]:
    menu.refresh()
    return {action.text(): action.isEnabled() for action in menu.actions() if action.text() and not action.menu()}


def test_while_nothing_is_read_there_is_nothing_to_stop(menu: ReadingMenu) -> None:
    assert state_of(menu) == {
        "What is selected": True,
        "The last dictation": True,
        "Pause": False,
        "Next sentence": False,
        "Back a sentence": False,
        "Stop reading": False,
    }


@pytest.mark.parametrize(("state", "word"), [(ReadingState.SPEAKING, "Pause"), (ReadingState.PAUSED, "Go on")], ids=str)
def test_what_is_read_can_be_paused_skipped_and_stopped(
    menu: ReadingMenu, face: Face, monkeypatch: pytest.MonkeyPatch, state: ReadingState, word: str
) -> None:
    monkeypatch.setattr(type(face.core.speech), "state", state)
    assert state_of(menu) | {word: True, "Next sentence": True, "Stop reading": True} == state_of(menu)


def test_the_key_stands_beside_what_it_reads(menu: ReadingMenu, face: Face) -> None:
    face.core.change("tts.hotkey", "ctrl+alt+r")
    menu.refresh()
    assert menu.actions()[0].text() == "What is selected\tCtrl+Alt+R"


def test_the_speed_is_chosen_there(qtbot: QtBot, menu: ReadingMenu, face: Face) -> None:
    speeds = next(action.menu() for action in menu.actions() if action.menu())
    next(action for action in speeds.actions() if action.text() == "1.5 ×").trigger()
    qtbot.waitUntil(lambda: face.core.settings.tts.speed == 1.5, timeout=DEADLINE_MS)


def test_without_a_dictation_there_is_nothing_to_read_back(qtbot: QtBot, menu: ReadingMenu, face: Face) -> None:
    menu.actions()[1].trigger()
    qtbot.waitUntil(lambda: len(list(face.control.notices)) == 1, timeout=DEADLINE_MS)
    assert next(iter(face.control.notices)).notice.code == "reading.nothing_dictated"
