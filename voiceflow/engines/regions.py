"""Languages with the region that services want to hear of: the one with the most speakers (Unicode CLDR, likely
subtags)."""

_REGIONS = {
    "ar": "EG", "bg": "BG", "bn": "BD", "ca": "ES", "cs": "CZ", "da": "DK", "de": "DE", "el": "GR", "en": "US",
    "es": "ES", "et": "EE", "fa": "IR", "fi": "FI", "fr": "FR", "he": "IL", "hi": "IN", "hr": "HR", "hu": "HU",
    "id": "ID", "it": "IT", "ja": "JP", "kk": "KZ", "ko": "KR", "lt": "LT", "lv": "LV", "ms": "MY", "nl": "NL",
    "no": "NO", "pl": "PL", "pt": "BR", "ro": "RO", "ru": "RU", "sk": "SK", "sl": "SI", "sr": "RS", "sv": "SE",
    "ta": "IN", "th": "TH", "tr": "TR", "uk": "UA", "ur": "PK", "uz": "UZ", "vi": "VN", "zh": "CN",
}  # fmt: skip


def with_region(language: str, preferred: str = "") -> str:
    """`de` -> `de-DE`; `preferred` (`de-AT`) where it is of the same language, and where `language` is empty."""
    plain = language.partition("-")[0].lower()
    if not language or (plain == language and preferred.partition("-")[0].lower() == plain):
        return preferred
    return language if "-" in language else f"{plain}-{_REGIONS[plain]}" if plain in _REGIONS else language
