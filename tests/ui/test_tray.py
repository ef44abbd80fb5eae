"""The tray's icon and menu on a running core."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.conftest import DEADLINE_MS, Face
from voiceflow import autostart
from voiceflow.errors import AudioError
from voiceflow.events import CloudUse, State, StateChanged
from voiceflow.history.records import DictationState
from voiceflow.ui import icons
from voiceflow.ui.conditions import Condition, condition, word
from voiceflow.ui.notices import from_error
from voiceflow.ui.overlay_cloud import CloudSign
from voiceflow.ui.tray import Tray
from voiceflow.ui.tray_menu import as_menu_text

# Qt's own code looks for what the offscreen platform lacks.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)

PROBLEM = from_error(AudioError("audio.gone", "The microphone went away", "Plug it in again"))


@pytest.fixture
def tray(face: Face) -> Tray:
    return Tray(face.control, face.choices, CloudSign(face.bridge))


def entries(menu: QMenu) -> list[str]:
    shown = [action for action in menu.actions() if action.isVisible() and not action.isSeparator()]
    return [action.text().split("\t")[0] for action in shown]


def entry(menu: QMenu, text: str) -> QAction:
    return next(action for action in menu.actions() if action.text().startswith(text))


def submenu(menu: QMenu, title: str) -> QMenu:
    return next(each for each in menu.findChildren(QMenu) if each.title() == title)


def recent(tray: Tray) -> list[str]:
    return entries(submenu(tray.menu, "Copy a recent text"))


def test_everything_is_at_hand(tray: Tray) -> None:
    assert entries(tray.menu) == [
        "Ready",
        "Start dictation",
        "Cancel this dictation",
        "Pause the key",
        "Read aloud",
        "Copy a recent text",
        "Microphone",
        "Speech model",
        "Start at login",
        "Open VoiceFlow",
        "First steps",
        "Quit",
    ]


def test_the_key_stands_beside_the_start(tray: Tray) -> None:
    assert entry(tray.menu, "Start dictation").text().endswith("\tF9")


def test_the_menu_follows_the_state(qtbot: QtBot, face: Face, tray: Tray) -> None:
    assert not entry(tray.menu, "Cancel").isEnabled()
    face.bridge.state.emit(StateChanged(State.LISTENING, "one"))
    assert entries(tray.menu)[:2] == ["Listening", "Stop and insert"]
    assert entry(tray.menu, "Cancel").isEnabled()
    assert "Listening" in tray.icon.toolTip()


def test_pause_is_one_click(qtbot: QtBot, face: Face, tray: Tray) -> None:
    entry(tray.menu, "Pause the key").trigger()
    qtbot.waitUntil(lambda: face.control.paused, timeout=DEADLINE_MS)
    assert entry(tray.menu, "Pause the key").isChecked()
    assert not entry(tray.menu, "Start dictation").isEnabled()
    entry(tray.menu, "Pause the key").trigger()
    qtbot.waitUntil(lambda: not face.control.paused, timeout=DEADLINE_MS)


def test_what_leaves_this_machine_is_told_while_it_does(face: Face, tray: Tray) -> None:
    before = tray.icon.icon().pixmap(22, 22).toImage()
    use = CloudUse("speech.example.org", "sound", "openai", active=True)
    for event in (use, use, replace(use, active=False)):
        face.bridge.cloud.emit(event)
        assert "Sound goes to speech.example.org" in tray.icon.toolTip()
        assert entries(tray.menu)[1] == "Sound goes to speech.example.org"
        assert tray.icon.icon().pixmap(22, 22).toImage() != before
    face.bridge.cloud.emit(replace(use, active=False))
    assert "example" not in tray.icon.toolTip()
    assert entries(tray.menu)[1] == "Start dictation"
    assert tray.icon.icon().pixmap(22, 22).toImage() == before


def test_a_problem_is_told_until_somebody_looked(face: Face, tray: Tray) -> None:
    face.notices.add(PROBLEM)
    assert tray.icon.toolTip() == "VoiceFlow: Needs attention\nThe microphone went away"
    face.notices.see()
    assert "Ready" in tray.icon.toolTip()


def test_the_last_five_texts_newest_first(qtbot: QtBot, face: Face, tray: Tray) -> None:
    for number in range(6):
        face.keep(f"text {number}")
    face.keep("", DictationState.CANCELLED)
    tray.menu.load_recent()
    qtbot.waitUntil(lambda: recent(tray) == [f"text {number}" for number in (5, 4, 3, 2, 1)], timeout=DEADLINE_MS)


def test_a_click_copies_the_whole_text(qtbot: QtBot, face: Face, tray: Tray) -> None:
    text = "Black & white, and so much more that no menu could show it in one line.\nA second line too."
    face.keep(text)
    tray.menu.load_recent()
    qtbot.waitUntil(lambda: "Black && white" in "".join(recent(tray)), timeout=DEADLINE_MS)
    assert recent(tray)[0].endswith("…")
    submenu(tray.menu, "Copy a recent text").actions()[0].trigger()
    qtbot.waitUntil(lambda: face.core.desk.clipboard == text, timeout=DEADLINE_MS)


def test_without_texts_the_menu_says_so(qtbot: QtBot, tray: Tray) -> None:
    tray.menu.load_recent()
    qtbot.waitUntil(lambda: recent(tray) == ["Nothing was dictated yet"], timeout=DEADLINE_MS)


def test_microphones_are_looked_for_when_somebody_looks(qtbot: QtBot, face: Face, tray: Tray) -> None:
    menu = submenu(tray.menu, "Microphone")
    assert entries(menu) == ["Looking…"]
    menu.aboutToShow.emit()
    qtbot.waitUntil(lambda: entries(menu) != ["Looking…"], timeout=DEADLINE_MS)


def test_a_microphone_that_is_chosen_but_away_stays_chosen(qtbot: QtBot, face: Face) -> None:
    face.core.change("audio.device", "A microphone that is not here")
    chosen = []
    face.choices.microphones("default", chosen.extend, pytest.fail)
    qtbot.waitUntil(lambda: bool(chosen), timeout=DEADLINE_MS)
    assert [choice.label for choice in chosen if choice.chosen] == ["A microphone that is not here"]


def test_start_at_login_is_kept(
    qtbot: QtBot, face: Face, tray: Tray, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    tray.menu.aboutToShow.emit()
    assert not entry(tray.menu, "Start at login").isChecked()
    entry(tray.menu, "Start at login").trigger()
    qtbot.waitUntil(lambda: face.core.settings.ui.start_at_login, timeout=DEADLINE_MS)
    assert autostart.is_on()
    entry(tray.menu, "Start at login").trigger()
    qtbot.waitUntil(lambda: not autostart.is_on(), timeout=DEADLINE_MS)


def test_before_dictation_is_ready_nothing_can_be_started(new_face: Face) -> None:
    tray = Tray(new_face.control, new_face.choices, CloudSign(new_face.bridge))
    assert entries(tray.menu)[0] == "Getting ready"
    assert not entry(tray.menu, "Start dictation").isEnabled()


def test_each_condition_has_a_word_and_a_shape_of_its_own() -> None:
    assert len({word(each) for each in Condition}) == len(Condition)
    pictures = {each.icon: icons.icon(each.icon).pixmap(22, 22).toImage() for each in Condition}
    assert all(not picture.isNull() for picture in pictures.values())
    shapes = {name: shape(picture) for name, picture in pictures.items()}
    assert len(set(shapes.values())) == len(shapes), "some differ in their colour only"


def shape(picture: object) -> bytes:
    """The picture without its colours."""
    return bytes(picture.convertToFormat(picture.Format.Format_Grayscale8).constBits())  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("state", "problem", "expected"),
    [
        (None, False, Condition.LOADING),
        (None, True, Condition.PROBLEM),
        (State.IDLE, False, Condition.IDLE),
        (State.IDLE, True, Condition.PROBLEM),
        (State.LISTENING, True, Condition.LISTENING),
        (State.FINISHING, True, Condition.FINISHING),
        (State.PAUSED, False, Condition.PAUSED),
    ],
)
def test_what_is_being_said_counts_more_than_a_problem(state: State | None, problem: bool, expected: Condition) -> None:
    assert condition(state, problem) is expected


@pytest.mark.parametrize(
    ("text", "shown"),
    [("short", "short"), ("a\n b\tc", "a b c"), ("R&D", "R&&D"), ("x" * 60, "x" * 47 + "…")],
)
def test_a_text_becomes_one_short_line(text: str, shown: str) -> None:
    assert as_menu_text(text) == shown
