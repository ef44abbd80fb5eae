"""The settings page: every setting, changed at once, refused with a reason, found by a word."""

import threading
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import DEADLINE_MS, Face
from tests.ui.test_window import nameless
from voiceflow.settings_keys import keys
from voiceflow.ui.settings_panel import SettingsPanel
from voiceflow.ui.settings_row import SettingRow
from voiceflow.ui.settings_words import section_title
from voiceflow.ui.window import SETTINGS, Window


@pytest.fixture
def window(qtbot: QtBot, new_face: Face) -> Window:
    window = new_face.window(qtbot)
    window.bring_to_front()
    window.open_page(SETTINGS)
    qtbot.waitUntil(lambda: window.settings.panel is not None, timeout=DEADLINE_MS)
    return window


def setting(qtbot: QtBot, panel: SettingsPanel, name: str) -> SettingRow:
    panel.open_section(name.partition(".")[0])
    qtbot.waitUntil(lambda: name in panel.rows, timeout=DEADLINE_MS)
    return panel.rows[name]


def value(new_face: Face, name: str) -> Any:
    section, _, entry = name.partition(".")
    return getattr(getattr(new_face.core.settings, section), entry)


def becomes(qtbot: QtBot, new_face: Face, name: str, expected: object) -> None:
    qtbot.waitUntil(lambda: value(new_face, name) == expected, timeout=DEADLINE_MS)


def words(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget))


def made_whole(qtbot: QtBot, panel: SettingsPanel) -> None:
    """Every section has been built."""
    panel.search.setText("e")
    qtbot.waitUntil(lambda: not panel._missing, timeout=DEADLINE_MS)


def test_every_setting_is_there_with_its_help_and_a_name(qtbot: QtBot, window: Window) -> None:
    panel = window.settings.panel
    assert panel
    made_whole(qtbot, panel)
    assert panel.rows.keys() == keys().keys()
    for name, entry in panel.rows.items():
        assert keys()[name].help in words(entry)
        assert entry.editor.accessibleName() == entry.title
        assert keys()[name].help in entry.editor.accessibleDescription()
    assert len({(name.partition(".")[0], entry.title) for name, entry in panel.rows.items()}) == len(panel.rows)
    assert nameless(window) == []


def test_everything_can_be_reached_by_keyboard(qtbot: QtBot, panel: SettingsPanel) -> None:
    made_whole(qtbot, panel)
    editors = [entry.editor.focusProxy() or entry.editor for entry in panel.rows.values()]
    assert all(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in [*editors, panel.sections, panel.search])


def test_sections_are_opened_by_their_titles(qtbot: QtBot, panel: SettingsPanel) -> None:
    for section in ("history", "text"):
        panel.open_section(section)
        shown = [card.accessibleName() for card in panel._cards.values() if card.isVisible()]
        assert shown == [section_title(section)]


def test_a_switch_holds_at_once(qtbot: QtBot, new_face: Face, panel: SettingsPanel) -> None:
    setting(qtbot, panel, "text.fillers").editor.click()
    becomes(qtbot, new_face, "text.fillers", False)
    assert "fillers = false" in new_face.core.paths.settings_file.read_text()


def test_a_choice_holds_at_once_and_reads_as_words(qtbot: QtBot, new_face: Face, panel: SettingsPanel) -> None:
    box = setting(qtbot, panel, "hotkey.mode").editor
    assert [box.itemText(index) for index in range(box.count())] == [
        "Hold or tap", "Hold to speak", "Press to start and stop", "Hands-free",
    ]  # fmt: skip
    QTest.keyClick(box, Qt.Key.Key_Down)
    becomes(qtbot, new_face, "hotkey.mode", "hold")


def test_numbers_stay_in_their_range_and_have_units(qtbot: QtBot, new_face: Face, panel: SettingsPanel) -> None:
    box = setting(qtbot, panel, "hotkey.tap_ms").editor
    assert (box.minimum(), box.maximum(), box.text()) == (100, 2000, "400 ms")
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "650")
    QTest.keyClick(box, Qt.Key.Key_Return)
    becomes(qtbot, new_face, "hotkey.tap_ms", 650)


def test_a_list_has_one_entry_a_line(qtbot: QtBot, new_face: Face, panel: SettingsPanel) -> None:
    field = setting(qtbot, panel, "stt.hotwords").editor
    field.setFocus()
    field.insertPlainText("VoiceFlow\nPySide\n")
    assert value(new_face, "stt.hotwords") == []
    panel.search.setFocus()
    becomes(qtbot, new_face, "stt.hotwords", ["VoiceFlow", "PySide"])


def test_what_cannot_be_is_refused_beside_the_field(qtbot: QtBot, new_face: Face, panel: SettingsPanel) -> None:
    entry = setting(qtbot, panel, "text.replacements")
    entry.editor.setFocus()
    entry.editor.insertPlainText("gonna is going to")
    panel.search.setFocus()
    qtbot.waitUntil(lambda: bool(entry.error), timeout=DEADLINE_MS)
    assert value(new_face, "text.replacements") == []
    assert entry.editor.toPlainText() == "gonna is going to", "what was typed can be put right"
    entry.editor.setFocus()
    entry.editor.selectAll()
    entry.editor.insertPlainText("gonna => going to")
    panel.search.setFocus()
    becomes(qtbot, new_face, "text.replacements", ["gonna => going to"])
    qtbot.waitUntil(lambda: not entry.error, timeout=DEADLINE_MS)


def test_a_change_made_elsewhere_is_shown(qtbot: QtBot, new_face: Face, panel: SettingsPanel) -> None:
    tail, cue = setting(qtbot, panel, "audio.tail_ms"), setting(qtbot, panel, "audio.start_cue")
    new_face.core.change("audio.tail_ms", 350)
    new_face.core.change("audio.start_cue", True)
    qtbot.waitUntil(lambda: (tail.editor.value(), cue.editor.isChecked()) == (350, True), timeout=DEADLINE_MS)


def test_reset_gives_the_default_back(qtbot: QtBot, new_face: Face, panel: SettingsPanel) -> None:
    entry = setting(qtbot, panel, "history.keep_days")
    assert not entry._reset.isVisibleTo(entry)
    new_face.core.change("history.keep_days", 30)
    qtbot.waitUntil(lambda: entry._reset.isVisibleTo(entry), timeout=DEADLINE_MS)
    assert entry._reset.accessibleName() == "Reset Keep dictations"
    entry._reset.click()
    becomes(qtbot, new_face, "history.keep_days", 0)
    qtbot.waitUntil(lambda: not entry._reset.isVisibleTo(entry), timeout=DEADLINE_MS)


def test_many_changes_at_once_end_with_the_last(qtbot: QtBot, new_face: Face, panel: SettingsPanel) -> None:
    setting(qtbot, panel, "audio.tail_ms")
    for number in range(40):
        panel._changes.make("audio.tail_ms", number)
    qtbot.waitUntil(lambda: not panel._changes.under_way("audio.tail_ms"), timeout=DEADLINE_MS)
    assert value(new_face, "audio.tail_ms") == 39


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("number", {"text.numbers"}),
        ("hands-free pause", {"hotkey.hands_free_pause_ms"}),
        ("stt.beam", {"stt.beam_size"}),
        ("alerts memory critical", {"metrics.memory_critical_percent"}),
        ("no such thing", set()),
    ],
)
def test_search_finds_by_title_help_section_and_name(
    qtbot: QtBot, panel: SettingsPanel, typed: str, expected: set[str]
) -> None:
    panel.search.setText(typed)
    qtbot.waitUntil(lambda: not panel._missing, timeout=DEADLINE_MS)
    shown = {name for name, entry in panel.rows.items() if entry.isVisible()}
    assert shown >= expected if expected else not shown
    assert ("No setting is called that." in words(panel)) == (not expected)
    panel.sections.setCurrentRow(2)
    assert panel.search.text() == ""


def test_the_wheel_scrolls_the_page_and_changes_nothing(qtbot: QtBot, new_face: Face, panel: SettingsPanel) -> None:
    box = setting(qtbot, panel, "hotkey.mode").editor
    panel.search.setFocus()
    at = QPointF(5, 5)
    nothing, down = QPoint(0, 0), QPoint(0, -120)
    event = QWheelEvent(
        at, box.mapToGlobal(at), nothing, down, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, event)
    assert box.currentData() == "hybrid"


def test_a_file_that_is_not_sound_is_told(qtbot: QtBot, new_face: Face, panel: SettingsPanel) -> None:
    file = new_face.core.paths.settings_file
    file.write_text(file.read_text() + '[ui]\ntheme = "pink"\n')
    new_face.core.reload_settings()
    qtbot.waitUntil(lambda: "pink" in words(panel), timeout=DEADLINE_MS)
    assert "config.toml: line" in words(panel)


def test_nothing_waits_on_the_ui_thread(new_face: Face, panel: SettingsPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[str] = []
    done = threading.Event()

    def change(name: str, value: object) -> None:
        threads.append(threading.current_thread().name)
        done.set()

    monkeypatch.setattr(new_face.core, "change", change)
    panel._changes.make("ui.overlay", False)
    assert done.wait(10)
    assert threads == ["ui work"]
