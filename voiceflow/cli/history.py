"""`voiceflow history`: what was said, found again."""

import dataclasses
import datetime as dt
import json as json_module
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from voiceflow.errors import HistoryError, VoiceFlowError

if TYPE_CHECKING:
    from voiceflow.core import Core
    from voiceflow.history.records import Dictation, DictationState

app = typer.Typer(help="What was said: the encrypted history.", no_args_is_help=True)

Json = Annotated[bool, typer.Option("--json", help="Machine-readable output.")]
Limit = Annotated[int, typer.Option("--limit", "-n", min=1, help="At most this many.")]
App = Annotated[str | None, typer.Option("--app", help="Only what was dictated into this program.")]
Since = Annotated[dt.datetime | None, typer.Option("--since", help="Only from then on, local time.")]
Which = Annotated[str, typer.Argument(metavar="ID", help="An id, the beginning of one, or `last`.")]
Some = Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help="Ids; without any: all.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]
Engine = Annotated[str, typer.Option("--engine", help="Instead of the engine of the settings.")]
Model = Annotated[str, typer.Option("--model", help="Instead of the model of the settings.")]


@app.command("list")
def list_dictations(
    limit: Limit = 20, app_name: App = None, since: Since = None, state: str = "", json: Json = False
) -> None:
    """The latest dictations, newest first."""
    from voiceflow.core import Core

    states = _states(state)
    with Core() as core:
        found = core.history.list(limit, states=states, app=app_name, since=since.timestamp() if since else None)
        total = core.history.count()
    _show_many(found, json)
    if not json and len(found) < total and sys.stdout.isatty():
        typer.echo(f"{len(found)} of {total}", err=True)


@app.command()
def search(words: list[str], limit: Limit = 20, json: Json = False) -> None:
    """Dictations with all of these words; of the last one the beginning is enough. Best first."""
    from voiceflow.core import Core

    with Core() as core:
        found = core.history.search(" ".join(words), limit)
    _show_many(found, json)


@app.command()
def show(which: Which = "last", json: Json = False) -> None:
    """Everything about one dictation."""
    from voiceflow.core import Core
    from voiceflow.history.export import as_record
    from voiceflow.text.trace import reasons

    with Core() as core:
        dictation = core.history.find(which)
        record = as_record(dictation) | {"sound_s": round(len(core.history.audio(dictation.id)) / 32_000, 3)}
    if json:
        typer.echo(json_module.dumps(record, indent=2, ensure_ascii=False))
        return
    stages = record.pop("stages_ms")
    text, raw_text = record.pop("text"), record.pop("raw_text")
    for name, value in record.items():
        if value not in ("", False):
            typer.echo(f"{name + ':':<14}{value}")
    if stages:
        typer.echo(f"{'stages:':<14}{', '.join(f'{name} {ms:.0f} ms' for name, ms in stages.items())}")
    typer.echo(f"\n{text}")
    if raw_text != text:
        typer.echo(f"\nAs recognized:\n{raw_text}")
    why = reasons(dictation.raw_text, ((step.rule, step.text) for step in dictation.trace))
    if why:
        typer.echo("\nWhy it says that:")
        for reason in why:
            typer.echo(f"- {reason}")


@app.command()
def export(
    ids: Some = None,
    kind: Annotated[str, typer.Option("--format", "-f", help="txt, md, json, csv, srt, or wav for the sound.")] = "txt",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file; for wav of several, a folder.")] = None,
    since: Since = None,
    app_name: App = None,
) -> None:
    """Write dictations, oldest first, to a file or to stdout. What is written is no longer encrypted."""
    from voiceflow.core import Core
    from voiceflow.history.export import FORMATS

    if kind not in (*FORMATS, "wav"):
        raise typer.BadParameter(f"there is {', '.join(FORMATS)} and wav", param_hint="--format")
    with Core() as core:
        if ids:
            chosen = [core.history.find(each) for each in ids]
        else:
            moment = since.timestamp() if since else None
            chosen = core.history.list(-1, app=app_name, since=moment)[::-1]
        if kind == "wav":
            _export_sound(core, chosen, output)
        elif output:
            _write(output, "".join(FORMATS[kind](chosen)).encode())
        else:
            typer.echo("".join(FORMATS[kind](chosen)), nl=False)
    if output:
        typer.echo(f"{_number(len(chosen))} in {output}, readable by whoever can read that file", err=True)


@app.command()
def delete(
    ids: Some = None,
    everything: Annotated[bool, typer.Option("--all", help="The whole history.")] = False,
    yes: Yes = False,
    json: Json = False,
) -> None:
    """Delete dictations with their sound. There is no way back."""
    from voiceflow.core import Core

    if bool(ids) == everything:
        raise typer.BadParameter("name the dictations, or give --all", param_hint="ID")
    with Core() as core:
        chosen = core.history.list(-1) if everything else [core.history.find(each) for each in ids or ()]
        if not yes and not _agrees(f"Delete {_number(len(chosen))} for good?"):
            raise typer.Abort
        for answer in [core.history.delete(dictation.id) for dictation in chosen]:
            answer.result()
        core.history.tidy().result()
    if json:
        typer.echo(json_module.dumps({"deleted": [dictation.id for dictation in chosen]}))
    else:
        typer.echo(f"Deleted: {_number(len(chosen))}")


@app.command()
def retry(which: Which = "last", engine: Engine = "", model: Model = "", json: Json = False) -> None:
    """Recognize the sound of a dictation again. The text is printed and kept, not inserted."""
    from voiceflow.core import Core
    from voiceflow.history.export import as_record

    with Core() as core:
        dictation = core.recognize_again(core.history.find(which).id, engine, model)
    if json:
        typer.echo(json_module.dumps(as_record(dictation), indent=2, ensure_ascii=False))
    else:
        typer.echo(dictation.text)


@app.command()
def restore(which: Which = "last", json: Json = False) -> None:
    """Take the text as it was recognized, without what rules and guards made of it. It is printed, not inserted."""
    from voiceflow.core import Core
    from voiceflow.history.export import as_record

    with Core() as core:
        dictation = core.past.restore(core.history.find(which).id)
    typer.echo(json_module.dumps(as_record(dictation), indent=2, ensure_ascii=False) if json else dictation.text)


@app.command()
def recover(engine: Engine = "", model: Model = "", json: Json = False) -> None:
    """Recognize what a crash left. The texts are printed and kept, not inserted."""
    from voiceflow.core import Core
    from voiceflow.history.export import as_record

    with Core() as core:
        left = core.history.interrupted()
        done: list[Dictation] = []
        for dictation in left:
            _say(f"{dictation.id[:8]}: {dictation.duration_s:.1f} s of sound")
            done.append(core.recognize_again(dictation.id, engine, model))
            if not json:
                typer.echo(done[-1].text)
    if json:
        typer.echo(json_module.dumps([as_record(dictation) for dictation in done], indent=2, ensure_ascii=False))
    elif not left:
        typer.echo("Nothing was interrupted")


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
        typer.echo(json_module.dumps({"key_storage": place}))
    else:
        typer.echo(f"The history has a new key; it is kept in: {place}")


@app.command()
def repair(json: Json = False) -> None:
    """Save what can be read of a damaged history. The damaged file is kept beside it."""
    from voiceflow.core import Core
    from voiceflow.history import repair as repairing
    from voiceflow.history.key import KeyStore

    with Core() as core:
        database = core.paths.database
        rescued = repairing.repair(database, KeyStore(database, core.settings.history.key_storage))
    if json:
        typer.echo(json_module.dumps(dataclasses.asdict(rescued), default=str))
        return
    typer.echo(
        f"Saved: {_number(rescued.saved)}; without some of the sound: {rescued.incomplete}; lost: {rescued.lost}"
    )
    typer.echo(f"The damaged history is kept as {rescued.set_aside}")


@app.command("set-aside")
def set_aside(yes: Yes = False, json: Json = False) -> None:
    """Start with an empty history. The old file is kept, under a new name."""
    from voiceflow.core import Core
    from voiceflow.history import repair as repairing

    if not yes and not _agrees("Start with an empty history? The old one is kept as a file."):
        raise typer.Abort
    with Core() as core:
        kept = repairing.set_aside(core.paths.database)
    typer.echo(json_module.dumps({"set_aside": str(kept)}) if json else f"The old history is kept as {kept}")


def _states(name: str) -> "tuple[DictationState, ...]":
    from voiceflow.history.records import DictationState

    if name and name not in DictationState.__members__.values():
        raise typer.BadParameter(f"there is {', '.join(DictationState)}", param_hint="--state")
    return (DictationState(name),) if name else ()


def _show_many(found: "Sequence[Dictation]", json: bool) -> None:
    from voiceflow.history.export import as_record, when

    if json:
        typer.echo(json_module.dumps([as_record(dictation) for dictation in found], indent=2, ensure_ascii=False))
    elif sys.stdout.isatty():
        _table(found)
    else:
        for dictation in found:
            line = (dictation.id, f"{when(dictation):%Y-%m-%d %H:%M}", str(dictation.state), _one_line(dictation))
            typer.echo("\t".join(line))


def _table(found: "Sequence[Dictation]") -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from voiceflow.history.export import when

    table = Table(box=None, pad_edge=False)
    for heading, width in (("ID", 8), ("When", 16), ("State", 11), ("Into", 16)):
        table.add_column(heading, width=width, no_wrap=True)
    table.add_column("Text", overflow="ellipsis", no_wrap=True)
    for dictation in found:
        row = (dictation.id[:8], f"{when(dictation):%Y-%m-%d %H:%M}", str(dictation.state), dictation.app)
        table.add_row(*map(Text, row), Text(_one_line(dictation)))
    Console().print(table)


def _number(dictations: int) -> str:
    return "1 dictation" if dictations == 1 else f"{dictations} dictations"


def _one_line(dictation: "Dictation") -> str:
    return " ".join((dictation.text or dictation.raw_text or dictation.error).split())


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


def _agrees(question: str) -> bool:
    if not sys.stdin.isatty():
        raise VoiceFlowError("history.not_confirmed", "There is no terminal to ask on", "Give --yes to go ahead.")
    return typer.confirm(question, err=True)


def _say(line: str) -> None:
    if sys.stderr.isatty():
        typer.echo(line, err=True)
