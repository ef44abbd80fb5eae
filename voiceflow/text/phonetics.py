"""What words sound like, by the rules of their language."""

import unicodedata
from functools import lru_cache

_UNMARKED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


def letters(text: str) -> str:
    """Only those, small and without accents: what is left of the spelling where words are only heard."""
    if text.isascii() and text.isalpha():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_UNMARKED))
    return "".join(letter for letter in plain if letter.isalpha())


@lru_cache(maxsize=16_384)
def sound(spelled: str, language_code: str) -> str:
    """The code of its sound: Metaphone for English, Cologne phonetics for German; empty for other languages, of which
    only the spelling is compared. `spelled` as `letters` gives it."""
    if not spelled.isascii():
        return ""
    if language_code == "en":
        import jellyfish

        return str(jellyfish.metaphone(spelled))
    if language_code == "de":
        import cologne_phonetics

        return "".join(code for _, code in cologne_phonetics.encode(spelled))
    return ""
