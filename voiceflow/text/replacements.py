"""What the user wants written instead: `gonna => going to`, `text: ... => ...`, `regex: (\\d+) pct => \\1 %`."""

import functools
import logging
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from voiceflow.errors import SettingsError

log = logging.getLogger(__name__)

TIME_LIMIT_S = 0.05
"""For one pattern and one text: a pattern that backtracks for ever must not hold the words back."""
_ARROW = "=>"
_KINDS = ("word", "text", "regex")
_GROUP = re.compile(r"\\(?:g<(\w+)>|(\d{1,2}))")


@dataclass(frozen=True, slots=True)
class Replacement:
    """`word`: whole words, in any case; `text`: anywhere, as it is; `regex`: a pattern of the library `regex`."""

    kind: str
    wanted: str
    written: str

    def __str__(self) -> str:
        prefix = "" if self.kind == "word" else f"{self.kind}: "
        return f"{prefix}{self.wanted} {_ARROW} {self.written.replace(chr(10), chr(92) + 'n')}"


def parse(entry: str) -> Replacement:
    """`SettingsError` with the place of what is wrong."""
    head, arrow, written = entry.partition(_ARROW)
    kind, colon, wanted = head.partition(":")
    if not colon or kind.strip() not in _KINDS:
        kind, wanted = "word", head
    wanted = wanted.strip()
    if not arrow or not wanted:
        raise SettingsError(
            "text.bad_replacement", f"{entry!r} is no replacement", "Write it as: what is said => what is written"
        )
    written = written.strip().replace("\\n", "\n")
    if kind.strip() == "regex":
        _check_groups(_compiled(wanted), written, entry)
    return Replacement(kind.strip(), wanted, written)


def check(entries: Iterable[str]) -> None:
    """`SettingsError` for the first that is wrong."""
    for entry in entries:
        parse(entry)


def usable(entries: Iterable[str]) -> tuple[Replacement, ...]:
    """Those that are right; the others were told when they were saved, or are when the settings are read."""
    found = []
    for entry in entries:
        try:
            found.append(parse(entry))
        except SettingsError as error:
            log.warning("a replacement is left out: %s", error.code)
    return tuple(found)


def replace(text: str, wanted: Sequence[Replacement]) -> str:
    """One after another, in the user's order; what one wrote the next may change, but none sees its own work."""
    lowered = text.lower()
    for each in wanted:
        if each.kind == "regex":
            text = _replace_pattern(text, each)
            lowered = text.lower()
        elif each.kind == "text":
            text = text.replace(each.wanted, each.written)
            lowered = text.lower()
        elif each.wanted.split()[0].lower() in lowered:
            text = _words(each.wanted).sub(functools.partial(_in_its_case, each.written), text)
            lowered = text.lower()
    return text


def _replace_pattern(text: str, wanted: Replacement) -> str:
    try:
        replaced: str = _compiled(wanted.wanted).sub(wanted.written, text, timeout=TIME_LIMIT_S)
        return replaced
    except TimeoutError:
        log.warning("a pattern took too long and was left out")
        return text


@functools.lru_cache(maxsize=512)
def _words(wanted: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, wanted.split())) + r"(?!\w)", re.IGNORECASE)


def _in_its_case(written: str, found: re.Match[str]) -> str:
    """A capital stays one where the replacement is all in small letters."""
    return written[:1].upper() + written[1:] if found[0][:1].isupper() and written.islower() else written


@functools.lru_cache(maxsize=512)
def _compiled(pattern: str) -> Any:
    import regex

    try:
        return regex.compile(pattern)
    except regex.error as error:
        place = error.pos or 0
        raise SettingsError(
            "text.bad_pattern",
            f"The pattern {pattern!r} is wrong at character {place + 1}: {error.msg}",
            f"Correct it there: {pattern[:place]}▸{pattern[place:]}",
        ) from error


def _check_groups(pattern: Any, written: str, entry: str) -> None:
    for found in _GROUP.finditer(written):
        name = found[1] or found[2]
        known = int(name) <= pattern.groups if name.isdigit() else name in pattern.groupindex
        if not known:
            place = entry.rfind(found[0]) + 1
            raise SettingsError(
                "text.bad_pattern",
                f"{entry!r} is wrong at character {place}: there is no group {name}",
                f"The pattern has {pattern.groups} groups: put what should be kept in parentheses.",
            )
