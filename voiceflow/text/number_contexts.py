"""What a number counts, and how that is written: times, dates, money, shares, measures, telephone numbers, places in an
order. Each context looks at the words around and answers with how far it reaches, or with None."""

from collections.abc import Callable

from voiceflow.text.number_style import grouped, ordinal, rounded
from voiceflow.text.numbers import TEN, Number, Sentence
from voiceflow.text.words import starts_sentence

Written = tuple[int, str]

_LEAST_PHONE_DIGITS = 7
_LEAST_CODE_DIGITS = 4
_CENTURIES = (19, 20)
_OLDER_CENTURIES = (15, 16, 17, 18)


def written(sentence: Sentence, at: int, mode: str) -> Written:
    """Where the number that begins at `at` ends, with what is written for it; `at` itself where nothing changes."""
    idiom = _idiom(sentence, at)
    if idiom:
        return idiom
    number, begin = sentence.numbers.get(at), at
    sign = sentence.table("signs").get(sentence.key(at), "")
    if number is None and sign and (found := sentence.following(at + 1)) and not sentence.words[at].trail:
        number, begin = found, at + 1
    elif number is None:
        return _absorbed_article(sentence, at)
    else:
        sign = ""
    for context in _CONTEXTS:
        result = context(sentence, number, mode)
        if result and (not sign or context in _SIGNED[sign]):
            return result[0], sign + result[1]
    return (at, "") if sign or begin != at else _plain(sentence, number, mode) or (at, "")


def _idiom(sentence: Sentence, at: int) -> Written | None:
    length, how = sentence.phrase(at, "idioms")
    if not length:
        return None
    words = sentence.words[at : at + length]
    return at + length, how or "".join((word.gap if i else "") + word.core for i, word in enumerate(words))


def _absorbed_article(sentence: Sentence, at: int) -> Written:
    """`a hundred and five` is 105."""
    number = sentence.following(at + 1)
    scales = sentence.words_of("scales")
    if number and sentence.key(at) in sentence.words_of("one_of_scale") and sentence.key(at + 1) in scales:
        before = sentence.key(at - 1)
        if number.end - number.begin > 1 and before not in sentence.words_of("half"):
            return number.end, grouped(number, sentence.language)
    return at, ""


def _phone(sentence: Sentence, number: Number, mode: str) -> Written | None:
    """Digits said one by one."""
    digits, at = "", number.begin
    while True:
        found = sentence.numbers.get(at) if at == number.begin else sentence.following(at)
        if found and found.spoken and found.is_whole and (found.value < TEN or found.digits[0] == "0"):
            digits, at = digits + found.digits, found.end
        elif digits and sentence.said(at) in sentence.words_of("spoken_zero"):
            digits, at = digits + "0", at + 1
        else:
            break
    least = _LEAST_CODE_DIGITS if mode == "digits" else _LEAST_PHONE_DIGITS
    return (at, digits) if len(digits) >= least else None


def _time(sentence: Sentence, number: Number, mode: str) -> Written | None:
    if not number.is_whole or number.value > 24:
        return None
    clock = sentence.words_of("clock")
    if sentence.said(number.end) in clock:
        return _clock(sentence, number)
    end, time = number.end, number.digits
    if found := _minutes(sentence, number.end):
        end, time = found[0], f"{number.digits}:{found[1]:02}"
    half_day = _says(sentence, end, "half_days") and not (sentence.said(end) == "am" and sentence.said(end + 1) == "i")
    at_time = end > number.end and sentence.said_before(number.begin) in sentence.words_of("before_time")
    return (end, time) if number.value <= 12 and (half_day or at_time) else None


def _minutes(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """`thirty`, `oh five`."""
    zero = sentence.said(at) in sentence.words_of("spoken_zero")
    minutes = sentence.following(at + zero)
    if minutes is None or not minutes.is_whole or not (minutes.value < TEN if zero else _is_minute(minutes)):
        return None
    return minutes.end, int(minutes.value)


def _is_minute(number: Number) -> bool:
    return (TEN <= number.value < 60) or (number.digits[0] == "0" and number.value < TEN)


def _clock(sentence: Sentence, hour: Number) -> Written:
    """`five o'clock`; `acht Uhr dreißig`, but not `acht Uhr drei Leute`."""
    word = sentence.words[hour.end].core
    minutes = sentence.following(hour.end + 1)
    if "hour_word" not in sentence.language.numbers or minutes is None or not _is_minute(minutes):
        return hour.end + 1, f"{hour.digits} {word}"
    behind = sentence.words[minutes.end] if minutes.end < len(sentence.words) else None
    if behind and behind.is_capitalised and not sentence.words[minutes.end - 1].trail:
        return hour.end + 1, f"{hour.digits} {word}"
    return minutes.end, f"{hour.digits}:{int(minutes.value):02} {word}"


def _date(sentence: Sentence, number: Number, mode: str) -> Written | None:
    """`May fifth`, `the fifth of May`, `dritter Mai`."""
    if not 1 <= number.value <= 31 or not number.spoken:
        return None
    months = sentence.words_of("months")
    if not number.ordinal:
        return None
    day = str(int(number.value))
    if sentence.language.code == "de":
        return (number.end, f"{day}.") if sentence.said(number.end) in months else None
    of_month = sentence.said(number.end) == "of" and _is_month(sentence, number.end + 1)
    if of_month:
        return number.end, ordinal(number, sentence.language)
    if sentence.said_before(number.begin) in months and _is_month(sentence, number.begin - 1):
        year = _year_after(sentence, number.end)
        return (year[0], f"{day}, {year[1]}") if year else (number.end, day)
    return None


def _year_after(sentence: Sentence, at: int) -> Written | None:
    year = sentence.following(at)
    if year and year.is_whole and 1000 <= year.value < 2200:
        return year.end, year.digits
    return _year(sentence, year, "") if year else None


def _is_month(sentence: Sentence, at: int) -> bool:
    return sentence.key(at) in sentence.words_of("months") and sentence.words[at].is_capitalised


def _year(sentence: Sentence, number: Number, mode: str) -> Written | None:
    """`nineteen ninety nine`, `twenty twenty four`, `nineteen oh five`."""
    if not number.is_whole or not number.spoken or number.value not in (*_CENTURIES, *_OLDER_CENTURIES):
        return None
    if number.value in _OLDER_CENTURIES and sentence.said_before(number.begin) not in sentence.words_of("before_year"):
        return None
    rest, zero = sentence.following(number.end), ""
    if rest is None and sentence.said(number.end) in sentence.words_of("spoken_zero"):
        rest, zero = sentence.following(number.end + 1), "0"
    if rest is None or not rest.is_whole or not rest.spoken or (rest.value >= TEN) == bool(zero) or rest.value > 99:
        return None
    if sentence.said(rest.end) in sentence.words_of("no_year_before") or sentence.following(rest.end):
        return None
    return rest.end, f"{number.digits}{zero}{int(rest.value)}"


def _money(sentence: Sentence, number: Number, mode: str) -> Written | None:
    if number.ordinal or _is_article(sentence, number):
        return None
    sign = sentence.table("currencies").get(sentence.said(number.end))
    if not sign:
        return None
    end, amount = number.end + 1, rounded(number, sentence.language)
    cents = _cents(sentence, end, number)
    if cents:
        end, amount = cents[0], f"{number.digits}{sentence.language.numbers['decimal_mark']}{cents[1]:02}"
    return end, (sign + amount if sentence.language.numbers["sign_first"] else f"{amount} {sign}")


def _cents(sentence: Sentence, at: int, number: Number) -> tuple[int, int] | None:
    """`and fifty cents`; `fünf Euro fünfzig` needs no more."""
    says_and = sentence.said(at) in sentence.words_of("joined_by")
    cents = sentence.following(at + says_and)
    if cents is None or not cents.is_whole or not number.is_whole or not 1 <= cents.value <= 99:
        return None
    if sentence.said(cents.end) in sentence.words_of("cents"):
        return cents.end + 1, int(cents.value)
    bare = sentence.language.code == "de" and cents.value >= TEN and not says_and
    behind = sentence.words[cents.end] if cents.end < len(sentence.words) else None
    apart = behind is None or bool(sentence.words[cents.end - 1].trail) or behind.core.islower()
    return (cents.end, int(cents.value)) if bare and apart else None


def _share(sentence: Sentence, number: Number, mode: str) -> Written | None:
    if number.ordinal or _is_article(sentence, number) or sentence.said_before(number.begin) == "the":
        return None
    length = _says(sentence, number.end, "percent")
    space = "" if sentence.language.numbers.get("sign_first") else " "
    return (number.end + length, f"{rounded(number, sentence.language)}{space}%") if length else None


def _measure(sentence: Sentence, number: Number, mode: str) -> Written | None:
    if number.ordinal or _is_article(sentence, number):
        return None
    length, symbol = sentence.phrase(number.end, "units") if sentence.said(number.end) else (0, "")
    space = "" if symbol == "°" else " "
    return (number.end + length, f"{grouped(number, sentence.language)}{space}{symbol}") if length else None


def _order(sentence: Sentence, number: Number, mode: str) -> Written | None:
    """`twenty first` in English; a fraction (`one twentieth`) stays."""
    least = 3 if mode == "digits" else TEN
    if not number.ordinal or sentence.language.code != "en" or number.value < least:
        return None
    if sentence.said_before(number.begin) in ("one", "a") or _ends_number(sentence, number.begin):
        return None
    return number.end, ordinal(number, sentence.language)


def _plain(sentence: Sentence, number: Number, mode: str) -> Written | None:
    if number.ordinal or not number.spoken or number.value == 1:
        return None
    if number.is_decimal:
        return number.end, number.digits
    if mode == "from_ten" and (number.value < TEN or number.digits[0] == "0" or _is_doubtful(sentence, number)):
        return None
    if sentence.said(number.end) in sentence.words_of("joined_by") and _says(sentence, number.end + 1, "fractions"):
        return None
    return number.end, rounded(number, sentence.language)


def _is_doubtful(sentence: Sentence, number: Number) -> bool:
    """It begins a sentence, stands beside another number, or beside one that stays a word (`nine or ten`)."""
    words = sentence.words
    if words[number.begin].is_capitalised and starts_sentence(words, number.begin) and len(words) > number.end:
        return True
    if sentence.following(number.end) or _ends_number(sentence, number.begin):
        return True
    links = sentence.words_of("links")
    after = sentence.following(number.end + 1) if sentence.said(number.end) in links else None
    small_after = after and after.spoken and after.value < TEN and not after.ordinal
    small_before = sentence.said_before(number.begin) in links and _ends_number(sentence, number.begin - 1, TEN)
    return bool(small_after or small_before)


def _ends_number(sentence: Sentence, at: int, below: float = float("inf")) -> bool:
    """Whether a number ends right before the word at `at`."""
    if at < 1 or sentence.words[at - 1].trail:
        return False
    near = (sentence.numbers.get(begin) for begin in range(max(0, at - 6), at))
    return any(found and found.end == at and found.value < below for found in near)


def _is_article(sentence: Sentence, number: Number) -> bool:
    """`ein Euro`: as likely `a` as `1`."""
    return number.value == 1 and number.spoken and sentence.key(number.begin) in sentence.language.articles


def _says(sentence: Sentence, at: int, name: str) -> int:
    """How many words of one of these phrases stand there."""
    first = sentence.said(at)
    for keys in sentence.language.numbers.get(name, ()):
        if first == keys[0] and all(sentence.said(at + i) == key for i, key in enumerate(keys)):
            return len(keys)
    return 0


Context = Callable[[Sentence, Number, str], Written | None]
_SIGNED: dict[str, tuple[Context, ...]] = {"+": (_phone,), "-": (_share, _measure)}
_CONTEXTS: tuple[Context, ...] = (_phone, _time, _date, _year, _money, _share, _measure, _order)
