"""Everything that was said is found, read, used again and deleted, beside a real history."""

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt, QTimer
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import DEADLINE_MS, SCRIPT, Face
from voiceflow.events import HistoryChanged
from voiceflow.history.records import Dictation, DictationState, RuleStep
from voiceflow.ui import dictation_words, theme
from voiceflow.ui.history_model import DICTATION, PAGE
from voiceflow.ui.history_page import HistoryPage


@pytest.fixture
def page(qtbot: QtBot, face: Face) -> HistoryPage:
    page = HistoryPage(face.control, theme.LIGHT)
    face.bridge.history.connect(page.on_history)
    qtbot.addWidget(page)
    page.resize(800, 600)
    page.show()
    return page


def shown(page: HistoryPage) -> list[str]:
    rows = range(page.model.rowCount())
    return [getattr(page.model.index(row).data(DICTATION), "text", None) for row in rows]


def wait_for(qtbot: QtBot, page: HistoryPage, texts: list[str]) -> None:
    qtbot.waitUntil(lambda: shown(page) == texts, timeout=DEADLINE_MS)


def load(qtbot: QtBot, page: HistoryPage) -> None:
    with qtbot.waitSignal(page.model.loaded, timeout=DEADLINE_MS):
        page.model.reload()


def open_row(page: HistoryPage, row: int) -> None:
    page.list.setCurrentIndex(page.model.index(row))


def focus_list(qtbot: QtBot, page: HistoryPage) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow, timeout=DEADLINE_MS)
    page.list.setFocus()


def named(page: HistoryPage, name: str) -> QPushButton:
    return next(each for each in page.findChildren(QPushButton) if each.text() == name)


def answer(page: HistoryPage, name: str) -> None:
    """As soon as a question stands there, it is answered with that button."""
    timer = QTimer(page, interval=20)

    def look() -> None:
        for question in page.findChildren(QMessageBox):
            timer.stop()
            next(button for button in question.buttons() if button.accessibleName() == name).click()

    timer.timeout.connect(look)
    timer.start()


def test_the_newest_comes_first_and_is_open(qtbot: QtBot, face: Face, page: HistoryPage) -> None:
    for text in ("first", "second", "third"):
        face.keep(text)
    load(qtbot, page)
    assert shown(page) == ["third", "second", "first"]
    assert page.detail.text.text == "third"


def test_more_is_read_when_somebody_scrolls_down(qtbot: QtBot, face: Face, page: HistoryPage) -> None:
    for number in range(PAGE + 7):
        face.keep(f"text {number}")
    load(qtbot, page)
    assert page.model.rowCount() == PAGE + 7
    page.list.scrollToBottom()
    wait_for(qtbot, page, [f"text {number}" for number in reversed(range(PAGE + 7))])


def test_rows_far_down_are_read_without_those_between(qtbot: QtBot, face: Face, page: HistoryPage) -> None:
    for number in range(6 * PAGE):
        face.keep(f"text {number}")
    load(qtbot, page)
    qtbot.waitUntil(lambda: page.model.rowCount() == 6 * PAGE, timeout=DEADLINE_MS)
    assert page._count.text() == f"{6 * PAGE} dictations"
    last = page.model.index(6 * PAGE - 1)
    page.list.scrollTo(last)
    qtbot.waitUntil(lambda: getattr(last.data(DICTATION), "text", "") == "text 0", timeout=DEADLINE_MS)
    assert len(page.model._read) <= 3 * PAGE


def test_it_searches_while_somebody_types(qtbot: QtBot, face: Face, page: HistoryPage) -> None:
    for text in ("the red house", "the green garden", "a red garden"):
        face.keep(text)
    load(qtbot, page)
    qtbot.keyClicks(page.search, "gar")
    qtbot.waitUntil(lambda: set(shown(page)) == {"the green garden", "a red garden"}, timeout=DEADLINE_MS)
    qtbot.keyClicks(page.search, "den red")
    wait_for(qtbot, page, ["a red garden"])
    page.search.clear()
    wait_for(qtbot, page, ["a red garden", "the green garden", "the red house"])


def test_a_search_without_a_find_says_so(qtbot: QtBot, face: Face, page: HistoryPage) -> None:
    face.keep("some words")
    page.search.setText("elephant")
    qtbot.waitUntil(lambda: "Nothing was found for “elephant”." in page._note.text(), timeout=DEADLINE_MS)
    assert page._note.isVisible()
    assert not named(page, "Copy").isVisible()


def test_an_empty_history_says_how_to_begin(qtbot: QtBot, page: HistoryPage) -> None:
    load(qtbot, page)
    assert "Hold F9" in page._note.text()


def test_a_new_dictation_appears_on_top(qtbot: QtBot, face: Face, page: HistoryPage) -> None:
    face.keep("before")
    load(qtbot, page)
    new = face.keep("just now")
    face.core.events.publish(HistoryChanged(new.id))
    wait_for(qtbot, page, ["just now", "before"])


def test_a_changed_dictation_changes_in_place(qtbot: QtBot, face: Face, page: HistoryPage) -> None:
    records = [face.keep("one"), face.keep("two")]
    load(qtbot, page)
    open_row(page, 1)
    place = QPersistentModelIndex(page.model.index(1))
    face.core.history.update(records[0].id, text="one and a half").result(10)
    face.core.events.publish(HistoryChanged(records[0].id))
    wait_for(qtbot, page, ["two", "one and a half"])
    assert place.row() == 1
    assert page.detail.text.text == "one and a half"


def test_the_difference_to_what_was_recognized_is_shown(qtbot: QtBot, face: Face, page: HistoryPage) -> None:
    face.keep("Twenty euros.", raw_text="twenty euros")
    face.keep("the same", raw_text="the same")
    load(qtbot, page)
    open_row(page, 0)
    changes = page.detail.changes
    qtbot.waitUntil(lambda: not changes.isVisible(), timeout=DEADLINE_MS)
    open_row(page, 1)
    qtbot.waitUntil(changes.difference.isVisible, timeout=DEADLINE_MS)
    assert changes.difference.toPlainText() == "twentyTwenty euroseuros."


def test_what_the_rules_changed_is_told(qtbot: QtBot, face: Face, page: HistoryPage) -> None:
    trace = (RuleStep("fillers", "I think so."),)
    face.keep("I think so.", raw_text="Um, I think so.", trace=trace)
    load(qtbot, page)
    open_row(page, 0)
    why = page.detail.changes.why
    qtbot.waitUntil(lambda: why.toPlainText() == "Fillers left out: Um,", timeout=DEADLINE_MS)
    named(page, "Use as recognized").click()
    qtbot.waitUntil(lambda: page.detail.text.text == "Um, I think so.", timeout=DEADLINE_MS)
    qtbot.waitUntil(lambda: not page.detail.changes.isTabVisible(1), timeout=DEADLINE_MS)


def test_copy(qtbot: QtBot, face: Face, page: HistoryPage) -> None:
    face.keep("to be copied ")
    load(qtbot, page)
    named(page, "Copy").click()
    qtbot.waitUntil(lambda: face.core.desk.clipboard == "to be copied", timeout=DEADLINE_MS)


def test_insert_again_goes_into_the_window_below(qtbot: QtBot, face: Face, page: HistoryPage) -> None:
    face.keep("once more")
    load(qtbot, page)
    page.step_aside.connect(page.hide)
    with qtbot.waitSignal(page.step_aside):
        named(page, "Insert again").click()
    qtbot.waitUntil(lambda: [text.strip() for text in face.core.desk.texts] == ["once more"], timeout=DEADLINE_MS)


def test_without_a_window_below_the_text_is_on_the_clipboard(qtbot: QtBot, face: Face, page: HistoryPage) -> None:
    face.keep("once more")
    load(qtbot, page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    named(page, "Insert again").click()
    qtbot.waitUntil(lambda: face.core.desk.clipboard == "once more", timeout=DEADLINE_MS)
    assert face.core.desk.texts == []
    assert "no other window" in next(iter(face.notices)).notice.title


def test_a_cancelled_dictation_can_be_transcribed(qtbot: QtBot, face: Face, page: HistoryPage) -> None:
    record = face.keep("", DictationState.CANCELLED)
    face.give_sound(record)
    load(qtbot, page)
    assert not named(page, "Copy").isEnabled()
    named(page, "Transcribe").click()
    qtbot.waitUntil(lambda: SCRIPT in "".join(shown(page)).lower(), timeout=DEADLINE_MS)
    qtbot.waitUntil(lambda: named(page, "Transcribe again").isEnabled(), timeout=DEADLINE_MS)
    assert SCRIPT in page.detail.text.text.lower()
    assert face.core.desk.texts == []


def test_a_transcription_that_fails_says_why(qtbot: QtBot, face: Face, page: HistoryPage) -> None:
    face.keep("", DictationState.FAILED, error="The model could not be loaded")
    load(qtbot, page)
    assert page.detail._why.text() == "The model could not be loaded"
    named(page, "Transcribe").click()
    assert named(page, "Transcribing…").isEnabled() is False
    qtbot.waitUntil(lambda: len(face.notices) == 1, timeout=DEADLINE_MS)
    assert next(iter(face.notices)).notice.title in page.detail._why.text()
    assert named(page, "Transcribe").isEnabled()


def test_delete_asks_first(qtbot: QtBot, face: Face, page: HistoryPage) -> None:
    record = face.keep("to be kept")
    load(qtbot, page)
    qtbot.waitUntil(page.isVisible)
    answer(page, "Cancel")
    page.detail.ask_to_delete()
    assert face.kept(record)
    focus_list(qtbot, page)
    answer(page, "Delete")
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    wait_for(qtbot, page, [])
    assert face.kept(record) is None


@pytest.mark.parametrize(
    ("dictation", "expected"),
    [
        (Dictation("1", 0, DictationState.DONE, text="two\n lines "), "two lines"),
        (Dictation("1", 0, DictationState.EMPTY), "No speech heard"),
        (Dictation("1", 0, DictationState.INTERRUPTED), "Interrupted"),
    ],
)
def test_a_dictation_in_one_line(qtbot: QtBot, dictation: Dictation, expected: str) -> None:
    assert dictation_words.summary(dictation) == expected


@pytest.mark.parametrize(("duration_s", "expected"), [(0.4, "0 s"), (59.4, "59 s"), (60, "1:00"), (125, "2:05")])
def test_how_long_it_was(qtbot: QtBot, duration_s: float, expected: str) -> None:
    assert dictation_words.length(Dictation("1", 0, DictationState.DONE, duration_s=duration_s)) == expected
