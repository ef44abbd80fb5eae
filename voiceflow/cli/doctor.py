"""Everything that can be wrong on this machine, with its cure."""

import dataclasses
import json as json_module
from typing import Annotated

import typer

from voiceflow.events import Severity

Json = Annotated[bool, typer.Option("--json", help="Machine-readable output.")]
Tune = Annotated[bool, typer.Option("--tune", help="Measure how many threads recognize fastest here, and keep that.")]

_MARKS = {Severity.INFO: "ok  ", Severity.WARNING: "warn", Severity.ERROR: "FAIL"}


def doctor(tune: Tune = False, json: Json = False) -> None:
    """Look at everything that can be wrong on this machine, and say how to mend it."""
    from voiceflow.core import Core
    from voiceflow.doctor import checkup

    with Core() as core:
        if tune:
            typer.echo(core.tune(), err=json)
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
