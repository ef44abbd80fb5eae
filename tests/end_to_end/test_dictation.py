"""A key is held, somebody speaks, the key is let go, and the words stand in another program's window: the real
program, the real model, a real X server, microphone, keyring and clipboard."""

import json
from pathlib import Path

import psutil
import pytest

from tests.end_to_end.conftest import SENTENCE
from tests.end_to_end.program import VoiceFlow
from tests.end_to_end.rig import Desktop
from tests.end_to_end.targets import ClipboardOwner, Editor, Terminal
from voiceflow.selftest import share_of_words

pytestmark = [pytest.mark.desktop, pytest.mark.real_model]

ALMOST_ALL_WORDS = 0.8

CLIPBOARD = {
    "text": ("UTF8_STRING", b"what the clipboard held before"),
    "rich": ("text/html", b"<b>bold"),
    "image": ("image/png", b"\x89PNG"),
}


def clipboard(desktop: Desktop, kind: str) -> bytes:
    command = ["xclip", "-selection", "clipboard", "-o", "-t", kind]
    return desktop.run(command, text=False).stdout


@pytest.mark.parametrize("held", CLIPBOARD)
def test_the_words_arrive_and_the_clipboard_is_as_before(desktop: Desktop, sentence_wav: Path, held: str) -> None:
    kind, beginning = CLIPBOARD[held]
    with ClipboardOwner(desktop, held), VoiceFlow(desktop) as app:
        before = clipboard(desktop, kind)
        assert beginning in before
        with Editor(desktop) as editor:
            app.dictate(sentence_wav)
            app.wait_for_delivery()
            text = editor.settled()
        assert share_of_words(SENTENCE, text) >= ALMOST_ALL_WORDS, text
        assert clipboard(desktop, kind) == before
        (kept,) = app.history()
        assert kept["text"] == text
        assert sound_s(app, kept["id"]) > 3.0
    assert_nothing_is_left(app)


def test_a_terminal_gets_the_words_too(desktop: Desktop, sentence_wav: Path) -> None:
    with VoiceFlow(desktop) as app, Terminal(desktop) as terminal:
        app.dictate(sentence_wav)
        app.wait_for_delivery()
        assert share_of_words(SENTENCE, terminal.settled()) >= ALMOST_ALL_WORDS


def sound_s(app: VoiceFlow, dictation_id: str) -> float:
    return float(json.loads(app.command("history", "show", dictation_id, "--json").stdout)["sound_s"])


def assert_nothing_is_left(app: VoiceFlow) -> None:
    """No process of the app runs on, and no thread, of course."""
    mine = str(app.home)
    left = [process for process in psutil.process_iter() if _belongs_to(process, mine)]
    assert [process.cmdline() for process in left] == []


def _belongs_to(process: psutil.Process, home: str) -> bool:
    try:
        return process.environ().get("VOICEFLOW_HOME") == home and "voiceflow" in " ".join(process.cmdline())
    except psutil.Error:
        return False
