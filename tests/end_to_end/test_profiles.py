"""The window that has the focus decides about the rules: the same words into a terminal and into an editor."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.dictation.test_dictation import Desk
from tests.end_to_end.dictating import on
from tests.end_to_end.rig import Desktop
from tests.end_to_end.targets import Editor, Terminal
from tests.room import DeafCore
from voiceflow.events import ProfileChosen
from voiceflow.paths import paths

pytestmark = pytest.mark.desktop

CONFIG = """
[stt]
engine = "scripted"
model = "{script}"
[history]
key_storage = "file"
[audio]
start_cue = false
[hotkey]
mode = "hold"

[[profiles]]
name = "Shell"
app = ["xterm"]
text = {{ numbers = "digits", trailing_space = false }}
insertion = {{ press_enter = true }}

[[profiles]]
name = "Letters"
title = ["target editor"]
text.replacements = ["want => would like to have"]
"""


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    desktop = Desktop(audio=False, tray=False, keyring=False)
    programs = [name for name in ("xterm", "xdotool") if shutil.which(name) is None]
    if missing := desktop.missing() + programs:
        pytest.skip(f"the virtual desktop needs {', '.join(missing)}")
    with desktop:
        yield desktop


@pytest.fixture
def desk(desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    on(desktop, monkeypatch)
    script = tmp_path / "script.txt"
    script.write_text("I want three of them")
    paths().settings_file.parent.mkdir(parents=True, exist_ok=True)
    paths().settings_file.write_text(CONFIG.format(script=script))
    with DeafCore() as core:
        assert core.settings_file.problems == []
        yield Desk(core, inserter="x11")


def test_each_window_has_its_rules(desktop: Desktop, desk: Desk) -> None:
    with Editor(desktop) as editor, Terminal(desktop) as terminal:
        for window, profile, text in (
            (terminal, "Shell", "I want 3 of them\n"),
            (editor, "Letters", "I would like to have three of them "),
            (terminal, "Shell", "I want 3 of them\nI want 3 of them\n"),
        ):
            window.activate()
            desk.press()
            assert desk.wait_for(ProfileChosen).name == profile
            desk.room.speak(2.0)
            desk.key.release()
            assert window.wait_for(text) == text
