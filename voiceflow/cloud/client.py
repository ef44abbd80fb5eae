"""One pooled HTTP/2 client on a thread of its own, so that every request has a total limit and can be stopped at once
from any thread."""

import asyncio
import contextlib
import threading
import weakref
from collections.abc import Callable
from typing import TYPE_CHECKING

from voiceflow.cloud import failures
from voiceflow.cloud.pool import Pool
from voiceflow.cloud.transfer import Request, Transfer
from voiceflow.errors import EngineError

if TYPE_CHECKING:
    import httpx2

CONNECT_S = 5.0
_MOST_REDIRECTS = 3
_ERROR_BYTES = 64 * 1024
_AGAIN = (307, 308)
"""The redirects that repeat the request as it is: RFC 9110, 15.4."""
_CONNECTING_S = 1.0
"""So long a connection that is being made may still take when the program ends."""
_CLOSING_S = 5.0


class Client:
    """Starts its thread, `cloud`, with the first request."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._pool = Pool()
        self._courses: weakref.WeakSet[_Course] = weakref.WeakSet()

    def send(self, request: Request, ca_file: str, ended: Callable[[EngineError | None], None]) -> Transfer:
        """Never waits."""
        course = _Course(self._pool, request, ca_file)
        transfer = Transfer(request, course.stop, ended)
        with self._lock:
            self._courses.add(course)
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                self._thread = threading.Thread(target=_run, args=(self._loop,), name="cloud", daemon=True)
                self._thread.start()
            asyncio.run_coroutine_threadsafe(course.run(transfer.push), self._loop).add_done_callback(transfer.end)
        return transfer

    def close(self) -> None:
        """What is under way ends as stopped."""
        with self._lock:
            loop, thread = self._loop, self._thread
            self._loop = self._thread = None
        if loop is None or thread is None:
            return
        with contextlib.suppress(TimeoutError):
            asyncio.run_coroutine_threadsafe(self._end(), loop).result(_CLOSING_S)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()

    async def _end(self) -> None:
        for course in list(self._courses):
            course.stop()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        if others:
            _, others = await asyncio.wait(others, timeout=_CONNECTING_S)
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await self._pool.close()


class _Course:
    """One request, on the loop's thread but for `stop`."""

    def __init__(self, pool: Pool, request: Request, ca_file: str) -> None:
        self._pool, self._request, self._ca_file = pool, request, ca_file
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[None] | None = None
        self._client: httpx2.AsyncClient | None = None
        self._stopped = self._cancelled = False
        self._connecting = True

    def stop(self) -> None:
        """From any thread."""
        self._stopped = True
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop is closed, and with it all that was under way
                self._loop.call_soon_threadsafe(self._cancel)

    async def run(self, push: Callable[[bytes], None]) -> None:
        self._loop, self._task = asyncio.get_running_loop(), asyncio.current_task()
        if self._stopped:
            raise asyncio.CancelledError
        async with asyncio.timeout(self._request.total_s), self._pool.client(self._ca_file) as self._client:
            await self._follow(self._client, push)

    async def _follow(self, client: "httpx2.AsyncClient", push: Callable[[bytes], None]) -> None:
        url: str | None = self._request.url
        for _ in range(_MOST_REDIRECTS + 1):
            assert url is not None
            url = await self._attempt(client, url, push)
            if url is None:
                return
        raise failures.malformed(self._request.host, "one redirect after another")

    async def _attempt(self, client: "httpx2.AsyncClient", url: str, push: Callable[[bytes], None]) -> str | None:
        """Where the same host wants the request repeated; None when the answer is through."""
        import httpx2

        request = self._request
        connect_s = min(CONNECT_S, 0.9 * request.total_s)
        timeout = httpx2.Timeout(request.idle_s, connect=connect_s, pool=connect_s)
        extensions = {"trace": self._watch}
        async with client.stream(
            "POST", url, content=request.body, headers=request.headers, timeout=timeout, extensions=extensions
        ) as response:
            if 300 <= response.status_code < 400:
                return _same_host(request, response)
            if response.status_code != 200:
                body = await _beginning(response)
                raise failures.of_status(request, response.status_code, response.headers, body)
            _check_kind(request, response)
            received_bytes = 0
            async for part in response.aiter_raw():
                received_bytes += len(part)
                if received_bytes > request.most_bytes:
                    raise failures.too_large(request.host)
                push(part)
        return None

    async def _watch(self, step: str, _: object) -> None:
        # WORKAROUND: httpcore2 loses the socket of a connection when one who waits for it is cancelled.
        if self._connecting and step.endswith("send_request_headers.started"):
            self._connecting = False
            if self._stopped:
                self._cancel()

    def _cancel(self) -> None:
        if self._task is None or self._task.done():
            return
        if self._client is not None:
            self._pool.retire(self._client)
        if not self._connecting and not self._cancelled:
            self._cancelled = True  # a second time it would cut the cleaning up short
            self._task.cancel()


def _run(loop: asyncio.AbstractEventLoop) -> None:
    asyncio.set_event_loop(loop)
    try:
        loop.run_forever()
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.run_until_complete(loop.shutdown_default_executor())
    finally:
        loop.close()


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
