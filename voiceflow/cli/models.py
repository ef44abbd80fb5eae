"""`voiceflow models`: what is here, what could be, and how it comes and goes."""

import json as json_module
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from voiceflow.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Callable

    from voiceflow.core import Core
    from voiceflow.engines.models import ModelEntry

app = typer.Typer(help="Speech models and voices.", no_args_is_help=True)

Json = Annotated[bool, typer.Option("--json", help="Machine-readable output.")]
Name = Annotated[str, typer.Argument(help="A name from `voiceflow models list`.")]

_FAMILIES = {"stt": "Speech recognition", "tts": "Voices"}
_STEP_PERCENT = 10


@app.command("list")
def list_models(json: Json = False) -> None:
    """What is installed and what can be, with the model recommended for this machine."""
    from voiceflow.core import Core

    with Core() as core:
        entries, advice = core.models.list(), core.models.recommend(core.models.hardware)
    if json:
        recommended = {"model": advice.model, "reason": advice.reason}
        models = [_described(entry) for entry in entries]
        typer.echo(json_module.dumps({"recommended": recommended, "models": models}, indent=2))
        return
    for family, title in _FAMILIES.items():
        typer.echo(f"{title}:")
        for line in _table([entry for entry in entries if entry.family == family], advice.model):
            typer.echo(line)
        typer.echo()
    typer.echo(f"* recommended for this machine: {advice.reason}")


@app.command()
def install(
    name: Annotated[str, typer.Argument(help="Without a name: the recommended one.")] = "", json: Json = False
) -> None:
    """Download a model from the model hub. A download that was cut off goes on where it stopped."""
    from voiceflow.core import Core

    with Core() as core:
        if not name:
            advice = core.models.recommend(core.models.hardware)
            name = advice.model
            typer.echo(f"Recommended for this machine: {name} ({advice.reason})", err=True)
        with _progress(name) as progress:
            folder = core.models.install(name, progress)
        if json:
            typer.echo(json_module.dumps({"name": name, "folder": str(folder)}, indent=2))
            return
        typer.echo(f"{name} is installed in {folder}")
        for line in _what_is_used(core, name):
            typer.echo(line)


@app.command()
def remove(name: Name, json: Json = False) -> None:
    """Delete a model that VoiceFlow installed."""
    from voiceflow.core import Core

    with Core() as core:
        freed_bytes = core.models.remove(name)
    if json:
        typer.echo(json_module.dumps({"name": name, "freed_bytes": freed_bytes}, indent=2))
    else:
        typer.echo(f"{name} is removed, {_size(freed_bytes)} are free again")


@app.command()
def verify(
    name: Annotated[str, typer.Argument(help="Without a name: all that are here.")] = "", json: Json = False
) -> None:
    """Read every byte again and compare it with its checksum."""
    from voiceflow.core import Core
    from voiceflow.engines.models import ModelState

    with Core() as core:
        here = [e.name for e in core.models.list() if e.state not in (ModelState.AVAILABLE, ModelState.PARTIAL)]
        results = {each: core.models.verify(each) for each in ([name] if name else here)}
    if json:
        typer.echo(json_module.dumps([{"name": each, "damaged": files} for each, files in results.items()], indent=2))
    else:
        for each, files in results.items():
            typer.echo(f"{each:<36}{'damaged: ' + ', '.join(files) if files else 'ok'}")
    damaged = [each for each, files in results.items() if files]
    if damaged:
        hint = f"Run: voiceflow models install {damaged[0]}"
        raise ModelError("models.damaged", f"Damaged: {', '.join(damaged)}", hint)


def _described(entry: "ModelEntry") -> dict[str, object]:
    return {
        "name": entry.name,
        "family": entry.family,
        "state": str(entry.state),
        "size_bytes": entry.size_bytes,
        "size_is_approximate": entry.folder is None,
        "languages": list(entry.languages),
        "licence": entry.licence,
        "folder": str(entry.folder) if entry.folder else None,
        "note": entry.note,
    }


def _table(entries: "Sequence[ModelEntry]", recommended: str) -> Iterator[str]:
    for entry in entries:
        mark = "*" if entry.name == recommended else " "
        about = "about " if entry.folder is None else ""
        languages = "many languages" if "*" in entry.languages else ", ".join(entry.languages)
        rest = "  ".join(part for part in (entry.licence, entry.note) if part)
        size = about + _size(entry.size_bytes)
        yield f"{mark} {entry.name:<36}{entry.state:<10}{size:>14}  {languages:<15}{rest}".rstrip()


def _what_is_used(core: "Core", name: str) -> Iterator[str]:
    """The truth about a model that was installed and is not what dictation takes."""
    entry = next((entry for entry in core.models.list() if entry.name == name), None)
    if entry is None or entry.family != "stt":
        return
    used = core.engines.model_name()
    if used == name:
        yield f"Dictation uses {name} from now on"
    else:
        yield f"Dictation goes on with {used}. To use {name}: voiceflow config set stt.model {name}"


@contextmanager
def _progress(name: str) -> "Iterator[Callable[[int, int], None]]":
    """A bar on a terminal, else a line for every tenth."""
    if not sys.stderr.isatty():
        yield _Lines(name)
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

    columns = (TextColumn(name), BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(name, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


class _Lines:
    def __init__(self, name: str) -> None:
        self._name, self._said_percent = name, -_STEP_PERCENT

    def __call__(self, done_bytes: int, total_bytes: int) -> None:
        percent = 100 * done_bytes // total_bytes if total_bytes else 100
        if percent >= self._said_percent + _STEP_PERCENT:
            self._said_percent = percent - percent % _STEP_PERCENT
            typer.echo(f"{self._name}: {_size(done_bytes)} of {_size(total_bytes)}", err=True)


def _size(size_bytes: int) -> str:
    return f"{size_bytes / 1e9:.1f} GB" if size_bytes >= 1e9 else f"{size_bytes / 1e6:.0f} MB"
