"""`voiceflow replacements` and `voiceflow snippets`: the user's own wordings."""

import json as json_module
from typing import Annotated

import typer

from voiceflow.cli.config import tell_app
from voiceflow.errors import SettingsError
from voiceflow.paths import paths
from voiceflow.settings_file import SettingsFile
from voiceflow.text.checks import CHECKS
from voiceflow.text.replacements import Replacement, parse

replacements = typer.Typer(help="What is written instead of what was said.", no_args_is_help=True)
snippets = typer.Typer(help="Names that stand for longer texts.", no_args_is_help=True)

Json = Annotated[bool, typer.Option("--json", help="Machine-readable output.")]
Said = Annotated[str, typer.Argument(metavar="SAID", help="What is said.")]
Written = Annotated[str, typer.Argument(metavar="WRITTEN", help=r"What is written; \n is a line break.")]
Kind = Annotated[
    str, typer.Option("--kind", help="word: whole words in any case; text: anywhere, as it is; regex: a pattern.")
]


@replacements.command("list")
def list_replacements(json: Json = False) -> None:
    """All of them, in the order in which they work."""
    _list("text.replacements", json)


@replacements.command("add")
def add_replacement(said: Said, written: Written, kind: Kind = "word") -> None:
    """Add one, or change what is written for it. The running app takes it over at once."""
    if kind not in ("word", "text", "regex"):
        raise typer.BadParameter("there is word, text and regex", param_hint="--kind")
    _add("text.replacements", Replacement(kind, said, written))


@replacements.command("remove")
def remove_replacement(said: Said) -> None:
    """Take one away."""
    _remove("text.replacements", said)


@snippets.command("list")
def list_snippets(json: Json = False) -> None:
    """All of them."""
    _list("text.snippets", json)


@snippets.command("add")
def add_snippet(said: Said, written: Written) -> None:
    """Add one. {date}, {time}, {clipboard}, {selection} are filled in when it is said, {cursor} is where the cursor
    goes. Say its name alone, or `insert` before it."""
    _add("text.snippets", Replacement("word", said, written))


@snippets.command("remove")
def remove_snippet(said: Said) -> None:
    """Take one away."""
    _remove("text.snippets", said)


def _list(setting: str, json: bool) -> None:
    entries = _file().get(setting)
    typer.echo(json_module.dumps(entries, ensure_ascii=False) if json else "\n".join(entries or ["There are none yet"]))


def _add(setting: str, added: Replacement) -> None:
    file = _file()
    kept = [entry for entry in file.get(setting) if _said(entry) != added.wanted.lower()]
    CHECKS[setting]([str(added)])
    _save(file, setting, [*kept, str(added)])


def _remove(setting: str, said: str) -> None:
    file = _file()
    entries = file.get(setting)
    kept = [entry for entry in entries if _said(entry) != said.lower()]
    if len(kept) == len(entries):
        raise SettingsError("text.no_such_phrase", f"There is none for {said!r}", "See all of them with: list")
    _save(file, setting, kept)


def _said(entry: str) -> str:
    """As it is, where it is no replacement at all."""
    try:
        return parse(entry).wanted.lower()
    except SettingsError:
        return entry.lower()


def _file() -> SettingsFile:
    file = SettingsFile(paths().settings_file)
    file.load()
    return file


def _save(file: SettingsFile, setting: str, entries: list[str]) -> None:
    file.set(setting, entries)
    file.save()
    tell_app()
