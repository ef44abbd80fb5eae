"""A new key, and a crash in the middle of it."""

import errno
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.rig import wait_until
from tests.history.conftest import OpenHistory
from voiceflow.errors import HistoryError
from voiceflow.history.key import KeyStore
from voiceflow.history.key_note import KeyNote, write_note
from voiceflow.history.records import Dictation, DictationState
from voiceflow.history.store import History
from voiceflow.paths import Paths

CHECKOUT = Path(__file__).parent.parent.parent
PCM = random.Random(4).randbytes(32_000 * 60)

REKEY = """
from voiceflow import settings
from voiceflow.history.store import History
from voiceflow.paths import paths
history = History.open(paths(), settings.History())
history.rekey()
"""


@pytest.fixture
def filled(open_history: OpenHistory) -> History:
    history = open_history()
    history.begin(Dictation("one", time.time(), DictationState.DONE, text="hello"))
    history.append_audio("one", PCM)
    history.flush()
    return history


def test_everything_is_readable_with_the_new_key_only(filled: History, open_history: OpenHistory, where: Paths) -> None:
    old_key = where.key_file.read_text()
    filled.rekey()
    assert (filled.audio("one"), filled.search("hello")[0].id) == (PCM, "one")
    filled.close()
    assert open_history().audio("one") == PCM
    keys = [path.read_text() for path in where.data.glob("*.key")]
    assert len(keys) == 1
    assert keys[0] != old_key


def test_the_history_goes_on_working(filled: History) -> None:
    filled.rekey()
    filled.begin(Dictation("two", time.time(), DictationState.DONE, text="after"))
    filled.flush()
    assert filled.search("after")


def test_it_is_refused_while_another_process_has_the_history_open(filled: History, open_history: OpenHistory) -> None:
    other = open_history()
    with pytest.raises(HistoryError) as error:
        filled.rekey()
    assert error.value.code == "history.in_use"
    assert filled.audio("one") == other.audio("one") == PCM


def test_the_key_moves_from_a_file_to_a_passphrase_and_back(open_history: OpenHistory, where: Paths) -> None:
    answers = iter(["secret words", "secret words", "secret words"])

    def keys() -> KeyStore:
        return KeyStore(where.database, "file", ask_passphrase=lambda question: next(answers))

    first = open_history(keys())
    assert first.rekey("passphrase") == "passphrase"
    first.close()
    assert not list(where.data.glob("*.key"))
    second = open_history(keys())
    assert second.rekey("file") == "file"
    assert [warning.code for warning in second.warnings] == ["history.key_in_file"]


def test_a_passphrase_that_was_mistyped_changes_nothing(open_history: OpenHistory, where: Paths) -> None:
    answers = iter(["one", "other"])
    history = open_history(KeyStore(where.database, "file", ask_passphrase=lambda question: next(answers)))
    before = where.key_file.read_text()
    with pytest.raises(HistoryError):
        history.rekey("passphrase")
    assert where.key_file.read_text() == before
    assert history.list() == []


def test_a_new_key_that_never_came_into_force_is_forgotten(
    filled: History, open_history: OpenHistory, where: Paths
) -> None:
    filled.close()
    KeyStore(where.database).prepare("file")
    assert len(list(where.data.glob("*.key"))) == 2
    assert open_history().audio("one") == PCM
    assert len(list(where.data.glob("*.key"))) == 1


def test_a_new_key_that_was_not_noted_as_the_right_one_is_found(
    filled: History, open_history: OpenHistory, where: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("voiceflow.history.key.write_note", refuse_the_second_time())
        filled.rekey()
    keys = KeyStore(where.database)
    assert keys.note().next is not None
    filled.close()
    assert open_history().audio("one") == PCM
    assert keys.note().next is None
    assert len(list(where.data.glob("*.key"))) == 1


def refuse_the_second_time() -> Callable[[Path, KeyNote], None]:
    """The disk fills up between the new key and the note that it is the right one."""
    calls = iter([write_note])

    def write(path: Path, note: KeyNote) -> None:
        next(calls, full_disk)(path, note)

    return write


def full_disk(path: Path, note: KeyNote) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.slow
def test_killed_in_the_middle_it_opens_with_one_key_or_the_other(
    filled: History, open_history: Callable[..., History], where: Paths
) -> None:
    filled.close()
    moments = random.Random(5)
    journal = Path(f"{where.database}-journal")
    in_the_middle = 0
    for _ in range(10):
        child = subprocess.Popen([sys.executable, "-c", REKEY], cwd=CHECKOUT, stdout=subprocess.PIPE)
        wait_until(lambda child=child: journal.exists() or child.poll() is not None, "the change of the key")
        threading.Event().wait(moments.uniform(0.0, 0.04))
        child.kill()
        child.communicate(timeout=10)
        in_the_middle += journal.exists()
        history = open_history()
        assert history.audio("one") == PCM
        history.close()
    print(f"{in_the_middle} of 10 were killed while pages were being written")
    assert in_the_middle
