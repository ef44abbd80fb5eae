"""Rare words are dictated; then no file of VoiceFlow's, and no temporary one, has them or their sound in the open."""

from pathlib import Path

import pytest

from tests.end_to_end.program import Keyboard, VoiceFlow
from tests.end_to_end.rig import Desktop
from tests.end_to_end.targets import Editor
from tests.history.scan import findings

pytestmark = pytest.mark.desktop

MARKERS = ("zwickmuehlenbau", "quastelflosser", "xylographenheim")


@pytest.fixture
def app(desktop: Desktop, tmp_path: Path) -> VoiceFlow:
    script = tmp_path / "script.txt"
    script.write_text(" ".join(MARKERS))
    return VoiceFlow(desktop, f'[stt]\nengine = "scripted"\nmodel = "{script}"\n')


def in_the_open(app: VoiceFlow, pcm: bytes) -> list[str]:
    folders = [app.home, Path(app.env["TMPDIR"]), Path(app.env["HOME"])]
    return findings(folders, MARKERS, pcm)


def sound_of(app: VoiceFlow, tmp_path: Path) -> bytes:
    """As it was recorded, from the history itself."""
    (kept,) = app.history()
    wav = tmp_path / "kept.wav"
    app.command("history", "export", kept["id"], "--format", "wav", "-o", str(wav))
    return wav.read_bytes()[44:]


def test_a_finished_dictation(app: VoiceFlow, desktop: Desktop, sentence_wav: Path, tmp_path: Path) -> None:
    with app, Editor(desktop) as editor:
        app.dictate(sentence_wav)
        app.wait_for_delivery()
        assert MARKERS[0] in editor.settled()
        assert in_the_open(app, b"") == []
    assert in_the_open(app, sound_of(app, tmp_path)) == []


def test_a_dictation_that_was_killed(app: VoiceFlow, desktop: Desktop, sentence_wav: Path, tmp_path: Path) -> None:
    app.start()
    with Keyboard(desktop) as keyboard:
        keyboard.press("F9")
        app.wait_for_state("listening")
        desktop.play(sentence_wav)
        app.process.kill()
        app.process.wait(10)
        keyboard.release("F9")
    assert in_the_open(app, b"") == []
    assert in_the_open(app, sound_of(app, tmp_path)) == []
