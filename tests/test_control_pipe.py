"""The Windows transport, over a Unix socket: the same code but for the name of the pipe."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from voiceflow.control.pipe import PipeServer, exchange
from voiceflow.errors import ControlError

FAMILY = "AF_PIPE" if sys.platform == "win32" else "AF_UNIX"


@pytest.fixture
def place(tmp_path: Path) -> tuple[str, Path]:
    name = rf"\\.\pipe\voiceflow-test-{tmp_path.name}" if FAMILY == "AF_PIPE" else str(tmp_path / "pipe")
    return name, tmp_path / "run" / "control.key"


@pytest.fixture
def server(place: tuple[str, Path]) -> Iterator[PipeServer]:
    name, key_file = place
    server = PipeServer(name, FAMILY, key_file, lambda line: line.upper())
    server.start()
    yield server
    server.stop()


def test_a_line_gets_its_answer(place: tuple[str, Path], server: PipeServer) -> None:
    for line in (b"one\n", b"two\n"):
        assert exchange(place[0], FAMILY, place[1], line, 5) == line.upper()


def test_who_does_not_know_the_key_is_turned_away(place: tuple[str, Path], server: PipeServer, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.key"
    wrong.write_bytes(b"guessed")
    with pytest.raises(ControlError):
        exchange(place[0], FAMILY, wrong, b"one\n", 5)
    assert exchange(place[0], FAMILY, place[1], b"one\n", 5) == b"ONE\n"


def test_stopping_ends_the_thread_and_removes_the_key(place: tuple[str, Path], server: PipeServer) -> None:
    server.stop()
    server.stop()
    assert not place[1].exists()
    with pytest.raises(ControlError, match="not running"):
        exchange(place[0], FAMILY, place[1], b"one\n", 1)


def test_an_app_that_hangs_is_told(place: tuple[str, Path]) -> None:
    import threading

    release = threading.Event()
    server = PipeServer(place[0], FAMILY, place[1], lambda line: line if release.wait(10) else b"")
    server.start()
    with pytest.raises(ControlError, match="does not answer"):
        exchange(place[0], FAMILY, place[1], b"one\n", 0.1)
    release.set()
    server.stop()
