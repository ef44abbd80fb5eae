"""The whole local path, in processes of its own as users run it: nothing is sent anywhere, and nobody is asked where
anything is. The cloud is set up with everything it needs, and switched off."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_architecture import CHECKOUT
from voiceflow.paths import paths

EVERYTHING_BUT_ON = """
[cloud]
enabled = false
allowed = ["sound => api.example", "text => api.example"]
openai_url = "https://api.example/v1"
[cleanup]
style = "tidy"
url = "https://api.example/v1"
language_model = "llama"
[routing]
stt_then = ["openai", "google", "yandex"]
tts_then = ["openai", "google", "yandex"]
hedge = true
hedge_to_cloud = true
"""


@pytest.fixture
def reached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Takes the hosts that any Python process of this test tries to reach."""
    folder, file = tmp_path / "site", tmp_path / "reached.txt"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text("from tests.loopback import watch\nwatch()\n")
    file.touch()
    monkeypatch.setenv("VOICEFLOW_TEST_REACHED", str(file))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(folder), str(CHECKOUT)]))
    return file


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, timeout=100, check=False, cwd=CHECKOUT
    )


def test_the_watch_sees_who_reaches_out(reached: Path) -> None:
    tried = run("-c", "import urllib.request as r; r.urlopen('http://192.0.2.1/')")
    assert tried.returncode != 0
    assert reached.read_text() == "192.0.2.1\n"


@pytest.mark.real_model
@pytest.mark.slow
@pytest.mark.usefixtures("starter_whisper", "starter_voice")
def test_speaking_recognizing_and_writing_reach_nobody(reached: Path) -> None:
    paths().settings_file.parent.mkdir(parents=True)
    paths().settings_file.write_text(EVERYTHING_BUT_ON)
    done = run("-m", "voiceflow", "selftest")
    assert done.returncode == 0, done.stderr
    assert reached.read_text() == ""
