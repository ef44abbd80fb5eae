"""What is watched while a history is looked at: temporary files, the log, and connections."""

import logging
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import voiceflow
from voiceflow import logs

_TEMPORARY = ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR")
_HERE = ("127.", "::1", "localhost")

Connections = list[str]
"""Addresses outside this machine that this process, or one that it started, tried to reach."""

_PACKAGE_ROOT = str(Path(voiceflow.__file__).parent.parent)
_watching: list[Callable[[str], object]] = []


@contextmanager
def temporary_files(folder: Path) -> Iterator[None]:
    """Those that this process makes meanwhile come here."""
    kept, tempfile.tempdir = tempfile.tempdir, None
    try:
        with _environment(dict.fromkeys(_TEMPORARY, str(folder))):
            yield
    finally:
        tempfile.tempdir = kept


@contextmanager
def _environment(values: Mapping[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ |= values
    try:
        yield
    finally:
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
def connections(reached: Connections, scratch: Path) -> Iterator[None]:
    """All that this process, and those of Python that it starts meanwhile, try to connect to, or send to, outside of
    this machine: what Python's own sockets are asked for. Children find the watch where Python looks for the site's own
    start (`sitecustomize`), in `scratch`."""
    told = scratch / "reached.txt"
    told.touch()
    start = f"from voiceflow.bench.suites.readiness.around import watch_child\nwatch_child({str(told)!r})\n"
    (scratch / "sitecustomize.py").write_text(start, encoding="utf-8")
    paths = os.pathsep.join(filter(None, (str(scratch), _PACKAGE_ROOT, os.environ.get("PYTHONPATH"))))
    _watch(reached.append)
    try:
        with _environment({"PYTHONPATH": paths}):
            yield
    finally:
        _watching.pop()
        reached += told.read_text(encoding="utf-8").splitlines()


def watch_child(told: str) -> None:
    """In the child, before its program begins; never ends."""

    def tell(host: str) -> None:
        with Path(told).open("a", encoding="utf-8") as file:
            file.write(f"{host}\n")

    _watch(tell)


def _watch(tell: Callable[[str], object]) -> None:
    if not _watching:
        sys.addaudithook(_on_event)  # cannot be taken back
        _watching.append(lambda _: None)
    _watching.append(tell)


def _on_event(event: str, arguments: tuple[Any, ...]) -> None:
    if event not in ("socket.connect", "socket.sendto", "socket.getaddrinfo") or not _watching:
        return
    address = arguments[0] if event == "socket.getaddrinfo" else arguments[1]
    host = address[0] if isinstance(address, tuple) else address if event == "socket.getaddrinfo" else ""
    if isinstance(host, str) and host and not host.startswith(_HERE):
        _watching[-1](host)
