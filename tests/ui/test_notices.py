"""What went wrong is told once, with its cure; once seen, or answered by a success, it is no problem any more."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from voiceflow.errors import AudioError
from voiceflow.events import Notice, Severity
from voiceflow.ui import theme
from voiceflow.ui.notices import Notices, from_error
from voiceflow.ui.notices_page import NoticesPage
from voiceflow.ui.widgets import Card

GONE = from_error(AudioError("audio.gone", "The microphone went away", "Plug it in again"))
BUSY = Notice(Severity.WARNING, "hotkey.taken", "F9 belongs to another program", "Choose another key")
HINT = Notice(Severity.INFO, "dictation.nothing_heard", "No speech was heard")


@pytest.fixture
def notices(qtbot: QtBot) -> Notices:
    return Notices()


@pytest.fixture
def page(qtbot: QtBot, notices: Notices) -> NoticesPage:
    page = NoticesPage(notices, theme.LIGHT)
    qtbot.addWidget(page)
    page.show()
    return page


def cards(qtbot: QtBot, page: NoticesPage) -> list[str]:
    qtbot.wait(1)  # the event loop shows new cards and deletes those that are gone
    return [card.accessibleName() for card in page.findChildren(Card)]


def words(qtbot: QtBot, page: NoticesPage) -> str:
    qtbot.wait(1)
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def test_the_newest_comes_first(notices: Notices) -> None:
    for notice in (GONE, BUSY, HINT):
        notices.add(notice)
    assert [told.notice for told in notices] == [HINT, BUSY, GONE]


def test_the_same_again_is_counted(notices: Notices) -> None:
    for _ in range(3):
        notices.add(GONE)
    assert [(told.notice, told.count) for told in notices] == [(GONE, 3)]


def test_the_list_does_not_grow_for_ever(notices: Notices) -> None:
    for number in range(500):
        notices.add(Notice(Severity.WARNING, "some.code", f"Warning {number}"))
    assert len(notices) < 100
    assert next(iter(notices)).notice.title == "Warning 499"


@pytest.mark.parametrize(
    ("notice", "problem", "unseen"),
    [(GONE, True, 1), (BUSY, False, 1), (HINT, False, 0)],
    ids=["error", "warning", "info"],
)
def test_only_an_error_is_a_problem(notices: Notices, notice: Notice, problem: bool, unseen: int) -> None:
    notices.add(notice)
    assert (notices.problem, notices.unseen) == (problem, unseen)


def test_a_problem_that_was_seen_is_none_any_more(notices: Notices) -> None:
    notices.add(GONE)
    notices.see()
    assert (notices.problem, notices.unseen, len(notices)) == (False, 0, 1)


def test_a_dictation_that_went_well_answers_a_problem(notices: Notices) -> None:
    notices.add(GONE)
    notices.succeed()
    assert (notices.problem, notices.unseen) == (False, 1)


def test_the_page_shows_what_happened_and_the_cure(qtbot: QtBot, notices: Notices, page: NoticesPage) -> None:
    assert "Nothing has gone wrong" in words(qtbot, page)
    notices.add(GONE)
    notices.add(BUSY)
    assert cards(qtbot, page) == [BUSY.title, GONE.title]
    assert GONE.hint in words(qtbot, page)
    assert "Nothing has gone wrong" not in words(qtbot, page)


def test_what_a_notice_says_is_never_markup(qtbot: QtBot, notices: Notices, page: NoticesPage) -> None:
    notices.add(Notice(Severity.ERROR, "some.code", "<b>not bold</b>", "<img src='http://example.org/x.png'>"))
    assert "<b>not bold</b>" in words(qtbot, page)
    assert "<img" in words(qtbot, page)


def test_the_list_can_be_cleared(qtbot: QtBot, notices: Notices, page: NoticesPage) -> None:
    notices.add(GONE)
    notices.clear()
    assert cards(qtbot, page) == []
    assert not notices.problem
