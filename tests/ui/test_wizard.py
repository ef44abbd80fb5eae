"""The first start: five steps, each of which may be skipped; what was chosen holds at once."""

import sys
import time
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QPlainTextEdit, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from tests.engines.hub_imitation import HubImitation
from tests.room import Room
from tests.ui.conftest import DEADLINE_MS, SCRIPT, Face
from tests.ui.test_recommendation import SMALL_MACHINE
from voiceflow import autostart
from voiceflow.audio.trial import Trial
from voiceflow.engines.hotkey.contract import no_global_key
from voiceflow.errors import AudioError
from voiceflow.events import Delivered, Notice, Severity, State, StateChanged
from voiceflow.ui import theme, wizard_microphone
from voiceflow.ui.notices import from_error
from voiceflow.ui.wizard import Wizard
from voiceflow.ui.wizard_memory import FirstStart
from voiceflow.ui.wizard_page import WizardPage

NO_MICROPHONE = AudioError("audio.none", "No microphone was found", "Plug one in")


class Microphones:
    """What `Sounds.try_microphone` gives: a trial that the test speaks into, or an error."""

    def __init__(self) -> None:
        self.error: AudioError | None = None
        self.opened: list[Room] = []
        self.trials: list[Trial] = []

    def __call__(self) -> Trial:
        if self.error:
            raise self.error
        self.opened.append(Room())
        self.trials.append(Trial().open(self.opened[-1]))
        return self.trials[-1]

    def hear(self, amplitude: float) -> None:
        self.opened[-1].play(np.full(5 * 160, amplitude, np.float32))


@pytest.fixture
def microphones(face: Face, monkeypatch: pytest.MonkeyPatch) -> Microphones:
    found = Microphones()
    monkeypatch.setattr(face.core.sounds, "try_microphone", found)
    return found


@pytest.fixture
def wizard(qtbot: QtBot, face: Face, microphones: Microphones) -> Wizard:
    """As somebody sees it who starts VoiceFlow for the first time."""
    made = Wizard(face.control, face.choices, theme.LIGHT, lambda: True)
    made.connect_to(face.bridge)
    qtbot.addWidget(made)
    made.open(FirstStart(face.core.paths))
    qtbot.waitUntil(made.isActiveWindow, timeout=DEADLINE_MS)
    return made


def press(wizard: Wizard, name: str) -> None:
    found = [each for each in wizard.findChildren(QAbstractButton) if each.text() == name and each.isVisible()]
    found[0].click()


def go_to(wizard: Wizard, page: WizardPage) -> None:
    while wizard.page is not page:
        press(wizard, "Next")


def words(part: QWidget) -> str:
    return "\n".join(each.text() for each in part.findChildren(QLabel) if each.isVisible())


# the way through


def test_five_steps_lead_through_it(qtbot: QtBot, wizard: Wizard) -> None:
    titles = [wizard.page.accessibleName()]
    for number in range(2, 6):
        press(wizard, "Next")
        assert f"Step {number} of 5" in words(wizard)
        titles.append(wizard.page.accessibleName())
    assert len(set(titles)) == 5
    with qtbot.waitSignal(wizard.over):
        press(wizard, "Start using VoiceFlow")
    assert not wizard.isVisible()


def test_the_keyboard_alone_leads_through_it(qtbot: QtBot, wizard: Wizard) -> None:
    for _ in range(3):
        qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)
    assert wizard.page is wizard.try_it
    assert wizard.focusWidget() is wizard.try_it.field
    for _ in range(6):
        if isinstance(wizard.focusWidget(), QAbstractButton) and wizard.focusWidget().text() == "Next":
            break
        qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Space)
    assert wizard.page is wizard.done
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)
    assert not wizard.isVisible()


def test_back_is_where_one_was(wizard: Wizard) -> None:
    go_to(wizard, wizard.model)
    press(wizard, "Back")
    assert wizard.page is wizard.key


@pytest.mark.parametrize("number", range(5))
def test_escape_skips_the_rest_on_every_page(qtbot: QtBot, face: Face, wizard: Wizard, number: int) -> None:
    go_to(wizard, wizard.pages[number])
    with qtbot.waitSignal(wizard.over):
        qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert not wizard.isVisible()
    assert not FirstStart(face.core.paths).due


def test_escape_during_a_dictation_is_that_ones_end_only(qtbot: QtBot, face: Face, wizard: Wizard) -> None:
    go_to(wizard, wizard.try_it)
    face.bridge.state.emit(StateChanged(State.LISTENING, "one", time.monotonic()))
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert wizard.isVisible()


def test_every_control_has_a_name(wizard: Wizard) -> None:
    kinds = (QAbstractButton, QComboBox, QPlainTextEdit, QProgressBar)
    nameless = [
        f"{page.accessibleName()}: {type(part).__name__}"
        for page in [wizard, *wizard.pages]
        for kind in kinds
        for part in page.findChildren(kind)
        if not part.accessibleName() and not part.text()
    ]
    assert not nameless


@pytest.mark.parametrize("number", range(5))
def test_nothing_is_cut_off_in_the_smallest_window(qtbot: QtBot, wizard: Wizard, number: int) -> None:
    """Which fits a screen of 1280 x 960 at 200 %."""
    wizard.resize(wizard.minimumSize())
    go_to(wizard, wizard.pages[number])
    qtbot.wait(50)
    assert (wizard.width(), wizard.height()) <= (640, 480)
    for part in wizard.page.findChildren(QLabel):
        if part.isVisible() and part.text():
            assert part.height() >= part.heightForWidth(part.width()), part.text()


# what is remembered


def test_who_is_new_is_led_once(face: Face, tmp_path: Path) -> None:
    paths = face.core.paths
    assert not FirstStart(paths).due, "there are settings and a history: VoiceFlow was used before"
    paths.settings_file.unlink()
    paths.database.unlink()
    first = FirstStart(paths)
    assert first.due
    first.over(face.control)
    assert not FirstStart(paths).due


def test_who_quits_halfway_goes_on_there(face: Face, wizard: Wizard) -> None:
    go_to(wizard, wizard.model)
    again = FirstStart(face.core.paths)
    assert again.due
    assert again.page == 2


def test_it_comes_again_when_it_is_asked_for(face: Face, wizard: Wizard) -> None:
    press(wizard, "Skip all")
    wizard.open(FirstStart(face.core.paths))
    assert wizard.isVisible()
    assert wizard.page is wizard.microphone


# microphone


def test_the_level_moves_and_speech_is_answered(qtbot: QtBot, wizard: Wizard, microphones: Microphones) -> None:
    qtbot.waitUntil(lambda: len(microphones.opened) == 1, timeout=DEADLINE_MS)
    page = wizard.microphone
    qtbot.waitUntil(lambda: "Say something" in words(page), timeout=DEADLINE_MS)
    microphones.hear(0.1)
    qtbot.waitUntil(lambda: "VoiceFlow hears you" in words(page), timeout=DEADLINE_MS)
    assert page.wave.level > 0.5


@pytest.mark.parametrize(("amplitude", "told"), [(0.0, "muted"), (0.001, "Come nearer")])
def test_a_microphone_that_hears_nothing_is_told_with_the_cure(
    qtbot: QtBot,
    wizard: Wizard,
    microphones: Microphones,
    monkeypatch: pytest.MonkeyPatch,
    amplitude: float,
    told: str,
) -> None:
    monkeypatch.setattr(wizard_microphone, "PATIENCE_S", 0.05)
    qtbot.waitUntil(lambda: "Say something" in words(wizard.microphone), timeout=DEADLINE_MS)
    microphones.hear(amplitude)
    qtbot.waitUntil(lambda: told in words(wizard.microphone), timeout=DEADLINE_MS)


def test_without_a_microphone_it_says_so_and_tries_again(
    qtbot: QtBot, wizard: Wizard, microphones: Microphones
) -> None:
    go_to(wizard, wizard.key)
    microphones.error = NO_MICROPHONE
    press(wizard, "Back")
    qtbot.waitUntil(lambda: "Plug one in" in words(wizard.microphone), timeout=DEADLINE_MS)
    microphones.error = None
    press(wizard, "Try again")
    qtbot.waitUntil(lambda: "Say something" in words(wizard.microphone), timeout=DEADLINE_MS)
    assert "Plug one in" not in words(wizard.microphone)


def test_another_microphone_is_listened_to_at_once(
    qtbot: QtBot, face: Face, wizard: Wizard, microphones: Microphones
) -> None:
    qtbot.waitUntil(lambda: len(microphones.opened) == 1, timeout=DEADLINE_MS)
    face.choices.choose_microphone("Headset", pytest.fail)
    qtbot.waitUntil(lambda: len(microphones.opened) == 2, timeout=DEADLINE_MS)
    assert wizard.microphone.chooser.currentText() == "Headset"


def test_a_page_left_open_gives_the_microphone_back(
    qtbot: QtBot, wizard: Wizard, microphones: Microphones, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: "Say something" in words(wizard.microphone), timeout=DEADLINE_MS)
    monkeypatch.setattr(wizard_microphone, "LONGEST_S", 0.0)
    qtbot.waitUntil(lambda: "listens no more" in words(wizard.microphone), timeout=DEADLINE_MS)
    monkeypatch.setattr(wizard_microphone, "LONGEST_S", 60.0)
    press(wizard, "Try again")
    qtbot.waitUntil(lambda: len(microphones.opened) == 2, timeout=DEADLINE_MS)


@pytest.mark.parametrize("leave", ["Next", "Skip all"])
def test_the_microphone_is_given_back(qtbot: QtBot, wizard: Wizard, microphones: Microphones, leave: str) -> None:
    qtbot.waitUntil(lambda: "Say something" in words(wizard.microphone), timeout=DEADLINE_MS)
    closed: list[bool] = []
    microphones.opened[0].close = lambda: closed.append(True)  # type: ignore[method-assign]
    press(wizard, leave)
    qtbot.waitUntil(lambda: closed == [True], timeout=DEADLINE_MS)


def test_a_dictation_has_the_microphone_for_itself(
    qtbot: QtBot, face: Face, wizard: Wizard, microphones: Microphones
) -> None:
    qtbot.waitUntil(lambda: "Say something" in words(wizard.microphone), timeout=DEADLINE_MS)
    closed: list[bool] = []
    microphones.opened[0].close = lambda: closed.append(True)  # type: ignore[method-assign]
    face.bridge.state.emit(StateChanged(State.STARTING, "one"))
    qtbot.waitUntil(lambda: closed == [True], timeout=DEADLINE_MS)
    face.bridge.state.emit(StateChanged(State.IDLE))
    qtbot.waitUntil(lambda: len(microphones.opened) == 2, timeout=DEADLINE_MS)


# key


def test_the_key_is_seen_and_nothing_is_dictated(qtbot: QtBot, face: Face, wizard: Wizard) -> None:
    go_to(wizard, wizard.key)
    assert "Press F9 now" in words(wizard.key)
    with qtbot.waitSignal(face.bridge.delivered, timeout=DEADLINE_MS) as ended:
        face.core.command("start")
    qtbot.waitUntil(lambda: "Seen" in words(wizard.key), timeout=DEADLINE_MS)
    assert ended.args and ended.args[0].state == "cancelled"
    qtbot.waitUntil(lambda: face.core.history.get(ended.args[0].dictation_id) is None, timeout=DEADLINE_MS)


def test_what_is_dictated_into_another_window_meanwhile_is_kept(qtbot: QtBot, face: Face, wizard: Wizard) -> None:
    go_to(wizard, wizard.key)
    other = QPlainTextEdit()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow, timeout=DEADLINE_MS)
    with qtbot.waitSignal(face.bridge.delivered, timeout=DEADLINE_MS) as ended:
        dictate(qtbot, face)
    assert ended.args and ended.args[0].state == "done"
    assert "Press F9 now" in words(wizard.key)


def test_a_key_that_cannot_be_had_is_told_with_the_cure(face: Face, wizard: Wizard) -> None:
    face.notices.add(from_error(no_global_key()))
    go_to(wizard, wizard.key)
    assert "voiceflow toggle" in words(wizard.key)
    assert "Press F9 now" not in words(wizard.key)


def test_another_key_is_recorded_and_asked_for(qtbot: QtBot, face: Face, wizard: Wizard) -> None:
    face.core.change("hotkey.backend", "manual")
    go_to(wizard, wizard.key)
    wizard.key.editor.record.setFocus()
    wizard.key.editor.record.click()
    qtbot.keyClick(wizard.key.editor.record, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: face.core.settings.hotkey.key == "f8", timeout=DEADLINE_MS)
    qtbot.waitUntil(lambda: "Press F8 now" in words(wizard.key), timeout=DEADLINE_MS)


# model


def test_the_model_comes_while_the_user_goes_on(
    qtbot: QtBot, hub: HubImitation, face: Face, wizard: Wizard, monkeypatch: pytest.MonkeyPatch
) -> None:
    face.core.models.hardware = SMALL_MACHINE
    face.core.change("stt.model", "tiny.en")
    monkeypatch.setattr("voiceflow.ui.recommendation.agreed", lambda *_: True)
    go_to(wizard, wizard.model)
    qtbot.waitUntil(lambda: "Recommended: the model base" in words(wizard.model), timeout=DEADLINE_MS)
    assert "dictate English right now with tiny.en" in words(wizard.model)
    with qtbot.waitSignal(face.control.installing.ended, timeout=DEADLINE_MS) as ended:
        press(wizard, "Install…")
        press(wizard, "Next")
        wizard._on_progress(50, 200, 1.0)
        assert "The model base comes: 25 %" in words(wizard)
        press(wizard, "Skip all")
    assert ended.args == [None]
    assert face.core.settings.stt.model == "base"


# try it


def test_a_dictation_arrives_and_is_told(qtbot: QtBot, face: Face, wizard: Wizard) -> None:
    go_to(wizard, wizard.try_it)
    with qtbot.waitSignal(face.bridge.delivered, timeout=DEADLINE_MS):
        dictate(qtbot, face)
    qtbot.waitUntil(lambda: "There it is" in words(wizard.try_it), timeout=DEADLINE_MS)
    assert wizard.try_it.arrived
    assert face.core.desk.texts and SCRIPT.split()[0] in face.core.desk.texts[0].lower()


def dictate(qtbot: QtBot, face: Face) -> None:
    with qtbot.waitSignal(
        face.bridge.state, timeout=DEADLINE_MS, check_params_cb=lambda event: event.state is State.STARTING
    ):
        face.core.command("start")
    qtbot.waitUntil(lambda: face.core.room.listens, timeout=DEADLINE_MS)
    face.core.room.speak(2.0)
    face.core.command("stop")


@pytest.mark.parametrize(
    ("state", "way", "told"),
    [("done", "clipboard", "on the clipboard"), ("cancelled", "kept", "Cancelled"), ("empty", "kept", "Hold F9")],
)
def test_what_came_of_it_is_said(face: Face, wizard: Wizard, state: str, way: str, told: str) -> None:
    go_to(wizard, wizard.try_it)
    face.bridge.delivered.emit(Delivered("one", state, "words" if state == "done" else "", way))
    assert told in words(wizard.try_it)


def test_what_went_wrong_is_told_with_the_cure(face: Face, wizard: Wizard) -> None:
    go_to(wizard, wizard.try_it)
    face.bridge.notice.emit(Notice(Severity.ERROR, "audio.gone", "The microphone went away", "Plug it in", "one"))
    face.bridge.delivered.emit(Delivered("one", "failed", "", "kept"))
    assert "The microphone went away. Plug it in" in words(wizard.try_it)


# done


@pytest.mark.skipif(sys.platform != "linux", reason="looks where a Linux desktop looks")
def test_start_at_login_is_offered(
    qtbot: QtBot, wizard: Wizard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    go_to(wizard, wizard.done)
    wizard.done.at_login.click()
    qtbot.waitUntil(autostart.is_on, timeout=DEADLINE_MS)


def test_it_says_the_key_the_tray_and_where_things_are(face: Face, wizard: Wizard) -> None:
    go_to(wizard, wizard.done)
    for fact in ("Hold F9", "tray", str(face.core.paths.data), "First steps"):
        assert fact in words(wizard.done)


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
@pytest.mark.parametrize("less", [False, True], ids=["moving", "still"])
def test_the_level_is_painted(wizard: Wizard, colours: theme.Colours, less: bool) -> None:
    wave = wizard.microphone.wave
    wizard.set_colours(colours)
    wizard.set_reduced_motion(less)
    quiet = wave.grab().toImage()
    wave.add(-12.0, True)
    assert wave.grab().toImage() != quiet
