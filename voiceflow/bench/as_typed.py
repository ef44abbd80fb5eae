"""Paths in a report as the user would type them: whoever sees the report need not know whose home it is."""

import os
import re
import shlex
from contextlib import suppress
from pathlib import Path


def as_typed(text: str) -> str:
    """Full paths in it become relative to the working directory, or to `~`."""
    for place, shown in ((Path.cwd, ""), (Path.home, f"~{os.sep}")):
        with suppress(OSError, RuntimeError):  # a folder that is gone, a user without a home
            folder = place()
            if folder != folder.parent:  # all paths lie below the root
                text = re.sub(rf"(?<![^\s\"'(=:]){re.escape(f'{folder}{os.sep}')}", shown.replace("\\", r"\\"), text)
    return text


def word(value: object) -> str:
    """Of a command line; a shell reads no `~` between quotes."""
    typed = as_typed(str(value))
    return f"~/{shlex.quote(typed[2:])}" if typed.startswith("~/") else shlex.quote(typed)
