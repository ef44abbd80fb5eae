"""The speaker on a real sound server that records what it is given."""

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.end_to_end.rig import Desktop, wait_until
from voiceflow.audio import cue

pytestmark = pytest.mark.desktop

ROOT = Path(__file__).parents[2]


@pytest.fixture
def desktop(make_desktop: Callable[..., Desktop]) -> Desktop:
    return make_desktop(x=False, keyring=False, speaker="recorded")


def play(desktop: Desktop, *arguments: str) -> str:
    return desktop.run([sys.executable, "-m", "tests.audio.speaker_driver", *arguments], cwd=ROOT).stdout.strip()


def recorded(desktop: Desktop) -> np.ndarray:
    return np.frombuffer(desktop.speaker_sound(), np.int16).astype(np.float32) / 32768


def test_the_cue_is_heard_as_it_was_made(desktop: Desktop) -> None:
    assert play(desktop, "cue") == "played"
    found = wait_until(lambda: cue.find(cue.make(48000), recorded(desktop), 48000), "the cue")
    start = int(found[0] * 48000)
    assert np.abs(recorded(desktop)[start : start + 4320]).max() == pytest.approx(0.12, abs=0.01)


def test_a_long_sound_can_be_stopped(desktop: Desktop) -> None:
    assert play(desktop, "long") == "played"
    wait_until(lambda: np.abs(recorded(desktop)).max(initial=0) > 0.15, "the sound")
    assert (np.abs(recorded(desktop)) > 0.1).sum() < 1.5 * 48000


def test_a_speaker_that_is_not_there(desktop: Desktop) -> None:
    assert play(desktop, "cue", "no such speaker") == "audio.unknown_device"


def test_the_microphone_in_the_same_room_hears_the_cue(make_desktop: Callable[..., Desktop]) -> None:
    desktop = make_desktop(x=False, keyring=False, speaker="echo")
    heard = desktop.folder / "heard.raw"
    with heard.open("wb") as sound:
        record = ["--raw", "--device=microphone", "--rate=16000", "--channels=1", "--format=s16le", "--latency-msec=20"]
        desktop.popen(["parec", *record], stdout=sound)

    def found() -> object:
        data = heard.read_bytes()
        pcm = np.frombuffer(data[: len(data) // 2 * 2], np.int16).astype(np.float32) / 32768
        return cue.find(cue.make(16000), pcm)

    wait_until(lambda: heard.stat().st_size > 16000, "half a second of the room")
    assert found() is None
    assert play(desktop, "cue") == "played"
    wait_until(found, "the cue")
