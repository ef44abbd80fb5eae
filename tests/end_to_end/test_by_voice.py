"""What is said is obeyed, by the real program with the real model: the last words are taken back, and a selected text
is changed by an instruction, once the user has seen it and agreed. Made up is the language model alone."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.end_to_end.conftest import SENTENCE
from tests.end_to_end.program import TEXT_S, VoiceFlow
from tests.end_to_end.rig import Desktop, wait_until
from tests.end_to_end.targets import Editor
from tests.imitations.chat import Chat
from tests.imitations.server import Imitation

pytestmark = [pytest.mark.desktop, pytest.mark.real_model]

CONFIG = """
[stt]
isolated = false
[hotkey]
edit_key = "F8"
[cleanup]
url = "{url}/v1"
language_model = "llama"
"""
PROPOSAL = "Change the selected text"


@dataclass
class Desk:
    desktop: Desktop
    app: VoiceFlow
    editor: Editor
    model: Chat

    def press(self, *keys: str) -> None:
        self.desktop.run(["xdotool", "key", *keys])

    def proposal(self) -> str:
        """The window's number, once it is there."""
        search = ["xdotool", "search", "--onlyvisible", "--name", PROPOSAL]
        return self.desktop.run(search, check=False).stdout.strip()


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    desktop, chat = Desktop(), Chat()
    if missing := desktop.missing():
        pytest.skip(f"the virtual desktop needs {', '.join(missing)}")
    with ExitStack() as stack:
        stack.enter_context(desktop)
        server = stack.enter_context(Imitation(chat))
        app = stack.enter_context(VoiceFlow(desktop, CONFIG.format(url=server.url)))
        yield Desk(desktop, app, stack.enter_context(Editor(desktop)), chat)


def test_the_last_words_are_taken_back(desk: Desk, spoken: Callable[[str], Path]) -> None:
    desk.app.dictate(spoken(SENTENCE))
    assert "report" in wait_until(desk.editor.settled, "the words", TEXT_S)
    desk.app.dictate(spoken("Scratch that."))
    assert desk.editor.wait_for("", TEXT_S) == ""


def test_a_selected_text_is_changed_when_the_user_agrees(desk: Desk, spoken: Callable[[str], Path]) -> None:
    desk.editor.clear()
    desk.desktop.run(["xdotool", "type", "see you on friday"])
    desk.editor.wait_for("see you on friday")
    desk.press("shift+Home")
    desk.app.dictate(spoken("Make it louder."), "F8")
    window = wait_until(desk.proposal, "the proposal", TEXT_S)
    assert desk.editor.settled(0.1) == "see you on friday"
    desk.desktop.run(["xdotool", "windowactivate", "--sync", window, "key", "Return"])
    assert desk.editor.wait_for("SEE YOU ON FRIDAY") == "SEE YOU ON FRIDAY"
    assert "louder" in desk.model.seen[-1]["messages"][1]["content"]
