"""`voiceflow config`: look at the settings, change them, carry them to another machine."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from voiceflow import autostart
from voiceflow.cloud import consent
from voiceflow.control import call
from voiceflow.engines.hotkey.contract import check_cancel_key, check_key, check_optional_key
from voiceflow.errors import ControlError, SettingsError
from voiceflow.paths import paths
from voiceflow.settings import Settings
from voiceflow.settings_file import SettingsFile
from voiceflow.settings_keys import keys, shown
from voiceflow.settings_toml import template
from voiceflow.text.checks import CHECKS

app = typer.Typer(help="Settings.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(help="A setting such as stt.model.")]

_CHECKS = {
    "hotkey.key": check_key,
    "hotkey.cancel_key": check_cancel_key,
    "tts.hotkey": check_optional_key,
    "hotkey.edit_key": check_optional_key,
    "cloud.allowed": consent.check,
} | CHECKS


@app.command("get")
def get_(name: Annotated[str, typer.Argument(help="A setting such as stt.model; without it, all.")] = "") -> None:
    """Print a setting, or all of them; those that are not at their default are marked with *."""
    file = _loaded()
    if name:
        typer.echo(_as_typed(file.get(name)))
        return
    for entry in keys().values():
        value = file.get(entry.name)
        mark = " " if value == entry.default else "*"
        typer.echo(f"{mark} {entry.name} = {shown(value)}")


@app.command("set")
def set_(name: Name, value: Annotated[str, typer.Argument(help="Lists with commas between.")]) -> None:
    """Change a setting. The running app takes it over at once."""
    file = _loaded()
    file.set(name, value)
    if name in _CHECKS:
        _CHECKS[name](file.get(name))
    if name == "ui.start_at_login":
        autostart.switch(file.get(name))
    file.save()
    tell_app()


@app.command()
def path() -> None:
    """Print where the settings are."""
    typer.echo(paths().settings_file)


@app.command()
def edit() -> None:
    """Open the settings in your editor ($VISUAL, $EDITOR); a new file begins with every setting and its help."""
    file = SettingsFile(paths().settings_file)
    if not file.path.exists():
        file.export(file.path)
    before = file.load()
    _run_editor(file.path)
    _follow(before, file.load())
    _report(file)
    if file.problems:
        raise SettingsError("settings.problems", "The file is saved, but not all of it is used", "See the lines above.")
    tell_app()


@app.command()
def export(
    file: Annotated[str, typer.Argument(help="Where to; - is standard output.")],
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
) -> None:
    """Write the settings, comments too, to another file. Without any yet: every setting with its help."""
    source = SettingsFile(paths().settings_file)
    if file == "-":
        typer.echo(source.path.read_text("utf-8") if source.path.exists() else template(), nl=False)
        return
    if Path(file).exists() and not force:
        raise SettingsError("settings.exists", f"{file} is there already", "Replace it with --force.")
    source.export(Path(file))


@app.command("import")
def import_(file: Annotated[Path, typer.Argument(help="A file from `voiceflow config export`.")]) -> None:
    """Take the settings of another file; those so far are kept beside as config.toml.bak."""
    target = SettingsFile(paths().settings_file)
    _follow(target.load(), target.import_from(file))
    _report(target)
    tell_app()


def _follow(before: Settings, now: Settings) -> None:
    """What the system must be told of."""
    if now.ui.start_at_login != before.ui.start_at_login:
        autostart.follow(now.ui.start_at_login)


def _run_editor(path: Path) -> None:
    """Returns when it has ended."""
    try:
        subprocess.run([*_editor(), str(path)], check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise SettingsError(
            "settings.no_editor", "The editor did not start or failed", f"Set $EDITOR, or edit {path} with another one."
        ) from error


def _editor() -> list[str]:
    wish = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if wish:
        return shlex.split(wish, posix=os.name == "posix")
    if sys.platform == "darwin":
        return ["open", "-W", "-t"]
    candidates = ("notepad",) if sys.platform == "win32" else ("sensible-editor", "nano", "vim", "vi")
    return [next((name for name in candidates if shutil.which(name)), candidates[-1])]


def _loaded() -> SettingsFile:
    file = SettingsFile(paths().settings_file)
    file.load()
    _report(file)
    return file


def _report(file: SettingsFile) -> None:
    for problem in file.problems:
        typer.echo(f"{file.path.name}: {problem}", err=True)
    for name, check in CHECKS.items():
        try:
            check(file.get(name))
        except SettingsError as error:
            typer.echo(f"{file.path.name}: {name}: {error}", err=True)


def _as_typed(value: Any) -> str:
    """So that `config set` takes it back."""
    if isinstance(value, list):
        return ", ".join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def tell_app() -> None:
    """An app that does not run reads the file when it starts."""
    try:
        call(paths().control_socket, {"command": "reload"})
    except ControlError as error:
        if error.code != "control.not_running":
            typer.echo(f"The running app did not take it over: {error}", err=True)
