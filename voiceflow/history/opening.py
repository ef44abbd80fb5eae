"""From the files on disk to an open, current database. Nothing that exists is ever deleted or overwritten here."""

from pathlib import Path

from voiceflow.errors import HistoryError
from voiceflow.history.database import Connection, connect, damaged, folder_problem
from voiceflow.history.key import KeyStore
from voiceflow.history.key_note import KeyPlace
from voiceflow.history.migrations import migrate
from voiceflow.history.owner import first_of_all
from voiceflow.paths import make_private


def open_database(path: Path, keys: KeyStore) -> tuple[Connection, str]:
    """The connection and its key. Raises `HistoryError`."""
    try:
        make_private(path.parent)
        if not _exists(path):
            with first_of_all(path):
                return _current(path, *(_open_existing(path, keys) if _exists(path) else _make(path, keys)))
        return _current(path, *_open_existing(path, keys))
    except OSError as error:
        raise folder_problem(error, path.parent) from error


def find_key(path: Path, keys: KeyStore) -> str:
    """The key that opens this database, whichever place it is in."""
    db, key = _open_existing(path, keys)
    db.close()
    return key


def _exists(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _make(path: Path, keys: KeyStore) -> tuple[Connection, str]:
    key = keys.create()
    return connect(path, key, create=True), key


def _current(path: Path, db: Connection, key: str) -> tuple[Connection, str]:
    migrate(db, path)
    return db, key


def _open_existing(path: Path, keys: KeyStore) -> tuple[Connection, str]:
    """Every place is tried: a crash while the key was changed leaves two, and only the database knows which is right.
    A place that cannot be asked (a locked keyring) counts only when no other key fits."""
    places = keys.candidates()
    refusals: list[HistoryError] = []
    found: list[tuple[KeyPlace, str]] = []
    for place in places:
        try:
            key = keys.read(place)
        except HistoryError as error:
            refusals.append(error)
            continue
        if key is None:
            continue
        found.append((place, key))
        try:
            db = connect(path, key)
        except HistoryError as error:
            if error.code != "history.damaged":  # what a wrong key looks like
                raise
            continue
        keys.adopt_if_possible(place, key)
        return db, key
    if keys.candidates() != places:  # another process has changed the key meanwhile
        return _open_existing(path, keys)
    raise _why_not(path, found, refusals)


def _why_not(path: Path, found: list[tuple[KeyPlace, str]], refusals: list[HistoryError]) -> HistoryError:
    if any(place.fits(key) for place, key in found):
        return damaged(path)
    if refusals:
        return refusals[0]
    where = {"keyring": "the system keyring", "file": f"the key file in {path.parent}"}
    if found:
        return HistoryError(
            "history.wrong_key",
            f"The key in {where.get(found[0][0].storage, 'use')} does not open the history {path}",
            "Put the right key back, or `voiceflow history set-aside` keeps the file and starts anew.",
        )
    return HistoryError(
        "history.key_missing",
        f"The key of the history {path} is neither in the system keyring nor in a key file beside it",
        "Restore it from a backup, or `voiceflow history set-aside` keeps the file and starts anew.",
    )
