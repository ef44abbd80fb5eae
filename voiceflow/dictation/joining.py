"""Windows of a dictation become one text."""

from collections.abc import Sequence

_NO_SPACES = frozenset({"zh", "yue", "ja", "th", "lo", "my", "km", "bo"})
"""Whisper's languages that are written without spaces between words."""


def concatenate(texts: Sequence[str], language: str) -> str:
    """Windows cut at pauses, in order."""
    separator = "" if language in _NO_SPACES else " "
    return separator.join(text for text in (text.strip() for text in texts) if text)
