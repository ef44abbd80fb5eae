"""In the smallest window, in each language and at each scale of the screen, no word is cut off."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QListWidget, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Face
from tests.ui.pages import every_page, every_step, visible
from tests.ui.test_wizard import Microphones, microphones
from voiceflow.history.records import DictationState
from voiceflow.ui import theme, translation
from voiceflow.ui.choosers import Chooser
from voiceflow.ui.settings_editors import Pick
from voiceflow.ui.wizard import Wizard
from voiceflow.ui.wizard_memory import FirstStart

__all__ = ["microphones"]

SCALES = ("1.25", "2")
_ARROW_PX, _FRAME_PX = 30, 20
"""What the style sheet takes beside a text."""
_LAYOUT_MS = 1000
_WORD = re.compile(r"[^\s/-]+[/-]?")
"""What is never broken into two lines."""
SENTENCE = "Could we meet on Friday? I would bring the drawings with me, and then we can choose the trees together."


@pytest.fixture(params=translation.LANGUAGES)
def language(request: pytest.FixtureRequest, qapp: object) -> Iterator[str]:
    before = QLocale()
    yield translation.speak(request.param)
    translation.silence()
    QLocale.setDefault(before)


def test_every_text_has_room(qtbot: QtBot, language: str, face: Face) -> None:
    for state in (DictationState.DONE, DictationState.FAILED, DictationState.DONE):
        face.give_sound(face.keep(SENTENCE if state is DictationState.DONE else "", state))
    window = face.window(qtbot)
    window.resize(window.minimumSize())
    window.bring_to_front()
    cut = {page: told for page in every_page(qtbot, window) if (told := _lasting(qtbot, window))}
    assert not cut, "\n".join(f"{page}: {line}" for page, told in cut.items() for line in told)
    assert window.size() == window.minimumSize()


def test_every_text_of_the_first_steps_has_room(
    qtbot: QtBot, language: str, face: Face, microphones: Microphones
) -> None:
    wizard = Wizard(face.control, face.choices, theme.LIGHT, lambda: True)
    qtbot.addWidget(wizard)
    wizard.open(FirstStart(face.core.paths))
    wizard.resize(wizard.minimumSize())
    cut = {step: told for step in every_step(wizard) if (told := _lasting(qtbot, wizard))}
    assert not cut, "\n".join(f"{step}: {line}" for step, told in cut.items() for line in told)
    assert wizard.size() == wizard.minimumSize()


@pytest.mark.parametrize("scale", SCALES)
def test_every_text_has_room_at_other_scales(scale: str) -> None:
    """The scale of the screen is read once, when a program starts."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", __file__, "-k", "room and not other"]
    env = os.environ | {"QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}
    answer = subprocess.run(
        command, env=env, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stdout[-3000:]


def _lasting(qtbot: QtBot, window: QWidget) -> list[str]:
    """What is still cut off when every layout has been made."""
    try:
        qtbot.waitUntil(lambda: not list(_cut_off(window)), timeout=_LAYOUT_MS)
    except qtbot.TimeoutError:
        return [f"{text}: {why}" for text, why in _cut_off(window)]
    return []


def _cut_off(root: QWidget) -> Iterator[tuple[str, str]]:
    for each in visible(root, QLabel, QAbstractButton, QComboBox, QListWidget, QLineEdit):
        text, needed_px, has_px = _room(each)
        if needed_px > has_px:
            yield text, f"{type(each).__name__} has {has_px} px of {needed_px}"
    for area in visible(root, QScrollArea):
        assert isinstance(area, QScrollArea)
        if area.horizontalScrollBar().maximum() > 0:
            yield area.accessibleName(), "is wider than the window"


def _choices(box: QComboBox) -> list[str]:
    """All that can be chosen; names of devices, models and programs may be longer than any box."""
    if isinstance(box, Chooser):
        return []
    return [box.itemText(number) for number in range(box.count())] if isinstance(box, Pick) else [box.currentText()]


def _room(widget: QWidget) -> tuple[str, int, int]:
    """Its text, and how many pixels that needs and has."""
    match widget:
        case QLabel() if not widget.pixmap().isNull():
            return "", 0, 0
        case QLabel() if widget.wordWrap():
            longest = max(map(widget.fontMetrics().horizontalAdvance, _WORD.findall(widget.text())), default=0)
            if longest > widget.width():
                return widget.text(), longest, widget.width()
            return widget.text(), widget.heightForWidth(widget.width()), widget.height()
        case QLabel() | QAbstractButton():
            return widget.text(), widget.minimumSizeHint().width(), widget.width()
        case QComboBox():
            longest = max(map(widget.fontMetrics().horizontalAdvance, _choices(widget)), default=0)
            return widget.currentText(), longest, widget.width() - _ARROW_PX
        case QListWidget():
            items = [widget.item(number).text() for number in range(widget.count())]
            return items[0], widget.sizeHintForColumn(0), widget.viewport().width()
        case QLineEdit():
            margins = widget.textMargins().left() + widget.textMargins().right() + _FRAME_PX
            return (
                widget.placeholderText(),
                widget.fontMetrics().horizontalAdvance(widget.placeholderText()),
                (widget.width() - margins),
            )
    return "", 0, 0
