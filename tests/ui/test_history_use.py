"""Dictations on the history's page: heard, corrected, tried by another model, filtered, starred, exported."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.conftest import DEADLINE_MS, SCRIPT, Face
from tests.ui.test_history_page import answer, focus_list, load, named, open_row, page, shown, wait_for
from voiceflow.events import Corrected, Event, HistoryChanged
from voiceflow.history.records import DictationState
from voiceflow.ui import theme
from voiceflow.ui.history_page import HistoryPage
from voiceflow.ui.history_text import TextField

__all__ = ["page"]


class HeldSound:
    """A speaker that is at the place where the test says, and an end of the sound when it says so."""

    def __init__(self, sound: np.ndarray) -> None:
        self.sound, self.position_s, self.over = sound, 0.0, False
        self.error: Exception | None = None

    def stop(self) -> None:
        self.over = True

    def wait(self, _: float | None = None) -> bool:
        return self.over


@pytest.fixture
def heard(face: Face, monkeypatch: pytest.MonkeyPatch) -> list[HeldSound]:
    played: list[HeldSound] = []

    def play(sound: np.ndarray) -> HeldSound:
        played.append(HeldSound(sound))
        return played[-1]

    monkeypatch.setattr(face.core.sounds, "play", play)
    return played


@pytest.fixture
def with_sound(qtbot: QtBot, face: Face, page: HistoryPage) -> HistoryPage:
    record = face.keep("to be heard")
    face.give_sound(record, 4.0)
    load(qtbot, page)
    qtbot.waitUntil(page.detail.player.isVisible, timeout=DEADLINE_MS)
    return page


def press_play(qtbot: QtBot, page: HistoryPage, heard: list[HeldSound], times: int = 1) -> None:
    named(page, "Play").click()
    qtbot.waitUntil(lambda: len(heard) == times and page.detail.player.is_playing, timeout=DEADLINE_MS)


def test_the_cursor_follows_the_sound_to_its_end(qtbot: QtBot, with_sound: HistoryPage, heard: list[HeldSound]) -> None:
    waveform = with_sound.detail.player.waveform
    assert waveform.duration_s == pytest.approx(4.3)
    press_play(qtbot, with_sound, heard)
    heard[0].position_s = 1.5
    qtbot.waitUntil(lambda: waveform.position_s == 1.5, timeout=DEADLINE_MS)
    heard[0].over = True
    qtbot.waitUntil(lambda: waveform.position_s == waveform.duration_s, timeout=DEADLINE_MS)
    assert named(with_sound, "Play").isVisible()


def test_it_goes_on_where_it_was_paused_and_where_somebody_clicks(
    qtbot: QtBot, with_sound: HistoryPage, heard: list[HeldSound]
) -> None:
    player = with_sound.detail.player
    press_play(qtbot, with_sound, heard)
    heard[0].position_s = 1.0
    qtbot.waitUntil(lambda: player.waveform.position_s == 1.0, timeout=DEADLINE_MS)
    named(with_sound, "Pause").click()
    assert heard[0].over
    press_play(qtbot, with_sound, heard, 2)
    assert len(heard[1].sound) == len(heard[0].sound) - 16_000
    middle = player.waveform.rect().center()
    qtbot.mouseClick(player.waveform, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.waitUntil(lambda: len(heard) == 3, timeout=DEADLINE_MS)
    assert len(heard[2].sound) == pytest.approx(len(heard[0].sound) / 2, rel=0.02)


def test_the_waveform_is_used_by_keyboard(qtbot: QtBot, with_sound: HistoryPage, heard: list[HeldSound]) -> None:
    waveform = with_sound.detail.player.waveform
    qtbot.keyClick(waveform, Qt.Key.Key_Right)
    qtbot.keyClick(waveform, Qt.Key.Key_Right)
    qtbot.keyClick(waveform, Qt.Key.Key_Left)
    assert waveform.position_s == 1.0
    assert waveform.accessibleDescription() == "1 of 4 seconds"
    qtbot.keyClick(waveform, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(heard) == 1, timeout=DEADLINE_MS)
    assert len(heard[0].sound) == round(3.3 * 16_000)


def test_another_dictation_ends_the_sound(
    qtbot: QtBot, face: Face, with_sound: HistoryPage, heard: list[HeldSound]
) -> None:
    press_play(qtbot, with_sound, heard)
    newer = face.keep("silent")
    with_sound.on_history(HistoryChanged(newer.id))
    wait_for(qtbot, with_sound, ["silent", "to be heard"])
    open_row(with_sound, 0)
    assert heard[0].over
    qtbot.waitUntil(lambda: not with_sound.detail.player.isVisible(), timeout=DEADLINE_MS)


def test_a_sound_that_cannot_be_played_says_why(
    qtbot: QtBot, face: Face, with_sound: HistoryPage, heard: list[HeldSound]
) -> None:
    press_play(qtbot, with_sound, heard)
    heard[0].error, heard[0].over = RuntimeError("no speaker"), True
    qtbot.waitUntil(lambda: len(face.notices) == 1, timeout=DEADLINE_MS)
    assert not with_sound.detail.player.is_playing


def test_the_sound_alone_is_deleted(qtbot: QtBot, face: Face, with_sound: HistoryPage) -> None:
    answer(with_sound, "Delete")
    with_sound.detail.ask_to_delete_sound()
    qtbot.waitUntil(lambda: not with_sound.detail.player.isVisible(), timeout=DEADLINE_MS)
    assert face.core.history.audio(with_sound.detail.shown_id) == b""
    assert shown(with_sound) == ["to be heard"]


@pytest.fixture
def told(face: Face) -> list[Event]:
    found: list[Event] = []
    face.core.events.subscribe(Corrected, found.append)
    return found


def test_a_text_is_corrected_in_place(qtbot: QtBot, face: Face, page: HistoryPage, told: list[Event]) -> None:
    record = face.keep("Helo world")
    load(qtbot, page)
    page.detail.text.field.setFocus()
    page.detail.text.field.setPlainText("Hello world")
    named(page, "Save correction").click()
    wait_for(qtbot, page, ["Hello world"])
    qtbot.waitUntil(lambda: told == [Corrected(record.id, "Helo world", "Hello world")], timeout=DEADLINE_MS)
    assert "corrected" in page.detail._meta.text()
    assert not named(page, "Save correction").isVisible()


def test_what_was_written_is_saved_when_another_dictation_is_opened(
    qtbot: QtBot, face: Face, page: HistoryPage
) -> None:
    record = face.keep("Helo world")
    face.keep("newer")
    load(qtbot, page)
    open_row(page, 1)
    page.detail.text.field.setPlainText("Hello world")
    open_row(page, 0)
    wait_for(qtbot, page, ["newer", "Hello world"])
    assert page.detail.text.text == "newer"
    assert face.kept(record).text == "Hello world"


def test_what_is_only_looked_at_is_not_corrected(qtbot: QtBot) -> None:
    told: list[tuple[str, str]] = []
    field = TextField(theme.LIGHT)
    qtbot.addWidget(field)
    field.corrected.connect(lambda *correction: told.append(correction))
    texts = ["Il a dit\u00a0: 10\u202f%", "a\r\nb", "a\u2028b", "a\u2029b\rc", "\t\U0001f600"]
    for number, text in enumerate([*texts, ""]):
        field.show_text(str(number), text, "")
    assert not told


def test_a_correction_can_be_discarded(qtbot: QtBot, face: Face, page: HistoryPage) -> None:
    record = face.keep("as it was")
    load(qtbot, page)
    page.detail.text.field.setPlainText("something else")
    named(page, "Discard").click()
    assert page.detail.text.text == "as it was"
    assert not face.kept(record).corrected


def test_another_model_leaves_both_texts(qtbot: QtBot, face: Face, page: HistoryPage) -> None:
    record = face.keep("a first text", model="older")
    face.give_sound(record)
    load(qtbot, page)
    page.detail._transcribe(face.core.settings.stt.model)
    qtbot.waitUntil(lambda: SCRIPT in page.detail.text.text.lower(), timeout=DEADLINE_MS)
    changes = page.detail.changes
    qtbot.waitUntil(lambda: changes.isTabVisible(2), timeout=DEADLINE_MS)
    assert changes.choice.currentText().startswith("older, until")
    assert changes.other.toPlainText() == "a first text"
    changes.setCurrentIndex(2)
    named(page, "Use this text").click()
    qtbot.waitUntil(lambda: page.detail.text.text == "a first text", timeout=DEADLINE_MS)
    assert face.kept(record).model == "older"
    assert len(face.core.history.earlier_texts(record.id)) == 1


def test_the_installed_models_are_offered(qtbot: QtBot, face: Face, page: HistoryPage) -> None:
    face.keep("a text")
    load(qtbot, page)
    named(page, "With model…").click()

    def offered() -> list[str]:
        menus = [each for each in page.detail.findChildren(QMenu) if each.accessibleName() == "Models"]
        return [action.text() for each in menus for action in each.actions()]

    qtbot.waitUntil(lambda: bool(offered()), timeout=DEADLINE_MS)
    usable = [entry.name for entry in face.core.models.list() if entry.family == "stt" and entry.usable]
    assert offered() == (usable or ["None is installed"])
    for popup in page.detail.findChildren(QMenu):
        popup.close()


def choose(box: Any, value: object) -> None:
    box.setCurrentIndex(next(each for each in range(box.count()) if box.itemData(each) == value))


def test_filters_narrow_the_list(qtbot: QtBot, face: Face, page: HistoryPage) -> None:
    face.keep("a", DictationState.DONE, app="mail", starred=True)
    face.keep("b", DictationState.DONE, app="editor", model="base")
    face.keep("c", DictationState.FAILED, app="mail")
    load(qtbot, page)
    choose(page.filters.state, (DictationState.FAILED,))
    wait_for(qtbot, page, ["c"])
    named(page, "Show all").click()
    wait_for(qtbot, page, ["c", "b", "a"])
    page.filters.starred.click()
    wait_for(qtbot, page, ["a"])
    page.filters.starred.click()
    page.filters.app.wanted.emit()
    qtbot.waitUntil(lambda: page.filters.app.count() == 3, timeout=DEADLINE_MS)
    choose(page.filters.app, "mail")
    page.filters.app.chosen.emit("mail")
    wait_for(qtbot, page, ["c", "a"])
    qtbot.keyClicks(page.search, "b")
    qtbot.waitUntil(lambda: "Nothing was found" in page._note.text() and page._note.isVisible(), timeout=DEADLINE_MS)


def test_days_can_be_chosen(qtbot: QtBot, face: Face, page: HistoryPage) -> None:
    face.keep("of 2023")
    load(qtbot, page)
    choose(page.filters.period, 0)
    wait_for(qtbot, page, [])
    assert page._note.text() == "No dictation is like that."
    choose(page.filters.period, -1)
    page.filters.first.setDate(QDate(2023, 11, 1))
    page.filters.last.setDate(QDate(2023, 11, 30))
    wait_for(qtbot, page, ["of 2023"])


def test_what_was_searched_is_marked_in_the_text(qtbot: QtBot, face: Face, page: HistoryPage) -> None:
    face.keep("😀 The red garden and the gardener")
    load(qtbot, page)
    qtbot.keyClicks(page.search, "gard")
    field = page.detail.text.field
    qtbot.waitUntil(lambda: len(field.extraSelections()) == 2, timeout=DEADLINE_MS)
    assert [each.cursor.selectedText() for each in field.extraSelections()] == ["gard", "gard"]


def test_a_star_is_set_and_taken_away(qtbot: QtBot, face: Face, page: HistoryPage) -> None:
    record = face.keep("precious")
    load(qtbot, page)
    for starred in (True, False):
        page.detail._star.click()
        qtbot.waitUntil(lambda wanted=starred: face.kept(record).starred is wanted, timeout=DEADLINE_MS)
        qtbot.waitUntil(lambda wanted=starred: page.detail._dictation.starred is wanted, timeout=DEADLINE_MS)


def test_many_are_starred_and_deleted(qtbot: QtBot, face: Face, page: HistoryPage) -> None:
    for number in range(3):
        face.keep(f"text {number}")
    load(qtbot, page)
    focus_list(qtbot, page)
    page.list.selectAll()
    qtbot.waitUntil(page.selection.isVisible, timeout=DEADLINE_MS)
    assert "3 dictations" in page.selection._count.text()
    named(page, "★ Star").click()
    qtbot.waitUntil(lambda: all(each.starred for each in face.core.history.list()), timeout=DEADLINE_MS)
    qtbot.waitUntil(lambda: page.detail._dictation.starred, timeout=DEADLINE_MS)
    page.list.selectAll()
    qtbot.waitUntil(lambda: len(page.selected) == 3, timeout=DEADLINE_MS)
    qtbot.waitUntil(page.selection.isVisible, timeout=DEADLINE_MS)
    answer(page, "Delete")
    page.selection.delete_button.click()
    wait_for(qtbot, page, [])
    assert face.core.history.count() == 0


def test_what_the_filters_show_is_exported(qtbot: QtBot, face: Face, page: HistoryPage, tmp_path: Path) -> None:
    for text in ("one red", "two blue", "three red"):
        face.keep(text)
    load(qtbot, page)
    page.exporting.write(page.model.all_numbers[::-1], tmp_path / "all", "json")
    qtbot.waitUntil(lambda: len(face.notices) == 1, timeout=DEADLINE_MS)
    records = json.loads((tmp_path / "all.json").read_text())
    assert [record["text"] for record in records] == ["one red", "two blue", "three red"]
    assert next(iter(face.notices)).notice.code == "history.exported"


@pytest.mark.skipif(sys.platform == "win32", reason="a folder as a file is refused otherwise there")
def test_an_export_that_fails_says_why(qtbot: QtBot, face: Face, page: HistoryPage, tmp_path: Path) -> None:
    face.keep("words")
    load(qtbot, page)
    (tmp_path / "taken.txt").mkdir()
    page.exporting.write(page.model.all_numbers, tmp_path / "taken.txt", "txt")
    qtbot.waitUntil(lambda: len(face.notices) == 1, timeout=DEADLINE_MS)
    assert next(iter(face.notices)).notice.code == "history.export_failed"
    assert not list(tmp_path.glob("*.part"))


def test_what_is_kept_is_changed_without_a_restart(face: Face) -> None:
    face.core.change("history.keep_audio", False)
    record = face.keep("without sound")
    face.give_sound(record)
    assert face.core.history.audio(record.id) == b""


def test_the_statistics_tell_what_the_filters_show(qtbot: QtBot, face: Face, page: HistoryPage) -> None:
    face.keep("one two three four", app="mail", duration_s=60.0)
    face.keep("five", app="editor")
    load(qtbot, page)
    named(page, "Statistics").click()
    words = page.statistics._figures["words"]
    qtbot.waitUntil(lambda: words.text() == "5", timeout=DEADLINE_MS)
    assert [page.statistics.apps.item(line, 0).text() for line in range(2)] == ["mail", "editor"]
    qtbot.keyClicks(page.search, "five")
    choose(page.filters.period, 0)
    qtbot.waitUntil(lambda: words.text() == "0", timeout=DEADLINE_MS)


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK])
def test_it_is_painted_in_both_themes(
    qtbot: QtBot, with_sound: HistoryPage, colours: theme.Colours, heard: Callable[..., Any]
) -> None:
    with_sound.set_colours(colours)
    with_sound.search.setText("heard")
    qtbot.waitUntil(lambda: bool(with_sound.detail.text.field.extraSelections()), timeout=DEADLINE_MS)
    QApplication.processEvents()
    picture = with_sound.grab().toImage()
    found = {picture.pixelColor(x, y).name() for x in range(0, 800, 2) for y in range(0, 600, 2)}
    assert colours.accent in found
