"""`voiceflow cloud`: what may leave this machine, where to, and the keys for it."""

import getpass
import json as json_module
import sys
from typing import Annotated, Any

import typer

from voiceflow.cli.config import tell_app
from voiceflow.cloud import permission
from voiceflow.cloud.keys import Keys
from voiceflow.cloud.permission import Changes, Permission
from voiceflow.cloud.services import SERVICES, uses
from voiceflow.errors import EngineError
from voiceflow.paths import paths
from voiceflow.settings import Settings
from voiceflow.settings_file import SettingsFile

app = typer.Typer(help="What may leave this machine, and where to.", no_args_is_help=True)
keys = typer.Typer(help="Keys of services; they are kept in the system's keyring only.", no_args_is_help=True)
app.add_typer(keys, name="key")

Service = Annotated[str, typer.Argument(help=f"One of {', '.join(SERVICES)}.")]
Json = Annotated[bool, typer.Option("--json", help="Machine-readable output.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]


@app.command()
def status(json: Json = False) -> None:
    """What each service may be sent now."""
    settings, kept = _loaded()[1], Keys()
    found = permission.permissions(settings)
    if json:
        typer.echo(json_module.dumps([_as_json(each, kept) for each in found], indent=2))
        return
    typer.echo("The cloud is on." if settings.cloud.enabled else "The cloud is off: nothing leaves this machine.")
    for each in found:
        typer.echo(f"{each.use.service:8} {each.use.purpose:14} {_told(each, kept)}")


@app.command()
def allow(
    service: Service,
    what: Annotated[str, typer.Option("--only", help="sound or text; without it, both.")] = "",
    yes: Yes = False,
) -> None:
    """Let a service have sound or text; says which, and where to, before it asks."""
    if what not in ("", "sound", "text"):
        raise typer.BadParameter("there is sound and text", param_hint="--only")
    file, settings = _loaded()
    wanted = permission.to_be_allowed(settings, service, what)
    if not wanted:
        typer.echo(f"{service} is on this machine: nothing has to be allowed.")
        return
    for each in wanted:
        typer.echo(f"For {each.use.purpose}, {each.use.sent} would be sent to {each.host}.", err=True)
    if not yes and not typer.confirm("Allow that?", err=True):
        typer.echo("Nothing was changed.")
        return
    _change(file, permission.allow(settings, wanted))
    typer.echo(f"Allowed. Take it back with: voiceflow cloud forbid {service}")
    if not _has_key(wanted[0], Keys()):
        typer.echo(f"It still needs a key: voiceflow cloud key set {service}")


@app.command()
def forbid(service: Service) -> None:
    """Take back what a service's host was allowed."""
    file, settings = _loaded()
    _change(file, permission.forbid(settings, service))
    typer.echo(f"Nothing is sent to {service} any more.")


@app.command()
def off() -> None:
    """Nothing leaves this machine; what was allowed is remembered for when the cloud is on again."""
    _change(_loaded()[0], {"cloud.enabled": False})
    typer.echo("The cloud is off.")


@keys.command("set")
def set_key(service: Service) -> None:
    """Keep a key, read from a prompt, or from standard input; never from the command line, which others can see."""
    hosts = _hosts(service)
    key = getpass.getpass(f"Key for {', '.join(hosts)}: ") if sys.stdin.isatty() else sys.stdin.readline()
    for host in hosts:
        Keys().set(service, host, key.strip())
    typer.echo(f"The key for {', '.join(hosts)} is in the system's keyring.")


@keys.command("remove")
def remove_key(service: Service) -> None:
    """Delete a key from the keyring."""
    hosts = _hosts(service)
    for host in hosts:
        Keys().remove(service, host)
    typer.echo(f"There is no key for {', '.join(hosts)} any more.")


def _hosts(service: str) -> list[str]:
    """`EngineError` where there is none: a key belongs to a host."""
    settings = _loaded()[1]
    found = [permission.permission(settings, use) for use in uses(service)]
    hosts = list(dict.fromkeys(each.host for each in found if each.host))
    if not hosts:
        raise next(each.problem for each in found if each.problem)
    return hosts


def _loaded() -> tuple[SettingsFile, Settings]:
    file = SettingsFile(paths().settings_file)
    return file, file.load()


def _change(file: SettingsFile, changes: Changes) -> None:
    for name, value in changes.items():
        file.set(name, value)
    file.save()
    tell_app()


def _has_key(each: Permission, kept: Keys) -> bool:
    """Not where the keyring cannot be asked."""
    try:
        return bool(each.host) and bool(kept.get(each.use.service, each.host))
    except EngineError:
        return False


def _told(each: Permission, kept: Keys) -> str:
    if each.problem:
        return f"not set up: {each.problem.title}"
    if each.here:
        return f"{each.host}, on this machine"
    if not each.allowed:
        return f"{each.host}, not allowed"
    key = "" if _has_key(each, kept) else ", but there is no key"
    return f"{each.host}, allowed: {each.use.sent}{key}"


def _as_json(each: Permission, kept: Keys) -> dict[str, Any]:
    known = {"service": each.use.service, "what": each.use.what, "purpose": each.use.purpose, "host": each.host}
    state = {"on_this_machine": each.here, "allowed": each.allowed, "key": _has_key(each, kept)}
    return known | state | {"problem": each.problem.code if each.problem else ""}
