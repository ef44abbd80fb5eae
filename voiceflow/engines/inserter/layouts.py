"""Which language people mostly write on a keyboard layout."""

_LANGUAGES = {
    "us": "en", "gb": "en", "ie": "en", "au": "en", "nz": "en", "at": "de", "ch": "de", "latam": "es", "br": "pt",
    "be": "nl", "ca": "fr", "cz": "cs", "dk": "da", "gr": "el", "ua": "uk", "jp": "ja", "kr": "ko", "cn": "zh",
    "tw": "zh", "se": "sv", "il": "he", "ara": "ar", "ir": "fa", "in": "hi", "rs": "sr", "si": "sl", "ee": "et",
    "vn": "vi", "by": "be", "kz": "kk", "ge": "ka", "am": "hy", "al": "sq", "ba": "bs",
}  # fmt: skip
_NAMED_SO = "de es fr it pt nl pl ru ro hu fi is lt lv sk hr bg mk tr az th mt no"
_OWN = frozenset(_NAMED_SO.split())


def language_of(layout: str) -> str:
    """`layout` as in xkeyboard-config's `rules/base.lst`; empty where it is used for many languages or not known."""
    return layout if layout in _OWN else _LANGUAGES.get(layout, "")
