"""The language of a text, as far as its letters tell."""

import re
from collections.abc import Mapping
from types import MappingProxyType

_SCRIPTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "ru uk be bg sr mk kk ky tg mn": ("ru", r"[\u0400-\u04ff]"),
        "el": ("el", r"[\u0370-\u03ff]"),
        "ar fa ur ps": ("ar", r"[\u0600-\u06ff]"),
        "he yi": ("he", r"[\u0590-\u05ff]"),
        "hi mr ne": ("hi", r"[\u0900-\u097f]"),
        "bn as": ("bn", r"[\u0980-\u09ff]"),
        "ta": ("ta", r"[\u0b80-\u0bff]"),
        "te": ("te", r"[\u0c00-\u0c7f]"),
        "kn": ("kn", r"[\u0c80-\u0cff]"),
        "ml": ("ml", r"[\u0d00-\u0d7f]"),
        "th": ("th", r"[\u0e00-\u0e7f]"),
        "ka": ("ka", r"[\u10a0-\u10ff]"),
        "hy": ("hy", r"[\u0530-\u058f]"),
        "ko": ("ko", r"[\uac00-\ud7af\u1100-\u11ff]"),
        "zh cmn yue ja": ("zh", r"[\u3040-\u30ff\u4e00-\u9fff]"),
    }
)
"""Languages of a script, the one that is taken when nothing else is known, and its letters (Unicode blocks)."""
_SHARPER = (("uk", "[іїєґІЇЄҐ]"), ("fa", "[پچژگ]"), ("ja", r"[\u3040-\u30ff]"))
_LETTER = re.compile(r"[^\W\d_]")


def language_of(text: str, usual: str = "") -> str:
    """`usual`, the user's own language, unless most letters are of a script that is not written in it."""
    letters = len(_LETTER.findall(text))
    for languages, (default, pattern) in _SCRIPTS.items():
        if len(re.findall(pattern, text)) * 2 > letters:
            return usual if usual.partition("-")[0] in languages.split() else _sharper(text, default)
    return usual


def _sharper(text: str, language: str) -> str:
    """Letters that only one of the script's languages has."""
    partners = {"ru": "uk", "ar": "fa", "zh": "ja"}
    found = next((other for other, pattern in _SHARPER if re.search(pattern, text)), "")
    return found if found and partners.get(language) == found else language
