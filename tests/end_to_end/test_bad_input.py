"""What users will feed it: each time one line that says what happened and what to do, exit code 1, nothing lost."""

import os
import shutil
import subprocess
import sys
import wave
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest

from tests.end_to_end.rig import Desktop

CHECKOUT = Path(__file__).parents[2]

Env = Mapping[str, str]
NO_ENV: Env = {}
Answer = subprocess.CompletedProcess[str]

pytestmark = pytest.mark.real_model


class Shell:
    """Somebody types commands, with a home of their own and the starter model."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.env = os.environ | {"PYTHONPATH": str(CHECKOUT)}

    def run(self, *arguments: str, through: Sequence[str] = (), env: Env = NO_ENV) -> Answer:
        command = [*through, sys.executable, "-m", "voiceflow", *arguments]
        return subprocess.run(
            command, check=False, env=self.env | env, cwd=self.folder, capture_output=True, text=True, timeout=120
        )

    def refused(self, *arguments: str, through: Sequence[str] = (), env: Env = NO_ENV) -> str:
        """The one line on stderr."""
        answer = self.run(*arguments, through=through, env=env)
        assert answer.returncode == 1, answer
        (line,) = answer.stderr.strip().splitlines()
        assert "Traceback" not in line
        assert line.startswith("voiceflow: ")
        return line


@pytest.fixture
def shell(tmp_path: Path, starter_whisper: Path) -> Shell:
    return Shell(tmp_path)


def silence(path: Path, seconds: float) -> None:
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 16_000, 0, "NONE", ""))
        file.writeframes(bytes(int(32_000 * seconds)))


def truncated_mp3(path: Path) -> None:
    import av

    whole = path.with_name("whole.mp3")
    with av.open(str(whole), "w") as container:
        stream = container.add_stream("mp3", rate=16_000)
        time_s = np.arange(160_000, dtype=np.float32) / 16_000
        frame = av.AudioFrame.from_ndarray(np.sin(2000 * time_s)[None].astype(np.float32), "fltp", "mono")
        frame.rate = 16_000
        for packet in [*stream.encode(frame), *stream.encode(None)]:
            container.mux(packet)
    path.write_bytes(whole.read_bytes()[:1000])


FILES: dict[str, tuple[str, Callable[[Path], object]]] = {
    "empty": ("is empty", lambda path: path.write_bytes(b"")),
    "text named wav": ("is not a sound file", lambda path: path.write_text("Dear diary, today nothing was said.")),
    "zero seconds": ("holds 0 seconds of sound", lambda path: silence(path, 0)),
    "ten minutes of silence": ("No speech was heard", lambda path: silence(path, 600)),
    "truncated mp3": ("", truncated_mp3),
    "missing": ("There is no file", lambda path: None),
}


@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_cannot_be_transcribed(shell: Shell, kind: str) -> None:
    words, make = FILES[kind]
    path = shell.folder / ("sound.mp3" if "mp3" in kind else "sound.wav")
    make(path)
    assert words in shell.refused("transcribe", str(path))


def test_an_unknown_model(shell: Shell) -> None:
    silence(shell.folder / "sound.wav", 1)
    line = shell.refused("transcribe", "sound.wav", "--model", "tiny.eng")
    assert "There is no model called tiny.eng" in line
    assert "tiny.en" in line


def test_a_damaged_model(shell: Shell, starter_whisper: Path) -> None:
    damaged = shell.folder / "models" / "damaged"
    shutil.copytree(starter_whisper, damaged)
    with (damaged / "model.bin").open("r+b") as file:
        file.truncate(30_000_000)
    silence(shell.folder / "sound.wav", 1)
    assert "does not load" in shell.refused("transcribe", "sound.wav", "--model", str(damaged))


def test_a_wrong_key(shell: Shell, private_home: Path) -> None:
    shell.run("history", "list")
    key = next((private_home / "data").glob("*.key"))
    key.write_text(("0" if key.read_text()[0] != "0" else "1") * 64)
    before = (private_home / "data" / "history.db").read_bytes()
    assert "key" in shell.refused("history", "list")
    assert (private_home / "data" / "history.db").read_bytes() == before


@pytest.mark.skipif(sys.platform != "linux" or os.getuid() != 0, reason="becomes another user, which only root can")
def test_a_home_that_cannot_be_written(shell: Shell, private_home: Path) -> None:
    """Root without its power over files is a user like any other."""
    private_home.mkdir(mode=0o555)
    os.chown(private_home, 65_534, 65_534)
    powerless = ["setpriv", "--bounding-set", "-all", "--inh-caps", "-all", "--no-new-privs"]
    for command in (["history", "list"], ["dictate", "--seconds", "1"], ["config", "set", "stt.beam_size", "2"]):
        assert str(private_home) in shell.refused(*command, through=powerless)


@pytest.mark.desktop
def test_no_microphone(shell: Shell, bare_desktop: Desktop) -> None:
    bare_desktop.mic_unplug()
    home = {"VOICEFLOW_HOME": shell.env["VOICEFLOW_HOME"]}
    assert "No microphone was found" in shell.refused("dictate", "--seconds", "2", env=bare_desktop.env | home)


@pytest.fixture
def bare_desktop(make_desktop: Callable[..., Desktop]) -> Iterator[Desktop]:
    return make_desktop(x=False, keyring=False)


@pytest.mark.desktop
def test_a_microphone_that_vanishes_leaves_the_text_so_far(
    shell: Shell, bare_desktop: Desktop, sentence_wav: Path
) -> None:
    env = shell.env | bare_desktop.env
    command = [sys.executable, "-m", "voiceflow", "dictate", "--seconds", "60"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    dictate = bare_desktop.popen(command, env=env, cwd=CHECKOUT, **pipes)
    assert dictate.stderr
    assert dictate.stderr.readline().startswith("Listening")
    bare_desktop.play(sentence_wav)
    bare_desktop.mic_unplug()
    text, errors = dictate.communicate(timeout=60)
    assert dictate.returncode == 1
    assert "report" in text
    assert "went away" in errors


@pytest.mark.desktop
def test_a_disk_that_fills_up_while_somebody_speaks_costs_no_words(
    shell: Shell, bare_desktop: Desktop, sentence_wav: Path
) -> None:
    """No file may grow beyond what an empty history needs and a second of sound."""
    shell.run("history", "list")
    limited = ["prlimit", "--fsize=160000", sys.executable, "-m", "voiceflow", "dictate", "--seconds", "6"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    dictate = bare_desktop.popen(limited, env=shell.env | bare_desktop.env, cwd=CHECKOUT, **pipes)
    assert dictate.stderr
    assert dictate.stderr.readline().startswith("Listening")
    bare_desktop.play(sentence_wav)
    text, errors = dictate.communicate(timeout=60)
    assert dictate.returncode == 1
    assert "report" in text
    assert "disk" in errors or "space" in errors
    assert "Traceback" not in errors
