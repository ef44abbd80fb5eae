"""Dictation into the middle of a text, in a Qt and in a GTK program: both say what stands around the caret (AT-SPI)."""

import shutil
import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.end_to_end import accessibility, gtk_editor
from tests.end_to_end.dictating import Dictating, on
from tests.end_to_end.gtk_editor import Mousepad
from tests.end_to_end.rig import Desktop, wait_until
from tests.end_to_end.targets import Editor, Terminal
from voiceflow.engines.inserter.contract import Caret

pytestmark = pytest.mark.desktop


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    desktop = Desktop(audio=False, tray=False, keyring=False)
    programs = [name for name in ("xterm", "xdotool") if shutil.which(name) is None]
    if missing := desktop.missing() + programs + gtk_editor.missing() + accessibility.missing():
        pytest.skip(f"the virtual desktop needs {', '.join(missing)}")
    with desktop:
        accessibility.start(desktop)
        yield desktop


@pytest.fixture
def dictating(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> Iterator[Dictating]:
    on(desktop, monkeypatch)
    with Dictating() as dictating:
        yield dictating


def caret(dictating: Dictating) -> Caret | None:
    return dictating.inserter.caret(dictating.inserter.focus())


def press(desktop: Desktop, *keys: str) -> None:
    desktop.run(["xdotool", "key", *keys])


@pytest.mark.parametrize("program", [Editor, Mousepad])
def test_the_program_says_what_stands_around_the_caret(desktop: Desktop, dictating: Dictating, program: Any) -> None:
    with program(desktop) as window:
        desktop.run(["xdotool", "type", "one two"])
        window.wait_for("one two")
        wait_until(lambda: caret(dictating) == Caret("one two", ""), "the words")
        press(desktop, "Left", "Left", "Left", "Left")
        wait_until(lambda: caret(dictating) == Caret("one", " two"), "the caret's move")
        press(desktop, "shift+Left", "shift+Left")
        wait_until(lambda: caret(dictating) == Caret("o", " two"), "what would be replaced")


@pytest.mark.parametrize("program", [Editor, Mousepad])
def test_what_is_dictated_fits_around_the_caret(desktop: Desktop, dictating: Dictating, program: Any) -> None:
    with program(desktop) as window:
        desktop.run(["xdotool", "type", "I went to the shop yesterday."])
        window.wait_for("I went to the shop yesterday.")
        press(desktop, *["Left"] * len(" yesterday."))
        wait_until(lambda: caret(dictating) == Caret("I went to the shop", " yesterday."), "the caret's move")
        dictating.say("And to the market.")
        expected = "I went to the shop and to the market yesterday."
        assert window.wait_for(expected) == expected
        press(desktop, "End")
        wait_until(lambda: caret(dictating) == Caret(expected, ""), "the caret's move")
        dictating.say("And then I slept.")
        assert window.wait_for(expected + " And then I slept. ") == expected + " And then I slept. "


def test_a_program_that_hangs_is_not_waited_for(desktop: Desktop, dictating: Dictating) -> None:
    with Editor(desktop) as editor:
        wait_until(lambda: caret(dictating), "the editor's answer")
        editor.freeze()
        began_s = time.monotonic()
        assert caret(dictating) is None
        assert time.monotonic() - began_s < 1
        editor.thaw()
        wait_until(lambda: caret(dictating), "the editor's answer")


def test_a_program_that_does_not_tell_is_known_by_what_was_inserted(desktop: Desktop, dictating: Dictating) -> None:
    with Terminal(desktop) as terminal:
        assert caret(dictating) is None
        dictating.say("First this,", "And then that.")
        assert terminal.wait_for("First this, and then that. ") == "First this, and then that. "
