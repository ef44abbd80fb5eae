"""Slow calls beside the UI thread."""

import threading
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from voiceflow.errors import HistoryError, VoiceFlowError
from voiceflow.ui.work import Work


def fail(error: Exception) -> Any:
    raise error


def test_the_call_runs_beside_and_its_answer_comes_back_on_the_ui_thread(qtbot: QtBot) -> None:
    work, threads = Work(), {}

    def call() -> str:
        threads["call"] = threading.current_thread()
        return "answer"

    def done(value: str) -> None:
        threads["done"] = threading.current_thread()
        threads[value] = threading.current_thread()

    work.run(call, done, pytest.fail)
    qtbot.waitUntil(lambda: "answer" in threads)
    assert threads["call"] is not threading.main_thread()
    assert threads["done"] is threading.main_thread()


def test_an_error_comes_as_it_is(qtbot: QtBot) -> None:
    work, errors = Work(), []
    work.run(lambda: fail(HistoryError("history.locked", "Locked", "Unlock it")), pytest.fail, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert errors[0].code == "history.locked"


def test_a_fault_of_our_own_becomes_an_error_without_its_words(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    work, errors = Work(), []
    work.run(lambda: fail(ZeroDivisionError("something secret")), pytest.fail, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], VoiceFlowError)
    assert "ZeroDivisionError" in errors[0].title
    assert "secret" not in str(errors[0])
    assert "a call for the window failed" in caplog.text


def test_after_the_end_no_answer_comes(qtbot: QtBot) -> None:
    work, may_answer, answers = Work(), threading.Event(), []
    work.run(lambda: may_answer.wait(10), answers.append, answers.append)
    workers = [thread for thread in threading.enumerate() if thread.name == "ui work"]
    work.close()
    may_answer.set()
    for thread in workers:
        thread.join(10)
    qtbot.wait(1)  # whatever was posted is delivered
    assert answers == []
