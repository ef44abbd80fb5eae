"""What an edit teaches, and what it does not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voiceflow.text.learning import (
    REPLACEMENT,
    VOCABULARY,
    Lesson,
    keeps_secrets,
    lessons,
    taken_up,
)
from voiceflow.text.vocabulary import Entry

CASES = [
    # before, after, (what was heard, what was meant)
    ("I met shivon today.", "I met Siobhan today.", ("shivon", "Siobhan")),
    ("I wrote to Sarah Swati.", "I wrote to Saraswati.", ("Sarah Swati", "Saraswati")),
    ("We use numpy here.", "We use NumPy here.", ("numpy", "NumPy")),
    ("The voice flow window.", "The VoiceFlow window.", ("voice flow", "VoiceFlow")),
    ("Ask Shawn.", "Ask Siobhan.", ("Shawn", "Siobhan")),
    ("Open the graphana board, please.", "Open the Grafana board, please.", ("graphana", "Grafana")),
    # What is no correction of a name
    ("I met him today.", "I met her today.", None),
    ("The first one is good.", "The second one is good.", None),
    ("we go home.", "We go home.", None),
    ("I came at 5 today.", "I came at 6 today.", None),
    ("I met shivon.", "I met.", None),
    ("I met.", "I met Siobhan.", None),
    ("It is of use to us.", "It is up to Xi.", None),
    ("All of this was said.", "Kubernetes runs Grafana beside Prometheus, Siobhan wrote.", None),
]


@pytest.mark.parametrize(("before", "after", "pair"), CASES)
def test_an_edit_teaches(before: str, after: str, pair: tuple[str, str] | None) -> None:
    found = lessons(before, after, "en")
    assert [(lesson.heard, lesson.meant) for lesson in found] == ([pair] if pair else [])
    assert all(lesson.kind == VOCABULARY for lesson in found)


def test_two_names_side_by_side_are_two_lessons() -> None:
    found = lessons("We asked shivon graphana today.", "We asked Siobhan Grafana today.", "en")
    assert [lesson.meant for lesson in found] == ["Siobhan", "Grafana"]


def test_an_ordinary_word_for_one_that_is_none_is_a_replacement() -> None:
    assert lessons("I will teh go.", "I will the go.", "en") == [Lesson("teh", "the", REPLACEMENT)]
    entry = taken_up(Lesson("teh", "the", REPLACEMENT), "en", None)
    assert entry == Entry("the", ("teh",), exact=True, learned=True)


def test_what_was_heard_becomes_a_sound_of_it() -> None:
    entry = taken_up(Lesson("shivon", "Siobhan", VOCABULARY), "en", None)
    assert entry == Entry("Siobhan", ("shivon",), learned=True)


def test_an_ordinary_word_is_never_replaced_everywhere() -> None:
    assert taken_up(Lesson("win", "Nguyen", VOCABULARY), "en", None).sounds_like == ()
    assert taken_up(Lesson("to him", "Niamh", VOCABULARY), "en", None).sounds_like == ()


def test_what_the_user_said_of_a_word_stays() -> None:
    known = Entry("Siobhan", ("shavon",), "names", 9)
    taught = taken_up(Lesson("shivon", "Siobhan", VOCABULARY), "en", known)
    assert taught == Entry("Siobhan", ("shavon", "shivon"), "names", 9)


@pytest.mark.parametrize(("app", "title", "secret"), [
    ("keepassxc", "My vault", True),
    ("pinentry-qt", "", True),
    ("firefox", "Sign in - Example", True),
    ("chromium", "Enter your password", True),
    ("firefox", "Passwort ändern", True),
    ("code", "pinned.py", False),
    ("thunderbird", "Write: The compass", False),
])  # fmt: skip
def test_windows_that_ask_for_secrets_are_known(app: str, title: str, secret: bool) -> None:
    assert keeps_secrets(app, title) is secret


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(["en", "de", "xx"]))
def test_no_edit_makes_it_fail(before: str, after: str, language: str) -> None:
    for lesson in lessons(before, after, language):
        assert taken_up(lesson, language, None).learned


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=80))
def test_no_change_teaches_nothing(text: str) -> None:
    assert lessons(text, text, "en") == []
