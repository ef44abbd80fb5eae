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

from tests import window_pictures
from tests.end_to_end import accessibility
from tests.end_to_end.program import Keyboard, VoiceFlow
from tests.end_to_end.rig import Desktop
from tests.end_to_end.targets import Editor
from tests.window_pictures import number_of
from voiceflow.audio.codecs import write_wav
from voiceflow.core import Core

FOLDER = Path(__file__).parent.parent / "resources" / "screenshots"
CONFIG = '[stt]\nmodel = "{model}"\nlanguage = "en"\n[ui]\nlanguage = "en"\ntheme = "{theme}"\n'
SAID = [
    ["Thank you for the plans of the garden."],
    ["I have read them on the train, and I like the second one best."],
    ["Could we meet on Friday?", "I would bring the drawings with me.", "Then we can choose the trees together."],
]
PAUSE_S = 0.8
SETTLE_S, OVERLAY_GONE_S = 0.7, 2.5
MARGIN_PX = 14
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
    window_pictures.in_german(picture)


def take(theme: str, model: str, clips: list[Path]) -> None:
    with Desktop(keyring=True) as desktop:
        accessibility.start(desktop)
        with VoiceFlow(desktop, CONFIG.format(model=model, theme=theme)) as app, Editor(desktop) as editor:
            paint_ground(desktop)
            arrange(desktop, editor)
            for clip in clips[:-1]:
                dictate(app, clip)
            with speaking(app, clips[-1]):
                picture(desktop, f"overlay-{theme}.png", crop=_around(desktop, "VoiceFlow overlay"))
                if theme == "light":
                    picture(desktop, "dictating.png")
            window_pictures.every_page(app, theme, picture)
            first_steps(app, theme, clips[0])
    window_pictures.in_trouble(theme, picture)


def dictate(app: VoiceFlow, clip: Path) -> None:
    before = app.ask("status")["last"]
    app.dictate(clip)
    app.wait_for_delivery(before)


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
    app.wait_for_delivery(before)


def arrange(desktop: Desktop, editor: Editor) -> None:
    for name, left, top, width, height in (("VoiceFlow", 48, 66, 860, 580), (editor.title, 690, 330, 520, 270)):
        window = number_of(desktop, name)
        desktop.run(["xdotool", "windowsize", window, str(width), str(height)])
        desktop.run(["xdotool", "windowmove", window, str(left), str(top)])
    letter = number_of(desktop, editor.title)
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


def first_steps(app: VoiceFlow, theme: str, clip: Path) -> None:
    """As a new user goes through them: speaks, presses the key, looks at the model, dictates."""
    desktop = app.desktop
    app.command("--first-start")
    window = number_of(desktop, "VoiceFlow: first steps")
    desktop.run(["xdotool", "windowactivate", "--sync", window])
    with Keyboard(desktop) as keyboard:
        threading.Event().wait(SETTLE_S)
        player = desktop.play_in_background(clip)
        threading.Event().wait(2 * SETTLE_S)
        picture(desktop, f"first-steps-microphone-{theme}.png", window)
        player.wait(20)
        for name in ("key", "model", "try", "done"):
            if name == "done":
                dictate(app, clip)
                threading.Event().wait(OVERLAY_GONE_S)
                picture(desktop, f"first-steps-try-{theme}.png", window)
                for _ in range(3):
                    keyboard.tap("Tab")
            keyboard.tap("Return")
            threading.Event().wait(SETTLE_S)
            if name == "key":
                keyboard.tap("F9")
                threading.Event().wait(SETTLE_S)
            if name != "try":
                picture(desktop, f"first-steps-{name}-{theme}.png", window)
        keyboard.tap("Return")


def picture(desktop: Desktop, name: str, window: str = "root", crop: str = "") -> None:
    part = ["-crop", crop, "+repage"] if crop else []
    saved = ["-strip", "-define", "png:compression-level=9", str(FOLDER / name)]
    desktop.run(["import", "-window", window, *part, *saved])


def _around(desktop: Desktop, name: str) -> str:
    """A window with a little of what is behind it, as ImageMagick takes it."""
    told = desktop.run(["xdotool", "getwindowgeometry", "--shell", number_of(desktop, name)]).stdout
    found = {key: int(value) for key, _, value in (line.partition("=") for line in told.splitlines())}
    width, height = found["WIDTH"] + 2 * MARGIN_PX, found["HEIGHT"] + 2 * MARGIN_PX
    return f"{width}x{height}+{found['X'] - MARGIN_PX}+{found['Y'] - MARGIN_PX}"


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


if __name__ == "__main__":
    main()
