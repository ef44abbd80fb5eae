"""Installs missing system packages by apt where that needs no question, else tells the user the exact command."""

import shlex
import subprocess
from dataclasses import replace

from installer.apt import Apt
from installer.machine import InstallError, Machine
from installer.packages import Package, missing

_PROGRAMS = {"apt": "apt-get", "dnf": "dnf", "pacman": "pacman", "zypper": "zypper"}
_TO_TYPE = {
    "apt": "apt-get install --no-install-recommends",
    "dnf": "dnf install",
    "pacman": "pacman -S --needed",
    "zypper": "zypper install",
}


def ensure_packages(use: str, machine: Machine) -> None:
    """Raises `InstallError` with the command to type where packages are missing and cannot be installed from here."""
    wanted = missing(use, machine)
    if not wanted:
        return
    manager = next((name for name, program in _PROGRAMS.items() if machine.program(program)), None)
    as_root = _way_to_root(machine)
    if manager != "apt" or as_root is None or not Apt(machine, as_root).install(wanted):
        raise InstallError(_what_to_type(wanted, manager, machine))
    if still := missing(use, replace(machine)):
        raise InstallError(f"apt-get did its work, but these are still missing: {_needs(still)}")


def _way_to_root(machine: Machine) -> list[str] | None:
    """What to put before a command so that root runs it without a question; None where there is no such way."""
    if machine.is_root:
        return []
    sudo = machine.program("sudo")
    if (
        sudo
        and subprocess.run([sudo, "-n", "true"], capture_output=True, env=machine.environment, check=False).returncode
        == 0
    ):
        return [sudo, "-n"]
    return None


def _what_to_type(wanted: list[Package], manager: str | None, machine: Machine) -> str:
    if manager is None:
        return f"These system libraries and programs are missing, install them: {_needs(wanted)}"
    names = Apt(machine).names(wanted) if manager == "apt" else sorted({package.names[manager] for package in wanted})
    sudo = "" if machine.is_root else "sudo "
    return (
        f"System packages are missing ({_needs(wanted)}). Install them, then start again:\n\n"
        f"  {sudo}{_TO_TYPE[manager]} {shlex.join(names)}\n\n"
        "To go on without them, add --no-system after `run` or `test`."
    )


def _needs(packages: list[Package]) -> str:
    return ", ".join(package.need for package in packages)
