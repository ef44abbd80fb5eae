"""Debian's and Ubuntu's package manager, used without a question."""

import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

from installer.machine import Machine
from installer.packages import Package
from installer.progress import run, tell

# Another package manager at work is waited for. Nothing is removed: what a package would put out, the user decides.
_OPTIONS = ["-q", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0", "--no-remove"]


@dataclass(frozen=True, slots=True)
class Apt:
    """`as_root` stands before a command so that root runs it."""

    machine: Machine
    as_root: Sequence[str] = ()

    def install(self, packages: Sequence[Package]) -> bool:
        fresh = not self.machine.has_file("var/lib/apt/lists/*_Packages*")
        if fresh:
            tell("Reading the package lists: there are none yet")
            self._apt_get("update")
        if self._install(packages):
            return True
        if fresh:
            return False
        tell("That failed, perhaps because the package lists are old: reading them anew")
        return self._apt_get("update") and self._install(packages)

    def names(self, packages: Sequence[Package]) -> list[str]:
        """Each once, in a stable order; of a choice the one that can be installed."""
        choices = [package.names["apt"].split("|") for package in packages]
        known = self._known([name for names in choices if len(names) > 1 for name in names])
        return sorted({next((name for name in names if name in known), names[-1]) for names in choices})

    def _install(self, packages: Sequence[Package]) -> bool:
        names = self.names(packages)
        tell(f"Installing system packages, for sound, windows and the like: {' '.join(names)}")
        return self._apt_get("install", "-y", "--no-install-recommends", *names)

    def _apt_get(self, *arguments: str) -> bool:
        command = [*self.as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *_OPTIONS, *arguments]
        return run(command, self.machine.environment)

    def _known(self, names: Sequence[str]) -> set[str]:
        """Those that are real packages in apt's lists."""
        if not names or not self.machine.program("apt-cache"):
            return set()
        environment = {**self.machine.environment, "LC_ALL": "C"}
        command = ["apt-cache", "policy", *names]
        answer = subprocess.run(command, capture_output=True, text=True, env=environment, check=False).stdout
        return set(re.findall(r"^(\S+):\n  Installed: .*\n  Candidate: (?!\(none\))", answer, re.MULTILINE))
