"""The rig itself: what other tests rely on."""

import os
import sys
import wave
from array import array
from pathlib import Path

import pytest

from tests.end_to_end.rig import wait_until

pytestmark = pytest.mark.desktop

RECORD = """
import sys, sounddevice
with sounddevice.RawInputStream(device="microphone", samplerate=48000, channels=1, dtype="int16") as stream:
    while not sys.stdin.closed:
        sys.stdout.buffer.write(stream.read(4800)[0])
        sys.stdout.buffer.flush()
"""


@pytest.fixture
def tone(tmp_path: Path) -> Path:
    """0.5 s of a loud square wave."""
    path = tmp_path / "tone.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 48000, 0, "NONE", ""))
        file.writeframes(array("h", [9000 if i // 60 % 2 else -9000 for i in range(24000)]).tobytes())
    return path


def test_the_microphone_hears_what_is_played_and_never_digital_silence(make_desktop, tone: Path) -> None:
    desktop = make_desktop(x=False, keyring=False)
    with (desktop.folder / "heard.raw").open("wb") as heard:
        desktop.popen([sys.executable, "-c", RECORD], stdout=heard)
    sound = desktop.folder / "heard.raw"
    wait_until(lambda: sound.stat().st_size > 96000, "a second of sound")
    before = array("h", sound.read_bytes()[:48000])
    assert 0 < max(map(abs, before[4800:])) < 200
    desktop.play(tone)
    wait_until(lambda: max(map(abs, array("h", sound.read_bytes()[-48000:]))) > 8000, "the tone")


def test_what_programs_play_is_recorded_and_not_heard_by_the_microphone(make_desktop, tone: Path) -> None:
    desktop = make_desktop(x=False, keyring=False, speaker="recorded")
    desktop.run(["paplay", str(tone)])
    wait_until(lambda: max(map(abs, array("h", desktop.speaker_sound())), default=0) > 8000, "the tone")


def test_everything_is_gone_afterwards(make_desktop) -> None:
    desktop = make_desktop()
    processes = [desktop.process(name) for name in ("bus", "pulse", "xvfb", "window_manager", "tray", "keyring")]
    assert desktop.run(["xdotool", "getdisplaygeometry"]).stdout == "1280 800\n"
    desktop.stop()
    assert not desktop.folder.exists()
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process.pid, 0)
