"""Long texts in pieces that an engine makes in one go."""

import re
from collections.abc import Iterator

_SENTENCE_END = re.compile(r"(?<=[.!?…。！？])\s+|\n\s*\n")


def pieces(text: str, most_characters: int) -> Iterator[str]:
    """Sentences, as they are; one that is too long is cut between words."""
    for sentence in _SENTENCE_END.split(text):
        rest = sentence.strip()
        while len(rest) > most_characters:
            cut = rest.rfind(" ", 0, most_characters) + 1 or most_characters
            yield rest[:cut]
            rest = rest[cut:]
        if rest:
            yield rest
