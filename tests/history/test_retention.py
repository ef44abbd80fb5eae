import time

from tests.history.conftest import OpenHistory
from voiceflow.history.records import Dictation, DictationState
from voiceflow.history.retention import Removed
from voiceflow.history.store import History

DAY_S = 86_400
NOISE = bytes((n * n * 7919 >> 5) & 255 for n in range(1_000_000))


def add(history: History, name: str, days_old: float = 0.0, state: str = "done", **fields: object) -> None:
    history.begin(Dictation(name, time.time() - days_old * DAY_S, DictationState(state), **fields))


def names(history: History) -> set[str]:
    return {dictation.id for dictation in history.list()}


def test_old_dictations_go_and_starred_ones_stay(open_history: OpenHistory) -> None:
    history = open_history(keep_days=30)
    add(history, "new", 29)
    add(history, "old", 31)
    add(history, "starred", 400, starred=True)
    add(history, "unfinished", 31, state="recording")
    assert history.retention().result() == Removed(dictations=1)
    assert names(history) == {"new", "starred", "unfinished"}


def test_everything_is_kept_where_the_user_wants_that(open_history: OpenHistory) -> None:
    history = open_history(keep_days=0, keep_audio_mb=0)
    add(history, "ancient", 10_000)
    history.append_audio("ancient", NOISE)
    assert history.retention().result() == Removed()
    assert history.audio("ancient") == NOISE


def test_above_the_size_the_oldest_sound_goes_and_its_text_stays(open_history: OpenHistory) -> None:
    history = open_history(keep_audio_mb=2)
    for days, name in enumerate(("newest", "middle", "oldest")):
        add(history, name, days, text=f"text of the {name}")
        history.append_audio(name, NOISE)
    history.flush()
    removed = history.retention().result()
    assert (removed.sounds, removed.sound_bytes) == (1, len(NOISE))
    assert history.audio("oldest") == b""
    assert history.audio("middle") == NOISE
    assert history.search("oldest")


def test_sound_of_starred_and_unfinished_dictations_stays(open_history: OpenHistory) -> None:
    history = open_history(keep_audio_mb=1)
    add(history, "starred", 2, starred=True)
    add(history, "unfinished", 2, state="recording")
    add(history, "other", 1)
    for name in ("starred", "unfinished", "other"):
        history.append_audio(name, NOISE)
    history.flush()
    history.retention().result()
    assert {name for name in names(history) if history.audio(name)} == {"starred", "unfinished"}


def test_the_file_gets_smaller(open_history: OpenHistory) -> None:
    history = open_history()
    add(history, "big")
    history.append_audio("big", NOISE * 4)
    history.flush()
    history.delete("big").result()
    history.tidy().result()
    history.close()
    assert history.path.stat().st_size < 200_000
