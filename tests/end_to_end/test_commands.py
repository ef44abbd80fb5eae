"""`Scratch that` takes back exactly what was dictated last, whatever the program: Qt, GTK, a terminal."""

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from tests.end_to_end import gtk_editor
from tests.end_to_end.dictating import Dictating, on
from tests.end_to_end.gtk_editor import Mousepad
from tests.end_to_end.rig import Desktop
from tests.end_to_end.targets import Editor, Terminal

pytestmark = pytest.mark.desktop

FIRST, SECOND = "First things first.", "Then 😀 漢字 and a new line\nof it."


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    desktop = Desktop(audio=False, tray=False, keyring=False)
    programs = [name for name in ("xterm", "xdotool") if shutil.which(name) is None]
    if missing := desktop.missing() + programs + gtk_editor.missing():
        pytest.skip(f"the virtual desktop needs {', '.join(missing)}")
    with desktop:
        yield desktop


@pytest.fixture
def dictating(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> Iterator[Dictating]:
    on(desktop, monkeypatch)
    with Dictating() as dictating:
        yield dictating


@pytest.mark.parametrize("program", [Editor, Mousepad, Terminal])
def test_scratch_that_takes_back_exactly_the_last_insertion(
    desktop: Desktop, dictating: Dictating, program: Any
) -> None:
    taken_back, rest = (SECOND, "First things first. ")
    if program is Terminal:  # where each key is seen by the program that runs in it
        taken_back, rest = "ls -l", "First things first. ls -l " + 6 * "\x7f"
    with program(desktop) as window:
        dictating.say(FIRST, taken_back, "Scratch that.")
        assert window.wait_for(rest) == rest
    assert dictating.notices == []


@pytest.mark.parametrize("program", [Editor, Mousepad])
def test_what_was_typed_since_is_left_alone(desktop: Desktop, dictating: Dictating, program: Any) -> None:
    with program(desktop) as window:
        dictating.say(FIRST)
        window.wait_for(FIRST + " ")
        desktop.run(["xdotool", "type", "by hand"])
        expected = FIRST + " by hand"
        assert window.wait_for(expected) == expected
        dictating.say("Scratch that.", "Scratch that.")
        assert window.wait_for(expected) == expected
        desktop.run(["xdotool", "type", "!"])
        assert window.wait_for(expected + "!") == expected + "!"
    assert dictating.notices == ["insertion.not_there", "insertion.nothing_to_take_back"]


def test_selected_text_is_replaced_by_what_is_said_next(desktop: Desktop, dictating: Dictating) -> None:
    with Editor(desktop) as editor:
        dictating.say(FIRST, "Something wrong.", "Select that.", "Something right.")
        assert editor.wait_for("First things first. Something right. ") == "First things first. Something right. "
        dictating.say("Scratch that.", "Undo that.")
        assert editor.settled() == "First things first. Something right. "
