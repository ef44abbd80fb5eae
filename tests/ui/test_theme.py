"""Everybody can read it: contrast is computed, not judged."""

import pytest
from PySide6.QtGui import QPalette
from pytestqt.qtbot import QtBot

from voiceflow.ui import theme
from voiceflow.ui.stylesheet import stylesheet
from voiceflow.ui.theme import DARK, LIGHT, Colours

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
