"""Consent in the window: what is named, what is changed, what the privacy page says of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import DEADLINE_MS, Face
from tests.ui.test_settings_page import setting, words
from voiceflow.cloud.keys import Keys
from voiceflow.ui.cloud import CloudServices, ServiceRow
from voiceflow.ui.settings_panel import SettingsPanel

HOST = "speech.googleapis.com"


@pytest.fixture
def cloud(panel: SettingsPanel) -> CloudServices:
    panel.open_section("cloud")
    return panel.cloud


@pytest.fixture
def keyring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "tests.history.keyring_of_a_test.Keyring")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    monkeypatch.setenv("TEST_KEYRING", str(tmp_path / "keyring.json"))


def press(made: ServiceRow, text: str) -> None:
    next(each for each in made.findChildren(QPushButton) if each.text() == text and each.isVisibleTo(made)).click()


def answer(cloud: CloudServices, name: str) -> list[str]:
    """The next question is answered with that button; its words are in the list then."""
    asked: list[str] = []
    timer = QTimer(cloud, interval=20)

    def look() -> None:
        for box in cloud.window().findChildren(QMessageBox):
            timer.stop()
            asked.append(f"{box.text()}\n{box.informativeText()}")
            next(each for each in box.buttons() if each.text().replace("&", "") == name).click()

    timer.timeout.connect(look)
    timer.start()
    return asked


@pytest.mark.usefixtures("keyring")
class TestServices:
    def test_nothing_is_allowed_at_first(self, cloud: CloudServices) -> None:
        assert "Nothing leaves this machine." in words(cloud)
        assert f"nothing is sent to {HOST}" in words(cloud)

    def test_host_and_data_are_named_before_anything_is_allowed(
        self, qtbot: QtBot, new_face: Face, cloud: CloudServices
    ) -> None:
        asked = answer(cloud, "Cancel")
        press(cloud.rows["google"], "Allow…")
        assert f"the sound of what you dictate will be sent to {HOST}" in asked[0]
        assert "the text that is read aloud will be sent to texttospeech.googleapis.com" in asked[0]
        assert not new_face.core.settings.cloud.enabled

    def test_what_was_agreed_to_holds_until_it_is_taken_back(
        self, qtbot: QtBot, new_face: Face, panel: SettingsPanel, cloud: CloudServices
    ) -> None:
        answer(cloud, "Allow")
        press(cloud.rows["google"], "Allow…")
        qtbot.waitUntil(lambda: new_face.core.settings.cloud.enabled, timeout=DEADLINE_MS)
        assert f"sound => {HOST}" in new_face.core.settings.cloud.allowed
        qtbot.waitUntil(lambda: "Something may leave" in words(cloud), timeout=DEADLINE_MS)
        panel.open_section("privacy")
        qtbot.waitUntil(lambda: f"The sound of what you dictate, to {HOST}" in words(panel.privacy))
        panel.open_section("cloud")
        press(cloud.rows["google"], "Forbid")
        qtbot.waitUntil(lambda: not new_face.core.settings.cloud.enabled, timeout=DEADLINE_MS)
        qtbot.waitUntil(lambda: "Nothing that you say" in panel.privacy._leaving.text(), timeout=DEADLINE_MS)

    def test_a_key_is_kept_in_the_keyring_and_not_shown(self, qtbot: QtBot, cloud: CloudServices) -> None:
        made = cloud.rows["yandex"]
        line = made.findChild(QLineEdit)
        line.setText("sk-very-secret")
        press(made, "Keep key")
        assert line.text() == ""
        remove = next(each for each in made.findChildren(QPushButton) if each.text() == "Remove key")
        qtbot.waitUntil(lambda: remove.isVisibleTo(made), timeout=DEADLINE_MS)
        assert Keys().get("yandex", "stt.api.cloud.yandex.net") == "sk-very-secret"
        assert "sk-very" not in words(cloud)

    def test_a_server_on_this_machine_needs_no_leave(
        self, qtbot: QtBot, new_face: Face, panel: SettingsPanel, cloud: CloudServices
    ) -> None:
        new_face.core.change("cleanup.url", "http://127.0.0.1:11434/v1")
        panel.open_section("cleanup")
        qtbot.waitUntil(lambda: "127.0.0.1:11434, which is this machine" in words(panel.cleanup), timeout=DEADLINE_MS)

    def test_the_switch_names_what_it_would_let_out(
        self, qtbot: QtBot, new_face: Face, panel: SettingsPanel, cloud: CloudServices
    ) -> None:
        new_face.core.change("cloud.allowed", [f"sound => {HOST}"])
        switch = setting(qtbot, panel, "cloud.enabled")
        asked = answer(cloud, "Cancel")
        switch.wanted.emit(True)
        assert f"sound => {HOST}" in asked[0]
        assert not new_face.core.settings.cloud.enabled
        answer(cloud, "Switch on")
        switch.wanted.emit(True)
        qtbot.waitUntil(lambda: new_face.core.settings.cloud.enabled, timeout=DEADLINE_MS)


def test_without_a_keyring_it_says_so(qtbot: QtBot, cloud: CloudServices) -> None:
    qtbot.waitUntil(lambda: "keyring, where keys are kept, is not there" in words(cloud), timeout=DEADLINE_MS)


def test_an_engine_that_may_not_be_used_is_grey_and_says_why(qtbot: QtBot, panel: SettingsPanel) -> None:
    box = setting(qtbot, panel, "stt.engine").editor
    box.showPopup()
    qtbot.waitUntil(lambda: box.count() > 3, timeout=DEADLINE_MS)
    at = next(index for index in range(box.count()) if box.itemData(index) == "google")
    assert not box.model().item(at).isEnabled()
    assert f"would be sent to {HOST}" in box.itemText(at)
    box.hidePopup()
