"""What is watched while a history is looked at: temporary files, the log, and connections."""

import logging
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from voiceflow import logs

_TEMPORARY = ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR")
_HERE = ("127.", "::1", "localhost")

Connections = list[str]
"""Addresses outside this machine that this process tried to reach."""

_watching: list[Connections] = []


@contextmanager
def temporary_files(folder: Path) -> Iterator[None]:
    """Those that this process makes meanwhile come here."""
    before = {name: os.environ.get(name) for name in _TEMPORARY}
    os.environ |= dict.fromkeys(_TEMPORARY, str(folder))
    kept, tempfile.tempdir = tempfile.tempdir, None
    try:
        yield
    finally:
        tempfile.tempdir = kept
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def logged(folder: Path) -> Iterator[None]:
    """As the app logs, every level."""
    undo = logs.set_up(folder)
    logging.getLogger("voiceflow").setLevel(logging.DEBUG)
    try:
        yield
    finally:
        undo()


@contextmanager
def connections(reached: Connections) -> Iterator[None]:
    """All that this process tries to connect to, or sends to, outside of this machine."""
    if not _watching:
        sys.addaudithook(_on_event)  # cannot be taken back
        _watching.append([])
    _watching.append(reached)
    try:
        yield
    finally:
        _watching.pop()


def _on_event(event: str, arguments: tuple[Any, ...]) -> None:
    if event not in ("socket.connect", "socket.sendto", "socket.getaddrinfo") or not _watching:
        return
    address = arguments[0] if event == "socket.getaddrinfo" else arguments[1]
    host = address[0] if isinstance(address, tuple) else address if event == "socket.getaddrinfo" else ""
    if isinstance(host, str) and host and not host.startswith(_HERE):
        _watching[-1].append(host)
