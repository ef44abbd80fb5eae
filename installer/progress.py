"""What the installer and its commands say goes to stderr: stdout belongs to the program that is started at the end."""

import subprocess
import sys
from collections.abc import Mapping, Sequence


def tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> bool:
    """Whether it ended well. It has no stdin: nothing here may stop at a question."""
    done = subprocess.run(command, stdout=sys.stderr, stdin=subprocess.DEVNULL, env=environment, check=False)
    return done.returncode == 0
