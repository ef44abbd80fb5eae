"""The face on a real X server: a tray with and without a host, an overlay that leaves the focus where it is."""

from pathlib import Path

import pytest
from Xlib import display
from Xlib.ext import randr
from Xlib.protocol import rq

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
        app.wait_for_delivery()
        assert "report" in editor.settled()


class SetMonitor(rq.Request):
    """RandR 1.5. WORKAROUND: python-xlib 0.33 cannot write its own `set_monitor`."""

    _request = rq.Struct(
        rq.Card8("opcode"), rq.Opcode(43), rq.RequestLength(), rq.Window("window"), rq.Card32("name"),
        rq.Bool("primary"), rq.Bool("automatic"), rq.LengthOf("outputs", 2), rq.Int16("x"), rq.Int16("y"),
        rq.Card16("width"), rq.Card16("height"), rq.Card32("width_mm"), rq.Card32("height_mm"),
        rq.List("outputs", rq.Card32Obj),
    )  # fmt: skip


def split_screen(desktop: Desktop) -> int:
    """Two monitors beside each other; gives back where the right one begins."""
    link = display.Display(desktop.env["DISPLAY"])
    root = link.screen().root
    half, height = link.screen().width_in_pixels // 2, link.screen().height_in_pixels
    outputs = root.xrandr_get_screen_resources().outputs
    for number, x in enumerate((0, half)):
        SetMonitor(
            display=link.display, opcode=link.display.get_extension_major(randr.extname), window=root,
            name=link.intern_atom(f"monitor {number}"), primary=number == 0, automatic=False,
            x=x, y=0, width=half, height=height, width_mm=160, height_mm=200, outputs=[] if number else outputs[:1],
        )  # fmt: skip
        link.sync()
    link.close()
    return half


def middle_of_overlay(desktop: Desktop) -> int:
    (window, *_) = wait_until(lambda: visible(desktop, "VoiceFlow overlay"), "the overlay")
    told = desktop.run(["xdotool", "getwindowgeometry", "--shell", window]).stdout
    found = dict(line.split("=") for line in told.splitlines())
    return int(found["X"]) + int(found["WIDTH"]) // 2


def test_the_overlay_stands_on_the_screen_with_the_focus_not_with_the_mouse(desktop: Desktop) -> None:
    half = split_screen(desktop)
    with VoiceFlow(desktop, HIDDEN) as app, Editor(desktop) as editor, Keyboard(desktop) as keyboard:
        (window,) = visible(desktop, editor.title)
        for left, mouse, begin in ((half + 100, 50, half), (100, half + 50, 0)):
            desktop.run(["xdotool", "windowmove", "--sync", window, str(left), "100"])
            desktop.run(["xdotool", "windowsize", "--sync", window, "300", "200"])
            desktop.run(["xdotool", "mousemove", str(mouse), "700"])
            keyboard.press("F9")
            app.wait_for_state("listening")
            wait_until(lambda begin=begin: begin < middle_of_overlay(desktop) < begin + half, "the overlay's place")
            keyboard.tap("Escape")
            keyboard.release("F9")
            wait_until(lambda: not visible(desktop, "VoiceFlow overlay"), "the overlay's end")


def test_a_new_user_is_shown_the_first_steps_and_then_the_window(desktop: Desktop) -> None:
    """With the keys of a keyboard: the real one is seen, Escape skips the rest."""
    with VoiceFlow(desktop, new_user=True) as app, Keyboard(desktop) as keyboard:
        (window,) = wait_until(lambda: visible(desktop, "VoiceFlow: first steps"), "the first steps")
        desktop.run(["xdotool", "windowactivate", "--sync", window])
        assert not visible(desktop, "VoiceFlow")
        keyboard.tap("Return")
        keyboard.tap("F9")
        wait_until(lambda: app.ask("status")["last"], "the key that was tried")
        assert app.ask("status")["last"]["state"] == "cancelled"
        wait_until(lambda: not app.history(), "the end of what was tried")
        keyboard.tap("Escape")
        wait_until(lambda: visible(desktop, "VoiceFlow"), "the window")
        assert not visible(desktop, "VoiceFlow: first steps")
    with app:
        wait_until(lambda: visible(desktop, "VoiceFlow"), "the window")
        assert not visible(desktop, "VoiceFlow: first steps")
        app.command("--first-start")
        wait_until(lambda: visible(desktop, "VoiceFlow: first steps"), "the first steps")
    assert app.process.returncode == 0, "it ends well though it listens to the microphone"
