"""Text as key presses, as far as it can be told without pressing any."""

import pytest

from voiceflow.engines.inserter import macos_keys, windows
from voiceflow.engines.inserter.windows_api import KEYUP, UNICODE
from voiceflow.engines.inserter.x11_typing import batches, keysym


@pytest.mark.parametrize(
    ("character", "expected"),
    [("a", 0x61), ("é", 0xE9), ("Ж", 0x01000416), ("😀", 0x0101F600), ("\n", 0xFF0D), ("\t", 0xFF09), ("\x07", 0)],
)
def test_every_character_has_a_keysym(character: str, expected: int) -> None:
    assert keysym(character) == expected


@pytest.mark.parametrize(
    ("keysyms", "expected"),
    [
        ([1, 2, 1], [[1, 2, 1]]),
        ([10, 11, 1, 10, 12, 2], [[10, 11, 1, 10], [12, 2]]),
        ([10, 11, 12, 10], [[10, 11], [12, 10]]),
        ([], [[]]),
    ],
)
def test_a_batch_needs_no_more_new_keys_than_there_are_spare_ones(
    keysyms: list[int], expected: list[list[int]]
) -> None:
    assert batches(keysyms, known={1, 2}, spare=2) == expected


def test_windows_types_utf16_units_and_real_return_keys() -> None:
    events = windows._typed("é😀\n")
    assert [(e.ki.wVk, e.ki.wScan, e.ki.dwFlags) for e in events] == [
        (0, 0xE9, UNICODE),
        (0, 0xE9, UNICODE | KEYUP),
        (0, 0xD83D, UNICODE),
        (0, 0xD83D, UNICODE | KEYUP),
        (0, 0xDE00, UNICODE),
        (0, 0xDE00, UNICODE | KEYUP),
        (0x0D, 0, 0),
        (0x0D, 0, KEYUP),
    ]


def test_macos_sends_runs_of_twenty_units() -> None:
    assert macos_keys.pieces("a" * 45) == ["a" * 20, "a" * 20, "a" * 5]
    assert macos_keys.pieces("one\ntwo\t3") == ["one", "\n", "two", "\t", "3"]
    assert macos_keys.pieces("a" * 19 + "😀b") == ["a" * 19, "😀b"]
