"""Public names that lead to loopback: what a test does with them looks like the cloud to the program."""

import socket
from typing import Any

import pytest


def lead_here(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Every other name that is not this machine's is unknown, and nobody outside is asked."""
    real = socket.getaddrinfo

    def look_up(host: Any, *rest: Any, **options: Any) -> Any:
        text = host.decode() if isinstance(host, bytes) else host
        if text in names:
            return real("127.0.0.1", *rest, **options)
        if text in ("localhost", "127.0.0.1", "::1"):
            return real(host, *rest, **options)
        raise socket.gaierror(socket.EAI_NONAME, "no such name")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
