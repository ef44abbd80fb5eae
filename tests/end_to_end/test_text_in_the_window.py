"""What text rules want of a window besides inserting: a cursor within a snippet, a correction of what stands there."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.end_to_end import gtk_editor
from tests.end_to_end.dictating import Dictating, on
from tests.end_to_end.gtk_editor import Mousepad
from tests.end_to_end.rig import Desktop
from tests.end_to_end.targets import Editor
from voiceflow.dictation.delivery import DeliveryOptions
from voiceflow.text.pipeline import Wishes
from voiceflow.text.replacements import usable

pytestmark = pytest.mark.desktop

SNIPPETS = usable(["greeting => Dear {cursor},\\nbest regards 😀", "cite => ({clipboard}, {selection})"])


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    desktop = Desktop(audio=False, tray=False, keyring=False)
    missing = desktop.missing() + [name for name in ("xdotool",) if shutil.which(name) is None] + gtk_editor.missing()
    if missing:
        pytest.skip(f"the virtual desktop needs {', '.join(missing)}")
    with desktop:
        yield desktop


@pytest.fixture
def dictating(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> Iterator[Dictating]:
    on(desktop, monkeypatch)
    rules = Wishes(snippets=SNIPPETS, trailing_space=False)
    with Dictating(replace(DeliveryOptions(), rules=rules)) as dictating:
        yield dictating


@pytest.mark.parametrize("program", [Editor, Mousepad])
def test_the_cursor_stands_where_the_snippet_says(desktop: Desktop, dictating: Dictating, program: Any) -> None:
    expected = "Dear Anna,\nbest regards 😀"
    with program(desktop) as window:
        dictating.say("Greeting.")
        window.wait_for("Dear ,\nbest regards 😀")
        desktop.run(["xdotool", "type", "Anna"])
        assert window.wait_for(expected) == expected
    assert dictating.notices == []


def test_a_snippet_has_what_was_copied_and_what_is_selected(desktop: Desktop, dictating: Dictating) -> None:
    with Editor(desktop) as window:
        dictating.say("Für Anna")
        window.wait_for("Für Anna")
        desktop.run(["xdotool", "key", "ctrl+a", "ctrl+c", "End"])
        dictating.say("Cite.")
        assert window.wait_for("Für Anna (Für Anna, Für Anna)") == "Für Anna (Für Anna, Für Anna)"


@pytest.mark.parametrize("program", [Editor, Mousepad])
def test_the_last_dictation_is_corrected_in_its_window(desktop: Desktop, dictating: Dictating, program: Any) -> None:
    with program(desktop) as window:
        dictating.say("I met shivon today.", "Correct shivon to Siobhan.")
        assert window.wait_for("I met Siobhan today.") == "I met Siobhan today."
    assert dictating.history.list(limit=2)[1].text.strip() == "I met Siobhan today."
    assert dictating.notices == []
