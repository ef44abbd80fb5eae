"""The last touch before the text goes into a window."""

import pytest

from voiceflow.text.finish import finish

CASES = [
    # recognized, verbatim, trailing space, what goes into the window
    (" Hello  world. ", False, True, "Hello world. "),
    (" Hello  world. ", False, False, "Hello world."),
    ("Hello world.", True, True, "Hello world. "),
    ("  as it is\n", True, True, "  as it is\n"),
    ("", False, True, ""),
    ("   ", False, True, ""),
]


@pytest.mark.parametrize(("recognized", "verbatim", "trailing_space", "expected"), CASES)
def test_text_is_finished(recognized: str, verbatim: bool, trailing_space: bool, expected: str) -> None:
    assert finish(recognized, verbatim, trailing_space) == expected
