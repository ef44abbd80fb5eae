import pytest
from hypothesis import given
from hypothesis import strategies as st

from voiceflow.history.difference import Fate, difference

SAME, GONE, NEW = Fate.SAME, Fate.GONE, Fate.NEW


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("the same", "the same", [(SAME, "the same")]),
        ("um so it is", "so it is", [(GONE, "um "), (SAME, "so it is")]),
        ("cost twenty euros", "cost 20 euros", [(SAME, "cost "), (GONE, "twenty"), (NEW, "20"), (SAME, " euros")]),
        ("", "new", [(NEW, "new")]),
        ("old", "", [(GONE, "old")]),
        ("", "", []),
    ],
)
def test_what_became_of_a_text(before: str, after: str, expected: list[tuple[Fate, str]]) -> None:
    assert difference(before, after) == expected


@given(st.text("ab \n", max_size=40), st.text("ab \n", max_size=40))
def test_both_texts_can_be_read_off(before: str, after: str) -> None:
    parts = difference(before, after)
    assert "".join(text for fate, text in parts if fate is not NEW) == before
    assert "".join(text for fate, text in parts if fate is not GONE) == after


def test_long_texts_are_compared_from_their_ends() -> None:
    before, after = "a " * 3000 + "same", "b " * 3000 + "same"
    assert [fate for fate, _ in difference(before, after)] == [GONE, NEW, SAME]
