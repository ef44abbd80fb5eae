"""The installer as the user calls it."""

import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]


def installer(*arguments: str, folder: Path = CHECKOUT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(CHECKOUT / "installer"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, timeout=30, check=False)


def test_help_names_both_commands(tmp_path: Path) -> None:
    done = installer("--help", folder=tmp_path)
    assert done.returncode == 0
    assert "installer run" in done.stdout
    assert "installer test" in done.stdout


@pytest.mark.parametrize("arguments", [(), ("instal",), ("run", "--extra")])
def test_a_wrong_command_line_shows_the_usage(arguments: tuple[str, ...]) -> None:
    done = installer(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("usage: python3 installer run")


def test_only_the_standard_library_is_needed(tmp_path: Path) -> None:
    """`-I -S` leaves out everything that was installed."""
    command = [sys.executable, "-I", "-S", str(CHECKOUT / "installer"), "--help"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=30, check=True)


OLD = """
import sys
sys.version_info = (3, 9, 18)
sys.platform = {platform!r}
import runpy
runpy.run_path({folder!r}, run_name="__main__")
"""


@pytest.mark.parametrize(
    ("platform", "cure"), [("darwin", "brew install"), ("linux", "dnf install"), ("win32", "winget install")]
)
def test_an_old_python_is_told_in_one_sentence(platform: str, cure: str) -> None:
    program = OLD.format(platform=platform, folder=str(CHECKOUT / "installer" / "__main__.py"))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("VoiceFlow needs Python 3.11 or newer and this is Python 3.9: get one (")
    assert cure in done.stderr
    assert done.stderr.count("\n") == 1
