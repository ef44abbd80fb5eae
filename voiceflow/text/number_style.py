"""How a language writes a number."""

from voiceflow.text.language import Language
from voiceflow.text.numbers import MILLION, Number

_GROUPED_FROM = 10_000


def grouped(number: Number, language: Language) -> str:
    """Thousands apart from 10,000 on; four digits may be a year."""
    mark = language.numbers.get("thousands_mark", "")
    if not number.spoken or not number.is_whole or number.value < _GROUPED_FROM:
        return number.digits
    return f"{int(number.value):,}".replace(",", mark)


def rounded(number: Number, language: Language) -> str:
    """`2.3 million` where nothing smaller was said."""
    names = language.numbers.get("millions", {})
    if not number.spoken or not number.is_whole or not names or number.value < MILLION:
        return grouped(number, language)
    for least, unit in ((1000 * MILLION, "billion"), (MILLION, "million")):
        if number.value >= least and number.value % (least // 10) == 0:
            count = f"{number.value / least:.10g}".replace(".", language.numbers["decimal_mark"])
            return f"{count} {names[unit] if number.value == least else names[unit + 's']}"
    return grouped(number, language)


def ordinal(number: Number, language: Language) -> str:
    value = int(number.value)
    if language.code != "en":
        return f"{value}."
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"
