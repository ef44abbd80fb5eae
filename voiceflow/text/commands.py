"""Commands to the window and to VoiceFlow: `press enter`, only where nothing else was said."""

from voiceflow.text.language import Language
from voiceflow.text.words import HELD, split

KEYS = {"enter": "\n", "tab": "\t"}
"""The commands that press a key, and what is typed for them."""
CANCEL = "cancel"


def command_of(text: str, language: Language) -> str:
    """`enter`, `tab`, `cancel`; empty where it is none."""
    words = [word.key for word in split(text.replace(HELD, ""))[0] if word.core]
    return language.editing.get(tuple(words), "")
