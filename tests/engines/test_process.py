"""An engine in a process of its own: what comes back, and what happens when it dies."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from voiceflow.engines.process import EngineProcess
from voiceflow.errors import EngineError, ModelError

TARGET = "tests.engines.echo_engine:serve"
DEADLINE_S = 10.0


@pytest.fixture
def echo(monkeypatch: pytest.MonkeyPatch) -> Iterator[EngineProcess]:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    process = EngineProcess(TARGET, {"name": "echo"})
    process.start()
    yield process
    process.close()


def test_a_process_that_is_closed_at_work_does_not_come_back(echo: EngineProcess) -> None:
    with ThreadPoolExecutor(1) as asking:
        answer = asking.submit(echo.ask, {"do": "work"})
        child = psutil.Process(echo.pid)
        echo.close()
        with pytest.raises(EngineError):
            answer.result(DEADLINE_S)
    assert not child.is_running()
    assert echo.pid == 0


def test_messages_and_bytes_come_back(echo: EngineProcess) -> None:
    sound = bytes(range(256)) * 4000

    answer, data = echo.ask({"do": "echo", "text": "größer ☃"}, sound)

    assert answer["same"] == {"do": "echo", "text": "größer ☃"}
    assert bytes(data) == sound


def test_the_engine_lives_elsewhere(echo: EngineProcess) -> None:
    assert echo.opened["pid"] == echo.pid != os.getpid()


def test_what_the_engine_prints_does_not_disturb(echo: EngineProcess) -> None:
    assert echo.ask({"do": "print"})[0]["name"] == "echo"


def test_an_engines_error_arrives_whole(echo: EngineProcess) -> None:
    with pytest.raises(EngineError) as caught:
        echo.ask({"do": "fail"})

    assert (caught.value.code, caught.value.title, caught.value.hint) == ("echo.failed", "It failed", "Try again")
    assert echo.ask({"do": "echo"})[0]["name"] == "echo"


def test_an_unexpected_error_tells_its_type_and_nothing_that_was_said(echo: EngineProcess) -> None:
    with pytest.raises(EngineError, match="ValueError") as caught:
        echo.ask({"do": "bug"})

    assert "what was said" not in str(caught.value)


def test_a_model_that_is_missing_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    process = EngineProcess(TARGET, {"name": "missing"})

    with pytest.raises(ModelError, match="There is no such model"):
        process.start()

    assert process.pid == 0


def test_a_killed_child_is_started_again_and_asked_again(echo: EngineProcess) -> None:
    first = echo.pid
    os.kill(first, getattr(signal, "SIGKILL", signal.SIGTERM))

    answer, _ = echo.ask({"do": "echo"})

    assert answer["name"] == "echo"
    assert echo.pid != first


def test_a_question_that_kills_twice_is_an_error(echo: EngineProcess) -> None:
    with pytest.raises(EngineError) as caught:
        echo.ask({"do": "die"})

    assert caught.value.code == "engine.crashed"
    assert echo.ask({"do": "echo"})[0]["name"] == "echo"


def test_a_stop_overtakes_the_work_that_it_ends(echo: EngineProcess) -> None:
    with ThreadPoolExecutor() as pool:
        answer = pool.submit(echo.ask, {"do": "work"})
        while not answer.done():
            echo.stop()

        assert answer.result()[0]["stopped"]


def test_stopping_what_has_ended_is_no_error(echo: EngineProcess) -> None:
    echo.close()

    echo.stop()


def test_closing_ends_it_and_may_be_done_twice(echo: EngineProcess) -> None:
    child = psutil.Process(echo.pid)

    echo.close()
    echo.close()

    assert not child.is_running()


def test_its_command_line_holds_no_message(echo: EngineProcess) -> None:
    echo.ask({"do": "echo", "text": "xylophone"})

    assert not any("xylophone" in word or 'echo"' in word for word in psutil.Process(echo.pid).cmdline())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows writes no core dumps")
def test_it_leaves_no_core_dump(echo: EngineProcess) -> None:
    assert max(echo.ask({"do": "core"})[0]["limit"]) <= 1


def test_it_ends_when_its_parent_is_killed() -> None:
    program = (
        "from voiceflow.engines.process import EngineProcess;"
        f"process = EngineProcess({TARGET!r}, {{'name': 'echo'}}); process.start();"
        "print(process.pid, flush=True); input()"
    )
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    parent = subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, cwd=root
    )
    with parent:
        assert parent.stdout is not None
        child = psutil.Process(int(parent.stdout.readline()))
        parent.kill()

    gone, _ = psutil.wait_procs([child], timeout=DEADLINE_S)

    assert gone or not child.is_running() or child.status() == psutil.STATUS_ZOMBIE
