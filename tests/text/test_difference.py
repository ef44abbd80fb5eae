import pytest
from hypothesis import given
from hypothesis import strategies as st

from voiceflow.text.difference import difference


@pytest.mark.parametrize(
    ("before", "after", "parts"),
    [
        ("one two", "one two", [("same", "one two")]),
        ("one two", "one three", [("same", "one "), ("removed", "two"), ("added", "three")]),
        ("one two", "one", [("same", "one"), ("removed", " two")]),
        ("", "one", [("added", "one")]),
        ("don't go.", "don't go!", [("same", "don't go"), ("removed", "."), ("added", "!")]),
    ],
)
def test_words_are_compared(before: str, after: str, parts: list[tuple[str, str]]) -> None:
    assert difference(before, after) == parts


@given(st.text(), st.text())
def test_nothing_is_lost(before: str, after: str) -> None:
    parts = difference(before, after)
    assert "".join(part.text for part in parts if part.kind != "added") == before
    assert "".join(part.text for part in parts if part.kind != "removed") == after


def test_a_long_text_is_shown_as_a_whole() -> None:
    before, after = "word " * 3000, "other " * 3000
    assert difference(before, after) == [("removed", before), ("added", after)]
