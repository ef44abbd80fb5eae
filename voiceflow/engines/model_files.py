"""The files of a model on disk: are they all there, and are they the right ones?"""

import hashlib
import json
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

log = logging.getLogger(__name__)

RECORD = "voiceflow-model.json"
_BLOCK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """`sha256` by file name; empty where nobody vouches for the files (a folder of the user's own)."""

    path: Path
    required: tuple[str, ...]
    sha256: Mapping[str, str] = field(default_factory=dict)

    def missing(self) -> list[str]:
        """Required names or patterns that no file matches, and files of the record that are gone or empty."""
        names = {file.name for file in _files(self.path) if file.stat().st_size > 0}
        wanted = [pattern for pattern in self.required if not any(fnmatch(name, pattern) for name in names)]
        return wanted + sorted(name for name in self.sha256 if name not in names and name not in wanted)

    def size_bytes(self) -> int:
        return sum(file.stat().st_size for file in _files(self.path))


class Checker:
    """Compares files with their SHA-256 and remembers, by size, time and inode, what it has read: a file that did not
    change is read once. Any thread."""

    def __init__(self, memory: Path) -> None:
        self._memory = memory
        self._known: dict[str, list[int | str]] | None = None

    def damaged(self, folder: ModelFolder) -> list[str]:
        """Names of the files that are missing or not what they should be; reads what it has not read yet."""
        wrong = [n for n, expected in folder.sha256.items() if self._differs(folder.path / n, expected, read=True)]
        return sorted({*folder.missing(), *wrong})

    def known_damaged(self, folder: ModelFolder) -> list[str]:
        """The same, from memory alone: a file that was never read counts as sound."""
        wrong = [n for n, expected in folder.sha256.items() if self._differs(folder.path / n, expected, read=False)]
        return sorted({*folder.missing(), *wrong})

    def forget(self, folder: Path) -> None:
        known = self._load()
        for path in [path for path in known if Path(path).parent == folder]:
            del known[path]
        self._save()

    def _differs(self, file: Path, expected: str, *, read: bool) -> bool:
        try:
            stamp = _stamp(file)
        except OSError:
            return True
        known = self._load().get(str(file))
        if known is not None and known[:3] == stamp:
            return known[3] != expected
        if not read:
            return False
        digest = sha256(file)
        self._load()[str(file)] = [*stamp, digest]
        self._save()
        return digest != expected

    def _load(self) -> dict[str, list[int | str]]:
        if self._known is None:
            try:
                self._known = dict(json.loads(self._memory.read_text(encoding="utf-8")))
            except (OSError, ValueError, TypeError):
                self._known = {}
        return self._known

    def _save(self) -> None:
        """A home that cannot be written to costs the memory, not the check."""
        try:
            self._memory.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            beside = self._memory.with_suffix(".new")
            beside.write_text(json.dumps(self._known), encoding="utf-8")
            beside.replace(self._memory)
        except OSError as error:
            log.info("the list of checked model files was not kept: %s", error.strerror)


def sha256(file: Path) -> str:
    digest = hashlib.sha256()
    _feed(digest, file)
    return digest.hexdigest()


def git_blob_sha1(file: Path) -> str:
    """What the hub calls the etag of a small file: git hashes "blob", the size and a zero before the contents."""
    digest = hashlib.sha1(f"blob {file.stat().st_size}\0".encode(), usedforsecurity=False)
    _feed(digest, file)
    return digest.hexdigest()


def read_record(folder: Path) -> dict[str, str] | None:
    """SHA-256 by file name, as it was when the model was installed; None without a record that can be read."""
    try:
        files = json.loads((folder / RECORD).read_text(encoding="utf-8"))["sha256"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return {str(name): str(digest) for name, digest in files.items()}


def write_record(folder: Path, source: str, files: Iterable[Path]) -> None:
    record = {"source": source, "sha256": {file.name: sha256(file) for file in files}}
    (folder / RECORD).write_text(json.dumps(record, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _files(folder: Path) -> list[Path]:
    try:
        return [file for file in folder.iterdir() if file.is_file()]
    except OSError:
        return []


def _stamp(file: Path) -> list[int | str]:
    status = file.stat()
    return [status.st_size, status.st_mtime_ns, status.st_ino]


def _feed(digest: "hashlib._Hash", file: Path) -> None:
    with file.open("rb") as stream:
        while block := stream.read(_BLOCK_BYTES):
            digest.update(block)
