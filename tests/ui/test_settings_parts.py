"""The parts of the settings page that are more than a field: the key, the microphone, privacy."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import DEADLINE_MS, Face
from tests.ui.test_settings_page import becomes, setting, value, words
from tests.ui.test_window import named
from voiceflow.audio.speaker import Playback
from voiceflow.engines.hotkey.keys import Combination, taken
from voiceflow.engines.hotkey.manual import ManualHotkey
from voiceflow.errors import AudioError
from voiceflow.events import State, StateChanged
from voiceflow.ui import microphone_check
from voiceflow.ui.key_recorder import KeyEditor, RecordButton
from voiceflow.ui.settings_panel import SettingsPanel


class TestKey:
    @pytest.fixture
    def editor(self, qtbot: QtBot, new_face: Face, panel: SettingsPanel) -> KeyEditor:
        new_face.core.change("hotkey.backend", "manual")
        made = setting(qtbot, panel, "hotkey.key").editor
        assert isinstance(made, KeyEditor)
        return made

    def test_it_is_recorded_by_pressing_it(self, qtbot: QtBot, new_face: Face, editor: KeyEditor) -> None:
        editor.record.setFocus()
        editor.record.click()
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        QTest.keyClick(editor.record, Qt.Key.Key_D, held)
        becomes(qtbot, new_face, "hotkey.key", "ctrl+alt+d")
        assert editor.line.text() == "Ctrl+Alt+D"

    def test_dictation_is_paused_meanwhile(self, qtbot: QtBot, face: Face) -> None:
        button = RecordButton(face.control)
        qtbot.addWidget(button)
        button.click()
        qtbot.waitUntil(lambda: face.control.paused, timeout=DEADLINE_MS)
        button.click()
        qtbot.waitUntil(lambda: not face.control.paused, timeout=DEADLINE_MS)

    @pytest.mark.parametrize(
        ("key", "name"),
        [(Qt.Key.Key_F12, "f12"), (Qt.Key.Key_Pause, "pause"), (Qt.Key.Key_ScrollLock, "scroll_lock")],
    )
    def test_keys_have_the_settings_names(
        self, qtbot: QtBot, new_face: Face, editor: KeyEditor, key: Qt.Key, name: str
    ) -> None:
        editor.record.setFocus()
        editor.record.click()
        QTest.keyClick(editor.record, key)
        becomes(qtbot, new_face, "hotkey.key", name)

    def test_leaving_ends_the_recording(
        self, qtbot: QtBot, new_face: Face, panel: SettingsPanel, editor: KeyEditor
    ) -> None:
        editor.record.setFocus()
        editor.record.click()
        panel.search.setFocus()
        assert not editor.record.isChecked()
        assert value(new_face, "hotkey.key") == "F9"

    @pytest.mark.parametrize(
        ("key", "reason"),
        [("d", "could not type it"), ("F99", "There is no key F99"), ("escape", "already cancels a dictation")],
    )
    def test_what_cannot_be_the_key_is_told(
        self, qtbot: QtBot, new_face: Face, panel: SettingsPanel, editor: KeyEditor, key: str, reason: str
    ) -> None:
        editor.changed.emit(key)
        entry = panel.rows["hotkey.key"]
        qtbot.waitUntil(lambda: reason in entry.error, timeout=DEADLINE_MS)
        assert value(new_face, "hotkey.key") == "F9"

    def test_a_key_of_another_program_is_told(
        self, qtbot: QtBot, new_face: Face, panel: SettingsPanel, editor: KeyEditor, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        error = taken(Combination((), "f8"))
        monkeypatch.setattr(ManualHotkey, "conflict", staticmethod(lambda key: error))
        editor.changed.emit("F8")
        qtbot.waitUntil(lambda: "taken by another program" in panel.rows["hotkey.key"].error, timeout=DEADLINE_MS)
        assert value(new_face, "hotkey.key") == "F9"


class TestMicrophone:
    @pytest.fixture
    def heard(self, new_face: Face, panel: SettingsPanel, monkeypatch: pytest.MonkeyPatch) -> list[np.ndarray]:
        """What the speaker played."""
        played: list[np.ndarray] = []

        def play(sound: np.ndarray) -> Playback:
            played.append(sound)
            playback = Playback()
            playback._finished.set()
            return playback

        monkeypatch.setattr(new_face.core.sounds, "microphone", new_face.core.room)
        monkeypatch.setattr(new_face.core.sounds, "play", play)
        panel.open_section("audio")
        return played

    def record(self, qtbot: QtBot, panel: SettingsPanel) -> None:
        named(panel.microphone, "Record a test").click()
        qtbot.waitUntil(lambda: panel.microphone.recording, timeout=DEADLINE_MS)

    def test_the_level_moves_and_the_recording_plays_back(
        self, qtbot: QtBot, new_face: Face, panel: SettingsPanel, heard: list[np.ndarray]
    ) -> None:
        self.record(qtbot, panel)
        new_face.core.room.speak(1.0)
        qtbot.waitUntil(lambda: panel.microphone._level.value() > 20, timeout=DEADLINE_MS)
        named(panel.microphone, "Stop").click()
        assert "The level is good." in words(panel.microphone)
        named(panel.microphone, "Play it").click()
        qtbot.waitUntil(lambda: bool(heard), timeout=DEADLINE_MS)
        assert heard[0].shape == (round(1.3 * 16_000),)
        qtbot.waitUntil(panel.microphone._play.isEnabled, timeout=DEADLINE_MS)

    def test_it_ends_by_itself(
        self, qtbot: QtBot, new_face: Face, panel: SettingsPanel, heard: list[np.ndarray]
    ) -> None:
        self.record(qtbot, panel)
        new_face.core.room.speak(microphone_check.LONGEST_S)
        qtbot.waitUntil(lambda: not panel.microphone.recording, timeout=DEADLINE_MS)

    def test_silence_is_told(self, qtbot: QtBot, panel: SettingsPanel, heard: list[np.ndarray]) -> None:
        self.record(qtbot, panel)
        named(panel.microphone, "Stop").click()
        assert "Nothing was heard" in words(panel.microphone)

    @pytest.mark.parametrize("leave", ["dictation", "page"])
    def test_it_lets_go_of_the_microphone(
        self, qtbot: QtBot, new_face: Face, panel: SettingsPanel, heard: list[np.ndarray], leave: str
    ) -> None:
        self.record(qtbot, panel)
        if leave == "dictation":
            new_face.bridge.state.emit(StateChanged(State.STARTING, "one"))
        else:
            panel.open_section("text")
        assert not panel.microphone.recording
        new_face.core.room.speak(0.1)
        assert panel.microphone._trial is not None
        assert panel.microphone._trial.duration_s == 0

    def test_no_microphone_is_told_with_the_cure(
        self,
        qtbot: QtBot,
        new_face: Face,
        panel: SettingsPanel,
        heard: list[np.ndarray],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        def refuse(*_: object) -> None:
            raise AudioError("audio.no_microphone", "No microphone was found", "Plug one in")

        monkeypatch.setattr(new_face.core.sounds, "microphone", refuse)
        named(panel.microphone, "Record a test").click()
        qtbot.waitUntil(lambda: "Plug one in" in words(panel.microphone), timeout=DEADLINE_MS)


class TestPrivacy:
    @pytest.fixture(autouse=True)
    def opened(self, panel: SettingsPanel) -> None:
        panel.open_section("privacy")

    def test_it_says_what_leaves_and_from_where_models_come(self, panel: SettingsPanel) -> None:
        told = words(panel.privacy)
        assert "Nothing that you say" in told
        assert "https://huggingface.co" in told

    def test_it_follows_the_settings(self, qtbot: QtBot, new_face: Face, panel: SettingsPanel) -> None:
        qtbot.waitUntil(lambda: "kept until you delete them" in words(panel.privacy), timeout=DEADLINE_MS)
        new_face.core.change("history.keep_days", 14)
        qtbot.waitUntil(lambda: "older than 14 days" in words(panel.privacy), timeout=DEADLINE_MS)

    def test_it_says_where_the_key_really_is(self, qtbot: QtBot, new_face: Face, panel: SettingsPanel) -> None:
        assert new_face.core.history, "whose key is in a file now"
        new_face.core.change("history.key_storage", "keyring")
        panel.privacy._kept.clear()
        panel.privacy.refresh()
        qtbot.waitUntil(lambda: bool(panel.privacy._kept.text()), timeout=DEADLINE_MS)
        assert "Its key is in a file beside it" in panel.privacy._kept.text()

    def test_settings_go_out_and_come_in(
        self, qtbot: QtBot, new_face: Face, panel: SettingsPanel, tmp_path: Path
    ) -> None:
        file = tmp_path / "mine.toml"
        panel.privacy.export_to(str(file))
        qtbot.waitUntil(file.is_file, timeout=DEADLINE_MS)
        new_face.core.change("hotkey.tap_ms", 900)
        panel.privacy.import_from(str(file))
        becomes(qtbot, new_face, "hotkey.tap_ms", 400)
        assert dataclasses.asdict(new_face.core.settings)["stt"]["engine"] == "scripted"

    def test_a_file_that_is_none_is_refused(
        self, qtbot: QtBot, new_face: Face, panel: SettingsPanel, tmp_path: Path
    ) -> None:
        file = tmp_path / "mine.toml"
        file.write_text("[ui]\ntheme = 7\n")
        panel.privacy.import_from(str(file))
        qtbot.waitUntil(lambda: "mine.toml, line 2" in words(panel.privacy), timeout=DEADLINE_MS)


def test_insertion_can_be_tried_beside_its_settings(qtbot: QtBot, new_face: Face, panel: SettingsPanel) -> None:
    panel.open_section("insertion")
    assert panel.insertion.isVisible()
    assert "hold F9" in panel.insertion.field.placeholderText()
    new_face.core.change("hotkey.key", "pause")
    qtbot.waitUntil(lambda: "hold Pause" in panel.insertion.field.placeholderText(), timeout=DEADLINE_MS)
    panel.open_section("text")
    assert not panel.insertion.isVisible()
