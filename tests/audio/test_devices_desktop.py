"""`voiceflow devices` on a real sound server, and on a machine without one."""

import json
import sys
from collections.abc import Callable

import pytest

from tests.end_to_end.rig import Desktop

pytestmark = pytest.mark.desktop


@pytest.fixture
def desktop(make_desktop: Callable[..., Desktop]) -> Desktop:
    return make_desktop(x=False, keyring=False)


def devices(desktop: Desktop, *arguments: str) -> str:
    answer = desktop.run([sys.executable, "-m", "voiceflow", "devices", *arguments])
    assert answer.stderr == ""
    return answer.stdout


def test_microphones_and_speakers_are_listed_with_the_default_marked(desktop: Desktop) -> None:
    lines = devices(desktop).splitlines()
    assert lines[0] == "Microphones:"
    assert any(line.startswith("  microphone ") and "ALSA" in line for line in lines)
    assert any(line.startswith("* default ") for line in lines)


def test_as_json(desktop: Desktop) -> None:
    rows = json.loads(devices(desktop, "--json"))
    [microphone] = [row for row in rows if row["name"] == "microphone"]
    assert microphone["inputs"] > 0
    assert "index" not in microphone


def test_no_sound_server(desktop: Desktop) -> None:
    desktop.process("pulse").kill()
    desktop.process("pulse").wait(5)
    assert "none was found" in devices(desktop)
