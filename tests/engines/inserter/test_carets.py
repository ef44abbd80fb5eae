"""What stands around a caret, as far as it can be told without a desktop."""

import pytest

from voiceflow.engines.inserter import windows
from voiceflow.engines.inserter.contract import AROUND, Caret, backspaces, graphemes, stands_before
from voiceflow.engines.inserter.macos_caret import Span, spans
from voiceflow.engines.inserter.windows_api import EXTENDED, KEYUP
from voiceflow.errors import InsertionError


@pytest.mark.parametrize(
    ("caret", "text", "stands"),
    [
        (Caret("one two ", ""), "two ", True),
        (Caret("one\r\ntwo ", ""), "one\ntwo ", True),
        (Caret("one two", ""), "two ", False),
        (Caret("x" * AROUND, ""), "y" * 1000 + "x" * AROUND, True),
        (Caret("one", ""), "", False),
        (None, "two ", False),
    ],
)
def test_a_text_stands_before_the_caret(caret: Caret | None, text: str, stands: bool) -> None:
    assert stands_before(caret, text) is stands


@pytest.mark.parametrize(("text", "places"), [("one ", 4), ("é 漢 😀", 5), ("e\u0301", 1), ("👩‍💻", 1), ("a\r\nb", 3)])
def test_the_caret_goes_by_what_people_take_for_characters(text: str, places: int) -> None:
    assert graphemes(text) == places


def test_a_terminal_takes_back_plain_characters_only() -> None:
    assert backspaces("ls -l 漢 ") == 8
    for text in ("two\nlines", "e\u0301", "👩‍💻", "a\tb"):
        with pytest.raises(InsertionError):
            backspaces(text)


@pytest.mark.parametrize(
    ("selected", "length", "before", "behind"),
    [
        ((3, 0), 7, (0, 3), (3, 4)),
        ((3, 2), 7, (0, 3), (5, 2)),
        ((1000, 0), 5000, (1000 - AROUND, AROUND), (1000, AROUND)),
        ((0, 0), 0, (0, 0), (0, 0)),
    ],
)
def test_macos_is_asked_for_the_text_beside_the_selection(
    selected: tuple[int, int], length: int, before: tuple[int, int], behind: tuple[int, int]
) -> None:
    assert [(span.location, span.length) for span in spans(Span(*selected), length)] == [before, behind]


def test_windows_presses_the_arrow_keys_and_not_the_number_pads() -> None:
    taps = windows._taps(windows._LEFT, 2, EXTENDED)
    assert [event.ki.dwFlags for event in taps] == [EXTENDED, EXTENDED | KEYUP] * 2
