"""The vocabulary on the settings page."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import DEADLINE_MS, Face
from voiceflow.text.vocabulary import Entry
from voiceflow.ui.settings_panel import SettingsPanel
from voiceflow.ui.vocabulary import Vocabulary
from voiceflow.ui.vocabulary_model import CATEGORY, SPELLING, WEIGHT


@pytest.fixture
def page(panel: SettingsPanel, new_face: Face, qtbot: QtBot) -> Vocabulary:
    new_face.control.start()
    qtbot.waitUntil(lambda: new_face.control.is_ready, timeout=DEADLINE_MS)
    panel.show()
    panel.open_section("vocabulary")
    qtbot.waitUntil(panel.vocabulary.table.isHidden)
    return panel.vocabulary


def becomes(qtbot: QtBot, page: Vocabulary, *entries: Entry) -> None:
    qtbot.waitUntil(lambda: page.model.entries == list(entries))


def add(qtbot: QtBot, page: Vocabulary, spelling: str, sounds_like: str = "") -> None:
    page.spelling.setText(spelling)
    page.sounds_like.setText(sounds_like)
    qtbot.keyClick(page.spelling, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(each.spelling == spelling for each in page.model.entries))


def test_a_word_is_added_changed_and_removed(page: Vocabulary, qtbot: QtBot) -> None:
    add(qtbot, page, "Siobhan", "shivon, she von")
    becomes(qtbot, page, Entry("Siobhan", ("shivon", "she von")))
    page.model.setData(page.model.index(0, WEIGHT), 8)
    becomes(qtbot, page, Entry("Siobhan", ("shivon", "she von"), weight=8))
    page.model.setData(page.model.index(0, SPELLING), "Siobhán")
    becomes(qtbot, page, Entry("Siobhán", ("shivon", "she von"), weight=8))
    page.table.selectRow(0)
    page.remove()
    becomes(qtbot, page)
    assert page._control.core.vocabulary.entries() == ()


def test_what_is_no_word_is_told_and_not_added(page: Vocabulary, qtbot: QtBot) -> None:
    page.spelling.setText("42")
    page.add()
    assert "no word" in page._error.text()
    assert page.spelling.text() == "42"


def test_a_search_shows_what_fits(page: Vocabulary, qtbot: QtBot) -> None:
    add(qtbot, page, "Siobhan")
    add(qtbot, page, "Grafana")
    page.model.setData(page.model.index(1, CATEGORY), "tools")
    becomes(qtbot, page, Entry("Siobhan"), Entry("Grafana", category="tools"))
    page.search.setText("TOOL")
    assert [page.table.model().index(row, SPELLING).data() for row in range(page.table.model().rowCount())] == [
        "Grafana"
    ]


def test_words_go_out_and_come_back(page: Vocabulary, qtbot: QtBot, tmp_path: Path) -> None:
    add(qtbot, page, "Siobhan", "shivon")
    file = tmp_path / "words.csv"
    page.write_file(file)
    qtbot.waitUntil(file.exists)
    page.table.selectRow(0)
    page.remove()
    becomes(qtbot, page)
    page.add_file(file)
    becomes(qtbot, page, Entry("Siobhan", ("shivon",)))


def test_a_lesson_is_shown_and_forgotten_with_its_word(page: Vocabulary, qtbot: QtBot) -> None:
    core = page._control.core
    for number in ("one", "two"):
        core.history.vocabulary.note(number, "shivon", "Siobhan", "vocabulary").result(10)
    core.vocabulary.add([Entry("Siobhan", ("shivon",), learned=True)])
    qtbot.waitUntil(lambda: page.lessons.isVisible() and bool(page.model.entries))
    page.lessons.forget(page.lessons.shown[0])
    becomes(qtbot, page)
    qtbot.waitUntil(lambda: not page.lessons.isVisible())
    assert core.vocabulary.lessons() == []


def test_a_proposal_is_accepted(page: Vocabulary, qtbot: QtBot) -> None:
    core = page._control.core
    core.history.vocabulary.note("one", "shivon", "Siobhan", "vocabulary").result(10)
    page.refresh()
    qtbot.waitUntil(page.lessons.isVisible)
    page.lessons.accept(page.lessons.shown[0])
    becomes(qtbot, page, Entry("Siobhan", ("shivon",), learned=True))
