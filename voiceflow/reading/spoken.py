"""Text as one would read it aloud: without the marks that only the eye needs."""

import re
import unicodedata

_LINK = re.compile(r"!?\[([^\]]+)\]\([^)\s]*\)")
_ADDRESS = re.compile(r"\b(?:https?|ftp)://(?:www\.)?([^\s/?#<>()]+)[^\s<>()]*?(?=[.,;:!?]*(?:[\s<>()]|$))")
_EMPHASIS = re.compile(r"(?<!\w)([*_]{1,3}|`+|~~)(?=\S)(.+?)(?<=\S)\1(?!\w)")
_LINE_MARK = re.compile(r"^\s*(?:#{1,6}|>+|[-*+•‣◦–])\s+")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_RULE = re.compile(r"([-=_*~#.·])\1{3,}")
_NAME_IN_CODE = re.compile(r"(?<=\w)_+(?=\w)")
_SPACES = re.compile(r"\s+")
_SHY = "\u00ad\u200b\ufeff"


def spoken(text: str) -> str:
    """One line: of addresses the host, of links the words, of Markdown and HTML what they show."""
    text = unicodedata.normalize("NFC", text).translate(dict.fromkeys(map(ord, _SHY)))
    text = _LINE_MARK.sub("", _TAG.sub(" ", text))
    text = _ADDRESS.sub(r"\1", _LINK.sub(r"\1", text))
    text = _EMPHASIS.sub(r"\2", text)
    text = _NAME_IN_CODE.sub(" ", _RULE.sub(" ", text))
    return _SPACES.sub(" ", text).strip()


def speakable(text: str) -> bool:
    """Whether there is anything to say: a letter, a digit, a symbol that has a name."""
    return any(unicodedata.category(character)[0] in "LNS" for character in text)
