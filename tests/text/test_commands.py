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
        ("en", "", ""),
        ("de", "Enter drücken.", "enter"),
        ("de", "Drücke Enter!", "enter"),
        ("de", "Tab drücken.", "tab"),
        ("de", "Diktat abbrechen.", "cancel"),
        ("de", "Du musst Enter drücken.", ""),
        ("de", "Abbrechen.", ""),
        ("fr", "Press enter.", ""),
    ],
)
def test_command(code: str, said: str, command: str) -> None:
    assert command_of(said, language(code)) == command
