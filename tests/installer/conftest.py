"""Machines that are not this one: a root folder with what the installer looks at, and a PATH of our own programs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from installer.machine import Machine

MakeMachine = Callable[..., Machine]


@pytest.fixture
def make_machine(tmp_path: Path) -> MakeMachine:
    """`programs` maps a name to the shell lines that it runs; `variables` go into its environment."""
    root, path = tmp_path / "root", tmp_path / "bin"

    def make(
        libraries: tuple[str, ...] = (),
        files: tuple[str, ...] = (),
        programs: dict[str, str] | None = None,
        platform: str = "linux",
        **variables: str,
    ) -> Machine:
        for file in files:
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).touch()
        cache = root / "etc" / "ld.so.cache"
        cache.parent.mkdir(parents=True, exist_ok=True)
        cache.write_bytes(b"\0".join(b"/usr/lib/" + name.encode() for name in libraries))
        path.mkdir(exist_ok=True)
        for name, lines in (programs or {}).items():
            (path / name).write_text(f"#!/bin/sh\n{lines}\n")
            (path / name).chmod(0o755)
        return Machine(platform=platform, root=root, environment={"PATH": str(path), **variables})

    return make
