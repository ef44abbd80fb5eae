"""What counts as leaving this machine. Loads nothing but the standard library: it also runs inside other processes, as
their `sitecustomize`, where `VOICEFLOW_TEST_REACHED` names the file that takes the hosts."""

import os
import socket
import sys
from pathlib import Path
from typing import Any


def outside(event: str, arguments: tuple[Any, ...]) -> str:
    """The host that an audit event of Python is about to reach, or to ask a name server for; empty for this machine."""
    if event in ("socket.connect", "socket.sendto"):
        address = arguments[1]
        host = str(address[0]) if isinstance(address, tuple) else ""
    elif event == "socket.getaddrinfo":
        host = arguments[0].decode() if isinstance(arguments[0], bytes) else str(arguments[0] or "")
    else:
        return ""
    here = host in ("", "localhost", "::1", "::", "0.0.0.0", socket.gethostname()) or host.startswith("127.")
    return "" if here else host


def watch() -> None:
    """Refuses, and writes down, whatever would leave this machine."""
    file = Path(os.environ["VOICEFLOW_TEST_REACHED"])

    def refuse(event: str, arguments: tuple[Any, ...]) -> None:
        if host := outside(event, arguments):
            with file.open("a", encoding="utf-8") as reached:
                reached.write(f"{host}\n")
            raise PermissionError(f"{host} is not this machine")

    sys.addaudithook(refuse)
