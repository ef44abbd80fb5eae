"""The commands, and how their errors look: one line that says what, why and what to do."""

import logging
import traceback
from collections.abc import Callable, Sequence

import typer

from voiceflow import __version__
from voiceflow.cli import config, devices, dictate, doctor, history, models, phrases, remote, selftest, transcribe
from voiceflow.errors import VoiceFlowError

DONE, FAILED, INTERRUPTED = 0, 1, 130
FIRST_STEPS = "--first-start"

app = typer.Typer(
    name="voiceflow",
    help="Hold a key, speak, let go: the words stand in the window that has the focus.",
    epilog=f"Without a command the desktop app starts; with {FIRST_STEPS} it shows its first steps (again).",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(config.app, name="config")
app.add_typer(history.app, name="history")
app.add_typer(models.app, name="models")
app.add_typer(phrases.replacements, name="replacements")
app.add_typer(phrases.snippets, name="snippets")
app.command()(transcribe.transcribe)
app.command()(dictate.dictate)
app.command()(devices.devices)
app.command()(doctor.doctor)
app.command()(selftest.selftest)
for command in (remote.start, remote.stop, remote.toggle, remote.cancel, remote.status):
    app.command()(command)


def run(arguments: Sequence[str], desktop: Callable[[bool], int]) -> int:
    """`desktop` runs the app when no command is named, with or without its first steps. Returns the exit code."""
    debug = "--debug" in arguments
    arguments = [argument for argument in arguments if argument != "--debug"]
    if arguments in (["--version"], ["-V"]):
        typer.echo(f"voiceflow {__version__}")
        return DONE
    logging.getLogger("voiceflow").addHandler(logging.StreamHandler() if debug else logging.NullHandler())
    try:
        if arguments in ([], [FIRST_STEPS]):
            return desktop(bool(arguments))
        return _command(arguments)
    except VoiceFlowError as error:
        if debug:
            traceback.print_exc()
        typer.echo(f"voiceflow: {error}", err=True)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if debug:
            raise
        fault = f"voiceflow: a fault of VoiceFlow's own ({type(error).__name__}). See where with: voiceflow --debug ..."
        typer.echo(fault, err=True)
        return FAILED


def _command(arguments: Sequence[str]) -> int:
    """Wrong usage is told by typer, with exit code 2."""
    try:
        app(list(arguments), prog_name="voiceflow")
    except SystemExit as end:
        return int(end.code or DONE)
    return DONE
