"""Hands over to VoiceFlow or to its tests."""

import os
import subprocess
from pathlib import Path

from installer.environment import Environment
from installer.progress import tell

_WITHOUT_DISPLAY = """
There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so instead of the desktop app its self-test ran.
These work without a display, each after `python3 installer run`:

  transcribe FILE...     files to text            say TEXT               text to speech
  dictate                dictate in the terminal  devices                microphones and speakers
  models list            the model store          history list           what was dictated
  doctor                 what is wrong here       config, status, serve  settings, state, the local API
"""


def run_voiceflow(environment: Environment, arguments: tuple[str, ...]) -> int:
    voiceflow = environment.program("voiceflow")
    if arguments or environment.machine.has_display:
        return _become(voiceflow, *arguments)
    code = subprocess.run([voiceflow, "selftest"], check=False).returncode
    tell(_WITHOUT_DISPLAY)
    return code


def run_tests(environment: Environment, arguments: tuple[str, ...]) -> int:
    os.chdir(environment.checkout)
    return _become(environment.program("python"), "-m", "pytest", *arguments)


def _become(program: Path, *arguments: str) -> int:
    """On POSIX this process turns into the program: signals and the exit code are the program's own."""
    if os.name == "posix":
        os.execv(program, [str(program), *arguments])
    return subprocess.run([program, *arguments], check=False).returncode
