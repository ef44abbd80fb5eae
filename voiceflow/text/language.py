"""What the rules know of a language: one file each, `resources/text/<code>.toml`, so that a language is a file."""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from voiceflow.paths import resources_folder

Phrase = tuple[str, ...]

_TEXTS = ("decimal_mark", "thousands_mark", "hour_word")


@dataclass(frozen=True, slots=True)
class Command:
    """A spoken mark or layout. `kind`: `mark`, `opening`, `closing`, `break`, `joiner`, `capitals`. `sure` commands
    count wherever they are no noun; others need more evidence."""

    say: Phrase
    write: str
    kind: str
    sure: bool = True
    not_after: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Language:
    """All words in lower case; empty tables switch their rules off."""

    code: str
    fillers: frozenset[str] = frozenset()
    doubled: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    literal: frozenset[str] = frozenset()
    insert: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    adjective_endings: tuple[str, ...] = ()
    nouns_before: frozenset[str] = frozenset()
    nouns_maybe: frozenset[str] = frozenset()
    nouns_after: frozenset[str] = frozenset()
    denials: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    lowered: frozenset[str] = frozenset()
    capitals: frozenset[str] = frozenset()
    commands: dict[str, tuple[Command, ...]] = field(default_factory=dict)
    numbers: dict[str, Any] = field(default_factory=dict)
    editing: dict[Phrase, str] = field(default_factory=dict)
    correcting: tuple[tuple[Phrase, Phrase], ...] = ()
    invented: frozenset[str] = frozenset()
    sounds: frozenset[str] = frozenset()


@cache
def language(code: str) -> Language:
    """Of a code such as `en` or `de-AT`. Without a file: a language of which nothing is known."""
    short = code.split("-")[0].lower()
    path = resources_folder() / "text" / f"{short}.toml"
    if not short.isalpha() or not path.is_file():
        return Language(short)
    return _read(short, tomllib.loads(path.read_text("utf-8")))


def _read(code: str, table: dict[str, Any]) -> Language:
    context = table.get("context", {})
    return Language(
        code,
        fillers=_set(table, "fillers"),
        doubled=_set(table, "doubled"),
        openers=_set(context, "openers"),
        naming=_set(context, "naming"),
        literal=_set(table, "literal"),
        insert=_set(table, "insert"),
        articles=_set(context, "articles"),
        determiners=_set(context, "determiners"),
        adjectives=_set(context, "adjectives"),
        adjective_endings=tuple(context.get("adjective_endings", ())),
        nouns_before=_set(context, "nouns_before"),
        nouns_maybe=_set(context, "nouns_maybe"),
        nouns_after=_set(context, "nouns_after"),
        denials=_set(context, "denials"),
        starters=_set(context, "starters"),
        lowered=_set(table.get("joins", {}), "lowered"),
        capitals=_set(table.get("joins", {}), "capitals"),
        commands=_commands(table.get("command", [])),
        numbers={name: _number_entry(name, value) for name, value in table.get("numbers", {}).items()},
        editing={tuple(said.split()): what for what, many in table.get("editing", {}).items() for said in many},
        correcting=tuple(map(_around, table.get("correcting", {}).get("say", ()))),
        sounds=_set(table, "sounds"),
        invented=frozenset(table.get("invented", ())),
    )


def _around(phrase: str) -> tuple[Phrase, Phrase]:
    """The words before the first star, and those before the second."""
    begin, between, _ = phrase.split("*")
    return tuple(begin.split()), tuple(between.split())


def _number_entry(name: str, value: Any) -> Any:
    """Words become a set, lists phrases, `units` and `idioms` phrases by their first word."""
    if isinstance(value, str) and name not in _TEXTS:
        return frozenset(value.split())
    if isinstance(value, list):
        return tuple(tuple(phrase.split()) for phrase in value)
    if name not in ("units", "idioms"):
        return value
    found: dict[str, list[tuple[Phrase, str]]] = {}
    for said, how in value.items():
        phrase = tuple(said.split())
        found.setdefault(phrase[0], []).append((phrase, how))
    return found


def _commands(entries: list[dict[str, Any]]) -> dict[str, tuple[Command, ...]]:
    """By the first word, longest first."""
    found: dict[str, list[Command]] = {}
    for entry in entries:
        for said in entry["say"]:
            phrase = tuple(said.split())
            command = Command(
                phrase,
                entry["write"],
                entry["kind"],
                entry.get("sure", True),
                _set(entry, "not_after"),
                _set(entry, "not_before"),
            )
            found.setdefault(phrase[0], []).append(command)
    return {first: tuple(sorted(many, key=lambda c: -len(c.say))) for first, many in found.items()}


def _set(table: dict[str, Any], name: str) -> frozenset[str]:
    words = table.get(name, ())
    return frozenset(words.split() if isinstance(words, str) else words)
