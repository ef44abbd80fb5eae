"""Start at login: a desktop entry on Linux (XDG autostart), a launch agent on macOS, a Run key on Windows."""

import os
import re
import subprocess
import sys
from html import escape
from pathlib import Path

from voiceflow.errors import SettingsError

if sys.platform == "win32":
    import winreg

    _RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"

    def _read_run_key(name: str) -> str | None:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
                return str(winreg.QueryValueEx(key, name)[0])
        except FileNotFoundError:
            return None

    def _write_run_key(name: str, value: str | None) -> None:
        """None takes it away. `OSError`."""
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
            if value is not None:
                winreg.SetValueEx(key, name, 0, winreg.REG_SZ, value)
            elif _read_run_key(name) is not None:
                winreg.DeleteValue(key, name)


_NAME = "voiceflow"
_AGENT = "io.github.voiceflow.desktop"
_PLAIN = re.compile(r"[\w/.+:=@-]+")


def command() -> list[str]:
    return [sys.executable, "-m", "voiceflow"]


def is_on() -> bool:
    if sys.platform == "win32":
        return _read_run_key(_NAME) is not None
    return _file().is_file()


def switch(on: bool) -> None:
    """`SettingsError` when the place cannot be written."""
    try:
        if sys.platform == "win32":
            _write_run_key(_NAME, run_value(command()) if on else None)
        elif on:
            _file().parent.mkdir(parents=True, exist_ok=True)
            _file().write_text(_text(), encoding="utf-8")
        else:
            _file().unlink(missing_ok=True)
    except OSError as error:
        raise SettingsError(
            "ui.autostart", f"Start at login could not be changed: {error.strerror}", "See who owns that folder"
        ) from error


def follow(wanted: bool) -> None:
    """As the settings say it. `SettingsError`."""
    if is_on() != wanted:
        switch(wanted)


def desktop_entry(program: list[str]) -> str:
    """XDG Desktop Entry Specification 1.5: the quoting of `Exec`."""
    return (
        "[Desktop Entry]\nType=Application\nName=VoiceFlow\nComment=Dictate into any window\n"
        f"Exec={' '.join(_exec_quoted(part) for part in program)}\n"
        "Icon=voiceflow\nTerminal=false\nX-GNOME-Autostart-enabled=true\n"
    )


def launch_agent(program: list[str]) -> str:
    arguments = "".join(f"<string>{escape(part)}</string>" for part in program)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n'
        f'<plist version="1.0"><dict><key>Label</key><string>{_AGENT}</string>'
        f"<key>ProgramArguments</key><array>{arguments}</array>"
        "<key>RunAtLoad</key><true/><key>ProcessType</key><string>Interactive</string></dict></plist>\n"
    )


def run_value(program: list[str]) -> str:
    """One command line as Windows splits it; without a console window where there is a pythonw beside python."""
    windowless = Path(program[0]).with_name("pythonw.exe")
    first = str(windowless) if windowless.is_file() else program[0]
    return subprocess.list2cmdline([first, *program[1:]])


def _exec_quoted(part: str) -> str:
    """A backslash before each of these letters, and, as in every string of the file, backslashes doubled."""
    if _PLAIN.fullmatch(part):
        return part
    quoted = re.sub(r'(["`$\\])', r"\\\1", part).replace("\\", "\\\\").replace("%", "%%")
    return f'"{quoted}"'


def _text() -> str:
    return launch_agent(command()) if sys.platform == "darwin" else desktop_entry(command())


def _file() -> Path:
    if sys.platform == "darwin":
        return Path.home() / "Library/LaunchAgents" / f"{_AGENT}.plist"
    config = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(config) / "autostart" / f"{_NAME}.desktop"
