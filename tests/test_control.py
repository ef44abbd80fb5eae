"""Remote control of the running app, and that there is only one."""

import os
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from voiceflow.control import ControlServer, call, single_instance
from voiceflow.errors import ControlError, EngineError

if sys.platform == "win32":
    pytest.skip("Unix sockets; the pipe has its own tests", allow_module_level=True)

from voiceflow.control.unix_socket import peer_user

Answer = dict[str, Any]


def echo(request: Answer) -> Answer:
    return {"thread": threading.current_thread().name, **request}


@pytest.fixture
def address(tmp_path: Path) -> Path:
    return tmp_path / "run" / "control"


@pytest.fixture
def serve(address: Path) -> Iterator[Callable[[Callable[[Answer], Answer]], ControlServer]]:
    servers = []

    def start(handle: Callable[[Answer], Answer]) -> ControlServer:
        servers.append(ControlServer(address, handle).start())
        return servers[-1]

    yield start
    for server in servers:
        server.stop()


def test_a_request_gets_its_answer_from_the_control_thread(address: Path, serve: Any) -> None:
    serve(echo)
    assert call(address, {"command": "toggle", "text": "Zürich\n"}) == {
        "thread": "control",
        "command": "toggle",
        "text": "Zürich\n",
    }


def test_without_an_app_the_caller_is_told_how_to_start_it(address: Path) -> None:
    with pytest.raises(ControlError) as caught:
        call(address, {"command": "start"})
    assert caught.value.code == "control.not_running"
    assert str(caught.value) == "VoiceFlow is not running. Start it with: voiceflow"


def test_an_error_of_the_app_reaches_the_caller_in_the_same_words(address: Path, serve: Any) -> None:
    def fail(request: Answer) -> Answer:
        raise EngineError("stt.no_model", "There is no model", "Install one.")

    serve(fail)
    with pytest.raises(ControlError, match="There is no model") as caught:
        call(address, {})
    assert caught.value.code == "stt.no_model"


def test_a_crash_of_the_handler_is_hidden_and_the_next_request_works(address: Path, serve: Any) -> None:
    def handle(request: Answer) -> Answer:
        return {"answer": 1 / request["by"]}

    serve(handle)
    with pytest.raises(ControlError, match="could not do that") as caught:
        call(address, {"by": 0})
    assert "division" not in str(caught.value)
    assert call(address, {"by": 2}) == {"answer": 0.5}


@pytest.mark.parametrize("line", [b"\n", b"[1]\n", b"not json\n", b"\xff\xfe\n"])
def test_what_is_not_a_request_is_refused(address: Path, serve: Any, line: bytes) -> None:
    serve(echo)
    with socket.socket(socket.AF_UNIX) as caller:
        caller.connect(str(address))
        caller.sendall(line)
        assert b"control.bad_request" in caller.recv(4096)


def test_a_line_without_an_end_is_dropped(address: Path, serve: Any) -> None:
    serve(echo)
    with socket.socket(socket.AF_UNIX) as caller:
        caller.settimeout(5)
        caller.connect(str(address))
        with pytest.raises(OSError, match=r"Broken pipe|reset"):
            while True:
                caller.sendall(b"x" * 65536)
    assert call(address, {"still": "there"})["still"] == "there"


def test_a_caller_that_hangs_keeps_nobody_waiting(address: Path, serve: Any) -> None:
    serve(echo)
    with socket.socket(socket.AF_UNIX) as hanging:
        hanging.connect(str(address))
        hanging.sendall(b'{"half":')
        assert call(address, {"quick": True}, timeout_s=2)["quick"] is True
        hanging.sendall(b"true}\n")
        hanging.settimeout(5)
        assert b"half" in hanging.recv(4096)


def test_an_app_that_hangs_is_told_from_one_that_does_not_run(address: Path, serve: Any) -> None:
    release = threading.Event()

    def hang(request: Answer) -> Answer:
        release.wait(10)
        return {}

    serve(hang)
    with pytest.raises(ControlError) as caught:
        call(address, {}, timeout_s=0.1)
    release.set()
    assert caught.value.code == "control.no_answer"


def test_only_this_user_can_open_the_socket(address: Path, serve: Any) -> None:
    address.parent.mkdir(mode=0o755)
    serve(echo)
    assert stat.S_IMODE(address.stat().st_mode) == 0o600
    assert stat.S_IMODE(address.parent.stat().st_mode) == 0o700


def test_the_kernel_tells_who_calls() -> None:
    left, right = socket.socketpair()
    with left, right:
        assert peer_user(left) in (os.getuid(), None)


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="needs root to become another user")
def test_another_user_is_turned_away_even_where_the_modes_are_open() -> None:
    with tempfile.TemporaryDirectory() as folder:
        address = Path(folder) / "run" / "control"
        server = ControlServer(address, echo).start()
        for path, mode in ((Path(folder), 0o755), (address.parent, 0o755), (address, 0o666)):
            path.chmod(mode)
        script = (
            "import os, socket, sys; os.setuid(65534); s = socket.socket(socket.AF_UNIX); s.connect(sys.argv[1])\n"
            "try: s.sendall(b'{}\\n'); print(s.recv(100))\n"
            "except OSError: print(b'')"
        )
        output = subprocess.run([sys.executable, "-c", script, str(address)], capture_output=True, check=True)
        server.stop()
    assert output.stdout.strip() == b"b''"


def test_a_home_with_a_very_long_path_works(tmp_path: Path) -> None:
    address = tmp_path / ("home-" + "x" * 200) / "run" / "control"
    before = set(Path(tempfile.gettempdir()).glob("voiceflow-*"))
    server = ControlServer(address, echo).start()
    assert call(address, {"far": "away"})["far"] == "away"
    assert address.is_socket()
    server.stop()
    assert not address.exists()
    assert set(Path(tempfile.gettempdir()).glob("voiceflow-*")) <= before


def test_the_socket_of_a_killed_app_is_replaced(address: Path, serve: Any) -> None:
    address.parent.mkdir()
    with socket.socket(socket.AF_UNIX) as killed:
        killed.bind(str(address))
    with pytest.raises(ControlError, match="not running"):
        call(address, {})
    serve(echo)
    assert call(address, {"new": 1})["new"] == 1


def test_the_socket_of_a_living_app_is_not_taken(address: Path, serve: Any) -> None:
    serve(echo)
    with pytest.raises(ControlError, match="already running"):
        ControlServer(address, echo).start()
    assert call(address, {"first": 1})["first"] == 1


def test_stopping_leaves_nothing_behind(address: Path) -> None:
    server = ControlServer(address, echo)
    server.stop()
    server.start()
    server.stop()
    server.stop()
    assert list(address.parent.iterdir()) == []


def test_a_folder_that_does_not_allow_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "run").touch()
    with pytest.raises(ControlError, match="Remote control is off") as caught:
        ControlServer(tmp_path / "run" / "control", echo).start()
    assert caught.value.hint


HOLDER = """
import sys, time
from pathlib import Path
from voiceflow.control import single_instance
lock = single_instance(Path(sys.argv[1]))
print("held" if lock else "taken", flush=True)
sys.stdin.read()
"""


def test_the_second_app_gets_no_lock_until_the_first_is_killed(tmp_path: Path) -> None:
    lock_file = tmp_path / "run" / "app.lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(lock_file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as first:
        assert first.stdout and first.stdout.readline() == "held\n"
        assert single_instance(lock_file) is None
        first.send_signal(signal.SIGKILL)
    lock = single_instance(lock_file)
    assert lock is not None
    lock.release()


def test_a_released_lock_can_be_had_again(tmp_path: Path) -> None:
    first = single_instance(tmp_path / "app.lock")
    assert first and single_instance(tmp_path / "app.lock") is None
    first.release()
    second = single_instance(tmp_path / "app.lock")
    assert second
    second.release()


def test_a_lock_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "run").touch()
    with pytest.raises(ControlError, match="cannot be written"):
        single_instance(tmp_path / "run" / "app.lock")
