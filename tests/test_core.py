"""How the parts come up."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from voiceflow import core as core_module
from voiceflow.core import Core
from voiceflow.history.store import History
from voiceflow.paths import paths
from voiceflow.settings import Settings

DEADLINE_S = 10.0


@pytest.fixture
def core(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Core]:
    monkeypatch.setenv("VOICEFLOW_HOME", str(tmp_path))
    settings = Settings()
    settings.history.key_storage = "file"
    with Core(paths(), settings) as made:
        yield made


def test_what_the_first_key_would_wait_for_is_imported_while_the_history_opens(
    core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported = threading.Event()
    monkeypatch.setattr(core_module, "warm_up", imported.set)
    early: list[bool] = []
    opened = History.open

    def open_late(*wanted: Any, **more: Any) -> History:
        early.append(imported.wait(DEADLINE_S))
        return opened(*wanted, **more)

    monkeypatch.setattr(History, "open", open_late)

    core.start_dictation("recording", "manual")

    assert early == [True]


def test_no_thread_is_left_over(core: Core) -> None:
    before = set(threading.enumerate())
    core.start_dictation("recording", "manual")

    core.close()

    assert set(threading.enumerate()) <= before
