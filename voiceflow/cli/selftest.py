"""Does dictation work on this machine, and how fast: without a microphone and without a window."""

import dataclasses
import json as json_module
from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="Machine-readable output.")]
Model = Annotated[str, typer.Option("--model", help="The model to test instead of the one in the settings.")]
Rounds = Annotated[int, typer.Option("--rounds", help="How often each sentence is spoken.", min=1, max=1000)]


def selftest(model: Model = "", rounds: Rounds = 1, json: Json = False) -> None:
    """Speak sentences with the installed voice, recognize them through the whole path, check the words."""
    from voiceflow.core import Core
    from voiceflow.selftest import run

    with Core() as core:
        spoken = []
        for sentence in run(core, model, rounds):
            spoken.append(sentence)
            if not json:
                mark = "ok  " if sentence.passed else "FAIL"
                typer.echo(f"{mark}  {sentence.words:4.0%} of the words: {sentence.text}")
                typer.echo(f"      {_stages(sentence.stages_ms)}")
    if json:
        typer.echo(json_module.dumps([dataclasses.asdict(sentence) for sentence in spoken], indent=2))
    if not all(sentence.passed for sentence in spoken):
        raise typer.Exit(1)


def _stages(stages_ms: dict[str, float]) -> str:
    return ", ".join(f"{name.replace('_', ' ')} {value:.0f} ms" for name, value in stages_ms.items())
