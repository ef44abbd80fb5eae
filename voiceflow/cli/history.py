"""`voiceflow history`: what was said, found again."""

import dataclasses
import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from voiceflow.cli import history_changes
from voiceflow.cli.history_changes import Json, Some, Which, Yes
from voiceflow.cli.history_words import (
    agrees,
    earlier_record,
    number,
    show_earlier,
    show_facts,
    show_many,
    show_statistics,
    statistics_record,
    tell,
)
from voiceflow.errors import HistoryError

if TYPE_CHECKING:
    from voiceflow.core import Core
    from voiceflow.history.queries import Conditions
    from voiceflow.history.records import Dictation

app = typer.Typer(help="What was said: the encrypted history.", no_args_is_help=True)
for change in history_changes.COMMANDS:
    app.command()(change)

Limit = Annotated[int, typer.Option("--limit", "-n", min=1, help="At most this many.")]
App = Annotated[str | None, typer.Option("--app", help="Only what was dictated into this program.")]
Since = Annotated[dt.datetime | None, typer.Option("--since", help="Only from then on, local time.")]
Only = Annotated[
    list[str] | None,
    typer.Option(
        "--only", help="Only these: starred, model=NAME, state=STATE, before=DATE. May be given several times."
    ),
]


@app.command("list")
def list_dictations(
    limit: Limit = 20, app_name: App = None, since: Since = None, only: Only = None, state: str = "", json: Json = False
) -> None:
    """The latest dictations, newest first."""
    from voiceflow.core import Core

    wanted = _conditions(app_name, since, [*(only or ()), *([f"state={state}"] if state else [])])
    with Core() as core:
        found = core.history.rows(core.history.numbers(wanted, limit))
        total = core.history.count()
    show_many(found, json)
    if not json and len(found) < total and sys.stdout.isatty():
        typer.echo(f"{len(found)} of {total}", err=True)


@app.command()
def search(
    words: list[str],
    limit: Limit = 20,
    app_name: App = None,
    since: Since = None,
    only: Only = None,
    json: Json = False,
) -> None:
    """Dictations with all of these words; of the last one the beginning is enough. Best first."""
    from voiceflow.core import Core

    wanted = dataclasses.replace(_conditions(app_name, since, only), words=" ".join(words))
    with Core() as core:
        found = core.history.rows(core.history.numbers(wanted, limit)) if wanted.words.strip() else []
    show_many(found, json)


@app.command()
def show(which: Which = "last", json: Json = False) -> None:
    """Everything about one dictation."""
    from voiceflow.core import Core
    from voiceflow.history.export import as_record
    from voiceflow.text.trace import reasons

    with Core() as core:
        dictation = core.history.find(which)
        record = as_record(dictation) | {"sound_s": round(len(core.history.audio(dictation.id)) / 32_000, 3)}
        earlier = core.history.earlier_texts(dictation.id)
    if json:
        tell(record | {"earlier_texts": [earlier_record(each) for each in earlier]})
        return
    text, raw_text = record.pop("text"), record.pop("raw_text")
    show_facts(record)
    typer.echo(f"\n{text}")
    if raw_text != text:
        typer.echo(f"\nAs recognized:\n{raw_text}")
    why = reasons(dictation.raw_text, ((step.rule, step.text) for step in dictation.trace))
    if why:
        typer.echo("\nWhy it says that:")
        for reason in why:
            typer.echo(f"- {reason}")
    show_earlier(earlier)


@app.command()
def stats(app_name: App = None, since: Since = None, only: Only = None, json: Json = False) -> None:
    """Words, minutes and the time saved, in all, by program and by day."""
    from voiceflow.core import Core

    with Core() as core:
        found = core.history.statistics(_conditions(app_name, since, only))
    if json:
        tell(statistics_record(found))
    else:
        show_statistics(found)


@app.command()
def export(
    ids: Some = None,
    kind: Annotated[str, typer.Option("--format", "-f", help="txt, md, json, csv, srt, or wav for the sound.")] = "txt",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file; for wav of several, a folder.")] = None,
    since: Since = None,
    app_name: App = None,
    only: Only = None,
) -> None:
    """Write dictations, oldest first, to a file or to stdout. What is written is no longer encrypted."""
    from voiceflow.core import Core
    from voiceflow.history.export import FORMATS
    from voiceflow.history.export_file import read, write

    if kind not in (*FORMATS, "wav"):
        raise typer.BadParameter(f"there is {', '.join(FORMATS)} and wav", param_hint="--format")
    wanted = _conditions(app_name, since, only)
    with Core() as core:
        chosen = history_changes.numbers_of(core, ids) if ids else core.history.numbers(wanted)[::-1]
        if kind == "wav":
            _export_sound(core, core.history.rows(chosen), output)
        elif output:
            write(core.history, chosen, kind, output)
        else:
            for piece in FORMATS[kind](read(core.history, chosen)):
                typer.echo(piece, nl=False)
    if output:
        typer.echo(f"{number(len(chosen))} in {output}, readable by whoever can read that file", err=True)


@app.command()
def rekey(
    storage: Annotated[str, typer.Option(help="keyring, file or passphrase; without it: where the key is now.")] = "",
    json: Json = False,
) -> None:
    """Encrypt the history with a new key. Quit the app before; a crash in between does no harm."""
    from voiceflow.core import Core

    if storage not in ("", "keyring", "file", "passphrase"):
        raise typer.BadParameter("there is keyring, file and passphrase", param_hint="--storage")
    with Core() as core:
        place = core.history.rekey(storage)
    if json:
        tell({"key_storage": place})
    else:
        typer.echo(f"The history has a new key; it is kept in: {place}")


@app.command()
def repair(json: Json = False) -> None:
    """Save what can be read of a damaged history. The damaged file is kept beside it."""
    from voiceflow.core import Core

    with Core() as core:
        rescued = core.repair_history()
    if json:
        tell(dataclasses.asdict(rescued) | {"set_aside": str(rescued.set_aside)})
        return
    typer.echo(f"Saved: {number(rescued.saved)}; without some of the sound: {rescued.incomplete}; lost: {rescued.lost}")
    typer.echo(f"The damaged history is kept as {rescued.set_aside}")


@app.command("set-aside")
def set_aside(yes: Yes = False, json: Json = False) -> None:
    """Start with an empty history. The old file is kept, under a new name."""
    from voiceflow.core import Core
    from voiceflow.history import repair as repairing

    if not yes and not agrees("Start with an empty history? The old one is kept as a file."):
        raise typer.Abort
    with Core() as core:
        kept = repairing.set_aside(core.paths.database)
    if json:
        tell({"set_aside": str(kept)})
    else:
        typer.echo(f"The old history is kept as {kept}")


def _conditions(app_name: str | None, since: dt.datetime | None, only: Sequence[str] | None) -> "Conditions":
    from voiceflow.history.queries import Conditions
    from voiceflow.history.records import DictationState

    wanted = Conditions(app=app_name, since=since.timestamp() if since else None)
    for each in only or ():
        name, _, value = each.partition("=")
        changes: dict[str, Any]
        if each == "starred":
            changes = {"starred": True}
        elif name == "model" and value:
            changes = {"model": value}
        elif name == "before":
            changes = {"until": _moment(value)}
        elif name == "state" and value in DictationState.__members__.values():
            changes = {"states": (*wanted.states, DictationState(value))}
        else:
            there = f"starred, model=NAME, before=DATE and state= with {', '.join(DictationState)}"
            raise typer.BadParameter(f"there is {there}", param_hint="--state" if name == "state" else "--only")
        wanted = dataclasses.replace(wanted, **changes)
    return wanted


def _moment(date: str) -> float:
    try:
        return dt.datetime.fromisoformat(date).astimezone().timestamp()
    except ValueError as error:
        raise typer.BadParameter("a date looks like 2026-03-31", param_hint="--only before=") from error


def _export_sound(core: "Core", chosen: "Sequence[Dictation]", output: Path | None) -> None:
    from voiceflow.history.export import as_wav

    if output is None:
        raise typer.BadParameter("sound needs a file or a folder to go to", param_hint="--output")
    for path, dictation in _sound_files(chosen, output):
        _write(path, as_wav(core.history.audio(dictation.id)))


def _sound_files(chosen: "Sequence[Dictation]", output: Path) -> "Iterator[tuple[Path, Dictation]]":
    if len(chosen) == 1 and not output.is_dir():
        yield output, chosen[0]
        return
    output.mkdir(parents=True, exist_ok=True)
    for dictation in chosen:
        yield output / f"{dictation.id}.wav", dictation


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise HistoryError("history.export_failed", f"{path} cannot be written ({error.strerror})", "") from error
