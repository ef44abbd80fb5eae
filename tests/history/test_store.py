import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.history.conftest import OpenHistory
from voiceflow.errors import HistoryError
from voiceflow.events import Stage
from voiceflow.history.records import Dictation, DictationState
from voiceflow.history.store import History

Add = Callable[..., Dictation]
PCM = bytes(range(256)) * 400  # 1.6 s


CHECKOUT = Path(__file__).parent.parent.parent
FIRST_START = """
import sys
from voiceflow import settings
from voiceflow.history.records import Dictation, DictationState
from voiceflow.history.store import History
from voiceflow.paths import paths
history = History.open(paths(), settings.History(key_storage="file"))
history.begin(Dictation(sys.argv[1], 0.0, DictationState.DONE))
history.close()
"""


def recording(dictation_id: str = "one") -> Dictation:
    return Dictation(dictation_id, time.time(), DictationState.RECORDING)


def test_everything_about_a_dictation_comes_back(history: History) -> None:
    dictation = Dictation(
        id="full",
        started_at=1_700_000_000.5,
        state=DictationState.DONE,
        duration_s=4.25,
        raw_text="new line hello",
        text="\nHello",
        engine="whisper",
        model="tiny.en",
        language="en",
        app="org.mozilla.firefox",
        window_title="Inbox",
        way="paste",
        error="",
        starred=True,
        stages=(Stage("stt", 10.5, 120.25), Stage("insertion", 131.0, 9.0)),
    )
    history.begin(dictation)
    history.flush()
    assert history.get("full") == dictation


def test_an_update_changes_only_what_it_names(history: History) -> None:
    history.begin(recording())
    history.update("one", text="hello", state=DictationState.DONE).result()
    found = history.get("one")
    assert found is not None
    assert (found.text, found.state, found.engine) == ("hello", DictationState.DONE, "")


def test_an_update_of_nothing_known_is_refused_and_stops_nobody(history: History) -> None:
    with pytest.raises(LookupError):
        history.update("nobody", text="lost").result()
    history.begin(recording()).result()


def test_a_field_that_does_not_exist_is_a_fault_of_the_caller(history: History) -> None:
    with pytest.raises(TypeError):
        history.update("one", colour="red")


def test_what_was_not_found(history: History) -> None:
    assert history.get("nobody") is None
    assert history.audio("nobody") == b""


def test_sound_can_be_read_before_and_after_it_is_on_disk(history: History) -> None:
    history.begin(recording())
    for start in range(0, len(PCM), 1000):
        history.append_audio("one", PCM[start : start + 1000])
    assert history.audio("one") == PCM
    history.flush()
    assert history.audio("one") == PCM


def test_packing_keeps_every_sample_and_saves_space(history: History) -> None:
    history.begin(recording())
    quiet = b"\x01\x00\xff\xff" * 400_000  # 50 s, more than one packing step
    history.append_audio("one", quiet)
    history.finish_audio("one").result()
    assert history.audio("one") == quiet
    history.retention().result()
    history.close()
    assert history.path.stat().st_size < len(quiet) / 2


def test_sound_is_dropped_where_the_user_keeps_none(open_history: OpenHistory) -> None:
    history = open_history(keep_audio=False)
    for name, state in (("good", DictationState.DONE), ("bad", DictationState.FAILED)):
        history.begin(recording(name))
        history.append_audio(name, PCM)
        history.update(name, state=state)
        history.finish_audio(name).result()
    assert history.audio("good") == b""
    assert history.audio("bad") == PCM


def test_the_list_is_newest_first_and_can_be_paged(history: History, add: Add) -> None:
    added = [add(f"text {n}") for n in range(5)]
    assert history.list(limit=2) == [added[4], added[3]]
    assert history.list(limit=2, offset=2) == [added[2], added[1]]


def test_the_list_can_be_narrowed(history: History, add: Add) -> None:
    old = add("old", started_at=100.0, app="editor")
    new = add("new", started_at=200.0, app="terminal", state=DictationState.FAILED)
    assert history.list(app="editor") == [old]
    assert history.list(since=150.0) == [new]
    assert history.list(states=[DictationState.FAILED, DictationState.EMPTY]) == [new]
    assert (history.count(), history.count(app="editor"), history.count(since=300.0)) == (2, 1, 0)


def test_a_deleted_dictation_is_gone_with_its_sound(history: History, add: Add) -> None:
    gone, kept = add("first words"), add("other words")
    history.append_audio(gone.id, PCM)
    history.delete(gone.id).result()
    assert history.list() == [kept]
    assert history.search("first") == []
    assert history.audio(gone.id) == b""


def test_sound_that_comes_after_deletion_disturbs_nothing(
    history: History, add: Add, open_history: OpenHistory
) -> None:
    gone, kept = add("words"), add("other words")
    history.delete(gone.id).result()
    for dictation in (gone, kept):
        history.append_audio(dictation.id, PCM)
    history.flush()
    on_disk = open_history()
    assert on_disk.audio(gone.id) == b""
    assert on_disk.audio(kept.id) == PCM


def test_sound_of_many_that_speak_at_once_is_one_write(history: History, add: Add, open_history: OpenHistory) -> None:
    spoken = [add() for _ in range(20)]
    disk = threading.Event()
    slow = history._writer.submit(lambda db: disk.wait(10))
    for dictation in spoken:
        history.append_audio(dictation.id, PCM)
    history._journal.flush()
    assert history.backlog <= 4
    disk.set()
    slow.result()
    history.flush()
    on_disk = open_history()
    assert all(on_disk.audio(dictation.id) == PCM for dictation in spoken)


@pytest.mark.parametrize(
    ("reference", "found"),
    [("00000001", "00000001"), ("0000000", None), ("last", "00000001"), ("zz", None), ("", None)],
)
def test_a_dictation_is_found_by_a_part_of_its_id(
    history: History, add: Add, reference: str, found: str | None
) -> None:
    add("a"), add("b")
    if found:
        assert history.find(reference).id == found
    else:
        with pytest.raises(HistoryError) as error:
            history.find(reference)
        assert error.value.code == "history.not_found"


def test_all_is_there_after_reopening(open_history: OpenHistory) -> None:
    first = open_history()
    first.begin(recording())
    first.append_audio("one", PCM)
    first.close()
    second = open_history()
    assert second.audio("one") == PCM
    assert [path.name for path in second.path.parent.glob("*-wal")] == ["history.db-wal"]


def test_a_second_process_reads_while_the_first_writes(open_history: OpenHistory) -> None:
    writing, reading = open_history(), open_history()
    writing.begin(recording())
    writing.flush()
    assert reading.get("one")


def test_several_first_starts_at_the_same_moment_make_one_history(
    private_home: Path, open_history: OpenHistory
) -> None:
    command = [sys.executable, "-c", FIRST_START]
    children = [subprocess.Popen([*command, str(n)], cwd=CHECKOUT, stderr=subprocess.PIPE) for n in range(6)]
    errors = [child.communicate(timeout=60)[1] for child in children]
    assert errors == [b""] * 6
    assert open_history().count() == 6


def test_a_closed_history_says_so(open_history: OpenHistory) -> None:
    history = open_history()
    history.close()
    for use in (history.list, history.flush, lambda: history.begin(recording()).result()):
        with pytest.raises(HistoryError) as error:
            use()
        assert error.value.code == "history.closed"
    history.append_audio("one", PCM)
    history.close()
