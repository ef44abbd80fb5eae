"""The log file: what happened and where, never what was said."""

import logging
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from voiceflow import logs
from voiceflow.errors import EngineError

SAID = "the quick brown marmalade"
log = logging.getLogger("voiceflow.test")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "logs"


@pytest.fixture
def written(folder: Path) -> Iterator[Callable[[], str]]:
    undo = logs.set_up(folder)
    yield lambda: (folder / "voiceflow.log").read_text("utf-8")
    undo()


def fail_on(text: str) -> None:
    raise ValueError(f"cannot use {text}")


def test_a_line_names_the_thread_and_the_part(written: Callable[[], str]) -> None:
    thread = threading.Thread(target=lambda: log.info("model loaded in %d ms", 12), name="recognition")
    thread.start()
    thread.join()
    line = written()
    assert "INFO    [recognition] voiceflow.test: model loaded in 12 ms" in line


def test_an_exception_is_logged_by_its_type_and_place_without_its_words(written: Callable[[], str]) -> None:
    try:
        try:
            fail_on(SAID)
        except ValueError as error:
            raise RuntimeError(SAID) from error
    except RuntimeError:
        log.exception("a call failed")
    text = written()
    assert SAID not in text
    assert "RuntimeError" in text
    assert "ValueError" in text
    assert "in fail_on" in text
    assert "test_logs.py:" in text


def test_errors_of_ours_and_of_the_system_are_logged_by_their_code(written: Callable[[], str]) -> None:
    for error in (EngineError("stt.no_model", SAID), OSError(28, SAID)):
        try:
            raise error
        except Exception:
            log.exception("failed")
    text = written()
    assert "EngineError stt.no_model" in text
    assert "OSError ENOSPC" in text
    assert SAID not in text


def test_what_another_handler_wrote_of_an_exception_is_not_taken_over(written: Callable[[], str]) -> None:
    first = logging.StreamHandler(open(os.devnull, "w"))  # noqa: PTH123, SIM115
    log.addHandler(first)
    try:
        fail_on(SAID)
    except ValueError:
        log.exception("failed")
    log.removeHandler(first)
    first.stream.close()
    assert SAID not in written()


def test_other_libraries_are_heard_from_warnings_on_and_without_values(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VOICEFLOW_LOG", "debug")
    undo = logs.set_up(folder)
    chatty = logging.getLogger("faster_whisper")
    level = chatty.level
    chatty.setLevel(logging.DEBUG)
    chatty.debug("text: %s", SAID)
    chatty.info("text: %s", SAID)
    chatty.warning("slow: %s", SAID)
    log.debug("ours")
    chatty.setLevel(level)
    undo()
    text = (folder / "voiceflow.log").read_text()
    assert SAID not in text
    assert "faster_whisper: slow: %s" in text
    assert "voiceflow.test: ours" in text


def test_an_exception_that_ends_a_thread_is_logged(written: Callable[[], str]) -> None:
    thread = threading.Thread(target=fail_on, args=(SAID,), name="delivery")
    thread.start()
    thread.join()
    text = written()
    assert "CRITICAL [delivery]" in text
    assert "in fail_on" in text
    assert SAID not in text


@pytest.mark.parametrize(("level", "expected"), [("", "INFO"), ("WARNING", "WARNING"), ("nonsense", "INFO")])
def test_the_level_comes_from_the_environment(
    folder: Path, monkeypatch: pytest.MonkeyPatch, level: str, expected: str
) -> None:
    monkeypatch.setenv("VOICEFLOW_LOG", level)
    undo = logs.set_up(folder)
    assert logging.getLevelName(logging.getLogger("voiceflow").level) == expected
    assert ("VOICEFLOW_LOG is none of" in (folder / "voiceflow.log").read_text()) is (level == "nonsense")
    undo()


def test_old_lines_go(written: Callable[[], str], folder: Path) -> None:
    for _ in range(400):
        log.info("x" * 10_000)
    files = sorted(folder.glob("voiceflow.log*"))
    assert [file.name for file in files] == ["voiceflow.log", "voiceflow.log.1", "voiceflow.log.2"]
    assert all(file.stat().st_size <= 1_000_000 for file in files)
    if os.name == "posix":
        assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}


def test_a_folder_that_refuses_keeps_nothing_from_starting(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    undo = logs.set_up(tmp_path / "file" / "logs")
    log.info("not shown")
    log.warning("shown")
    undo()
    shown = capsys.readouterr().err
    assert "no log file in" in shown
    assert "voiceflow.test: shown" in shown
    assert "not shown" not in shown


def test_undoing_leaves_logging_as_it_was(folder: Path) -> None:
    before = (
        logging.getLogger().handlers[:],
        logging.getLogger("voiceflow").level,
        sys.excepthook,
        threading.excepthook,
    )
    logs.set_up(folder)()
    after = (
        logging.getLogger().handlers[:],
        logging.getLogger("voiceflow").level,
        sys.excepthook,
        threading.excepthook,
    )
    assert before == after


def run(code: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    start = f"from pathlib import Path; from voiceflow import logs; logs.set_up(Path({str(folder)!r}))\n"
    return subprocess.run([sys.executable, "-c", start + code], capture_output=True, text=True, timeout=60, check=False)


def test_an_uncaught_exception_ends_the_program_in_one_line(folder: Path) -> None:
    ended = run(f"def f(): raise ValueError({SAID!r})\nf()", folder)
    assert ended.returncode == 1
    assert ended.stderr.startswith("voiceflow: a fault of VoiceFlow's own (ValueError at ")
    assert len(ended.stderr.splitlines()) == 1
    logged = (folder / "voiceflow.log").read_text()
    assert "CRITICAL" in logged
    assert SAID not in ended.stderr + logged


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_crash_leaves_the_stacks_and_no_values(folder: Path) -> None:
    code = f"import os, signal\ndef crashing(text): os.kill(os.getpid(), signal.SIGSEGV)\ncrashing({SAID!r})"
    assert run(code, folder).returncode < 0
    stacks = (folder / "voiceflow.crash").read_text()
    assert "in crashing" in stacks
    assert SAID not in stacks
