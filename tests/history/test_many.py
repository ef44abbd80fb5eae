"""What is done to many dictations at once, and which of them are meant."""

from collections.abc import Callable
from typing import Any

import pytest

from voiceflow.history.queries import Conditions
from voiceflow.history.records import Dictation, DictationState
from voiceflow.history.store import History

Add = Callable[..., Dictation]

MANY = 450


def texts(history: History, **wanted: Any) -> list[str]:
    return [found.text for found in history.rows(history.numbers(Conditions(**wanted)))]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["d red", "c green", "b blue", "a red"]),
        ({"app": "editor"}, ["c green", "a red"]),
        ({"model": "base"}, ["b blue"]),
        ({"starred": True}, ["b blue"]),
        ({"since": 102.0}, ["d red", "c green"]),
        ({"until": 102.0}, ["b blue", "a red"]),
        ({"states": (DictationState.FAILED, DictationState.CANCELLED)}, ["d red"]),
        ({"words": "red", "app": "editor"}, ["a red"]),
        ({"words": "gre", "starred": True}, []),
        ({"words": "€"}, []),
    ],
)
def test_dictations_are_narrowed(history: History, add: Add, wanted: dict[str, Any], found: list[str]) -> None:
    add("a red", started_at=100.0, app="editor")
    add("b blue", started_at=101.0, app="mail", model="base", starred=True)
    add("c green", started_at=102.0, app="editor")
    add("d red", started_at=103.0, app="mail", state=DictationState.FAILED)
    assert texts(history, **wanted) == found
    fitting = [each.text for each in history.list() if Conditions(**wanted).fits(each)]
    assert "words" in wanted or fitting == found


def test_the_beginning_of_a_search_is_the_beginning_of_the_whole(history: History, add: Add) -> None:
    for number in range(40):
        add("cat " * (number % 5 + 1) if number % 3 else "category")
    whole = list(history.numbers(Conditions(words="cat")))
    assert len(whole) == 40
    for limit in (1, 20, 26, 27, 30):
        assert list(history.numbers(Conditions(words="cat"), limit)) == whole[:limit]


def test_rows_that_are_gone_are_left_out(history: History, add: Add) -> None:
    gone, stays = add("gone"), add("stays")
    wanted = history.numbers(Conditions())
    history.delete(gone.id).result()
    assert history.rows(wanted) == [stays]


def test_apps_and_models_that_occur(history: History, add: Add) -> None:
    for app in ("mail", "", "editor", "mail"):
        add(app=app)
    assert history.distinct("app") == ["editor", "mail"]
    with pytest.raises(TypeError):
        history.distinct("1; DROP TABLE dictation")


def test_many_are_deleted_and_what_is_being_made_stays(history: History, add: Add) -> None:
    for _ in range(MANY):
        add("words")
    running = add("", state=DictationState.RECORDING)
    assert history.delete_all(history.numbers(Conditions())).result() == MANY
    assert history.list() == [running]
    assert history.search("words") == []


def test_the_sound_goes_and_the_text_stays(history: History, add: Add) -> None:
    loud, silent = add("loud"), add("silent")
    history.append_audio(loud.id, bytes(32_000))
    history.flush()
    assert history.delete_sound(history.numbers(Conditions())).result() == 1
    assert history.audio(loud.id) == b""
    assert history.list() == [silent, loud]


def test_stars_for_many(history: History, add: Add) -> None:
    for starred in (False, True, False):
        add(starred=starred)
    everything = history.numbers(Conditions())
    assert history.star(everything, True).result() == 2
    assert history.star(everything, False).result() == 3
    assert history.numbers(Conditions(starred=True)) == history.numbers(Conditions(words="nothing"))
