"""What is done to dictations of the past is told to whoever listens."""

import time
from collections.abc import Iterator

import pytest

from voiceflow.core import Core
from voiceflow.errors import HistoryError
from voiceflow.events import Corrected, Event, HistoryChanged, Notice
from voiceflow.history.queries import Conditions
from voiceflow.history.records import Dictation, DictationState

DAY_S = 86_400


@pytest.fixture
def core(private_home: object) -> Iterator[Core]:
    with Core() as core:
        core.settings.history.key_storage = "file"
        core.settings.history.keep_days = 30
        core.settings.history.keep_audio_mb = 1
        yield core


@pytest.fixture
def told(core: Core) -> list[Event]:
    found: list[Event] = []
    core.events.subscribe(Event, found.append)
    return found


def add(core: Core, name: str, days_old: float = 0.0, text: str = "some words") -> None:
    core.history.begin(Dictation(name, time.time() - days_old * DAY_S, DictationState.DONE, text=text)).result(10)


def settle(core: Core) -> None:
    core.history.flush()
    core.events.stop()


def test_a_correction_is_told_with_the_text_before(core: Core, told: list[Event]) -> None:
    add(core, "a1")
    assert core.past.correct("a1", "sum words").text == "sum words"
    assert core.past.correct("a1", "sum words ").text == "sum words"
    settle(core)
    assert told == [Corrected("a1", "some words", "sum words"), HistoryChanged("a1")]


def test_an_earlier_text_is_taken_back(core: Core, told: list[Event]) -> None:
    add(core, "a1")
    core.past.correct("a1", "wrong")
    (earlier,) = core.history.earlier_texts("a1")
    assert core.past.use_text("a1", earlier.number).text == "some words"
    with pytest.raises(HistoryError, match="no earlier text"):
        core.past.use_text("a1", earlier.number)


def test_many_are_told_once(core: Core, told: list[Event]) -> None:
    for name in ("a1", "b2"):
        add(core, name)
    everything = core.history.numbers(Conditions())
    assert core.past.star(everything, True) == 2
    assert core.past.delete_sound(everything) == 0
    assert core.past.delete(everything) == 2
    settle(core)
    assert told == [HistoryChanged(""), HistoryChanged("")]


def test_retention_says_what_it_removed(core: Core, told: list[Event]) -> None:
    for name, days_old in (("old", 31), ("older", 40), ("new", 1), ("newest", 0)):
        add(core, name, days_old)
    for name in ("new", "newest"):
        core.history.append_audio(name, bytes(range(256)) * 2500)
    core.history.flush()
    core.past.apply_retention()
    core.history.retention().result(10)
    settle(core)
    (notice,) = [each for each in told if isinstance(each, Notice)]
    assert "2 dictations older than 30 days" in notice.title
    assert "the sound of 1 dictation above 1 MB (1 MB)" in notice.title


def test_retention_that_removes_nothing_says_nothing(core: Core, told: list[Event]) -> None:
    add(core, "new")
    core.past.apply_retention()
    core.history.retention().result(10)
    settle(core)
    assert told == []
