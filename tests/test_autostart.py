"""Start at login, as each system wants it."""

import plistlib
import re
import sys
from pathlib import Path

import pytest

from voiceflow import autostart
from voiceflow.core import Core
from voiceflow.errors import SettingsError

PROGRAMS = [
    ["/usr/bin/python3", "-m", "voiceflow"],
    ["/home/ann b/.venv/bin/python", "-m", "voiceflow"],
    ['/opt/a$b/`c`/py"th\\on', "-m", "voiceflow"],
    ["/opt/100%/python", "-m", "voiceflow"],
]


def read_exec(entry: str) -> list[str]:
    """As a desktop reads it: first the escapes of every string, then those inside quotes."""
    line = next(line for line in entry.splitlines() if line.startswith("Exec="))
    text = line.removeprefix("Exec=").replace("\\\\", "\\").replace("%%", "%")
    parts = re.findall(r'"((?:\\.|[^"\\])*)"|(\S+)', text)
    return [re.sub(r"\\(.)", r"\1", quoted) or plain for quoted, plain in parts]


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_desktop_entry_starts_that_very_program(program: list[str]) -> None:
    assert read_exec(autostart.desktop_entry(program)) == program


def test_a_desktop_entry_says_what_it_is() -> None:
    lines = autostart.desktop_entry(["/usr/bin/python3"]).splitlines()
    assert lines[0] == "[Desktop Entry]"
    assert {"Type=Application", "Name=VoiceFlow", "Terminal=false"} <= set(lines)


def test_a_launch_agent_is_a_property_list() -> None:
    program = ["/Users/a & b/<python>", "-m", "voiceflow"]
    agent = plistlib.loads(autostart.launch_agent(program).encode())
    assert agent["ProgramArguments"] == program
    assert agent["RunAtLoad"] is True


def test_windows_gets_a_command_line_and_no_console(tmp_path: Path) -> None:
    python = tmp_path / "my python" / "python.exe"
    python.parent.mkdir()
    assert autostart.run_value([str(python), "-m", "voiceflow"]) == f'"{python}" -m voiceflow'
    windowless = python.with_name("pythonw.exe")
    windowless.touch()
    assert autostart.run_value([str(python), "-m", "voiceflow"]) == f'"{windowless}" -m voiceflow'


@pytest.mark.skipif(sys.platform != "linux", reason="writes where a Linux desktop looks")
class TestOnLinux:
    @pytest.fixture(autouse=True)
    def config(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
        return tmp_path

    def test_it_is_switched_on_and_off(self, config: Path) -> None:
        assert not autostart.is_on()
        autostart.switch(True)
        assert autostart.is_on()
        assert read_exec((config / "autostart" / "voiceflow.desktop").read_text()) == autostart.command()
        autostart.switch(False)
        autostart.switch(False)
        assert not autostart.is_on()

    def test_it_follows_the_settings(self) -> None:
        with Core() as core:
            core.change("ui.start_at_login", True)
            assert autostart.is_on()
            core.change("ui.start_at_login", False)
            assert not autostart.is_on()

    def test_it_follows_what_another_program_wrote_into_the_settings(self) -> None:
        with Core() as core:
            core.settings_file.set("ui.start_at_login", True)
            core.settings_file.save()
            core.reload_settings()
        assert autostart.is_on()

    def test_a_change_that_cannot_be_made_is_not_saved(self, config: Path) -> None:
        (config / "autostart").write_text("a file where the folder should be")
        with Core() as core:
            with pytest.raises(SettingsError, match="Start at login"):
                core.change("ui.start_at_login", True)
            assert not core.settings_file.load().ui.start_at_login

    def test_a_place_that_cannot_be_written_is_told(self, config: Path) -> None:
        (config / "autostart").write_text("a file where the folder should be")
        with pytest.raises(SettingsError, match="Start at login"):
            autostart.switch(True)
