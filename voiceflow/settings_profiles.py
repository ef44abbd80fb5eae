"""The tables `[[profiles]]` of `config.toml`: other settings for some windows. Pure, from text to text."""

from collections.abc import Iterable, Iterator
from typing import Any

from voiceflow.errors import SettingsError
from voiceflow.settings import Profile
from voiceflow.settings_keys import Key, did_you_mean, keys, shown
from voiceflow.settings_toml import Problem, key_lines, parsed

_LISTS = ("app", "title", "site", "vocabulary")
_OWN = ("name", *_LISTS, "on")
_STT = ("language", "languages", "language_per_segment", "prompt", "hotwords")
_NOT = ("insertion.backend", "cleanup.url", "cleanup.language_model")


def may_differ() -> list[Key]:
    """The settings that a profile may change."""
    sections = ("text.", "insertion.", "cleanup.", *(f"stt.{entry}" for entry in _STT))
    return [key for name, key in keys().items() if name.startswith(sections) and name not in _NOT]


def read_profiles(text: str) -> tuple[tuple[Profile, ...], list[Problem]]:
    """Those that can be used, and what is wrong with them. `SettingsError` when the text does not parse."""
    tables = parsed(text).get("profiles", [])
    lines = key_lines(text)
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        hint = "Begin each profile with a line [[profiles]]."
        return (), [Problem(lines.get("profiles", 0), "profiles", "profiles must be a list of tables", hint)]
    found: list[Profile] = []
    problems: list[Problem] = []
    for number, table in enumerate(tables):
        reading = _Reading(f"profiles.{number}", lines)
        profile = reading.profile(table)
        problems += reading.problems
        if profile.name in {known.name for known in found}:
            reading.tell("name", f"There are two profiles {profile.name}", "Give one another name.")
            problems.append(reading.problems[-1])
        elif profile.name:
            found.append(profile)
    return tuple(found), problems


def checked(profile: Profile) -> Profile:
    """`SettingsError` when it cannot be used as it is."""
    if not profile.name.strip():
        raise SettingsError("settings.profile_name", "A profile needs a name")
    allowed = {key.name: key for key in may_differ()}
    for name, value in profile.settings.items():
        if name not in allowed:
            raise SettingsError(
                "settings.not_in_profile", f"A profile cannot change {name}", did_you_mean(name, allowed)
            )
        allowed[name].checked(value)
    return profile


def with_profile(text: str, profile: Profile) -> str:
    """In place of the one with its name, else as the last one. Its table's comments stay."""
    import tomlkit

    checked(profile)
    document = tomlkit.parse(text)
    tables = document.get("profiles")
    if not isinstance(tables, tomlkit.items.AoT):
        tables = document["profiles"] = tomlkit.aot()
        tables = document["profiles"]
    table = next((table for table in tables if table.get("name") == profile.name), None)
    if table is None:
        table = tomlkit.table()
        tables.append(table)
        table = tables[-1]
    _fill(table, profile)
    return tomlkit.dumps(document)


def in_order(text: str, names: Iterable[str]) -> str:
    """The profiles of these names, in this order; others go."""
    import tomlkit

    document = tomlkit.parse(text)
    tables = {table.get("name"): table for table in document.get("profiles", [])}
    ordered = tomlkit.aot()
    for name in names:
        ordered.append(tables[name])
    document.pop("profiles", None)
    if ordered:
        document["profiles"] = ordered
    return tomlkit.dumps(document)


def _fill(table: Any, profile: Profile) -> None:
    """Only what changes is touched."""
    import tomlkit

    wanted: dict[str, Any] = {"name": profile.name}
    wanted |= {entry: list(getattr(profile, entry)) for entry in _LISTS if getattr(profile, entry)}
    if not profile.on:
        wanted["on"] = False
    sections: dict[str, dict[str, Any]] = {}
    for name, value in profile.settings.items():
        section, _, entry = name.partition(".")
        sections.setdefault(section, {})[entry] = value
    for entry in [entry for entry in table if entry not in wanted and entry not in sections]:
        del table[entry]
    for entry, value in wanted.items():
        if table.get(entry) != value:
            table[entry] = value
    for section, entries in sections.items():
        if table.get(section) != entries:
            inline = tomlkit.inline_table()
            inline.update(entries)
            table[section] = inline


class _Reading:
    """One table; `place` is its name in `lines`."""

    def __init__(self, place: str, lines: dict[str, int]) -> None:
        self._place, self._lines = place, lines
        self.problems: list[Problem] = []

    def profile(self, table: dict[str, Any]) -> Profile:
        """Without a name when it cannot be used."""
        name = table.get("name")
        if not isinstance(name, str) or not name.strip():
            self.tell("name", "A profile needs a name", 'Such as name = "Mail". It is not used until then.')
            return Profile("")
        on = table.get("on", True)
        if not isinstance(on, bool):
            self.tell("on", f"on cannot be {shown(on)}", "It must be true or false; true is used.")
        lists = {entry: self._list(entry, table[entry]) for entry in _LISTS if entry in table}
        settings = dict(self._settings({entry: value for entry, value in table.items() if entry not in _OWN}))
        return Profile(name, on=on is not False, settings=settings, **lists)

    def tell(self, entry: str, title: str, hint: str) -> None:
        name = f"{self._place}.{entry}"
        line = self._lines.get(name) or self._lines.get(name.rpartition(".")[0]) or self._lines.get(self._place, 0)
        self.problems.append(Problem(line, name, title, hint))

    def _list(self, entry: str, value: Any) -> tuple[str, ...]:
        items = [value] if isinstance(value, str) else value
        if isinstance(items, list) and all(isinstance(item, str) for item in items):
            return tuple(item.strip() for item in items if item.strip())
        self.tell(entry, f"{entry} cannot be {shown(value)}", 'It must be a list of texts, such as ["xterm"].')
        return ()

    def _settings(self, table: dict[str, Any]) -> Iterator[tuple[str, Any]]:
        allowed = {key.name: key for key in may_differ()}
        for section, entries in table.items():
            flat = entries if isinstance(entries, dict) else {"": entries}
            for entry, value in flat.items():
                name = f"{section}.{entry}".rstrip(".")
                found = allowed.get(name)
                if found is None:
                    hint = did_you_mean(name, [*allowed, *_OWN])
                    self.tell(name, f"A profile cannot change {name}", hint)
                elif not found.accepts(value):
                    refusal = found.refusal(value)
                    self.tell(name, refusal.title, f"{refusal.hint[:-1]}; it is not changed.")
                else:
                    yield name, found.checked(value)
