"""A chat server on loopback that stands where a language model would: `/v1/chat/completions` as in OpenAI's API
reference, "Create chat completion". No model works in it."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

_JSON = "application/json"


class Endpoint:
    """`think_s`: how long it takes for each answer. Without `keep_alive` it closes the connection after each, so that
    every request needs a new one. It speaks plain HTTP, as servers on the user's own machine do."""

    def __init__(self, think_s: float = 0.0, keep_alive: bool = True) -> None:
        self.think_s, self.keep_alive = think_s, keep_alive
        self.connections = self.answers = 0
        self._server = _Server(self)
        self._thread = threading.Thread(target=self._server.serve_forever, name="endpoint", args=(0.05,), daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    """Its threads end with their connections, which the client closes."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, endpoint: Endpoint) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.endpoint = endpoint


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1  # an answer leaves in one piece
    server: _Server

    def setup(self) -> None:
        super().setup()
        self.server.endpoint.connections += 1

    def do_POST(self) -> None:
        endpoint = self.server.endpoint
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        answer = json.dumps(_answer(json.loads(body))).encode()
        time.sleep(endpoint.think_s)
        self.send_response(200)
        self.send_header("content-type", _JSON)
        self.send_header("content-length", str(len(answer)))
        if not endpoint.keep_alive:
            self.send_header("connection", "close")  # this handler sees it, too
        self.end_headers()
        self.wfile.write(answer)
        self.wfile.flush()
        endpoint.answers += 1

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Says nothing: what is asked holds texts."""


def _answer(asked: dict[str, Any]) -> dict[str, Any]:
    said = json.loads(asked["messages"][-1]["content"])["transcript"]
    text = json.dumps({"text": tidied(said)}, ensure_ascii=False)
    message = {"role": "assistant", "content": text}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    usage = {"prompt_tokens": 10, "completion_tokens": 10, "total_tokens": 20}
    return {"id": "1", "object": "chat.completion", "created": 1, "choices": [choice], "usage": usage}


def tidied(said: str) -> str:
    """With a capital and a full stop, which is what a good model would do with a good sentence."""
    return said[:1].upper() + said[1:] + ("" if said.endswith((".", "?", "!")) else ".")
