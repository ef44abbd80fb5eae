"""Where a service is, as the settings have it."""

import re
from dataclasses import dataclass

from voiceflow.errors import EngineError

# So strict that no two readers of an address can mean different hosts by it: no user, no query, no backslash.
_URL = re.compile(r"(https?)://([a-z0-9.-]+|\[[0-9a-f:]+\])(:\d{1,5})?((?:/[\w.~%-]*)*)", re.IGNORECASE | re.ASCII)
HERE = ("localhost", "127.0.0.1", "[::1]")
"""This machine, for which no proxy of the environment is asked. RFC 6761 keeps `localhost` for loopback."""
_USUAL_PORT = {"http": ":80", "https": ":443"}


@dataclass(frozen=True, slots=True)
class Address:
    """`url` without a final slash; `host` with its port, where that is not the usual one. `here`: on this machine."""

    url: str
    host: str
    here: bool


def address(url: str, setting: str) -> Address:
    """`EngineError` `cloud.no_address`, `cloud.bad_address` or, for another machine without TLS, `cloud.insecure`;
    `setting` is the one that holds it. An empty address is never somebody's default."""
    if not url.strip():
        raise EngineError(
            "cloud.no_address",
            f"The setting {setting} is empty, so nothing is sent anywhere",
            f"Name the server: voiceflow config set {setting} https://...",
        )
    found = _URL.fullmatch(url.strip())
    if found is None:
        cure = f"It looks like https://api.example.com/v1: voiceflow config set {setting} ..."
        raise EngineError("cloud.bad_address", f"The address in {setting} cannot be used", cure)
    scheme, name, port, _ = (part or "" for part in found.groups())
    scheme, name = scheme.lower(), name.lower()
    here = name in HERE
    if scheme == "http" and not here:
        raise EngineError(
            "cloud.insecure",
            f"The address in {setting} is of another machine and not encrypted",
            "Use an https:// address, or a tunnel to a port of this machine.",
        )
    host = name + ("" if port == _USUAL_PORT[scheme] else port)
    return Address(found[0].rstrip("/"), host, here)
