"""From the command line to the started program."""

import sys

from installer.environment import Environment
from installer.launch import run_tests, run_voiceflow
from installer.machine import InstallError, Machine
from installer.managers import ensure_packages
from installer.request import USAGE, UsageError, parse


def main(arguments: list[str]) -> int:
    """Exit codes: 1 for something missing that cannot be installed from here, 2 for a command line that cannot be
    understood, else that of the program."""
    if arguments[:1] in (["-h"], ["--help"]):
        print(USAGE, end="")
        return 0
    try:
        request = parse(arguments)
    except UsageError as error:
        print(f"{USAGE}\n{error}", file=sys.stderr)
        return 2
    machine = Machine()
    environment = Environment(machine)
    try:
        if request.system:
            ensure_packages(request.use, machine)
        environment.ensure(request.extras)
    except InstallError as error:
        print(error, file=sys.stderr)
        return 1
    launch = run_voiceflow if request.use == "run" else run_tests
    return launch(environment, request.arguments)
