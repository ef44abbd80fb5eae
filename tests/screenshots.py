"""The pictures in resources/screenshots, taken on the virtual desktop while the real program is used:
`python -m tests.screenshots`. They need Xvfb, openbox, trayer, PulseAudio, xdotool and ImageMagick."""

import argparse
import tempfile
import threading
import wave
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import numpy as np
from Xlib import display

from tests.end_to_end.program import Keyboard, VoiceFlow
from tests.end_to_end.rig import Desktop, wait_until
from tests.end_to_end.targets import Editor
from voiceflow.audio.codecs import write_wav
from voiceflow.core import Core

FOLDER = Path(__file__).parent.parent / "resources" / "screenshots"
CONFIG = '[stt]\nmodel = "{model}"\nlanguage = "en"\n[ui]\ntheme = "{theme}"\n'
SAID = [
    ["Thank you for the plans of the garden."],
    ["I have read them on the train, and I like the second one best."],
    ["Could we meet on Friday?", "I would bring the drawings with me.", "Then we can choose the trees together."],
]
PAUSE_S = 0.8
SETTLE_S, CURVES_S = 0.7, 5.0
PAGES = ("home", "history", "profiler", "models", "settings", "problems")
GROUND = ((0x4F, 0x64, 0x9E), (0xA9, 0x80, 0x9C))
"""The desktop's colours, top and bottom."""


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--model", default="", help="the speech model that is used; the best one installed")
    wanted = arguments.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        clips = [speech(words, Path(folder) / f"{number}.wav") for number, words in enumerate(SAID)]
        for theme in ("light", "dark"):
            take(theme, wanted.model, clips)


def take(theme: str, model: str, clips: list[Path]) -> None:
    with (
        Desktop(keyring=True) as desktop,
        VoiceFlow(desktop, CONFIG.format(model=model, theme=theme)) as app,
        Editor(desktop) as editor,
    ):
        paint_ground(desktop)
        arrange(desktop, editor)
        for clip in clips[:-1]:
            dictate(app, clip)
        if theme == "light":
            with speaking(app, clips[-1]):
                picture(desktop, "dictating.png")
        else:
            dictate(app, clips[-1])
        windows(desktop, theme)


def dictate(app: VoiceFlow, clip: Path) -> None:
    before = app.ask("status")["last"]
    app.dictate(clip)
    wait_until(lambda: app.ask("status")["last"] != before, "the delivery", 60)


@contextmanager
def speaking(app: VoiceFlow, clip: Path) -> Iterator[None]:
    """Inside, the last sentence is being spoken."""
    before = app.ask("status")["last"]
    with Keyboard(app.desktop) as keyboard:
        keyboard.press("F9")
        app.wait_for_state("listening")
        player = app.desktop.play_in_background(clip)
        with closing(wave.open(str(clip))) as sound:
            threading.Event().wait(sound.getnframes() / sound.getframerate() - PAUSE_S - 0.3)
        yield
        player.wait(20)
        keyboard.release("F9")
    wait_until(lambda: app.ask("status")["last"] != before, "the delivery", 60)


def arrange(desktop: Desktop, editor: Editor) -> None:
    for name, left, top, width, height in (("VoiceFlow", 48, 66, 860, 580), (editor.title, 690, 330, 520, 270)):
        window = _window(desktop, name)
        desktop.run(["xdotool", "windowsize", window, str(width), str(height)])
        desktop.run(["xdotool", "windowmove", window, str(left), str(top)])
    letter = _window(desktop, editor.title)
    editor.title = "Letter to Anna"
    names = ["--name", editor.title, "--class", "Editor", "--classname", "editor"]
    desktop.run(["xdotool", "set_window", *names, letter])
    editor.activate()


def paint_ground(desktop: Desktop) -> None:
    connection = display.Display(desktop.env["DISPLAY"])
    screen = connection.screen()
    width, height = screen.width_in_pixels, screen.height_in_pixels
    ground = screen.root.create_pixmap(width, height, screen.root_depth)
    pen = ground.create_gc()
    for y in range(height):
        red, green, blue = (round(top + (bottom - top) * y / height) for top, bottom in zip(*GROUND, strict=True))
        pen.change(foreground=red << 16 | green << 8 | blue)
        ground.fill_rectangle(pen, 0, y, width, 1)
    screen.root.change_attributes(background_pixmap=ground)
    screen.root.clear_area()
    connection.sync()
    connection.close()


def windows(desktop: Desktop, theme: str) -> None:
    """Every page, as the window shows it."""
    window = _window(desktop, "VoiceFlow")
    desktop.run(["xdotool", "windowactivate", "--sync", window])
    with Keyboard(desktop) as keyboard:
        for number, page in enumerate(PAGES, 1):
            keyboard.press("Control_L")
            keyboard.tap(str(number))
            keyboard.release("Control_L")
            threading.Event().wait(CURVES_S if page == "profiler" else SETTLE_S)
            picture(desktop, f"{page}-{theme}.png", window)


def picture(desktop: Desktop, name: str, window: str = "root") -> None:
    desktop.run(["import", "-window", window, "-strip", "-define", "png:compression-level=9", str(FOLDER / name)])


def speech(sentences: list[str], path: Path) -> Path:
    """In the starter voice, with a pause after each sentence: there the words so far are recognized."""
    blocks, rate_hz = [], 0
    with Core() as core:
        for sentence in sentences:
            for block in core.engines.tts().synthesize(sentence):
                rate_hz = block.rate_hz
                blocks.append(block.pcm)
            blocks.append(np.zeros(round(PAUSE_S * rate_hz), np.float32))
    write_wav(path, np.concatenate(blocks), rate_hz)
    return path


def _window(desktop: Desktop, name: str) -> str:
    def search() -> list[str]:
        command = ["xdotool", "search", "--onlyvisible", "--name", f"^{name}$"]
        return desktop.run(command, check=False).stdout.split()

    return str(wait_until(search, f"the window {name}")[-1])


if __name__ == "__main__":
    main()
