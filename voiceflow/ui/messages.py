"""Sentences that the core has already put together, such as `The history /home/a/history.db is damaged`: the sentence
that they were made from is found again, and its translation gets the same parts."""

import re
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

CONTEXT = "Messages"
_BETWEEN = re.compile(r"(?<=[.?!]) (?=[A-Z`])")
_PART = re.compile(r"\{(\w+)\}")


class Messages:
    """`sentences`: one a line, with their parts as `{name}`; a line break is written `\\n`."""

    def __init__(self, sentences: Iterable[str]) -> None:
        known = [sentence.replace("\\n", "\n") for sentence in sentences]
        self._whole = {sentence for sentence in known if not _PART.search(sentence)}
        self._made = sorted((sentence for sentence in known if _PART.search(sentence)), key=_letters, reverse=True)

    def translate(self, text: str) -> str:
        """The sentence with the most letters of its own wins; its parts may be sentences, too."""
        if text in self._whole:
            return QCoreApplication.translate(CONTEXT, text)
        for sentence in self._made:
            if _fixed(sentence) in text and (found := re.fullmatch(_pattern(sentence), text, re.DOTALL)):
                return self._filled(QCoreApplication.translate(CONTEXT, sentence), found.groupdict())
        apart = _BETWEEN.split(text)
        return " ".join(self.translate(each) for each in apart) if len(apart) > 1 else text

    def _filled(self, sentence: str, parts: dict[str, str]) -> str:
        return _PART.sub(lambda place: self.translate(parts[place[1]]), sentence)


def _pattern(sentence: str) -> str:
    pieces = _PART.split(sentence)
    return "".join(f"(?P<{piece}>.+?)" if odd % 2 else re.escape(piece) for odd, piece in enumerate(pieces))


def _fixed(sentence: str) -> str:
    """Its longest piece that never changes: to look for that is far cheaper than to compile the pattern."""
    return max(_PART.split(sentence)[::2], key=len)


def _letters(sentence: str) -> int:
    return sum(map(str.isalpha, _PART.sub("", sentence)))
