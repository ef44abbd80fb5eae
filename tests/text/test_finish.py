"""The last touch before the text goes into a window."""

import pytest

from voiceflow.text.finish import finish

CASES = [
    # text, trailing space, what goes into the window
    ("Hello world.", True, "Hello world. "),
    ("Hello world.", False, "Hello world."),
    ("  as it is\n", True, "  as it is\n"),
    ("", True, ""),
    ("   ", True, ""),
]


@pytest.mark.parametrize(("text", "trailing_space", "expected"), CASES)
def test_text_is_finished(text: str, trailing_space: bool, expected: str) -> None:
    assert finish(text, trailing_space) == expected
