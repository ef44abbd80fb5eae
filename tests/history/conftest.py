"""A history in the test's own home, with its key in a file unless the test is about keys."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from voiceflow import settings
from voiceflow.history.key import KeyStore
from voiceflow.history.records import Dictation, DictationState
from voiceflow.history.store import History
from voiceflow.paths import Paths, paths

OpenHistory = Callable[..., History]


@pytest.fixture
def where(private_home: object) -> Paths:
    return paths()


@pytest.fixture
def open_history(where: Paths) -> Iterator[OpenHistory]:
    with ExitStack() as stack:

        def open_one(keys: KeyStore | None = None, **wishes: object) -> History:
            history = History.open(where, settings.History(**{"key_storage": "file", **wishes}), keys)
            stack.callback(history.close)
            return history

        yield open_one


@pytest.fixture
def history(open_history: OpenHistory) -> History:
    return open_history()


@pytest.fixture
def add(history: History) -> Callable[..., Dictation]:
    """Adds a finished dictation and returns it when it is on disk."""
    made = iter(range(1_000_000))

    def add_one(text: str = "", **fields: object) -> Dictation:
        number = next(made)
        values = {"state": DictationState.DONE, "started_at": time.time() + number} | fields
        dictation = Dictation(id=f"{number:08x}", text=text, raw_text=text, **values)
        history.begin(dictation).result()
        return dictation

    return add_one
