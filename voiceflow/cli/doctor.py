"""Everything that can be wrong on this machine, with its cure."""

import dataclasses
import json as json_module
from typing import TYPE_CHECKING, Annotated

import typer

from voiceflow.events import Severity

if TYPE_CHECKING:
    from voiceflow.core import Core

Json = Annotated[bool, typer.Option("--json", help="Machine-readable output.")]
Tune = Annotated[bool, typer.Option("--tune", help="Measure how many threads recognize fastest here, and keep that.")]

_MARKS = {Severity.INFO: "ok  ", Severity.WARNING: "warn", Severity.ERROR: "FAIL"}


def doctor(tune: Tune = False, json: Json = False) -> None:
    """Look at everything that can be wrong on this machine, and say how to mend it."""
    from voiceflow.core import Core
    from voiceflow.doctor import checkup

    with Core() as core:
        if tune:
            _tune(core, quiet=json)
        checks = []
        for check in checkup(core):
            checks.append(check)
            if not json:
                typer.echo(f"{_MARKS[check.severity]}  {check.name:<12} {check.title}")
                if check.hint:
                    typer.echo(f"{'':20}{check.hint}")
    if json:
        typer.echo(json_module.dumps([dataclasses.asdict(check) for check in checks], indent=2))
    if any(check.severity is Severity.ERROR for check in checks):
        raise typer.Exit(1)


def _tune(core: "Core", quiet: bool) -> None:
    from voiceflow.tuning import tune

    measured = tune(core)
    if not quiet:
        for threads, decode_ms in measured.items():
            typer.echo(f"      {threads} threads: {decode_ms:.0f} ms for a decode of 4 s")
        typer.echo(f"      {core.settings.stt.threads} threads are used from now on")
