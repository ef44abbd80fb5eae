"""Picks from `requirements.lock`, which covers everything, what one use needs."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

from installer.machine import InstallError

# name==version, what follows it on its own indented lines: hashes, then who asked for it.
_ENTRY = re.compile(r"^(?P<name>[a-z0-9-]+)==.*\n(?:[ \t]+.*\n)+", re.MULTILINE)
_ASKED_BY = re.compile(r"^ +#(?: via)? +(\S+)", re.MULTILINE)
_REQUIREMENT_NAME = re.compile(r"[A-Za-z0-9._-]+")


def select(lock: Path, project: Path, extras: Iterable[str]) -> list[str]:
    """The entries of `lock` that the project with `extras` needs, with what its own installation needs. `InstallError`
    for an extra that the project does not have, and for a lock that is older than the project."""
    entries = {match["name"]: match[0] for match in _ENTRY.finditer(lock.read_text(encoding="utf-8"))}
    asked_by = {name: set(_ASKED_BY.findall(text)) for name, text in entries.items()}
    chosen: set[str] = set()
    found = _named_by(project, extras)
    if unknown := sorted(found - entries.keys()):
        raise InstallError(f"{lock.name} has no {', '.join(unknown)}: make it anew, as CONTRIBUTING.md says")
    while found:
        chosen |= found
        found = {name for name in entries if asked_by[name] & found} - chosen
    return [text for name, text in entries.items() if name in chosen]


def _named_by(project: Path, extras: Iterable[str]) -> set[str]:
    table = tomllib.loads(project.read_text(encoding="utf-8"))
    optional = table["project"]["optional-dependencies"]
    lines = [*table["project"]["dependencies"], *table["dependency-groups"]["build"]]
    for extra in extras:
        if extra not in optional:
            raise InstallError(f"there is no extra {extra!r}; there are {', '.join(optional)}")
        lines += optional[extra]
    return {_normalized(line) for line in lines}


def _normalized(requirement: str) -> str:
    """The name as the lock writes it (PEP 503)."""
    match = _REQUIREMENT_NAME.match(requirement)
    assert match
    return re.sub(r"[-_.]+", "-", match[0]).lower()
