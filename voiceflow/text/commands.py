"""Commands to the window and to VoiceFlow: `press enter`, `scratch that`, only where nothing else was said."""

from voiceflow.text.language import Language
from voiceflow.text.words import HELD, split

ENTER = "enter"
KEYS = {ENTER: "\n", "tab": "\t"}
"""The commands that press a key, and what is typed for them."""
CANCEL = "cancel"
SCRATCH, UNDO, SELECT = "scratch", "undo", "select"
"""What was inserted last is taken away; what was done last, by insertion or by `scratch`, is undone; what was inserted
last is selected."""
STOP = "stop"
"""Ends dictation without hands."""
CORRECT = "correct"
"""What was dictated last was misheard."""
_LONGEST = 100
"""Four times the characters of the longest phrase in `resources/text`: a longer text needs no look at its words."""


def command_of(text: str, language: Language) -> str:
    """One of those above; empty where it is none."""
    if len(text) > _LONGEST:
        return ""
    words = [word.key for word in split(text.replace(HELD, ""))[0] if word.core]
    return language.editing.get(tuple(words), "")
