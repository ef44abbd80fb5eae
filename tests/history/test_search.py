from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from voiceflow.history.records import Dictation
from voiceflow.history.store import History

Add = Callable[..., Dictation]

TEXTS = {
    "fox": "The quick brown fox, über alles.",
    "mail": 'She said "don\'t panic" at 10:30 — café closed.',
    "code": "Press ctrl-c, then run foo_bar(x) OR quit; NOT now.",
    "japanese": "今日は良い天気ですね",
    "thai": "สวัสดีครับ",
    "russian": "Съешь ещё этих мягких французских булок",
    "price": "That is 5 € or 6 $",
}


@pytest.fixture
def names(add: Add) -> dict[str, str]:
    return {add(text).id: name for name, text in TEXTS.items()}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("fox", {"fox"}),
        ("QUICK fox", {"fox"}),
        ("qui", {"fox", "code"}),
        ("fox panic", set()),
        ("quick bro", {"fox"}),
        ("qui brown", set()),
        ("uber", {"fox"}),
        ("cafe", {"mail"}),
        ("don't", {"mail"}),
        ('"don\'t panic"', {"mail"}),
        ("10:30", {"mail"}),
        ("ctrl-c", {"code"}),
        ("OR", {"code", "price"}),
        ("NOT now", {"code"}),
        ("foo_bar(x)", {"code"}),
        ("天気", {"japanese"}),
        ("今日 天気", {"japanese"}),
        ("ดี", {"thai"}),
        ("булок", {"russian"}),
        ("ЕЩЁ", {"russian"}),
        ("€", {"price"}),
        ("text:fox", set()),
        ("", set()),
        ("   ", set()),
    ],
)
def test_words_are_found(history: History, names: dict[str, str], words: str, expected: set[str]) -> None:
    assert {names[found.id] for found in history.search(words)} == expected


def test_the_best_match_comes_first(history: History, add: Add) -> None:
    add("A long text about many things in which the word needle stands once among the hay and the straw")
    best = add("needle needle")
    assert history.search("needle")[0] == best


def test_whole_words_come_before_beginnings_of_longer_ones(history: History, add: Add) -> None:
    whole = [add("the cat") for _ in range(3)]
    add("the category")
    assert {found.id for found in history.search("cat", limit=3)} == {dictation.id for dictation in whole}
    assert len(history.search("cat", limit=4)) == 4


def test_where_very_many_fit_the_newest_come_first(history: History, add: Add, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("voiceflow.history.queries._RANKED", 3)
    added = [add("same " * (10 - n) + "words") for n in range(5)]
    assert history.search("same", limit=2) == [added[4], added[3]]


def test_a_changed_text_is_found_by_its_new_words_only(history: History, add: Add) -> None:
    dictation = add("helo wrld")
    history.update(dictation.id, raw_text="hello world", text="Hello, world").result()
    assert history.search("helo") == []
    assert [found.id for found in history.search("hello")] == [dictation.id]


def test_the_number_of_answers_is_limited(history: History, add: Add) -> None:
    for _ in range(5):
        add("same words")
    assert len(history.search("same", limit=3)) == 3


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
@given(st.text(max_size=30))
def test_no_text_breaks_the_search(history: History, words: str) -> None:
    assert history.search(words) == []
