"""Cycles with Qt objects in them are collected on the UI thread, whichever thread made the garbage."""

import gc
import importlib
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from voiceflow.ui.garbage import Garbage


class Cycle:
    def __init__(self, ends: list[str]) -> None:
        self.me, self._ends = self, ends

    def __del__(self) -> None:
        self._ends.append(threading.current_thread().name)


@pytest.fixture
def garbage(qapp: object) -> Iterator[Garbage]:
    garbage = Garbage()
    yield garbage
    garbage.close()


def litter(ends: list[str], kept: list[list[int]]) -> None:
    """More than Python would let come together."""
    for _ in range(50):
        Cycle(ends)
    kept += ([number] for number in range(20_000))


def test_no_other_thread_destroys(qtbot: QtBot, garbage: Garbage) -> None:
    ends: list[str] = []
    kept: list[list[int]] = []
    thread = threading.Thread(target=litter, args=(ends, kept), name="another")
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(ends) == 50)
    assert set(ends) == {threading.main_thread().name}


def test_python_collects_again_afterwards(garbage: Garbage) -> None:
    assert not gc.isenabled()
    garbage.close()
    assert gc.isenabled()


def test_what_was_imported_is_looked_at_no_more(
    qtbot: QtBot, garbage: Garbage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what becomes garbage later is still collected."""
    (tmp_path / "a_large_library.py").write_text("parts = [[number] for number in range(50_000)]")
    monkeypatch.syspath_prepend(tmp_path)
    before = gc.get_freeze_count()
    importlib.import_module("a_large_library")
    qtbot.waitUntil(lambda: gc.get_freeze_count() > before + 50_000)
    ends: list[str] = []
    kept: list[list[int]] = []
    litter(ends, kept)
    qtbot.waitUntil(lambda: len(ends) == 50)
