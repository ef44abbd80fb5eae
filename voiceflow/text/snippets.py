"""A few words that stand for a longer text: `my address => 12 Main Street\\nSpringfield`."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from voiceflow.errors import SettingsError
from voiceflow.text.language import Language
from voiceflow.text.replacements import Replacement, parse
from voiceflow.text.words import split

CARET = "\ue001"
"""Where the cursor is wanted (Unicode, private use area); private to the pipeline."""
CLIPBOARD, SELECTION, _CURSOR = "clipboard", "selection", "cursor"
Beside = Callable[[str], str]
"""What `CLIPBOARD` or `SELECTION` holds; empty where it has no text."""
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
            if found[1] not in _FORMATS and (found[1] not in (CLIPBOARD, SELECTION, _CURSOR) or found[2]):
                raise SettingsError(
                    "text.bad_snippet",
                    f"{entry!r} has the placeholder {found[0]}, which is not known",
                    "There is {date} and {time}, with a format of your own as in {date:%d.%m.%Y}, {clipboard}, "
                    "{selection} and {cursor}.",
                )


def nothing(_: str) -> str:
    """For where there is no desktop."""
    return ""


def expand(
    text: str, snippets: Sequence[Replacement], language: Language, now: dt.datetime, beside: Beside = nothing
) -> str:
    """Where the whole text is the snippet's name, or a word such as `insert` stands before it: within a sentence its
    name may be meant as it is."""
    keys = [word.key for word in split(text)[0] if word.core]
    for snippet in snippets:
        name = snippet.wanted.lower().split()
        if keys == name:
            return _filled(snippet.written, now, beside)
        text = _expand_within(text, name, partial(_filled, snippet.written, now, beside), language)
    return text


def split_caret(text: str) -> tuple[str, str]:
    """The text, and what of it stands behind the cursor that a snippet wants: the last one counts."""
    before, _, behind = text.rpartition(CARET) if CARET in text else (text, "", "")
    return before.replace(CARET, "") + behind, behind


def _expand_within(text: str, name: list[str], written: Callable[[], str], language: Language) -> str:
    if not language.insert or name[0] not in text.lower():
        return text
    before = "|".join(map(re.escape, sorted(language.insert)))
    named = r"\W+".join(map(re.escape, name))
    return re.sub(rf"(?<!\w)(?:{before})\W+{named}(?!\w)", lambda _: written(), text, flags=re.IGNORECASE)


def _filled(written: str, now: dt.datetime, beside: Beside) -> str:
    def value(found: re.Match[str]) -> str:
        if found[1] in _FORMATS:
            return now.strftime(found[2] or _FORMATS[found[1]])
        if found[1] == _CURSOR:
            return CARET
        return beside(found[1]).replace(CARET, "") if found[1] in (CLIPBOARD, SELECTION) else found[0]

    return _PLACEHOLDER.sub(value, written)
