"""How soon commands, the key and the desktop app are there: each started once, for real."""

from pathlib import Path

import pytest

from tests.bench.core_machine import core_run
from tests.bench.measured import values
from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.suite import Part
from voiceflow.bench.suites.core import key_down, startup


def test_commands_are_set_beside_a_python_that_does_nothing(tmp_path: Path) -> None:
    run = core_run(Part("commands", "", startup.commands, 0, 0), tmp_path)
    startup.commands(run)
    found = values(run.into)
    assert 0 < found["plain Python p50"] < found["voiceflow --version p50"] < found["import of the core p50"]


def test_a_core_that_just_started_hears_soon_after_the_key(tmp_path: Path) -> None:
    run = core_run(Part("key_down", "", key_down.key_down, 0, 0), tmp_path)
    key_down.key_down(run)
    found = values(run.into)
    assert 0 < found["key down to ready to hear, null engine p50"] < 5_000
    assert found["core to ready for the key, null engine p50"] > 0
    assert not any("not loaded" in name for name in found), "there is no model here"


def test_the_desktop_app_is_started_without_a_screen_and_ended(tmp_path: Path) -> None:
    run = core_run(Part("desktop", "", startup.desktop, 0, 0), tmp_path)
    startup.desktop(run)
    assert values(run.into)["start to tray made, offscreen p50"] > 100


def test_a_desktop_app_that_does_not_start_is_no_figure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONHOME", str(tmp_path))
    with pytest.raises(CannotRunError, match="it ended"):
        startup.desktop(core_run(startup.PARTS[1], tmp_path))
