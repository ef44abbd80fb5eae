"""What the installer needs to know about the machine that it runs on. Tests describe other machines with it."""

import os
import re
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path

_LIBRARY = re.compile(rb"[\w.+-]+\.so(?:\.[0-9.]+)?")
_LIBRARY_FOLDERS = ("lib", "usr/lib", "lib64", "usr/lib64", "usr/local/lib")


class InstallError(Exception):
    """What is missing and what to do about it, in words for the user."""


@dataclass(frozen=True)
class Machine:
    """`platform` as in `sys.platform`; `root` is `/` except in tests."""

    platform: str = sys.platform
    root: Path = Path("/")
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)

    @property
    def has_display(self) -> bool:
        """Only Linux has desktops that may be absent."""
        if self.platform != "linux":
            return True
        return bool(self.environment.get("DISPLAY") or self.environment.get("WAYLAND_DISPLAY"))

    @property
    def is_root(self) -> bool:
        return hasattr(os, "geteuid") and os.geteuid() == 0

    def program(self, name: str) -> str | None:
        return shutil.which(name, path=self.environment.get("PATH", os.defpath))

    def has_python_module(self, name: str) -> bool:
        return find_spec(name) is not None

    def has_file(self, *patterns: str) -> bool:
        """`patterns` start at the root, without a slash, and may have wildcards."""
        return any(next(self.root.glob(pattern), None) is not None for pattern in patterns)

    def has_library(self, soname: str) -> bool:
        return soname in self._libraries

    @cached_property
    def _libraries(self) -> frozenset[str]:
        """The names in the loader's cache: one file instead of a process for each library. Where there is no cache
        (musl), the names in the usual folders."""
        cache = self.root / "etc/ld.so.cache"
        if cache.is_file():
            return frozenset(name.decode() for name in _LIBRARY.findall(cache.read_bytes()))
        folders = [self.root / folder for folder in _LIBRARY_FOLDERS]
        return frozenset(file.name for folder in folders if folder.is_dir() for file in folder.iterdir())
