import subprocess
import sys
from pathlib import Path

import pytest

from installer.machine import Machine

CHECKOUT = Path(__file__).parents[2]
HAND_OVER = """
import sys
from pathlib import Path
from installer.environment import Environment
from installer.launch import run_voiceflow
from installer.machine import Machine
machine = Machine(environment={variables!r})
sys.exit(run_voiceflow(Environment(machine, Path({folder!r})), {arguments!r}))
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Its voiceflow prints its arguments and ends with 7."""
    program = tmp_path / ".venv" / "bin" / "voiceflow"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\necho "voiceflow $@"\nexit 7\n')
    program.chmod(0o755)
    return tmp_path


def hand_over(checkout: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    program = HAND_OVER.format(folder=str(checkout), arguments=arguments, variables=variables)
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=CHECKOUT, timeout=30, check=False
    )


@pytest.mark.parametrize(
    ("arguments", "variables", "line"),
    [
        ((), {"DISPLAY": ":0"}, "voiceflow"),
        ((), {"WAYLAND_DISPLAY": "wayland-0"}, "voiceflow"),
        (("transcribe", "a b.mp3"), {}, "voiceflow transcribe a b.mp3"),
        ((), {}, "voiceflow selftest"),
        ((), {"DISPLAY": ""}, "voiceflow selftest"),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has machines without a display")
def test_voiceflow_is_started(checkout: Path, arguments: tuple[str, ...], variables: dict[str, str], line: str) -> None:
    done = hand_over(checkout, *arguments, **variables)
    assert (done.stdout.rstrip(), done.returncode) == (line, 7)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has machines without a display")
def test_without_a_display_what_works_is_told(checkout: Path) -> None:
    told = hand_over(checkout).stderr
    assert "no display" in told
    assert "transcribe FILE" in told
    assert "dictate" in told


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_platforms_always_have_a_display(platform: str) -> None:
    assert Machine(platform=platform, environment={}).has_display
