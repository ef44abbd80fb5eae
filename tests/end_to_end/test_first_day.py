"""The first day of somebody new, with real keys, a real mouse, a real voice and a real model: first start, first steps,
a dictation into another program, and what the window has of it afterwards. What stands on the screen is known from the
accessibility bus, as a screen reader knows it."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end import accessibility
from tests.end_to_end.conftest import MakeDesktop
from tests.end_to_end.program import Keyboard, VoiceFlow
from tests.end_to_end.rig import Desktop, wait_until
from tests.end_to_end.screen import Screen
from tests.end_to_end.targets import Editor
from tests.speech import SpeechClips

pytestmark = [pytest.mark.desktop, pytest.mark.real_model]

SAID, HEARD = "Sunday is the best part of the week.", "part of the week"
CORRECTED = "Sunday was the best part of the week."
STARTER = "tiny.en"
TEXT_S = 60.0


@pytest.fixture
def clip(speech_clips: SpeechClips) -> Path:
    found = speech_clips["sb_spk1_snt5"]
    assert found.transcript == SAID
    return found.path


@pytest.fixture
def first_day(make_desktop: MakeDesktop, starter_whisper: Path) -> Iterator[tuple[Desktop, VoiceFlow, Screen]]:
    desktop = make_desktop(keyring=True, speaker="recorded")
    if missing := accessibility.missing():
        pytest.skip(f"the screen is read through {', '.join(missing)}")
    accessibility.start(desktop)
    desktop.env["VOICEFLOW_MODELS"] = os.environ.get("VOICEFLOW_MODELS") or str(_beside())
    with VoiceFlow(desktop, new_user=True) as app, Screen(desktop) as screen:
        yield desktop, app, screen


def _beside() -> Path:
    return Path(__file__).parents[3] / "shared" / "models"


def test_the_first_day(first_day: tuple[Desktop, VoiceFlow, Screen], clip: Path) -> None:
    desktop, app, screen = first_day
    go_through_the_first_steps(desktop, app, screen, clip)
    dictate_into_another_program(desktop, app, clip)
    open_window(app, screen)
    find_it(desktop, screen)
    hear_it(desktop, screen)
    correct_it(desktop, screen)
    retry_it(desktop, app, screen)
    look_at_the_profiler(desktop, screen)
    export_everything(desktop, screen)
    quit_it(app, screen)


def go_through_the_first_steps(desktop: Desktop, app: VoiceFlow, screen: Screen, clip: Path) -> None:
    screen.wait_for("Step 1 of 5", "label")
    desktop.play(clip)
    screen.wait_for("VoiceFlow hears you.", "label")
    screen.click("Next")
    screen.wait_for("Press F9 now.", "label")
    with Keyboard(desktop) as keyboard:
        keyboard.tap("F9")
    screen.wait_for_words("VoiceFlow knows when you press F9")
    screen.click("Next")
    screen.wait_for("This machine", "label")
    screen.click("Next")
    app.wait_for_state("idle")
    screen.wait_for("Try it here", "text")
    app.dictate(clip)
    screen.wait_for_words(HEARD, TEXT_S)
    screen.wait_for_words("There it is")
    screen.click("Next")
    screen.click("Start using VoiceFlow")
    screen.wait_for("Quit VoiceFlow", "button")  # the window, which comes then, takes the focus


def dictate_into_another_program(desktop: Desktop, app: VoiceFlow, clip: Path) -> None:
    with Editor(desktop) as editor:
        before = app.ask("status")["last"]
        editor.activate()
        app.dictate(clip)
        app.wait_for_delivery(before)
        assert HEARD in editor.settled()


def open_window(app: VoiceFlow, screen: Screen) -> None:
    app.command()
    screen.wait_for("Quit VoiceFlow", "button")


def find_it(desktop: Desktop, screen: Screen) -> None:
    chord(desktop, "f")
    screen.wait_for("Search", "text")
    desktop.run(["xdotool", "type", "--delay", "20", "week"])
    screen.wait_for("2 dictations", "label")
    with Keyboard(desktop) as keyboard:
        keyboard.tap("Down")
    screen.wait_for("Play", "button")


def hear_it(desktop: Desktop, screen: Screen) -> None:
    before = len(desktop.speaker_sound())
    screen.click("Play")
    wait_until(lambda: any(desktop.speaker_sound()[before:]), "sound from the speaker")
    screen.wait_for("Play", "button")


def correct_it(desktop: Desktop, screen: Screen) -> None:
    screen.click("Text", "text")
    chord(desktop, "a")
    desktop.run(["xdotool", "type", "--delay", "10", CORRECTED])
    screen.click("Save correction")
    screen.wait_for_words("corrected")


def retry_it(desktop: Desktop, app: VoiceFlow, screen: Screen) -> None:
    """With the smallest model, the first in the menu; the best one made the text. A menu is not on the bus."""
    windows = ["xdotool", "search", "--onlyvisible", "--pid", str(app.process.pid)]
    before = desktop.run(windows).stdout
    screen.click("With model…")
    wait_until(lambda: desktop.run(windows).stdout != before, "the menu")
    desktop.run(["xdotool", "key", "Down", "Return"])
    screen.wait_for_words(f"· {STARTER} ·", TEXT_S)


def look_at_the_profiler(desktop: Desktop, screen: Screen) -> None:
    chord(desktop, "3")
    screen.wait_for("Release to text", "label")
    screen.wait_for_words("median; p95")


def export_everything(desktop: Desktop, screen: Screen) -> None:
    chord(desktop, "2")
    screen.click("Export…")
    path = desktop.folder / "home" / "everything.json"
    wait_until(lambda: screen.look("Save", "button"), "the question where to")
    chord(desktop, "a")
    desktop.run(["xdotool", "type", "--delay", "10", str(path)])
    desktop.run(["xdotool", "key", "Return"])
    wait_until(path.exists, "the file")
    assert HEARD in json.dumps(wait_until(lambda: json.loads(path.read_text() or "null"), "what is in it"))


def quit_it(app: VoiceFlow, screen: Screen) -> None:
    screen.click("Quit VoiceFlow")
    assert app.process.wait(20) == 0


def chord(desktop: Desktop, key: str) -> None:
    """With the control key."""
    desktop.run(["xdotool", "key", f"ctrl+{key}"])
