"""Installs missing system packages by apt where that needs no question, else tells the user the exact command."""

import re
import shlex
import subprocess

from installer.machine import InstallError, Machine
from installer.packages import Package, missing
from installer.progress import run, tell

_INSTALL = {
    "apt": "apt-get install --no-install-recommends",
    "dnf": "dnf install",
    "pacman": "pacman -S --needed",
    "zypper": "zypper install",
}
_PROGRAMS = {"apt": "apt-get", "dnf": "dnf", "pacman": "pacman", "zypper": "zypper"}
# Another package manager at work is waited for. Nothing is removed: what a package would put out, the user decides.
_APT_OPTIONS = ["-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0", "--no-remove"]


def ensure_packages(use: str, machine: Machine) -> None:
    """Raises `InstallError` with the command to type where packages are missing and cannot be installed from here."""
    wanted = missing(use, machine)
    if not wanted:
        return
    manager = _manager(machine)
    as_root = _way_to_root(machine)
    if manager != "apt" or as_root is None:
        raise InstallError(_what_to_type(wanted, manager, machine))
    _install_by_apt(wanted, as_root, machine)
    still = missing(use, Machine(machine.platform, machine.root, machine.environment))
    if still:
        raise InstallError(f"apt-get did its work, but these are still missing: {_needs(still)}")


def _manager(machine: Machine) -> str | None:
    return next((name for name, program in _PROGRAMS.items() if machine.program(program)), None)


def _way_to_root(machine: Machine) -> list[str] | None:
    """What to put before a command so that root runs it without a question; None where there is no such way."""
    if machine.is_root:
        return []
    sudo = machine.program("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    return None


def _install_by_apt(wanted: list[Package], as_root: list[str], machine: Machine) -> None:
    apt = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *_APT_OPTIONS]
    fresh = not machine.has_file("var/lib/apt/lists/*_Packages*")
    if fresh:
        tell("Reading the package lists: there are none yet")
        run([*apt, "update", "-qq"])
    names = package_names(wanted, "apt", machine)
    tell(f"Installing system packages, for sound, windows and the like: {' '.join(names)}")
    install = [*apt, "install", "-y", "-qq", "--no-install-recommends", *names]
    if run(install):
        return
    if not fresh:
        tell("That failed, perhaps because the package lists are old: reading them anew")
        if run([*apt, "update", "-qq"]) and run([*install[: -len(names)], *package_names(wanted, "apt", machine)]):
            return
    raise InstallError(_what_to_type(wanted, "apt", machine))


def package_names(packages: list[Package], manager: str, machine: Machine) -> list[str]:
    """Each once, in a stable order; of a choice the one that apt can install."""
    choices = [package.names[manager].split("|") for package in packages]
    known = _apt_knows([name for names in choices if len(names) > 1 for name in names], machine)
    chosen = [next((name for name in names if name in known), names[-1]) for names in choices]
    return sorted(set(chosen))


def _apt_knows(names: list[str], machine: Machine) -> set[str]:
    """Those that are real packages in apt's lists."""
    if not names or not machine.program("apt-cache"):
        return set()
    command = ["apt-cache", "policy", *names]
    environment = {**machine.environment, "LC_ALL": "C"}
    answer = subprocess.run(command, capture_output=True, text=True, env=environment, check=False).stdout
    return set(re.findall(r"^(\S+):\n  Installed: .*\n  Candidate: (?!\(none\))", answer, re.MULTILINE))


def _what_to_type(wanted: list[Package], manager: str | None, machine: Machine) -> str:
    if manager is None:
        return f"These system libraries and programs are missing, install them: {_needs(wanted)}"
    command = f"{_INSTALL[manager]} {shlex.join(package_names(wanted, manager, machine))}"
    sudo = "" if machine.is_root else "sudo "
    return (
        f"System packages are missing ({_needs(wanted)}). Install them, then start again:\n\n  {sudo}{command}\n\n"
        "To go on without them, add --no-system after `run` or `test`."
    )


def _needs(packages: list[Package]) -> str:
    return ", ".join(package.need for package in packages)
