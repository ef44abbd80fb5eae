"""A disk that refuses: each its own message, and nothing is lost while the process lives."""

import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.end_to_end.rig import wait_until
from tests.history.conftest import OpenHistory
from voiceflow.errors import HistoryError
from voiceflow.history.records import Dictation, DictationState
from voiceflow.history.store import History
from voiceflow.paths import Paths

CHECKOUT = Path(__file__).parent.parent.parent
PCM = random.Random(3).randbytes(32_000 * 20)
NOBODY = 65534

OPEN_AS_NOBODY = f"""
import os
from voiceflow import settings
from voiceflow.errors import HistoryError
from voiceflow.history.store import History
from voiceflow.paths import paths
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid({NOBODY})
    os.setuid({NOBODY})
try:
    History.open(paths(), settings.History(key_storage="file"))
except HistoryError as error:
    print(error.code)
"""


@contextmanager
def files_no_bigger_than(size_bytes: int) -> Iterator[None]:
    """What a quota does, and a full disk nearly: every write beyond fails. Needs no rights."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def speak(history: History, dictation_id: str, pcm: bytes = PCM) -> None:
    history.begin(Dictation(dictation_id, time.time(), DictationState.RECORDING))
    for start in range(0, len(pcm), 32_000):
        history.append_audio(dictation_id, pcm[start : start + 32_000])


def test_a_dictation_goes_on_in_memory_and_is_saved_when_the_disk_allows(open_history: OpenHistory) -> None:
    history = open_history()
    told: list[HistoryError] = []
    history.trouble = told.append
    with files_no_bigger_than(100_000):
        speak(history, "one")
        with pytest.raises(HistoryError):
            history.flush()
        with pytest.raises(HistoryError) as error:
            history.update("one", text="all the words", state=DictationState.DONE).result(timeout=5)
        assert history.audio("one") == PCM
    wait_until(lambda: history.backlog == 0, "writing again")
    history.flush()
    assert [problem.code for problem in told] == ["history.disk_failed"]
    assert error.value.code == "history.disk_failed"
    assert "kept in memory" in error.value.hint
    found = history.get("one")
    assert found and (found.text, found.state) == ("all the words", DictationState.DONE)
    history.close()
    assert open_history().audio("one") == PCM


def test_each_trouble_is_told_once(history: History) -> None:
    told: list[HistoryError] = []
    history.trouble = told.append
    for round_ in range(2):
        with files_no_bigger_than(50_000):
            speak(history, f"dictation {round_}")
            wait_until(lambda expected=round_ + 1: len(told) == expected, "trouble")
        wait_until(lambda: history.backlog == 0, "writing again")
    assert len(told) == 2


def test_what_could_not_be_saved_is_said_at_the_end(open_history: OpenHistory) -> None:
    history = open_history()
    with files_no_bigger_than(50_000):
        speak(history, "one")
        with pytest.raises(HistoryError) as error:
            history.close()
    assert error.value.code == "history.unsaved"


@pytest.fixture
def small_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file system of one megabyte with the home on it."""
    folder = Path(tempfile.mkdtemp())
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(folder)], stderr=subprocess.DEVNULL, check=False
    )
    if not mounted or mounted.returncode:
        folder.rmdir()
        pytest.skip("a small file system needs the right to mount one")
    monkeypatch.setenv("VOICEFLOW_HOME", str(folder / "home"))
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)
        folder.rmdir()


def test_a_disk_that_really_is_full(small_disk: Path, request: pytest.FixtureRequest) -> None:
    open_history: OpenHistory = request.getfixturevalue("open_history")
    history = open_history()
    ballast = small_disk / "ballast"
    with pytest.raises(OSError, match="No space left"):
        ballast.write_bytes(bytes(2_000_000))
    speak(history, "one", PCM[:320_000])
    with pytest.raises(HistoryError) as error:
        history.flush()
    assert error.value.code == "history.disk_full"
    ballast.unlink()
    wait_until(lambda: history.backlog == 0, "writing again")
    assert history.audio("one") == PCM[:320_000]
    history.close()


def test_no_room_for_a_new_history(small_disk: Path, request: pytest.FixtureRequest) -> None:
    open_history: OpenHistory = request.getfixturevalue("open_history")
    ballast = small_disk / "ballast"
    with pytest.raises(OSError, match="No space left"):
        ballast.write_bytes(bytes(2_000_000))
    with pytest.raises(HistoryError) as error:
        open_history()
    assert error.value.code == "history.disk_full"
    ballast.unlink()
    open_history().close()


@pytest.fixture
def public_home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home that another user can look into, not write."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    monkeypatch.setenv("VOICEFLOW_HOME", str(folder / "home"))
    yield folder / "home"
    for path in folder.rglob("*"):
        path.chmod(0o755)
    shutil.rmtree(folder)


def open_unprivileged() -> str:
    """The error's code of a process that may not do what root may."""
    command = [sys.executable, "-c", OPEN_AS_NOBODY]
    child = subprocess.run(command, cwd=CHECKOUT, capture_output=True, encoding="utf-8", check=False)
    assert child.stderr == ""
    return child.stdout.strip()


@pytest.mark.parametrize("is_there", [False, True])
def test_a_home_that_cannot_be_written(public_home: Path, is_there: bool, open_history: Callable[..., History]) -> None:
    public_home.mkdir()
    if is_there:
        open_history().close()
        for path in (public_home / "data").iterdir():
            path.chmod(0o755 if path.is_dir() else 0o644)
    for folder in (public_home / "data", public_home):
        if folder.exists():
            folder.chmod(0o555)
    assert open_unprivileged() == "history.read_only"


def test_a_folder_that_is_a_file(where: Paths, open_history: OpenHistory) -> None:
    where.data.parent.mkdir(parents=True)
    where.data.write_text("in the way")
    with pytest.raises(HistoryError) as error:
        open_history()
    assert error.value.code == "history.read_only"
