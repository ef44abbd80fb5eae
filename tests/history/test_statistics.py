import datetime as dt
from collections.abc import Callable

import pytest

from voiceflow.history.queries import Conditions
from voiceflow.history.records import Dictation, DictationState
from voiceflow.history.statistics import Said
from voiceflow.history.store import History

Add = Callable[..., Dictation]

NOON = dt.datetime(2026, 3, 4, 12, tzinfo=dt.UTC).astimezone()


def at(days: int) -> float:
    return (NOON + dt.timedelta(days=days)).timestamp()


def test_words_and_time_are_summed_by_day_and_app(history: History, add: Add) -> None:
    add("one two three", started_at=at(0), duration_s=2.0, app="editor")
    add("four", started_at=at(0), duration_s=1.0, app="mail")
    add("five six", started_at=at(1), duration_s=1.5, app="editor")
    add("not counted", started_at=at(1), duration_s=9.0, state=DictationState.FAILED)
    add("", started_at=at(1), duration_s=9.0)
    found = history.statistics(Conditions())
    assert found.total == Said(3, 6, 4.5)
    assert found.by_day == ((NOON.date(), Said(2, 4, 3.0)), (NOON.date() + dt.timedelta(days=1), Said(1, 2, 1.5)))
    assert found.by_app == (("editor", Said(2, 5, 3.5)), ("mail", Said(1, 1, 1.0)))


def test_they_can_be_narrowed(history: History, add: Add) -> None:
    add("old words", started_at=at(-10))
    add("new", started_at=at(0), app="editor")
    assert history.statistics(Conditions(since=at(-1))).total == Said(1, 1, 0.0)
    assert history.statistics(Conditions(app="mail")).total == Said()


@pytest.mark.parametrize(
    ("text", "words"),
    [("one", 1), (" one  two ", 2), ("one\ntwo\n\nthree", 3), ("don't stop, now", 3), ("今日は良い天気です", 4)],
)
def test_words_are_counted(history: History, add: Add, text: str, words: int) -> None:
    dictation = add("something else that was there before")
    history.rewrite(dictation.id, text=text).result()
    assert history.statistics(Conditions()).total.words == words


@pytest.mark.parametrize(("words", "speech_s", "saved_s"), [(52, 20.0, 40.0), (52, 60.0, 0.0), (0, 5.0, -5.0)])
def test_what_is_saved_is_typing_less_speaking(words: int, speech_s: float, saved_s: float) -> None:
    assert Said(1, words, speech_s).saved_s == pytest.approx(saved_s)
