"""A few words that stand for a longer text: `my address => 12 Main Street\\nSpringfield`."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from voiceflow.errors import SettingsError
from voiceflow.text.language import Language
from voiceflow.text.replacements import Replacement, parse
from voiceflow.text.words import split

_PLACEHOLDER = re.compile(r"\{(\w*)(?::([^{}]*))?\}")
_FORMATS = {"date": "%Y-%m-%d", "time": "%H:%M"}


def check(entries: Iterable[str]) -> None:
    """`SettingsError` for the first that is wrong, or that has a placeholder which nobody could fill."""
    for entry in entries:
        snippet = parse(entry)
        if snippet.kind != "word":
            raise SettingsError(
                "text.bad_snippet", f"{entry!r} is no snippet", "Write it as: what is said => the whole text"
            )
        for found in _PLACEHOLDER.finditer(snippet.written):
            if found[1] not in _FORMATS:
                raise SettingsError(
                    "text.bad_snippet",
                    f"{entry!r} has the placeholder {found[0]}, which is not known",
                    "There is {date} and {time}, with a format of your own as in {date:%d.%m.%Y}.",
                )


def expand(text: str, snippets: Sequence[Replacement], language: Language, now: dt.datetime) -> str:
    """Where the whole text is the snippet's name, or a word such as `insert` stands before it: within a sentence its
    name may be meant as it is."""
    keys = [word.key for word in split(text)[0] if word.core]
    for snippet in snippets:
        name = snippet.wanted.lower().split()
        if keys == name:
            return _filled(snippet.written, now)
        text = _expand_within(text, name, _filled(snippet.written, now), language)
    return text


def _expand_within(text: str, name: list[str], written: str, language: Language) -> str:
    if not language.insert or name[0] not in text.lower():
        return text
    before = "|".join(map(re.escape, sorted(language.insert)))
    named = r"\W+".join(map(re.escape, name))
    return re.sub(rf"(?<!\w)(?:{before})\W+{named}(?!\w)", lambda _: written, text, flags=re.IGNORECASE)


def _filled(written: str, now: dt.datetime) -> str:
    return _PLACEHOLDER.sub(
        lambda found: now.strftime(found[2] or _FORMATS[found[1]]) if found[1] in _FORMATS else found[0], written
    )
