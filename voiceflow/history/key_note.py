"""Where the key of a history is kept: a small file beside the database, which holds no key."""

import dataclasses
import hashlib
import hmac
import json
import os
from dataclasses import dataclass
from pathlib import Path

from voiceflow.errors import HistoryError


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """`storage` is `keyring`, `file` or `passphrase`; `name` the account in the keyring or the file's name; `salt`, in
    hexadecimal, belongs to a passphrase. `fingerprint` tells the right key from a wrong one without the database."""

    storage: str
    name: str
    fingerprint: str = ""
    salt: str = ""

    def fits(self, key: str) -> bool:
        return hmac.compare_digest(self.fingerprint, fingerprint(key))

    def is_at(self, other: "KeyPlace") -> bool:
        return (self.storage, self.name) == (other.storage, other.name)

    def marked(self, key: str) -> "KeyPlace":
        return dataclasses.replace(self, fingerprint=fingerprint(key))


@dataclass(frozen=True, slots=True)
class KeyNote:
    """`next` is set while the key is being changed: the database has the one or the other."""

    current: KeyPlace | None = None
    next: KeyPlace | None = None

    @property
    def places(self) -> tuple[KeyPlace, ...]:
        return tuple(place for place in (self.current, self.next) if place)


def fingerprint(key: str) -> str:
    return hmac.new(bytes.fromhex(key), b"VoiceFlow history key", hashlib.sha256).hexdigest()[:16]


def read_note(path: Path) -> KeyNote:
    """Empty when there is none, or one that cannot be read as a note: then the usual places are searched."""
    try:
        content = json.loads(path.read_text("utf-8"))
        places = {name: KeyPlace(**value) for name, value in content.items() if value}
        return KeyNote(**places)
    except FileNotFoundError:
        return KeyNote()
    except PermissionError as error:
        raise HistoryError(
            "history.read_only", f"{path} cannot be read", "Give your user access to that file."
        ) from error
    except (ValueError, TypeError, AttributeError):
        return KeyNote()


def write_note(path: Path, note: KeyNote) -> None:
    write_private(path, json.dumps(dataclasses.asdict(note), indent=1).encode() + b"\n")


def write_private(path: Path, content: bytes) -> None:
    """Whole or not at all, mode 0600, on the disk when this returns. `OSError`."""
    beside = path.with_name(path.name + ".new")
    beside.unlink(missing_ok=True)
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Makes a rename last through a power cut; Windows has no such call, and needs none."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
