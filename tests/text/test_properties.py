"""What holds for any text, not only for those that somebody thought of."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from voiceflow.text.language import language
from voiceflow.text.pipeline import RULES, Wishes, apply

TONGUES = ["en", "de", "fr", "xx"]
WISHES = st.builds(
    Wishes,
    fillers=st.booleans(),
    stutters=st.booleans(),
    spoken_punctuation=st.sampled_from(("careful", "always", "off")),
    numbers=st.sampled_from(("as_spoken", "from_ten", "digits")),
)
NAMED = [
    *(
        "um",
        "comma",
        "period",
        "new line",
        "open quote",
        "close quote",
        "literal",
        "twenty",
        "five",
        "dollars",
        "percent",
    ),
    *(
        "all caps",
        "May",
        "fifth",
        "point",
        "minus",
        "bullet point",
        "äh",
        "Komma",
        "Punkt",
        "acht",
        "Uhr",
        "neue Zeile",
    ),
    *("hundred", "and", "a", "the", "oh", "million", "no space", "12", "3.5"),
]
UNNAMED = ["window", "gentle", "Haus", "Bäume", "kitchen", "Anna", "wolkig", "quickly", "x1", "e-mail", "O'Neill"]
PIECES = st.lists(
    st.tuples(st.sampled_from(NAMED + UNNAMED), st.sampled_from(["", "", "", ",", ".", "?", "…", "!\n", '"'])),
    max_size=25,
)
SENTENCES = PIECES.map(lambda pieces: " ".join(word + mark for word, mark in pieces))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200), st.sampled_from(TONGUES), WISHES)
def test_no_text_makes_a_rule_fail(text: str, code: str, wishes: Wishes) -> None:
    for rule in RULES:
        if rule.is_on(wishes):
            assert isinstance(rule.apply(text, language(code), wishes), str)


@settings(max_examples=200, deadline=None)
@given(SENTENCES, st.sampled_from(TONGUES), WISHES)
def test_words_that_no_rule_names_are_all_kept_in_their_order(text: str, code: str, wishes: Wishes) -> None:
    unnamed = re.compile("|".join(map(re.escape, UNNAMED)), re.IGNORECASE)
    kept = [word.lower() for word in unnamed.findall(apply(text, code, Wishes(stutters=False)).text)]
    assert kept == [word.lower() for word in unnamed.findall(text)]


@settings(max_examples=200, deadline=None)
@given(SENTENCES, st.sampled_from(TONGUES))
def test_fillers_and_stutters_are_gone_after_one_pass(text: str, code: str) -> None:
    only = Wishes(spoken_punctuation="off", numbers="as_spoken")
    for name in ("spaces", "fillers", "stutters"):
        rule = next(rule for rule in RULES if rule.name == name)
        once = rule.apply(text, language(code), only)
        assert rule.apply(once, language(code), only) == once


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(UNNAMED), max_size=20), st.sampled_from(TONGUES))
def test_text_without_anything_that_rules_know_stays(words: list[str], code: str) -> None:
    text = " ".join(words)
    assert apply(text, code, Wishes(stutters=False, trailing_space=False)).text == text


@settings(max_examples=100, deadline=None)
@given(SENTENCES, st.sampled_from(TONGUES))
def test_the_trace_ends_with_the_text(text: str, code: str) -> None:
    outcome = apply(text, code, Wishes(trailing_space=False))
    if outcome.changes:
        assert outcome.changes[-1].text.split() == outcome.text.split()
    else:
        assert outcome.text.split() == text.split()
