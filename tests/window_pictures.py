"""Every page of the window for `tests/screenshots.py`, reached by keyboard and mouse as its user reaches it."""

import threading
from collections.abc import Callable

from tests.end_to_end import accessibility
from tests.end_to_end.program import VoiceFlow
from tests.end_to_end.rig import Desktop, wait_until
from tests.end_to_end.screen import Screen

Take = Callable[[Desktop, str, str], object]
"""Writes the picture of that name, of the window of that number."""

PAGES = ("home", "history", "profiler", "models", "settings", "problems")
SECTIONS = ("Privacy", "Vocabulary", "Profiles", "Sound")
SETTLE_S, CURVES_S = 0.7, 5.0
GERMAN = "[ui]\nlanguage = 'de'\ntheme = 'light'\n[history]\nkey_storage = 'file'\n"
WRONG_KEY = "[ui]\ntheme = '{theme}'\n[history]\nkey_storage = 'file'\n"


def every_page(app: VoiceFlow, theme: str, take: Take) -> None:
    desktop, window = app.desktop, number_of(app.desktop, "VoiceFlow")
    desktop.run(["xdotool", "windowactivate", "--sync", window])
    with Screen(desktop) as screen:
        for number, page in enumerate(PAGES, 1):
            keys(desktop, f"ctrl+{number}")
            if page == "history":
                keys(desktop, "ctrl+f", "Down")
                screen.wait_for("Play", "button")
            settle(CURVES_S if page == "profiler" else SETTLE_S)
            take(desktop, f"{page}-{theme}.png", window)
            if page == "history":
                screen.click("Statistics", role="")
                settle()
                take(desktop, f"statistics-{theme}.png", window)
            if page == "settings":
                for section in SECTIONS:
                    screen.click(section, "item")
                    settle()
                    take(desktop, f"{section.lower()}-{theme}.png", window)


def in_german(take: Take) -> None:
    with Desktop() as desktop, VoiceFlow(desktop, GERMAN) as app:
        window = open_window(app)
        for number, page in ((1, "home"), (5, "settings")):
            keys(desktop, f"ctrl+{number}")
            settle(2 * SETTLE_S)
            take(desktop, f"german-{page}.png", window)


def in_trouble(theme: str, take: Take) -> None:
    """Somebody has put a wrong key beside the history."""
    with Desktop() as desktop:
        accessibility.start(desktop)
        app = VoiceFlow(desktop, WRONG_KEY.format(theme=theme))
        app.command("history", "list")
        (app.home / "data" / "history.key").write_text("0" * 64)
        app.launch()
        with Screen(desktop) as screen:
            screen.wait_for("Start anew…")
            window = open_window(app)
            settle(2 * SETTLE_S)
            take(desktop, f"trouble-{theme}.png", window)


def open_window(app: VoiceFlow) -> str:
    window = number_of(app.desktop, "VoiceFlow")
    app.desktop.run(["xdotool", "windowactivate", "--sync", window, "windowsize", window, "860", "580"])
    return window


def number_of(desktop: Desktop, name: str) -> str:
    def search() -> list[str]:
        command = ["xdotool", "search", "--onlyvisible", "--name", f"^{name}$"]
        return desktop.run(command, check=False).stdout.split()

    return str(wait_until(search, f"the window {name}")[-1])


def keys(desktop: Desktop, *chords: str) -> None:
    for chord in chords:
        desktop.run(["xdotool", "key", chord])
        settle(0.2)


def settle(time_s: float = SETTLE_S) -> None:
    threading.Event().wait(time_s)
