"""The overlay: comes with the first sound, shows the newest words, never takes the focus, goes by itself."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractAnimation, QPoint, QPropertyAnimation, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QScreen
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from voiceflow.events import (
    BeingCleaned,
    Delivered,
    EventBus,
    Heard,
    Level,
    Notice,
    ProfileChosen,
    Severity,
    State,
    StateChanged,
)
from voiceflow.ui import overlay_content, theme
from voiceflow.ui.bridge import Bridge
from voiceflow.ui.desktop_facts import screen_at
from voiceflow.ui.overlay import Overlay
from voiceflow.ui.overlay_content import Content, Picture, elided_left, wrapped

ERROR = Notice(Severity.ERROR, "audio.gone", "The microphone went away", "Plug it in again", "one")
Say = Callable[..., None]


@pytest.fixture
def bridge(qtbot: QtBot) -> Bridge:
    """Its signals are given by the test, on the thread that the window lives on."""
    return Bridge(EventBus())


@pytest.fixture
def overlay(qtbot: QtBot, bridge: Bridge) -> Overlay:
    overlay = Overlay(bridge, theme.LIGHT, lambda: "F9")
    qtbot.addWidget(overlay)
    return overlay


def show(bridge: Bridge, *states: State) -> None:
    for state in states:
        bridge.state.emit(StateChanged(state, "one", time.monotonic()))


def finish(bridge: Bridge, state: str = "done", way: str = "paste") -> None:
    show(bridge, State.FINISHING)
    bridge.delivered.emit(Delivered("one", state, "the words", way))
    show(bridge, State.IDLE)


def test_who_waits_for_clean_up_is_told_how_to_cancel_it(bridge: Bridge, overlay: Overlay) -> None:
    show(bridge, State.LISTENING, State.FINISHING)
    bridge.cleaned.emit(BeingCleaned("one", "the words"))
    show(bridge, State.FINISHING)
    assert (overlay.content.word, overlay.content.committed) == ("Cleaning up; Esc cancels", "the words")
    assert overlay.isVisible()
    bridge.delivered.emit(Delivered("one", "cancelled", "", "kept"))
    show(bridge, State.IDLE)
    assert overlay.content.word == "Cancelled"


def test_it_never_takes_the_focus(qtbot: QtBot, bridge: Bridge, overlay: Overlay) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    for state in (State.STARTING, State.LISTENING, State.FINISHING):
        show(bridge, state)
        assert not overlay.isActiveWindow()
    overlay.show_notice(ERROR)
    assert overlay.isVisible()
    assert QApplication.focusWidget() is field


@pytest.mark.parametrize(
    "flag",
    [
        Qt.WindowType.WindowDoesNotAcceptFocus,
        Qt.WindowType.WindowTransparentForInput,
        Qt.WindowType.WindowStaysOnTopHint,
        Qt.WindowType.FramelessWindowHint,
    ],
)
def test_the_window_system_is_told_so(overlay: Overlay, flag: Qt.WindowType) -> None:
    assert overlay.windowFlags() & flag
    assert overlay.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert overlay.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_it_comes_with_the_first_sound_and_not_with_the_key(bridge: Bridge, overlay: Overlay) -> None:
    show(bridge, State.STARTING)
    assert not overlay.isVisible()
    show(bridge, State.LISTENING)
    assert overlay.isVisible()
    assert (overlay.content.word, overlay.content.time) == ("Listening", "0:00")
    assert "F9" in overlay.content.placeholder


def test_a_slow_start_shows_a_dot(qtbot: QtBot, bridge: Bridge, overlay: Overlay) -> None:
    show(bridge, State.STARTING)
    qtbot.waitUntil(overlay.isVisible, timeout=2000)
    assert overlay.content.small
    assert overlay.width() == overlay_content.SMALL


def test_a_start_that_came_to_nothing_leaves_nothing(qtbot: QtBot, bridge: Bridge, overlay: Overlay) -> None:
    show(bridge, State.STARTING, State.IDLE)
    qtbot.wait(350)
    assert not overlay.isVisible()


def test_words_and_levels_are_shown(bridge: Bridge, overlay: Overlay) -> None:
    show(bridge, State.LISTENING)
    bridge.heard.emit(Heard("one", "what is certain", "what may change"))
    bridge.level.emit(Level(-10, speech=True))
    content = overlay.content
    assert (content.committed, content.tentative) == ("what is certain", "what may change")
    assert list(content.levels) == [(1.0, True)]
    assert "what is certain" in overlay.accessibleDescription()


def test_the_next_dictation_begins_empty(bridge: Bridge, overlay: Overlay) -> None:
    show(bridge, State.LISTENING)
    bridge.heard.emit(Heard("one", "old words", ""))
    finish(bridge)
    show(bridge, State.STARTING, State.LISTENING)
    assert overlay.content.committed == ""


@pytest.mark.parametrize(
    ("state", "way", "word"),
    [("done", "paste", "Inserted"), ("done", "clipboard", "clipboard"), ("cancelled", "kept", "Cancelled")],
)
def test_it_says_how_it_ended_and_goes(
    qtbot: QtBot, bridge: Bridge, overlay: Overlay, state: str, way: str, word: str
) -> None:
    show(bridge, State.LISTENING)
    finish(bridge, state, way)
    assert word in overlay.content.word
    qtbot.waitUntil(lambda: not overlay.isVisible(), timeout=5000)
    assert overlay.windowOpacity() == 1.0


def test_nothing_moves_for_those_who_want_no_motion(qtbot: QtBot, bridge: Bridge, overlay: Overlay) -> None:
    overlay.reduced_motion = True
    states: list[QAbstractAnimation.State] = []
    overlay.findChild(QPropertyAnimation).stateChanged.connect(lambda new, _: states.append(new))
    show(bridge, State.LISTENING)
    finish(bridge)
    qtbot.waitUntil(lambda: not overlay.isVisible(), timeout=5000)
    assert QAbstractAnimation.State.Running not in states


def test_a_notice_stays_after_the_dictation_ended(bridge: Bridge, overlay: Overlay) -> None:
    show(bridge, State.LISTENING)
    overlay.show_notice(ERROR)
    finish(bridge, "failed", "kept")
    assert overlay.isVisible()
    assert (overlay.content.note, overlay.content.hint) == (ERROR.title, ERROR.hint)


@pytest.mark.parametrize("before", [[State.STARTING], [State.STARTING, State.LISTENING]])
def test_while_somebody_speaks_a_notice_goes_and_the_words_stay(
    qtbot: QtBot, bridge: Bridge, overlay: Overlay, monkeypatch: pytest.MonkeyPatch, before: list[State]
) -> None:
    monkeypatch.setattr("voiceflow.ui.overlay.NOTICE_MS", 50)
    show(bridge, *before)
    overlay.show_notice(ERROR)
    show(bridge, State.LISTENING)
    qtbot.waitUntil(lambda: overlay.content.note == "", timeout=3000)
    assert overlay.isVisible()
    assert overlay.content.word == "Listening"


def test_a_microphone_that_does_not_open_is_told_and_nothing_else(bridge: Bridge, overlay: Overlay) -> None:
    show(bridge, State.STARTING)
    overlay.show_notice(ERROR)
    finish(bridge, "failed", "kept")
    assert (overlay.content.word, overlay.content.note) == ("Needs attention", ERROR.title)


def test_a_notice_is_seen_though_the_key_went_up_before_the_first_sound(bridge: Bridge, overlay: Overlay) -> None:
    show(bridge, State.STARTING, State.FINISHING)
    overlay.show_notice(ERROR)
    assert overlay.content.note == ERROR.title
    assert overlay.width() == overlay_content.WIDTH


@pytest.mark.parametrize(("state", "word"), [("done", "Inserted"), ("failed", "Needs attention")])
def test_beside_a_notice_it_says_how_it_ended(bridge: Bridge, overlay: Overlay, state: str, word: str) -> None:
    show(bridge, State.LISTENING)
    overlay.show_notice(ERROR)
    finish(bridge, state)
    assert (overlay.content.word, overlay.content.note) == (word, ERROR.title)


@pytest.mark.parametrize("before", [[], [State.STARTING], [State.LISTENING], [State.STARTING, State.FINISHING]])
@pytest.mark.parametrize("delivered", [True, False])
def test_every_notice_goes_by_itself(
    qtbot: QtBot,
    bridge: Bridge,
    overlay: Overlay,
    monkeypatch: pytest.MonkeyPatch,
    before: list[State],
    delivered: bool,
) -> None:
    monkeypatch.setattr("voiceflow.ui.overlay.NOTICE_MS", 50)
    monkeypatch.setattr("voiceflow.ui.overlay.LOST_MS", 50)
    monkeypatch.setattr("voiceflow.ui.overlay.DONE_MS", 20)
    show(bridge, *before)
    overlay.show_notice(ERROR)
    if delivered:
        finish(bridge)
    elif before:
        show(bridge, State.FINISHING, State.IDLE)
    qtbot.waitUntil(lambda: not overlay.isVisible(), timeout=3000)


def test_a_notice_goes_when_the_next_dictation_begins(bridge: Bridge, overlay: Overlay) -> None:
    overlay.show_notice(ERROR)
    show(bridge, State.STARTING, State.LISTENING)
    assert overlay.content.note == ""


def test_a_notice_makes_room_for_itself(overlay: Overlay) -> None:
    overlay.show_notice(ERROR)
    low = overlay.height()
    long = "Choose another microphone in the tray's menu, or plug this one in again, and then hold the key anew. " * 2
    overlay.show_notice(Notice(Severity.ERROR, "audio.gone", ERROR.title, long, "one"))
    assert overlay.height() > low


def test_who_does_not_want_it_does_not_get_it(bridge: Bridge, overlay: Overlay) -> None:
    overlay.wanted = False
    show(bridge, State.LISTENING)
    finish(bridge)
    assert not overlay.isVisible()


def test_it_stands_at_the_bottom_in_the_middle(bridge: Bridge, overlay: Overlay) -> None:
    show(bridge, State.LISTENING)
    screen = overlay.screen().availableGeometry()
    assert abs(overlay.geometry().center().x() - screen.center().x()) <= 1
    assert screen.center().y() < overlay.geometry().bottom() < screen.bottom()


def middle_of(screen: QScreen) -> tuple[int, int]:
    """In the pixels of the whole desktop."""
    corner, half = screen.geometry().topLeft(), screen.geometry().size() * screen.devicePixelRatio() / 2
    return corner.x() + half.width(), corner.y() + half.height()


def test_it_stands_on_the_screen_with_the_focus(qtbot: QtBot, bridge: Bridge, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Callable[[tuple[int, int] | None], None]] = []
    overlay = Overlay(bridge, theme.LIGHT, lambda: "F9", asked.append)
    qtbot.addWidget(overlay)
    show(bridge, State.STARTING, State.LISTENING)
    assert overlay.isVisible(), "it does not wait for the answer"
    monkeypatch.setattr("voiceflow.ui.overlay.QCursor.pos", lambda: QPoint(-5000, -5000))
    asked[0](middle_of(overlay.screen()))
    assert overlay._screen is overlay.screen()
    asked[0](None)
    assert overlay._screen is None
    assert overlay.screen().geometry().contains(overlay.geometry())


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_screen_is_found_by_the_desktops_pixels(monkeypatch: pytest.MonkeyPatch, ratio: float) -> None:
    """Two screens of 1920 x 1080 beside each other: Qt scales their size, not where they begin."""
    size = QSize(round(1920 / ratio), round(1080 / ratio))
    left, right = (ScreenOfQt(QRect(QPoint(x, 0), size), ratio) for x in (0, 1920))
    monkeypatch.setattr("voiceflow.ui.desktop_facts.QGuiApplication.screens", lambda: [left, right])
    assert screen_at((100, 500)) is left
    assert screen_at((1900, 1000)) is left
    assert screen_at((2000, 1000)) is right
    assert screen_at((5000, 10)) is None


class ScreenOfQt:
    def __init__(self, area: QRect, ratio: float) -> None:
        self.geometry, self.devicePixelRatio = lambda: area, lambda: ratio


def test_the_profile_of_the_window_is_named(bridge: Bridge, overlay: Overlay) -> None:
    show(bridge, State.STARTING)
    bridge.profile.emit(ProfileChosen("one", "Terminals"))
    show(bridge, State.LISTENING)
    named = overlay.grab().toImage()
    assert overlay.content.profile == "Terminals"
    show(bridge, State.FINISHING, State.IDLE, State.STARTING, State.LISTENING)
    assert overlay.content.profile == ""
    assert overlay.grab().toImage() != named


def test_what_leaves_this_machine_has_a_sign(bridge: Bridge, overlay: Overlay) -> None:
    show(bridge, State.LISTENING)
    before = overlay.grab().toImage()
    overlay.show_cloud(True)
    assert overlay.grab().toImage() != before
    finish(bridge)
    show(bridge, State.STARTING, State.LISTENING)
    assert overlay.content.cloud, "it is still under way"
    overlay.show_cloud(False)
    assert not overlay.content.cloud


def test_without_motion_the_level_stands_still(bridge: Bridge, overlay: Overlay) -> None:
    """The same level, older or newer, gives the same picture; a louder one another."""
    overlay.reduced_motion = True
    show(bridge, State.LISTENING)
    pictures = []
    for rms_db in (-30.0, -30.0, -12.0):
        bridge.level.emit(Level(rms_db, speech=True))
        overlay._clock.stop()
        pictures.append(overlay.grab().toImage())
    assert pictures[0] == pictures[1] != pictures[2]


def test_the_newest_words_stay_visible(overlay: Overlay) -> None:
    font, width = QFont(), 200.0
    start, line = wrapped("one two three four five six seven eight nine ten eleven twelve", font, 400)[0]
    cut_start, cut = elided_left(start, line, font, width)
    assert cut.startswith("… ")
    assert line.endswith(cut.removeprefix("… "))
    assert QFontMetricsF(font).horizontalAdvance(cut) <= width
    assert cut_start + len(cut) == start + len(line)


def test_wrapping_loses_no_letter(overlay: Overlay) -> None:
    text = "words and a " + "very" * 60 + " long one"
    lines = wrapped(text, QFont(), 150)
    assert "".join(line for _, line in lines) == text
    assert all(text[start:].startswith(line) for start, line in lines)


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_certain_and_tentative_words_differ_to_the_eye(overlay: Overlay, colours: theme.Colours) -> None:
    certain = painted(Content(icon="listening", committed="some words"), colours)
    tentative = painted(Content(icon="listening", tentative="some words"), colours)
    assert certain != tentative


def painted(content: Content, colours: theme.Colours) -> QImage:
    picture = Picture(QFont(), colours)
    image = QImage(*picture.size(content), QImage.Format.Format_ARGB32)
    image.fill(0)
    with QPainter(image) as painter:
        picture.paint(painter, content, opaque=True)
    return image
