"""One pooled HTTP/2 client on a thread of its own, so that every request has a total limit and can be stopped at once
from any thread."""

import asyncio
import logging
import ssl
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Any

from voiceflow.cloud import failures
from voiceflow.cloud.transfer import Request, Transfer
from voiceflow.errors import EngineError

if TYPE_CHECKING:
    import httpx2

log = logging.getLogger(__name__)

CONNECT_S = 5.0
_KEEP_ALIVE_S = 90.0
"""Longer than the pauses between dictations: the next one finds a connection that is open."""
_MOST_REDIRECTS = 3
_ERROR_BYTES = 64 * 1024
_AGAIN = (307, 308)
"""The redirects that repeat the request as it is: RFC 9110, 15.4."""
_CLOSING_S = 5.0


class Client:
    """Starts its thread, `cloud`, with the first request."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._clients: dict[str, httpx2.AsyncClient] = {}

    def send(self, request: Request, ca_file: str, ended: Callable[[EngineError | None], None]) -> Transfer:
        """Never waits."""
        transfer = Transfer(request.host)
        transfer.follow(self._submit(self._receive(request, ca_file, transfer)), ended)
        return transfer

    def close(self) -> None:
        """What is under way ends as stopped."""
        with self._lock:
            loop, thread = self._loop, self._thread
            self._loop = self._thread = None
        if loop is None or thread is None:
            return
        asyncio.run_coroutine_threadsafe(self._end(), loop).result(_CLOSING_S)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()

    def _submit(self, work: Coroutine[Any, Any, None]) -> "Future[None]":
        with self._lock:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                self._thread = threading.Thread(target=_run, args=(self._loop,), name="cloud", daemon=True)
                self._thread.start()
            return asyncio.run_coroutine_threadsafe(work, self._loop)

    async def _end(self) -> None:
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        for client in self._clients.values():
            await client.aclose()
        self._clients.clear()

    async def _receive(self, request: Request, ca_file: str, transfer: Transfer) -> None:
        async with asyncio.timeout(request.total_s):
            client = self._client(ca_file)
            url: str | None = request.url
            for _ in range(_MOST_REDIRECTS + 1):
                assert url is not None
                url = await self._attempt(client, url, request, transfer)
                if url is None:
                    return
        raise failures.malformed(request.host, "one redirect after another")

    async def _attempt(
        self, client: "httpx2.AsyncClient", url: str, request: Request, transfer: Transfer
    ) -> str | None:
        """Where the same host wants the request repeated; None when the answer is through."""
        import httpx2

        timeout = httpx2.Timeout(request.idle_s, connect=CONNECT_S, pool=CONNECT_S)
        async with client.stream(
            "POST", url, content=request.body, headers=request.headers, timeout=timeout
        ) as response:
            if 300 <= response.status_code < 400:
                return _same_host(request, response)
            if response.status_code != 200:
                body = await _beginning(response)
                raise failures.of_status(request.host, response.status_code, response.headers, body)
            _check_kind(request, response)
            received_bytes = 0
            async for part in response.aiter_raw():
                received_bytes += len(part)
                if received_bytes > request.most_bytes:
                    raise failures.too_large(request.host)
                transfer.push(part)
        return None

    def _client(self, ca_file: str) -> "httpx2.AsyncClient":
        """On the loop's thread only. One for each set of trusted certificates."""
        import httpx2

        if ca_file not in self._clients:
            limits = httpx2.Limits(max_connections=8, keepalive_expiry=_KEEP_ALIVE_S)
            # A proxy of the environment is for other machines only.
            direct = {f"all://{name}": None for name in ("localhost", "127.0.0.1", "[::1]")}
            self._clients[ca_file] = httpx2.AsyncClient(
                http2=True, verify=_trusted(ca_file), limits=limits, mounts=direct, follow_redirects=False
            )
        return self._clients[ca_file]


def _run(loop: asyncio.AbstractEventLoop) -> None:
    asyncio.set_event_loop(loop)
    try:
        loop.run_forever()
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.run_until_complete(loop.shutdown_default_executor())
    finally:
        loop.close()


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


def _same_host(request: Request, response: "httpx2.Response") -> str:
    import httpx2

    try:
        target = response.url.join(response.headers.get("location", ""))
    except httpx2.InvalidURL as error:
        raise failures.malformed(request.host, "a redirect to nowhere") from error
    before = response.url
    if (target.scheme, target.host, target.port) != (before.scheme, before.host, before.port):
        raise failures.redirected(request.host, target.host or "elsewhere")
    if response.status_code not in _AGAIN:
        raise failures.malformed(request.host, f"a redirect ({response.status_code}) that would lose the request")
    return str(target)


def _check_kind(request: Request, response: "httpx2.Response") -> None:
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if not any(kind == known or (known.endswith("/") and kind.startswith(known)) for known in request.types):
        raise failures.malformed(request.host, "something else than was asked for")
    if response.headers.get("content-encoding", "identity").lower() != "identity":
        raise failures.malformed(request.host, "a compression that nobody asked for")


async def _beginning(response: "httpx2.Response") -> bytes:
    body = b""
    async for part in response.aiter_raw():
        body += part
        if len(body) > _ERROR_BYTES:
            break
    return body[:_ERROR_BYTES]
