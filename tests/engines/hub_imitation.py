"""A model hub on loopback: what a download asks of the real one, and its ways to fail."""

import hashlib
import json
import random
import re
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self
from urllib.parse import unquote, urlsplit

LARGE_BYTES = 100_000
"""Files from this size on are kept outside git, as the real hub does from about 10 MB on."""


@dataclass(slots=True)
class HubImitation:
    """`repositories`: files by name, by repository. A large file is answered with a redirect to a store that has it
    by its SHA-256. The faults name files: `cut_at` ends the connection after so many bytes of the file's contents,
    once for each entry; `altered` sends other bytes of the same length; `broken` answers 503. `asks_to_sign_in` is not
    the hub at all, but the page that a hotel's network puts in its place."""

    repositories: dict[str, dict[str, bytes]]
    cut_at: dict[str, list[int]] = field(default_factory=dict)
    altered: set[str] = field(default_factory=set)
    broken: set[str] = field(default_factory=set)
    ignores_range: bool = False
    asks_to_sign_in: bool = False
    requests: list[tuple[str, str]] = field(default_factory=list)
    """Path and `Range` header (empty without one) of each request, in order."""
    headers: list[dict[str, str]] = field(default_factory=list)
    _server: ThreadingHTTPServer | None = None
    _thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        assert self._server is not None
        return f"http://127.0.0.1:{self._server.server_port}"

    def ranges_of(self, name: str) -> list[str]:
        """The `Range` headers of the requests that brought contents of this file."""
        return [byte_range for path, byte_range in self.requests if path.endswith(f"/{name}") and "/store/" in path]

    def __enter__(self) -> Self:
        hub = self

        class Handler(_Handler):
            imitation = hub

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = False
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), name="hub imitation")
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        assert self._server is not None and self._thread is not None
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def commit(self, repository: str) -> str:
        contents = b"".join(self.repositories[repository].values())
        return hashlib.sha1(contents, usedforsecurity=False).hexdigest()


class _Handler(BaseHTTPRequestHandler):
    imitation: HubImitation

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        self.imitation.requests.append((path, self.headers.get("Range", "")))
        self.imitation.headers.append(dict(self.headers))
        if self.imitation.asks_to_sign_in:
            self._answer(200, b"<html>Please sign in</html>")
        elif found := re.fullmatch(r"/api/models/(.+?)/revision/(.+)", path):
            self._describe(*found.groups())
        elif found := re.fullmatch(r"/(.+?)/resolve/(.+?)/(.+)", path):
            self._resolve(*found.groups())
        elif found := re.fullmatch(r"/store/(.+?)/([0-9a-f]{64})/(.+)", path):
            self._send(found[1], found[3])
        else:
            self._answer(404, b"")

    def _describe(self, repository: str, revision: str) -> None:
        files = self.imitation.repositories.get(repository)
        if files is None:
            self._answer(404, b'{"error": "Repository not found"}', {"X-Error-Code": "RepoNotFound"})
        elif revision not in ("main", self.imitation.commit(repository)):
            self._answer(404, b'{"error": "Revision not found"}', {"X-Error-Code": "RevisionNotFound"})
        else:
            siblings = [_sibling(name, contents) for name, contents in files.items()]
            info = {"id": repository, "sha": self.imitation.commit(repository), "siblings": siblings}
            self._answer(200, json.dumps(info).encode())

    def _resolve(self, repository: str, commit: str, name: str) -> None:
        contents = self.imitation.repositories.get(repository, {}).get(name)
        if contents is None or commit != self.imitation.commit(repository):
            self._answer(404, b"", {"X-Error-Code": "EntryNotFound"})
        elif len(contents) >= LARGE_BYTES:
            digest = hashlib.sha256(contents).hexdigest()
            location = f"{self.imitation.url}/store/{repository}/{digest}/{name}"
            self._answer(302, b"", {"Location": location, "X-Linked-Etag": f'"{digest}"', "X-Repo-Commit": commit})
        else:
            self._send(repository, name)

    def _send(self, repository: str, name: str) -> None:
        hub = self.imitation
        if name in hub.broken:
            return self._answer(503, b"")
        contents = hub.repositories[repository][name]
        if name in hub.altered:
            contents = contents[:-1] + bytes([contents[-1] ^ 1])
        begin = 0 if hub.ignores_range else int(self.headers.get("Range", "bytes=0-")[6:-1])
        self.send_response(206 if begin else 200)
        self.send_header("Content-Length", str(len(contents) - begin))
        self.end_headers()
        cuts = hub.cut_at.get(name, [])
        end = cuts.pop(0) if cuts else len(contents)
        self.wfile.write(contents[begin:end])
        return None

    def _answer(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """The suite's output is for results."""


def whisper_files(seed: int = 1, model_bytes: int = 600_000) -> dict[str, bytes]:
    """A repository like those of the Whisper models, with files that a download must leave out."""
    return {
        ".gitattributes": b"*.bin filter=lfs",
        "README.md": b"# a model",
        "config.json": b'{"alignment_heads": [[0, 0]]}',
        "model.bin": random.Random(seed).randbytes(model_bytes),
        "tokenizer.json": b'{"version": "1.0"}' * 1000,
        "vocabulary.txt": b"one\ntwo\nthree\n",
    }


def voice_files(folder: str, name: str) -> dict[str, bytes]:
    """One voice of a repository that holds many."""
    other = {"de/de_DE/other/low/de_DE-other-low.onnx": b"another voice", "voices.json": b"{}"}
    return other | {
        f"{folder}/{name}.onnx": random.Random(2).randbytes(300_000),
        f"{folder}/{name}.onnx.json": b'{"audio": {"sample_rate": 22050}}',
        f"{folder}/MODEL_CARD": b"# Model card",
        f"{folder}/samples/speaker_0.mp3": b"not wanted",
    }


def _sibling(name: str, contents: bytes) -> dict[str, object]:
    blob = hashlib.sha1(b"blob %d\0" % len(contents) + contents, usedforsecurity=False).hexdigest()
    sibling: dict[str, object] = {"rfilename": name, "size": len(contents), "blobId": blob}
    if len(contents) >= LARGE_BYTES:
        digest = hashlib.sha256(contents).hexdigest()
        sibling["lfs"] = {"sha256": digest, "size": len(contents), "pointerSize": 134}
    return sibling
