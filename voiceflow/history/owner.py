"""Which dictations belong to a process that still lives. A lock that the system releases at death, not a process id:
ids are used again, locks are not left over by `kill -9`."""

import os
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from voiceflow.errors import HistoryError
from voiceflow.paths import make_private

_FOLDER = "running"
_TRY_AGAIN_AFTER_S = 0.02


class Owner:
    """One per open history; `id` stands in the rows of its dictations."""

    def __init__(self, database: Path, owner: str = "") -> None:
        self.id = owner or uuid.uuid4().hex
        self._folder = database.parent / _FOLDER
        self._handle: int | None = None

    def claim(self) -> None:
        """`OSError` when the folder cannot be written."""
        make_private(self._folder)
        while self._handle is None:
            handle = os.open(self._path(self.id), os.O_RDWR | os.O_CREAT, 0o600)
            if _lock(handle) and _still_there(handle, self._path(self.id)):
                self._handle = handle
            else:
                os.close(handle)
                time.sleep(_TRY_AGAIN_AFTER_S)

    def release(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
            self._path(self.id).unlink(missing_ok=True)

    def is_alive(self, owner: str) -> bool:
        """Also cleans up what a dead owner left."""
        if owner == self.id:
            return True
        path = self._path(owner)
        try:
            handle = os.open(path, os.O_RDWR)
        except FileNotFoundError:
            return False
        except OSError:
            return True
        free = _lock(handle)
        os.close(handle)
        if free:
            path.unlink(missing_ok=True)
        return not free

    def others(self) -> list[str]:
        """Those that have the history open now."""
        ids = [path.stem for path in self._folder.glob("*.lock")] if self._folder.is_dir() else []
        return [owner for owner in ids if owner != self.id and self.is_alive(owner)]

    def _path(self, owner: str) -> Path:
        return self._folder / f"{owner}.lock"


@contextmanager
def first_of_all(database: Path) -> Iterator[None]:
    """One process at a time makes the database and its key; others wait. A killed one holds nobody up."""
    maker = Owner(database, "making")
    maker.claim()
    try:
        yield
    finally:
        maker.release()


def refuse_while_in_use(database: Path, owner: str = "") -> None:
    """`owner`: who may have it open, because it asks. Raises `HistoryError` `history.in_use`."""
    if Owner(database, owner).others():
        raise HistoryError(
            "history.in_use", "VoiceFlow has the history open", "Quit it (tray menu, Quit) and try again."
        )


def _still_there(handle: int, path: Path) -> bool:
    """False when somebody took the file for a dead owner's between our opening and locking it."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
