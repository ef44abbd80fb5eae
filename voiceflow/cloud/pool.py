"""The open connections."""

import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from voiceflow.cloud.address import HERE
from voiceflow.errors import EngineError

if TYPE_CHECKING:
    import httpx2

_KEEP_ALIVE_S = 90.0
"""Longer than the pauses between dictations: the next one finds a connection that is open."""
_MOST_CONNECTIONS = 8


class Pool:
    """On the loop's thread only. One client for each set of trusted certificates. One that a request failed in takes no
    further ones: its connection may be in the middle of an answer that nobody reads. It is closed with its last
    request, so that the server hears of it."""

    def __init__(self) -> None:
        self._clients: dict[str, httpx2.AsyncClient] = {}
        self._users: dict[httpx2.AsyncClient, int] = {}

    @asynccontextmanager
    async def client(self, ca_file: str) -> "AsyncIterator[httpx2.AsyncClient]":
        client = self._clients.get(ca_file) or self._clients.setdefault(ca_file, _made(ca_file))
        self._users[client] = self._users.get(client, 0) + 1
        try:
            yield client
        except BaseException:
            self.retire(client)
            raise
        finally:
            self._users[client] -= 1
            if not self._users[client]:
                del self._users[client]
                if client not in self._clients.values():
                    await client.aclose()

    def retire(self, client: "httpx2.AsyncClient") -> None:
        """It takes no further requests."""
        self._clients = {name: known for name, known in self._clients.items() if known is not client}

    async def close(self) -> None:
        for client in self._clients.values():
            await client.aclose()
        self._clients.clear()


def _made(ca_file: str) -> "httpx2.AsyncClient":
    import httpx2

    limits = httpx2.Limits(max_connections=_MOST_CONNECTIONS, keepalive_expiry=_KEEP_ALIVE_S)
    # A proxy of the environment is for other machines only.
    direct = {f"all://{name}": None for name in HERE}
    return httpx2.AsyncClient(
        http2=True, verify=_trusted(ca_file), limits=limits, mounts=direct, follow_redirects=False
    )


def _trusted(ca_file: str) -> ssl.SSLContext:
    import httpx2

    context = httpx2.create_ssl_context()
    if ca_file:
        try:
            context.load_verify_locations(Path(ca_file).expanduser())
        except (OSError, ssl.SSLError) as error:
            cure = "Name a readable PEM file in cloud.ca_file, or empty the setting."
            raise EngineError("cloud.ca_file", "The file of certificates cannot be used", cure) from error
    return context
