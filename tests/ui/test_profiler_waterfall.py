"""The picture of the last dictations, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.ui.test_profiler_timeline import CUT_OFF, SAID
from voiceflow.ui import theme
from voiceflow.ui.profiler_legend import stage_colour
from voiceflow.ui.profiler_timeline import LANES
from voiceflow.ui.profiler_waterfall import Waterfall


@pytest.fixture
def waterfall(qtbot: QtBot) -> Waterfall:
    made = Waterfall(theme.LIGHT)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.show_traces([CUT_OFF, SAID])
    return made


@pytest.fixture
def told(waterfall: Waterfall) -> list[str]:
    texts: list[str] = []
    waterfall.told.connect(texts.append)
    return texts


def test_pointing_at_a_stage_tells_its_numbers(qtbot: QtBot, waterfall: Waterfall, told: list[str]) -> None:
    place = next(place for place, bar in waterfall.bars if bar.stage.name == "insertion")
    qtbot.mouseMove(waterfall, QPoint(1, 1))
    qtbot.mouseMove(waterfall, place.center().toPoint())
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["Insertion: 300 ms, from 100 ms to 400 ms after the key went up"]


def test_the_arrow_keys_go_through_the_stages_in_order(qtbot: QtBot, waterfall: Waterfall, told: list[str]) -> None:
    waterfall.show_whole(True)
    for _ in waterfall.bars:
        qtbot.keyClick(waterfall, Qt.Key.Key_Right)
    names = [text.partition(":")[0] for text in told]
    assert names == ["Microphone opens", "Key held", "Last decode", "Recognition", "Insertion", "Microphone opens"]
    qtbot.keyClick(waterfall, Qt.Key.Key_Left)
    assert told[-1] == told[-3]


def test_from_the_key_going_down_there_is_more_to_see(waterfall: Waterfall) -> None:
    less = {bar.stage.name for _, bar in waterfall.bars if bar.trace is SAID}
    waterfall.show_whole(True)
    assert {bar.stage.name for _, bar in waterfall.bars} - less == {"first_sample", "key_held"}


def test_a_screen_reader_hears_how_long_each_took(waterfall: Waterfall) -> None:
    newest, older = waterfall.accessibleDescription().splitlines()
    assert newest.endswith("failed")
    assert older.endswith("400 ms")


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_every_stage_stands_out_from_the_panel(colours: theme.Colours) -> None:
    """WCAG 2.2, success criterion 1.4.11."""
    faint = [name for name in LANES if theme.contrast(stage_colour(name, colours), colours.panel) < 3]
    assert faint == []


def test_it_has_room_for_all_of_them(waterfall: Waterfall) -> None:
    assert max(place.bottom() for place, _ in waterfall.bars) < waterfall.sizeHint().height()
