"""Everybody can read it: contrast is computed, not judged."""

import re
from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Face
from tests.ui.pages import every_page, visible
from voiceflow.events import Notice, Severity
from voiceflow.ui import theme
from voiceflow.ui.profiler_legend import percentile_colours
from voiceflow.ui.stylesheet import stylesheet
from voiceflow.ui.theme import DARK, LIGHT, Colours

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
# From the examples and definitions of WCAG 2.2; #767676 is known as the lightest grey that passes on white.
KNOWN = [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#767676", "#ffffff", 4.54)]


@pytest.mark.parametrize(("ink", "ground", "expected"), KNOWN)
def test_contrast_is_measured_as_wcag_defines_it(ink: str, ground: str, expected: float) -> None:
    assert theme.contrast(ink, ground) == pytest.approx(expected, abs=0.01)
    assert theme.contrast(ground, ink) == theme.contrast(ink, ground)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read(colours: Colours) -> None:
    poor = {pair: theme.contrast(*pair) for pair in colours.texts_on()}
    assert {pair: value for pair, value in poor.items() if value < theme.MINIMUM_CONTRAST} == {}


@pytest.mark.parametrize(("setting", "expected"), [("light", LIGHT), ("dark", DARK)])
def test_the_setting_decides_before_the_system(qtbot: QtBot, setting: str, expected: Colours) -> None:
    assert theme.choose(setting) is expected


def test_the_system_decides_when_the_setting_says_so(qtbot: QtBot) -> None:
    assert theme.choose("system") in (LIGHT, DARK)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_disabled_text_can_be_read_too(qtbot: QtBot, colours: Colours) -> None:
    made = theme.palette(colours)
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        ink = made.color(QPalette.ColorGroup.Disabled, role).name()
        assert theme.contrast(ink, colours.raised) >= theme.MINIMUM_CONTRAST


def test_the_style_sheet_names_colours_that_there_are() -> None:
    assert "$" not in stylesheet(DARK)
    assert DARK.accent in stylesheet(DARK)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_rule_of_the_style_sheet_can_be_read(colours: Colours) -> None:
    """Text on the ground that its rule gives it, or else on every one that it may stand on."""
    grounds = [colours.window, colours.panel, colours.raised]
    poor = []
    for selector, body in _RULE.findall(stylesheet(colours)):
        ink, own = _declared("color", body), _declared("background", body) or _declared("background-color", body)
        for ground in [own] if own else grounds:
            if ink and theme.contrast(ink, ground) < theme.MINIMUM_CONTRAST:
                poor.append((selector.strip(), ink, ground))
        chosen, under = _declared("selection-color", body), _declared("selection-background-color", body)
        if chosen and under and theme.contrast(chosen, under) < theme.MINIMUM_CONTRAST:
            poor.append((selector.strip(), chosen, under))
    assert poor == []


def _declared(name: str, body: str) -> str:
    found = re.search(rf"(?:^|[;\s]){name}:\s*(#[0-9a-f]{{6}})", body)
    return found[1] if found else ""


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_what_has_the_focus_and_what_a_curve_shows_can_be_seen(colours: Colours) -> None:
    """WCAG 2.2, success criterion 1.4.11: 3 to 1 for what is no text."""
    inks = {colours.accent, colours.good, colours.warning, colours.error, *percentile_colours(colours).values()}
    assert {ink: theme.contrast(ink, colours.panel) for ink in inks if theme.contrast(ink, colours.panel) < 3} == {}


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_of_the_window_can_be_read_where_it_stands(qtbot: QtBot, face: Face, colours: Colours) -> None:
    """By the pixels: the ground is the colour that a text has most of around it."""
    face.keep("Could we meet on Friday?")
    face.notices.add(Notice(Severity.WARNING, "test", "No microphone was found", "Plug one in"))
    QApplication.setPalette(theme.palette(colours))
    window = face.window(qtbot)
    window.set_colours(colours)
    window.bring_to_front()
    poor = {}
    for page in every_page(qtbot, window):
        picture = window.grab().toImage()
        for each in visible(window, QLabel, QPushButton):
            ink, ground = each.palette().color(each.foregroundRole()).name(), _ground(window, picture, each)
            if _text(each) and ground and theme.contrast(ink, ground) < theme.MINIMUM_CONTRAST:
                poor[page, _text(each)] = (ink, ground)
    assert poor == {}


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QPushButton) else ""


def _ground(window: QWidget, picture: QImage, widget: QWidget) -> str:
    """Empty where the widget is scrolled out of sight."""
    seen = widget.visibleRegion().boundingRect()
    if seen.isEmpty() or (QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()) & window.rect()).isEmpty():
        return ""
    frame = 2 if isinstance(widget, QPushButton) else 0
    area = QRect(widget.mapTo(window, seen.topLeft()), seen.size()).adjusted(frame, frame, -frame, -frame)
    pixels = [(x, y) for x in range(area.left(), area.right() + 1) for y in range(area.top(), area.bottom() + 1)]
    counted = Counter(picture.pixelColor(x, y).name() for x, y in pixels)
    return counted.most_common(1)[0][0] if counted else ""
