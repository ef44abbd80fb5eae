"""The face on a real X server: a tray with and without a host, an overlay that leaves the focus where it is."""

from pathlib import Path

import pytest

from tests.end_to_end.conftest import MakeDesktop
from tests.end_to_end.program import Keyboard, VoiceFlow
from tests.end_to_end.rig import Desktop, wait_until
from tests.end_to_end.targets import Editor

pytestmark = pytest.mark.desktop

HIDDEN = "[ui]\nshow_window_at_start = false\n[audio]\nstart_cue = false\n"
MOST_MEMORY_MB = 110


def visible(desktop: Desktop, name: str) -> list[str]:
    return desktop.run(["xdotool", "search", "--onlyvisible", "--name", f"^{name}$"], check=False).stdout.split()


def focus(desktop: Desktop) -> str:
    return desktop.run(["xdotool", "getwindowfocus"]).stdout


def embedded(desktop: Desktop) -> list[str]:
    """Icons that the tray holds."""
    (panel, *_) = desktop.run(["xdotool", "search", "--onlyvisible", "--class", "trayer"]).stdout.split()
    tree = desktop.run(["xwininfo", "-tree", "-id", panel]).stdout
    return [line for line in tree.splitlines() if "voiceflow" in line.lower()]


def test_the_overlay_leaves_the_focus_where_it_is(desktop: Desktop) -> None:
    with VoiceFlow(desktop, HIDDEN) as app, Editor(desktop), Keyboard(desktop) as keyboard:
        before = focus(desktop)
        keyboard.press("F9")
        app.wait_for_state("listening")
        wait_until(lambda: visible(desktop, "VoiceFlow overlay"), "the overlay")
        assert focus(desktop) == before
        keyboard.tap("Escape")
        keyboard.release("F9")
        wait_until(lambda: not visible(desktop, "VoiceFlow overlay"), "the overlay's end")
        assert focus(desktop) == before


def test_the_tray_holds_the_icon_and_little_memory_is_used(desktop: Desktop) -> None:
    with VoiceFlow(desktop) as app:
        wait_until(lambda: embedded(desktop), "the icon in the tray")
        wait_until(lambda: visible(desktop, "VoiceFlow"), "the window")
        assert app.ask("status")["memory_mb"] < MOST_MEMORY_MB


def test_a_second_start_shows_the_first_ones_window(desktop: Desktop) -> None:
    with VoiceFlow(desktop, HIDDEN) as app:
        assert not visible(desktop, "VoiceFlow")
        app.command()
        wait_until(lambda: visible(desktop, "VoiceFlow"), "the window")
        assert app.process.poll() is None


def test_without_a_tray_it_dictates_and_closes_its_window_too(make_desktop: MakeDesktop, sentence_wav: Path) -> None:
    desktop = make_desktop(tray=False)
    with VoiceFlow(desktop) as app, Editor(desktop) as editor:
        app.dictate(sentence_wav)
        wait_until(lambda: app.ask("status")["last"], "the delivery", 60)
        assert "report" in editor.settled()
