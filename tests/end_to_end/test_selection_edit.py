"""A selected text is changed by a spoken instruction: the real program, a language model that the test imitates, and
the user who looks at the change and agrees."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.conftest import MakeDesktop
from tests.end_to_end.program import TEXT_S, VoiceFlow
from tests.end_to_end.rig import wait_until
from tests.end_to_end.targets import Editor
from tests.imitations.chat import Chat
from tests.imitations.server import Imitation

pytestmark = [pytest.mark.desktop, pytest.mark.real_model]

CONFIG = """
[hotkey]
edit_key = "F8"
[cleanup]
url = "{url}/v1"
language_model = "llama"
"""
PROPOSAL = "Change the selected text"


def test_the_change_is_made_when_the_user_agrees(make_desktop: MakeDesktop, spoken: Callable[[str], Path]) -> None:
    desktop = make_desktop()

    def proposal() -> str:
        return desktop.run(["xdotool", "search", "--onlyvisible", "--name", PROPOSAL], check=False).stdout.strip()

    with (
        Imitation(Chat()) as server,
        VoiceFlow(desktop, CONFIG.format(url=server.url)) as app,
        Editor(desktop) as editor,
    ):
        desktop.run(["xdotool", "type", "see you on friday"])
        editor.wait_for("see you on friday")
        desktop.run(["xdotool", "key", "shift+Home"])
        app.dictate(spoken("Make it louder."), "F8")
        window = wait_until(proposal, "the proposal", TEXT_S)
        assert editor.settled(0.1) == "see you on friday"
        desktop.run(["xdotool", "windowactivate", "--sync", window, "key", "Return"])
        assert editor.wait_for("SEE YOU ON FRIDAY") == "SEE YOU ON FRIDAY"
        asked = server.service.seen[-1]  # type: ignore[attr-defined]
        assert "louder" in asked["messages"][1]["content"]
