"""Services on loopback that speak the real protocols, over HTTP/1.1 and, with TLS, HTTP/2.

    authority = Authority(tmp_path)                     # a certificate authority of this test
    with Imitation(OpenAi(), authority) as server:      # https; without an authority: http
        server.url                                      # https://127.0.0.1:43121
        server.faults.append(Fault(status=429, retry_after="7"))   # for the next answer only, then the next in line
        server.always = Fault(before_s=1.0)             # whenever no fault is in line
        server.asked                                    # every request so far, whole
        server.stop_listening()                         # from now on connections are refused

`faults.FAULTS` has the ways to fail by name. Imitations: `openai.OpenAi`, `google.Google`, `yandex.Yandex`,
`chat.Chat`. `names.py` gives an imitation a public name, so that it counts as the cloud. A request that waits in a
fault ends when its client leaves or the server is closed: no test waits for it.
"""

import asyncio
import ssl
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, Self
from urllib.parse import parse_qsl, urlsplit

import trustme

from tests.imitations.faults import NONE, Fault


@dataclass(frozen=True, slots=True)
class Asked:
    """One request. `headers` have names in lower case; `http` is `1.1` or `2`; `connection` counts connections."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes
    http: str
    connection: int

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> dict[str, str]:
        return dict(parse_qsl(urlsplit(self.target).query))


@dataclass(frozen=True, slots=True)
class Reply:
    """`pieces` of the body are sent one by one."""

    status: int
    content_type: str
    pieces: tuple[bytes, ...]
    headers: Mapping[str, str] = field(default_factory=dict)


class Service(Protocol):
    def answer(self, asked: Asked) -> Reply: ...

    def error(self, status: int) -> Reply:
        """As this service writes its errors."""


class Authority:
    """`ca_file` is what a client must trust."""

    def __init__(self, folder: Path) -> None:
        self._authority = trustme.CA()
        self.ca_file = folder / "authority.pem"
        self._authority.cert_pem.write_to_path(str(self.ca_file))

    def context(self, *names: str) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._authority.issue_cert(*names).configure_cert(context)
        return context


class Imitation:
    def __init__(
        self,
        service: Service,
        authority: Authority | None = None,
        http: tuple[str, ...] = ("h2", "http/1.1"),
        names: tuple[str, ...] = ("127.0.0.1", "localhost", "api.example"),
    ) -> None:
        """`http`: what TLS offers; `names`: what the certificate is for."""
        self.service = service
        self.faults: list[Fault] = []
        self.always = NONE
        self.asked: list[Asked] = []
        self.connections = 0
        self.port = 0
        self._tls = authority.context(*names) if authority else None
        if self._tls:
            self._tls.set_alpn_protocols(list(http))
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="imitation")
        self._server: asyncio.Server | None = None

    @property
    def url(self) -> str:
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        self._thread.start()
        self._do(self._open())
        return self

    def __exit__(self, *_: object) -> None:
        self._do(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def stop_listening(self) -> None:
        self._do(self._close())

    def next_fault(self) -> Fault:
        return self.faults.pop(0) if self.faults else self.always

    def reply(self, asked: Asked, fault: Fault) -> Reply:
        """What the service says, with the fault in it."""
        self.asked.append(asked)
        if fault.redirect:
            return Reply(fault.redirect_status, "text/plain", (), {"location": fault.redirect})
        if fault.status:
            error = self.service.error(fault.status)
            patience = {"retry-after": fault.retry_after} if fault.retry_after else {}
            return Reply(error.status, error.content_type, error.pieces, patience)
        right = self.service.answer(asked)
        pieces = right.pieces if fault.body is None else (fault.body,)
        pieces += (b"x" * fault.extra_bytes,) if fault.extra_bytes else ()
        headers = {"content-encoding": fault.encoding} if fault.encoding else {}
        return Reply(right.status, fault.content_type or right.content_type, pieces, {**right.headers, **headers})

    def _do(self, work: "asyncio.coroutines.Coroutine[object, object, None]") -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    async def _open(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port, ssl=self._tls)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _close(self) -> None:
        if self._server:
            self._server.close()
            self._server = None
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        from tests.imitations import http1, http2

        self.connections += 1
        secured = writer.get_extra_info("ssl_object")
        speaks = http2 if secured and secured.selected_alpn_protocol() == "h2" else http1
        try:
            await speaks.serve(self, reader, writer, self.connections)
        except (ConnectionError, ssl.SSLError, asyncio.CancelledError):
            pass
        finally:
            writer.transport.abort()


def json_reply(value: object, status: int = 200) -> Reply:
    import json

    return Reply(status, "application/json", (json.dumps(value).encode(),))
