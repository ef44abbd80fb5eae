"""The text of `config.toml` and what it says: pure functions, every problem with its line."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from voiceflow.errors import SettingsError
from voiceflow.settings import Settings, sections
from voiceflow.settings_keys import Key, did_you_mean, keys, shown


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the file that is not as it should be. `line` counts from 1, 0 is the whole file; `key` is empty
    when it is not about one setting."""

    line: int
    key: str
    title: str
    hint: str

    def __str__(self) -> str:
        place = f"line {self.line}: " if self.line else ""
        return f"{place}{self.title}. {self.hint}".rstrip()


def read_values(text: str) -> tuple[dict[str, Any], list[Problem]]:
    """The usable settings by name, and what is wrong with the rest. `SettingsError` when the text does not parse."""
    values: dict[str, Any] = {}
    problems = []
    lines = key_lines(text)
    for name, value in _flat(parsed(text)):
        found = keys().get(name)
        if found and found.accepts(value):
            values[name] = found.checked(value)
        else:
            problems.append(_problem(lines.get(name, 0), name, value, found))
    return values, problems


def with_values(settings: Settings, values: dict[str, Any]) -> Settings:
    """A new object; the one given stays as it is."""
    changed: dict[str, dict[str, Any]] = {}
    for name, value in values.items():
        section, _, entry = name.partition(".")
        changed.setdefault(section, {})[entry] = list(value) if isinstance(value, list) else value
    return replace(
        settings,
        **{name: replace(getattr(settings, name), **changed.get(name, {})) for name in sections()},
    )


def key_lines(text: str) -> dict[str, int]:
    """The line of each setting's first character; of the tables of a list by their number from 0 (`profiles.0.name`),
    and of a table itself. `text` must be valid TOML; its parser gives no lines, so it is asked about one statement
    after another: a statement is the shortest run of lines that parses by itself."""
    found: dict[str, int] = {}
    section = chunk = ""
    start, tables = 1, 0
    for number, line in enumerate(text.splitlines(), 1):
        chunk += line + "\n"
        try:
            statement = list(_paths(tomllib.loads(chunk)))
        except tomllib.TOMLDecodeError:
            continue
        if chunk.lstrip().startswith("[["):
            section = f"{statement[-1]}.{tables}."
            found[section[:-1]] = number
            tables += 1
        elif chunk.lstrip().startswith("["):
            section = statement[-1].replace("profiles.", f"profiles.{tables - 1}.", 1) + "."
        else:
            found.update({section + name: start for name in statement})
        chunk, start = "", number + 1
    return found


def template() -> str:
    """Every setting with its help, commented out at its default."""
    import tomlkit

    lines: list[str] = []
    section = ""
    for found in keys().values():
        group, _, entry = found.name.partition(".")
        if group != section:
            section = group
            lines += ["", f"[{section}]"]
        lines += [f"# {found.help} ({found.allowed})", f"# {entry} = {tomlkit.item(found.default).as_string()}"]
    return "\n".join(lines).lstrip() + "\n"


def parsed(text: str) -> dict[str, Any]:
    """`SettingsError` with the line when it is not valid TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(
            "settings.no_toml",
            f"The settings are not valid TOML: {error}",
            "Correct the file with: voiceflow config edit",
        ) from error


def _flat(table: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Settings have one section each: `a.b`, whatever `b` holds."""
    for section, entries in table.items():
        if isinstance(entries, dict):
            yield from ((f"{section}.{entry}", value) for entry, value in entries.items())
        elif section != "profiles":  # which `settings_profiles` reads
            yield section, entries


def _paths(parsed: dict[str, Any]) -> Iterator[str]:
    for name, value in parsed.items():
        yield name
        if isinstance(value, dict):
            yield from (f"{name}.{rest}" for rest in _paths(value))


def _problem(line: int, name: str, value: Any, found: Key | None) -> Problem:
    if found:
        refusal = found.refusal(value)
        return Problem(line, name, refusal.title, f"{refusal.hint[:-1]}; the default, {shown(found.default)}, is used.")
    return Problem(line, name, f"There is no setting {name}", did_you_mean(name, keys()))
