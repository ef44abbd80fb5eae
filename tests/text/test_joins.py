"""Dictation into the middle of a text: the tables in `joins/`."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voiceflow.text.joins import fit, without_final_period
from voiceflow.text.language import language

CASES = [
    pytest.param(path.stem, *(part.replace("\\n", "\n") for part in line.split("\t")), id=f"{path.name}:{number}")
    for path in sorted((Path(__file__).parent / "joins").glob("*.tsv"))
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("code", "there", "said", "then"), CASES)
def test_case(code: str, there: str, said: str, then: str) -> None:
    before, _, after = there.partition("|")
    assert before + fit(said + " ", before, after, language(code)) + "|" + after == then


def test_what_nobody_knows_changes_nothing() -> None:
    assert fit("And so on. ", None, None, language("en")) == "And so on. "


def test_where_periods_are_not_wanted_a_missing_one_ends_no_capital() -> None:
    assert fit("And so on ", "On my way ", "", language("en"), periods=False) == "And so on "
    assert fit("And so on ", "on my way ", " to you", language("en"), periods=False) == "and so on"


def test_a_language_without_a_file_keeps_its_capitals() -> None:
    assert fit("Et alors. ", "je suis ", "", language("fr")) == "Et alors. "


def test_scripts_without_spaces_get_none() -> None:
    assert fit("世界。", "你好", "", language("zh")) == "世界。"


@pytest.mark.parametrize(
    ("text", "style", "written"),
    [
        ("See you there. ", "keep", "See you there. "),
        ("See you there. ", "not_alone", "See you there "),
        ("See you there.", "not_alone", "See you there"),
        ("See you there. Bye. ", "not_alone", "See you there. Bye. "),
        ("See you there. Bye. ", "never", "See you there. Bye "),
        ("Well... ", "never", "Well... "),
        ("Really? ", "never", "Really? "),
        ("Pens, paper, etc. ", "never", "Pens, paper, etc. "),
    ],
)
def test_the_final_period_as_the_user_wants_it(text: str, style: str, written: str) -> None:
    assert without_final_period(text, style) == written


@given(st.text(), st.none() | st.text(), st.none() | st.text())
def test_no_word_is_lost(said: str, before: str | None, after: str | None) -> None:
    def letters(text: str) -> str:
        return "".join(letter for letter in text.casefold() if letter.isalnum())

    assert letters(fit(said, before, after, language("en"))) == letters(said)
