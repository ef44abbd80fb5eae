"""The virtual environment `.venv` in the checkout: made, filled and kept up to date."""

import hashlib
import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from installer.lock import select
from installer.machine import InstallError, Machine
from installer.pip_settings import pip_files, uv_environment
from installer.progress import run, tell

_CHECKOUT = Path(__file__).parent.parent
_NEW_ENOUGH = "import sys; sys.exit(sys.version_info < (3, 11))"


@dataclass(frozen=True, slots=True)
class Environment:
    machine: Machine
    checkout: Path = _CHECKOUT

    @property
    def folder(self) -> Path:
        return self.checkout / ".venv"

    def program(self, name: str) -> Path:
        if self.machine.platform == "win32":
            return self.folder / "Scripts" / f"{name}.exe"
        return self.folder / "bin" / name

    def ensure(self, extras: frozenset[str]) -> None:
        """Installs what `extras` need and is not there. What an earlier call installed stays."""
        stamp = self._read_stamp()
        usable = stamp.get("place") == self._place()
        there = frozenset(stamp.get("extras", ())) if usable else frozenset()
        if usable and stamp["contents"] == self._contents() and extras <= there:
            return
        if not usable:
            self._make(is_ours=bool(stamp))
        self._fill(extras | there)
        self._write_stamp(extras | there)

    @property
    def _stamp_file(self) -> Path:
        return self.folder / "voiceflow-install.json"

    def _read_stamp(self) -> dict[str, Any]:
        try:
            return dict(json.loads(self._stamp_file.read_text(encoding="utf-8")))
        except (OSError, ValueError):
            return {}

    def _write_stamp(self, extras: frozenset[str]) -> None:
        """Comes last: an installation that was cut off has no stamp and is done again."""
        stamp = {"place": self._place(), "contents": self._contents(), "extras": sorted(extras)}
        self._stamp_file.write_text(json.dumps(stamp, indent=1), encoding="utf-8")

    def _place(self) -> list[str]:
        """Where the environment and its Python really are: a moved checkout or another Python breaks it."""
        return [str(self.folder.resolve()), str(self.program("python").resolve())]

    def _contents(self) -> str:
        """What the project asks for."""
        files = [self.checkout / name for name in ("pyproject.toml", "requirements.lock")]
        return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()

    def _make(self, *, is_ours: bool) -> None:
        """An environment that somebody else made is used as it is, if it works."""
        if self.folder.exists():
            if not (self.folder / "pyvenv.cfg").is_file():
                raise InstallError(f"{self.folder} is in the way: it is no virtual environment. Move it elsewhere")
            if not is_ours and self._works():
                return
            tell("Making .venv anew: it was moved, or its Python is gone or too old")
            shutil.rmtree(self.folder)
        # Inside another environment: that one's Python may go away.
        python = getattr(sys, "_base_executable", sys.executable)
        tell(f"Making .venv with Python {sys.version.split()[0]}, so that nothing outside it changes")
        if uv := self.machine.program("uv"):
            command = [uv, "venv", "--quiet", "--python", python, str(self.folder)]
        else:
            command = [python, "-m", "venv", str(self.folder)]
        if not run(command, self._variables()):
            raise InstallError(f"Python could not make {self.folder}; the lines above say why")

    def _works(self) -> bool:
        python = self.program("python")
        return python.exists() and subprocess.run([python, "-c", _NEW_ENOUGH], check=False).returncode == 0

    def _fill(self, extras: frozenset[str]) -> None:
        """First everything that the lock names, each file checked against its hash, then the checkout itself."""
        entries = select(self.checkout / "requirements.lock", self.checkout / "pyproject.toml", extras)
        requirements = self.folder / "voiceflow-requirements.txt"
        requirements.write_text("".join(entries), encoding="utf-8")
        install = self._install_command()
        tell(f"Installing {len(entries)} packages ({', '.join(sorted(extras))}); the first time fetches some 500 MB")
        checkout = [*install, "--no-deps", "--no-build-isolation", "-e", str(self.checkout)]
        for command in ([*install, "--require-hashes", "-r", str(requirements)], checkout):
            if not run(command, self._variables()):
                raise InstallError(
                    "The packages could not be installed; the lines above say why. Behind a proxy or a mirror, set it"
                    " up for pip (pip config set global.index-url ..., global.proxy ...): uv gets the same settings"
                )

    def _install_command(self) -> list[str]:
        python = str(self.program("python"))
        if uv := self.machine.program("uv"):
            return [uv, "pip", "install", "--python", python]
        if subprocess.run([python, "-m", "pip", "--version"], capture_output=True, check=False).returncode:
            run([python, "-m", "ensurepip", "--default-pip"], self._variables())  # an environment that uv made
        return [python, "-m", "pip", "install", "--disable-pip-version-check"]

    def _variables(self) -> dict[str, str]:
        return uv_environment(self.machine.environment, pip_files(self.machine.environment))
