"""`voiceflow config profiles`: other settings for some windows."""

import json as json_module
from dataclasses import replace
from typing import Annotated, Any

import typer

from voiceflow import profiles
from voiceflow.cli.config import tell_app
from voiceflow.errors import SettingsError
from voiceflow.options import check
from voiceflow.paths import paths
from voiceflow.settings import Profile
from voiceflow.settings_file import SettingsFile
from voiceflow.settings_keys import key, shown
from voiceflow.settings_profiles import in_order, with_profile

app = typer.Typer(help="Other settings for some windows.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(help="The profile's name.")]
Patterns = Annotated[list[str] | None, typer.Option(help="May be given several times; replaces those so far.")]


@app.command("list")
def list_(json: Annotated[bool, typer.Option("--json", help="Machine-readable output.")] = False) -> None:
    """All of them: the first that fits a window counts. Yours come before the built-in ones."""
    settings = _file().settings
    known = profiles.known(settings)
    if json:
        typer.echo(json_module.dumps([_as_json(profile) for profile in known], ensure_ascii=False))
        return
    for profile in known:
        origin = "" if profile in settings.profiles else " (built in)"
        typer.echo(f"{profile.name}{origin}{'' if profile.on else ' (off)'}")
        for line in _told(profile):
            typer.echo(f"    {line}")


@app.command("set")
def set_(
    name: Name,
    app: Patterns = None,
    title: Patterns = None,
    site: Patterns = None,
    vocabulary: Patterns = None,
    change: Annotated[
        list[str] | None, typer.Option("--set", help="Such as text.numbers=digits; an empty value takes it out.")
    ] = None,
) -> None:
    """Make a profile, or change one; a built-in one is copied first. The running app takes it over at once."""
    file = _file()
    profile = _found(file, name) or Profile(name)
    lists = {"app": app, "title": title, "site": site, "vocabulary": vocabulary}
    given: dict[str, Any] = {
        entry: tuple(item for item in values if item) for entry, values in lists.items() if values is not None
    }
    settings = _changed(profile.settings, change or [])
    _save(file, replace(profile, settings=settings, **given))


@app.command()
def on(name: Name) -> None:
    """Use a profile again."""
    _switch(name, True)


@app.command()
def off(name: Name) -> None:
    """Keep a profile, but do not use it."""
    _switch(name, False)


@app.command()
def remove(name: Name) -> None:
    """Take one of yours away. A built-in one of that name counts again."""
    file = _file()
    names = [profile.name for profile in file.settings.profiles]
    if name not in names:
        raise _unknown(name, file)
    file.rewrite(lambda text: in_order(text, [each for each in names if each != name]))
    tell_app()


@app.command()
def first(name: Name) -> None:
    """Put one of yours before all others."""
    file = _file()
    names = [profile.name for profile in file.settings.profiles]
    if name not in names:
        raise _unknown(name, file)
    file.rewrite(lambda text: in_order(text, [name, *(each for each in names if each != name)]))
    tell_app()


@app.command()
def which(
    app: Annotated[str, typer.Argument(help="The program's class or process name, such as xterm.")],
    title: Annotated[str, typer.Option(help="The window's title.")] = "",
) -> None:
    """Print the profile that counts in such a window."""
    profile = profiles.chosen(_file().settings, app, title)
    typer.echo(profile.name if profile else "There is none")


def _file() -> SettingsFile:
    file = SettingsFile(paths().settings_file)
    file.load()
    return file


def _found(file: SettingsFile, name: str) -> Profile | None:
    return next((profile for profile in profiles.known(file.settings) if profile.name == name), None)


def _unknown(name: str, file: SettingsFile) -> SettingsError:
    yours = ", ".join(profile.name for profile in file.settings.profiles)
    hint = f"There is: {yours}" if yours else "You have none yet; the built-in ones can be switched off."
    return SettingsError("settings.no_profile", f"You have no profile {name}", hint)


def _switch(name: str, on: bool) -> None:
    file = _file()
    profile = _found(file, name)
    if profile is None:
        raise _unknown(name, file)
    _save(file, replace(profile, on=on))


def _changed(settings: dict[str, Any], changes: list[str]) -> dict[str, Any]:
    found = dict(settings)
    for change in changes:
        name, equals, value = change.partition("=")
        if not equals:
            raise typer.BadParameter(f"{change} has no =", param_hint="--set")
        found.pop(name.strip(), None)
        if value:
            found[name.strip()] = key(name.strip()).parse(value)
            check(name.strip(), found[name.strip()])
    return found


def _save(file: SettingsFile, profile: Profile) -> None:
    file.rewrite(lambda text: with_profile(text, profile))
    tell_app()


def _told(profile: Profile) -> list[str]:
    lists = {entry: getattr(profile, entry) for entry in ("app", "title", "site", "vocabulary")}
    told = [f"{entry}: {', '.join(items)}" for entry, items in lists.items() if items]
    return told + [f"{name} = {shown(value)}" for name, value in profile.settings.items()]


def _as_json(profile: Profile) -> dict[str, Any]:
    return {
        "name": profile.name,
        "on": profile.on,
        "app": profile.app,
        "title": profile.title,
        "site": profile.site,
        "vocabulary": profile.vocabulary,
        "settings": profile.settings,
    }
