"""A command is one only where nothing else was said."""

import pytest

from voiceflow.text.commands import command_of
from voiceflow.text.language import language


@pytest.mark.parametrize(
    ("code", "said", "command"),
    [
        ("en", "Press enter.", "enter"),
        ("en", "press return", "enter"),
        ("en", "Hit enter!", "enter"),
        ("en", "Press tab.", "tab"),
        ("en", "Cancel dictation.", "cancel"),
        ("en", "Press enter to go on.", ""),
        ("en", "You should press enter.", ""),
        ("en", "Literal press enter.", ""),
        ("en", "Cancel.", ""),
        ("en", "Cancel that order.", ""),
        ("en", "Scratch that.", "scratch"),
        ("en", "Delete that", "scratch"),
        ("en", "Scratch that idea.", ""),
        ("en", "You can scratch that.", ""),
        ("en", "Literal scratch that.", ""),
        ("en", "Undo that.", "undo"),
        ("en", "Undo that change.", ""),
        ("en", "Select that.", "select"),
        ("en", "Select that one.", ""),
        ("en", "Stop dictation.", "stop"),
        ("en", "Stop dictation of the letter.", ""),
        ("en", "", ""),
        ("de", "Enter drücken.", "enter"),
        ("de", "Drücke Enter!", "enter"),
        ("de", "Tab drücken.", "tab"),
        ("de", "Diktat abbrechen.", "cancel"),
        ("de", "Du musst Enter drücken.", ""),
        ("de", "Abbrechen.", ""),
        ("de", "Streich das.", "scratch"),
        ("de", "Das löschen!", "scratch"),
        ("de", "Streich das Zimmer.", ""),
        ("de", "Mach das rückgängig.", "undo"),
        ("de", "Rückgängig machen ist schwer.", ""),
        ("de", "Markiere das.", "select"),
        ("de", "Markiere das Wort.", ""),
        ("de", "Diktat beenden.", "stop"),
        ("fr", "Press enter.", ""),
    ],
)
def test_command(code: str, said: str, command: str) -> None:
    assert command_of(said, language(code)) == command


@pytest.mark.parametrize("code", ["en", "de"])
def test_every_command_counts_with_its_marks_and_pauses(code: str) -> None:
    """The longest, too: only longer texts go unread."""
    for said, command in language(code).editing.items():
        assert command_of(f"  {'…  '.join(said).capitalize()}…!  ", language(code)) == command
