"""Corrections that are spoken: what they mean, and what they make of a text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voiceflow.text.language import language
from voiceflow.text.learning_by_voice import SpokenCorrection, corrected, corrections_in

LAST = "I met shivon at two, and Sarah Swati came too. Shivon left."

CASES = [
    # said, what becomes of LAST (empty: it is no correction, but a sentence)
    ("Correct shivon to Siobhan.", "I met Siobhan at two, and Sarah Swati came too. Siobhan left."),
    ("Correct Chevonne to Siobhan.", "I met Siobhan at two, and Sarah Swati came too. Siobhan left."),
    ("correct shivon to S-I-O-B-H-A-N", "I met Siobhan at two, and Sarah Swati came too. Siobhan left."),
    ("Correct shivon to S I O B H A N.", "I met Siobhan at two, and Sarah Swati came too. Siobhan left."),
    ("Correct Sarah Swati to Saraswati.", "I met shivon at two, and Saraswati came too. Shivon left."),
    ("Correct two to ten.", "I met shivon at ten, and Sarah Swati came too. Shivon left."),
    ("Correct too to to to.", "I met shivon at two, and Sarah Swati came to to. Shivon left."),
    ("Correct the invoice to the customer.", ""),
    ("Correct shivon to the other one.", ""),
    ("Correct shivon to avoid trouble.", ""),
    ("Correct shivon.", ""),
    ("I correct shivon to Siobhan.", ""),
    ("Correct to Siobhan.", ""),
]


@pytest.mark.parametrize(("said", "text"), CASES)
def test_correct_x_to_y(said: str, text: str) -> None:
    made = [corrected(LAST, each, "en") for each in corrections_in(said, language("en"))]
    assert next((each for each in made if each), "") == text


def test_in_german() -> None:
    (wanted,) = corrections_in("Korrigiere Torsten zu Thorsten.", language("de"))
    assert wanted == SpokenCorrection("Torsten", "Thorsten")
    assert corrected("Torsten kommt.", wanted, "de") == "Thorsten kommt."


def test_a_sentence_begins_with_a_capital_still() -> None:
    assert corrected("Gonna go.", SpokenCorrection("gonna", "going to"), "en") == "Going to go."


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(["en", "de", "xx"]))
def test_nothing_said_makes_it_fail(said: str, text: str, code: str) -> None:
    for wanted in corrections_in(f"correct {said}", language(code)):
        assert isinstance(corrected(text, wanted, code), str)
