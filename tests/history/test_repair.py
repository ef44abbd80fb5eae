"""Damaged files are kept, and what can be read of them is saved."""

import random
import time
from pathlib import Path

import pytest

from tests.history.conftest import OpenHistory
from voiceflow.errors import HistoryError
from voiceflow.history.database import connect
from voiceflow.history.key import KeyStore
from voiceflow.history.opening import find_key
from voiceflow.history.records import Dictation, DictationState
from voiceflow.history.repair import repair, set_aside
from voiceflow.history.store import History
from voiceflow.paths import Paths

PAGE_BYTES = 4096
DICTATIONS = 300
SCHEMA_PAGES = 24  # of an empty history: where its tables are described, nothing can be saved


@pytest.fixture
def texts(open_history: OpenHistory) -> dict[str, str]:
    history = open_history()
    words = random.Random(6)
    found = {f"{n:04}": " ".join(f"word{words.randrange(5000)}" for _ in range(40)) for n in range(DICTATIONS)}
    for dictation_id, text in found.items():
        history.begin(Dictation(dictation_id, time.time(), DictationState.DONE, text=text, raw_text=text))
        if dictation_id < "0020":
            history.append_audio(dictation_id, bytes(words.randbytes(20_000)))
    history.flush()
    history.close()
    return found


def damage(path: Path, pages: list[int]) -> None:
    with path.open("r+b") as file:
        for page in pages:
            file.seek(page * PAGE_BYTES + 100)
            file.write(b"\xaa" * 200)


def keys(where: Paths) -> KeyStore:
    return KeyStore(where.database, "file")


def test_most_of_a_damaged_history_is_saved(texts: dict[str, str], open_history: OpenHistory, where: Paths) -> None:
    pages = where.database.stat().st_size // PAGE_BYTES
    damage(where.database, random.Random(7).sample(range(SCHEMA_PAGES, pages), 5))
    broken = where.database.read_bytes()
    rescued = repair(where.database, keys(where))
    history = open_history()
    saved = history.list(limit=-1)
    print(f"{rescued.saved} saved, {rescued.incomplete} without some sound, {rescued.lost} lost")
    assert len(saved) == rescued.saved >= DICTATIONS * 0.9
    assert rescued.saved + rescued.lost == DICTATIONS
    assert all(texts[dictation.id] == dictation.text for dictation in saved)
    assert history.search(saved[0].text.split()[0])
    assert rescued.set_aside.read_bytes() == broken


def test_a_whole_history_comes_through_whole(texts: dict[str, str], open_history: OpenHistory, where: Paths) -> None:
    history = open_history()
    before, sound = history.list(limit=-1), history.audio("0007")
    history.close()
    rescued = repair(where.database, keys(where))
    after = open_history()
    assert (rescued.saved, rescued.incomplete, rescued.lost) == (DICTATIONS, 0, 0)
    assert (after.list(limit=-1), after.audio("0007")) == (before, sound)


def test_measurements_earlier_texts_and_parts_of_files_come_along(
    texts: dict[str, str], open_history: OpenHistory, where: Paths
) -> None:
    history = open_history()
    history.keep_measurements([(600, 1200 + 600 * n, "stt", "whisper", "base", "[1]") for n in range(3)], [])
    history.keep_file_part("talk.ogg", 0, "{}")
    history.correct("0003", "corrected").result()
    history.flush()
    before = history.measurements(), history.earlier_texts("0003")
    history.close()
    assert repair(where.database, keys(where)).incomplete == 0
    after = open_history()
    assert (after.measurements(), after.earlier_texts("0003")) == before
    assert after.file_parts("talk.ogg") == ["{}"]


def test_a_history_of_an_older_voiceflow_is_repaired_into_a_new_one(
    texts: dict[str, str], open_history: OpenHistory, where: Paths
) -> None:
    db = connect(where.database, find_key(where.database, keys(where)))
    db.execute("DROP TABLE earlier_text")
    db.execute("DROP TABLE measurement")
    db.execute("ALTER TABLE dictation DROP COLUMN corrected")
    db.close()
    rescued = repair(where.database, keys(where))
    assert (rescued.saved, rescued.incomplete, rescued.lost) == (DICTATIONS, 0, 0)
    assert open_history().get("0003").corrected is False


def test_a_damaged_first_page_is_told_from_a_wrong_key(
    texts: dict[str, str], open_history: OpenHistory, where: Paths
) -> None:
    damage(where.database, [0])
    before = where.database.read_bytes()
    for use in (open_history, lambda: repair(where.database, keys(where))):
        with pytest.raises(HistoryError) as error:
            use()
        assert error.value.code == "history.damaged"
    assert where.database.read_bytes() == before


@pytest.mark.parametrize("content", [b"this is not a database", b"\0" * 10_000, b"SQLite format 3\0" + bytes(5000)])
def test_any_other_file_is_left_alone(open_history: OpenHistory, where: Paths, content: bytes) -> None:
    open_history().close()
    where.database.write_bytes(content)
    with pytest.raises(HistoryError):
        open_history()
    assert where.database.read_bytes() == content


def test_a_damaged_page_met_while_reading_is_an_error_with_a_cure(
    texts: dict[str, str], open_history: OpenHistory, where: Paths
) -> None:
    pages = where.database.stat().st_size // PAGE_BYTES
    damage(where.database, list(range(12, pages)))
    with pytest.raises(HistoryError) as error:
        open_history().list(limit=-1)
    assert error.value.code == "history.damaged"
    assert "repair" in error.value.hint


def test_a_history_that_is_open_is_repaired_and_takes_what_waited(
    texts: dict[str, str], open_history: OpenHistory, where: Paths
) -> None:
    pages = where.database.stat().st_size // PAGE_BYTES
    damage(where.database, list(range(SCHEMA_PAGES, pages, 9)))
    history = open_history()
    told: list[HistoryError] = []
    history.trouble = told.append
    with pytest.raises(HistoryError):
        history.list(limit=-1)
    history.begin(Dictation("new", time.time(), DictationState.DONE, text="said meanwhile", raw_text=""))
    history.append_audio("new", bytes(64_000))
    rescued = history.repair()
    history.flush()
    assert {error.code for error in told} == {"history.damaged"}
    assert 0 < rescued.lost < DICTATIONS
    saved = history.list(limit=-1)
    assert saved[0].text == "said meanwhile"
    assert len(saved) - 1 == DICTATIONS - rescued.lost
    assert history.audio("new") == bytes(64_000)
    assert history.search(saved[1].text.split()[0])


def test_a_history_that_another_has_open_is_not_repaired(history: History, open_history: OpenHistory) -> None:
    history.begin(Dictation("one", time.time(), DictationState.DONE, text="kept", raw_text=""))
    other = open_history()
    with pytest.raises(HistoryError) as error:
        other.repair()
    assert error.value.code == "history.in_use"
    other.begin(Dictation("two", time.time(), DictationState.DONE, text="kept, too", raw_text="")).result(5)
    assert history.count() == 2


def test_a_history_that_was_set_aside_can_be_opened_under_its_new_name(
    texts: dict[str, str], open_history: OpenHistory, where: Paths
) -> None:
    aside = set_aside(where.database)
    fresh = open_history()
    assert fresh.list() == []
    fresh.rekey()
    fresh.close()
    aside.rename(where.database)
    aside.with_name(f"{aside.stem}.key.json").rename(where.data / "history.key.json")
    assert open_history().count() == DICTATIONS


def test_nothing_is_set_aside_or_repaired_under_a_running_app(history: History, where: Paths) -> None:
    for use in (set_aside, lambda path: repair(path, keys(where))):
        with pytest.raises(HistoryError) as error:
            use(where.database)
        assert error.value.code == "history.in_use"


def test_there_may_be_nothing_to_set_aside(where: Paths) -> None:
    with pytest.raises(HistoryError) as error:
        set_aside(where.database)
    assert error.value.code == "history.missing"
