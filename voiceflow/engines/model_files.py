"""The files of a model on disk: are they all there, and are they the right ones?"""

import hashlib
import json
import logging
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from voiceflow.paths import make_private

log = logging.getLogger(__name__)

RECORD = "voiceflow-model.json"
_BLOCK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """`sha256` by file name; empty where nobody vouches for the files (a folder of the user's own)."""

    path: Path
    required: tuple[str, ...]
    sha256: Mapping[str, str] = field(default_factory=dict)

    def missing(self) -> tuple[str, ...]:
        """Required names or patterns that no file matches, and files of the record that are gone; an empty file does
        not count."""
        names = {file.name for file in files(self.path) if file.stat().st_size > 0}
        patterns = [pattern for pattern in self.required if not any(fnmatchcase(name, pattern) for name in names)]
        return tuple(dict.fromkeys([*patterns, *(name for name in self.sha256 if name not in names)]))


class Checker:
    """Compares files with their SHA-256, and remembers in `memory` by size, time and inode what it has read: a file
    that did not change is read once. Any thread."""

    def __init__(self, memory: Path) -> None:
        self._memory = memory
        self._lock = threading.Lock()
        self._known: dict[str, tuple[str, str]] | None = None

    def damaged(self, folder: ModelFolder) -> tuple[str, ...]:
        """Names of the files that are missing or not what they should be; reads what it has not read yet."""
        return self._damaged(folder, read=True)

    def known_damaged(self, folder: ModelFolder) -> tuple[str, ...]:
        """The same, from memory alone: a file that was never read counts as sound."""
        return self._damaged(folder, read=False)

    def remember(self, folder: Path, sha256: Mapping[str, str]) -> None:
        """What has just been read; a home that cannot be written to costs the memory, not the check."""
        with self._lock:
            known = self._load()
            known |= {str(folder / name): (_stamp(folder / name), digest) for name, digest in sha256.items()}
            try:
                make_private(self._memory.parent)
                beside = self._memory.with_suffix(".new")
                beside.write_text(json.dumps(known, indent=0), encoding="utf-8")
                beside.replace(self._memory)
            except OSError as error:
                log.info("the list of checked model files was not kept: %s", error.strerror)

    def forget(self, folder: Path) -> None:
        with self._lock:
            known = self._load()
            for path in [path for path in known if Path(path).parent == folder]:
                del known[path]

    def _damaged(self, folder: ModelFolder, *, read: bool) -> tuple[str, ...]:
        missing = folder.missing()
        present = [(name, digest) for name, digest in folder.sha256.items() if name not in missing]
        wrong = [
            name for name, expected in present if self._digest(folder.path / name, read=read) not in ("", expected)
        ]
        return (*missing, *wrong)

    def _digest(self, file: Path, *, read: bool) -> str:
        """Empty when it was never read and shall not be now."""
        with self._lock:
            stamp, digest = self._load().get(str(file), ("", ""))
        if stamp == _stamp(file):
            return digest
        if not read:
            return ""
        digest = sha256(file)
        self.remember(file.parent, {file.name: digest})
        return digest

    def _load(self) -> dict[str, tuple[str, str]]:
        if self._known is None:
            try:
                pairs = json.loads(self._memory.read_text(encoding="utf-8"))
                self._known = {path: (str(stamp), str(digest)) for path, (stamp, digest) in pairs.items()}
            except (OSError, ValueError, TypeError, AttributeError):
                self._known = {}
        return self._known


def sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def git_blob_sha1(file: Path) -> str:
    """The hub's checksum of a small file: git hashes the word blob, the size, a zero byte and the contents."""
    digest = hashlib.sha1(f"blob {file.stat().st_size}\0".encode(), usedforsecurity=False)
    with file.open("rb") as stream:
        while block := stream.read(_BLOCK_BYTES):
            digest.update(block)
    return digest.hexdigest()


def read_record(folder: Path) -> dict[str, str]:
    """SHA-256 by file name as it was when the model was installed; empty without a record that can be read."""
    try:
        digests = json.loads((folder / RECORD).read_text(encoding="utf-8"))["sha256"]
        return {str(name): str(digest) for name, digest in digests.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def write_record(folder: Path, source: str, sha256: Mapping[str, str]) -> None:
    record = {"source": source, "sha256": dict(sha256)}
    (folder / RECORD).write_text(json.dumps(record, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def files(folder: Path) -> list[Path]:
    try:
        return [file for file in folder.iterdir() if file.is_file()]
    except OSError:
        return []


def size_bytes(folder: Path) -> int:
    return sum(file.stat().st_size for file in files(folder))


def _stamp(file: Path) -> str:
    status = file.stat()
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ino}"
