"""From the command line to the desktop app or a command, and how errors look: one line that says what, why and what to
do. The commands are loaded when one is asked for: the desktop app starts sooner without them."""

import logging
import sys
import traceback
from collections.abc import Callable, Sequence

from voiceflow import __version__
from voiceflow.errors import VoiceFlowError

DONE, FAILED, INTERRUPTED = 0, 1, 130
FIRST_STEPS = "--first-start"


def run(arguments: Sequence[str], desktop: Callable[[bool], int]) -> int:
    """`desktop` runs the app when no command is named, with or without its first steps. Returns the exit code."""
    debug = "--debug" in arguments
    arguments = [argument for argument in arguments if argument != "--debug"]
    if arguments in (["--version"], ["-V"]):
        sys.stdout.write(f"voiceflow {__version__}\n")
        return DONE
    logging.getLogger("voiceflow").addHandler(logging.StreamHandler() if debug else logging.NullHandler())
    try:
        if arguments in ([], [FIRST_STEPS]):
            return desktop(bool(arguments))
        return _command(arguments)
    except VoiceFlowError as error:
        if debug:
            traceback.print_exc()
        sys.stderr.write(f"voiceflow: {error}\n")
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if debug:
            raise
        fault = (
            f"voiceflow: a fault of VoiceFlow's own ({type(error).__name__}). See where with: voiceflow --debug ...\n"
        )
        sys.stderr.write(fault)
        return FAILED


def _command(arguments: Sequence[str]) -> int:
    """Wrong usage is told by typer, with exit code 2."""
    from voiceflow.cli.main import app

    try:
        app(list(arguments), prog_name="voiceflow")
    except SystemExit as end:
        return int(end.code or DONE)
    return DONE
