"""A model's files from the model hub: asked for, fetched with resume, checked. No other part opens a connection for a
model, and this one only when the user asked for it.

`huggingface_hub` asks for the list of files and carries the connection, its proxies and errors. Its own
`hf_hub_download` (2.4) keeps nothing of a download that was cut off, so the bytes are streamed here.
"""

import logging
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import quote

from voiceflow import __version__
from voiceflow.engines.model_catalogue import KnownModel
from voiceflow.engines.model_download_errors import explain, no_space, strange_answer, wrong_checksum
from voiceflow.engines.model_files import git_blob_sha1, sha256
from voiceflow.errors import ModelError

if TYPE_CHECKING:
    from huggingface_hub.hf_api import RepoSibling

Progress = Callable[[int, int], None]

RETRY_WAITS_S = (1.0, 3.0, 6.0)
"""Waits after failures in a row without a new byte; then the download gives up, and goes on when it is asked again."""
_METADATA_TIMEOUT_S = 15.0
_SPARE_BYTES = 64 << 20
"""Room on the disk that a download leaves to everything else."""


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """`sha256` is empty for a small file: the hub knows its git hash instead."""

    name: str
    url: str
    size_bytes: int
    sha256: str
    git_sha1: str

    def matches(self, file: Path) -> bool:
        if file.stat().st_size != self.size_bytes:
            return False
        return sha256(file) == self.sha256 if self.sha256 else git_blob_sha1(file) == self.git_sha1


class HubDownload:
    """One model into `folder`, which may hold what an earlier download got. One thread."""

    def __init__(self, model: KnownModel, folder: Path, progress: Progress, cancelled: threading.Event) -> None:
        self._model, self._folder = model, folder
        self._progress, self._cancelled = progress, cancelled
        self._done_bytes = self._total_bytes = 0

    def run(self) -> dict[str, str]:
        """Afterwards `folder` holds the model's files and no other. Returns their SHA-256 by name. `ModelError`."""
        with _explained(self._model, self._folder):
            files = remote_files(self._model)
            self._total_bytes = sum(file.size_bytes for file in files)
            self._remove_all_but({*(file.name for file in files), *map(_part_name, files)})
            self._check_room(files)
            for file in files:
                self._fetch(file)
            return {file.name: file.sha256 or sha256(self._folder / file.name) for file in files}

    def _fetch(self, file: RemoteFile) -> None:
        whole, part = self._folder / file.name, self._folder / _part_name(file)
        if whole.exists() and not file.matches(whole):
            whole.unlink()
        if not whole.exists():
            self._fetch_part(file, part)
            if not file.matches(part):
                part.unlink()
                raise wrong_checksum(self._model, file.name)
            part.replace(whole)
        self._advance(file.size_bytes, finished=True)

    def _fetch_part(self, file: RemoteFile, part: Path) -> None:
        import httpx2

        failures = 0
        while (before := _size(part)) != file.size_bytes:
            try:
                self._stream(file, part)
            except httpx2.TransportError:
                failures = 0 if _size(part) > before else failures + 1
                if failures > len(RETRY_WAITS_S):
                    raise
                self._cancelled.wait(RETRY_WAITS_S[max(failures - 1, 0)])
                self._stop_if_cancelled()

    def _stream(self, file: RemoteFile, part: Path) -> None:
        """Goes on where the part ends; from the start when the server will not."""
        import httpx2
        from huggingface_hub import constants, get_session, hf_raise_for_status

        have = _size(part)
        if have > file.size_bytes:
            part.unlink()
            have = 0
        headers = _headers() | ({"Range": f"bytes={have}-"} if have else {})
        timeout_s = constants.HF_HUB_DOWNLOAD_TIMEOUT
        with (
            get_session().stream("GET", file.url, headers=headers, timeout=timeout_s) as response,
            part.open("ab") as out,
        ):
            hf_raise_for_status(response)
            if response.status_code != httpx2.codes.PARTIAL_CONTENT:
                out.truncate(0)
            self._write(response.iter_raw(), out)
        if _size(part) < file.size_bytes:
            raise httpx2.RemoteProtocolError("the server ended before the file did")

    def _write(self, blocks: Iterator[bytes], out: BinaryIO) -> None:
        for block in blocks:
            self._stop_if_cancelled()
            out.write(block)
            self._advance(out.tell())
        self._stop_if_cancelled()

    def _advance(self, file_bytes: int, *, finished: bool = False) -> None:
        self._progress(self._done_bytes + file_bytes, self._total_bytes)
        if finished:
            self._done_bytes += file_bytes

    def _stop_if_cancelled(self) -> None:
        if self._cancelled.is_set():
            hint = f"What is here is kept; voiceflow models install {self._model.name} goes on"
            raise ModelError("models.cancelled", f"The download of {self._model.name} was cancelled", hint)

    def _check_room(self, files: list[RemoteFile]) -> None:
        here = sum(_size(self._folder / file.name) or _size(self._folder / _part_name(file)) for file in files)
        needed, free = self._total_bytes - here + _SPARE_BYTES, shutil.disk_usage(self._folder).free
        if needed > free:
            raise no_space(self._model, self._folder, needed)

    def _remove_all_but(self, names: set[str]) -> None:
        for path in self._folder.iterdir():
            if path.is_file() and path.name not in names:
                path.unlink()


def remote_files(model: KnownModel) -> list[RemoteFile]:
    """One request; the addresses name the commit, so that a new version cannot come in between."""
    from huggingface_hub import HfApi

    _quiet_library()
    hub, endpoint = model.hub, endpoint_url()
    api = HfApi(endpoint=endpoint, token=_token(), library_name="voiceflow", library_version=__version__)
    try:
        info = api.model_info(hub.repo, revision=hub.revision, files_metadata=True, timeout=_METADATA_TIMEOUT_S)
        wanted = [s for s in info.siblings or [] if _wanted(s, model)]
        files = [_remote_file(sibling, f"{endpoint}/{hub.repo}/resolve/{info.sha}") for sibling in wanted]
    except (KeyError, TypeError, ValueError) as error:
        raise strange_answer(endpoint) from error
    missing = [pattern for pattern in model.required if not any(fnmatchcase(file.name, pattern) for file in files)]
    if missing:
        title = f"{hub.repo} on {endpoint} holds no {' and no '.join(missing)}"
        raise ModelError("models.hub_not_found", title, "Update VoiceFlow: the model may have moved")
    return sorted(files, key=lambda file: file.size_bytes)


def endpoint_url() -> str:
    return (os.environ.get("HF_ENDPOINT") or "https://huggingface.co").rstrip("/")


def _wanted(sibling: "RepoSibling", model: KnownModel) -> bool:
    path = PurePosixPath(sibling.rfilename)
    in_folder = path.parent == PurePosixPath(model.hub.folder)
    return in_folder and any(fnmatchcase(path.name, pattern) for pattern in (*model.required, *model.optional))


def _remote_file(sibling: "RepoSibling", root: str) -> RemoteFile:
    lfs, name = sibling.lfs, PurePosixPath(sibling.rfilename).name
    if sibling.size is None or not (lfs or sibling.blob_id):
        raise ValueError(f"no size or checksum for {name}")
    url = f"{root}/{quote(sibling.rfilename)}"
    return RemoteFile(name, url, sibling.size, lfs.sha256 if lfs else "", sibling.blob_id or "")


def _part_name(file: RemoteFile) -> str:
    """Names the contents: what was begun of another version is not gone on with."""
    return f"{file.name}.{(file.sha256 or file.git_sha1)[:16]}.part"


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def _token() -> str | bool:
    """Only the environment's, for company mirrors; the login that other programs left on this machine is not sent."""
    return os.environ.get("HF_TOKEN") or False


def _headers() -> dict[str, str]:
    headers = {"User-Agent": f"voiceflow/{__version__}", "Accept-Encoding": "identity"}
    token = _token()
    return headers | ({"Authorization": f"Bearer {token}"} if token else {})


def _quiet_library() -> None:
    """No telemetry, nothing printed. The constant is read at each use, the environment only at the first import."""
    from huggingface_hub import constants

    constants.HF_HUB_DISABLE_TELEMETRY = True
    logging.getLogger("huggingface_hub").setLevel(logging.ERROR)


@contextmanager
def _explained(model: KnownModel, folder: Path) -> Iterator[None]:
    try:
        yield
    except ModelError:
        raise
    except Exception as error:
        explained = explain(error, model, folder, endpoint_url())
        if explained is None:
            raise
        raise explained from error
