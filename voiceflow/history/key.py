"""The key of the history: 256 random bits, made once, kept where the user wants it, never replaced unasked."""

import logging
from pathlib import Path

from voiceflow.errors import HistoryError
from voiceflow.history.key_note import KeyNote, KeyPlace, read_note, write_note
from voiceflow.history.key_shelves import (
    AskPassphrase,
    FileShelf,
    KeyringShelf,
    PassphraseShelf,
    Shelf,
    ask_on_terminal,
)
from voiceflow.keychain import Keychain

log = logging.getLogger(__name__)


class KeyStore:
    """For one database. `storage`, the setting `history.key_storage`, decides where a new key goes; an existing one is
    found through the note beside the database. One thread at a time."""

    def __init__(
        self,
        database: Path,
        storage: str = "keyring",
        keychain: Keychain | None = None,
        ask_passphrase: AskPassphrase = ask_on_terminal,
    ) -> None:
        self._note_path = database.with_name(f"{database.stem}.key.json")
        self._storage = storage
        self._shelves: dict[str, Shelf] = {
            "keyring": KeyringShelf(database, keychain or Keychain()),
            "file": FileShelf(database),
            "passphrase": PassphraseShelf(ask_passphrase),
        }

    def note(self) -> KeyNote:
        return read_note(self._note_path)

    @property
    def storage(self) -> str:
        """Where the key is, or will be."""
        current = self.note().current
        return current.storage if current else self._storage

    def candidates(self) -> list[KeyPlace]:
        """Where the key of an existing database may be, likeliest first."""
        noted = list(self.note().places)
        return noted or [self._shelves[storage].place(slot) for storage in ("keyring", "file") for slot in (1, 2)]

    def read(self, place: KeyPlace) -> str | None:
        """None when there is no key. Raises `HistoryError` when the place cannot be asked."""
        return self._shelves[place.storage].read(place)

    def create(self) -> str:
        """For a database that does not exist yet. A key that is there already is used again, so that copies of an older
        database stay readable. Where there is no keyring at all the key goes into a file; `warnings` then says so."""
        storage = self._storage
        try:
            return self._find_or_make(storage)
        except HistoryError as error:
            if error.code != "history.keyring_none":
                raise
        return self._find_or_make("file")

    def prepare(self, storage: str) -> tuple[KeyPlace, str]:
        """A new key in a free slot, noted as the next one; the current one stays."""
        current = self.note().current
        shelf = self._shelves[storage]
        free = next(place for slot in (1, 2) if (place := shelf.place(slot)).name != (current.name if current else ""))
        place, key = shelf.keep_new(free)
        write_note(self._note_path, KeyNote(current, place))
        return place, key

    def adopt_if_possible(self, place: KeyPlace, key: str) -> None:
        """The database opens with this key: the note says so, and a key that is no longer used is deleted. What fails
        now is made up for at the next start."""
        try:
            self._adopt(place, key)
        except (OSError, HistoryError) as error:
            log.warning("the note about the key was not brought up to date: %s", type(error).__name__)

    def warnings(self) -> list[HistoryError]:
        """How the key is kept, where that deserves a word."""
        current = self.note().current
        if not current or current.storage != "file":
            return []
        return [
            HistoryError(
                "history.key_in_file",
                "The key of the history is in a file beside it, so whoever can read your files can read the history",
                "`voiceflow history rekey --storage keyring` (or passphrase) keeps it safer.",
            )
        ]

    def _adopt(self, place: KeyPlace, key: str) -> None:
        noted = self.note()
        if noted == KeyNote(place.marked(key)):
            return
        write_note(self._note_path, KeyNote(place.marked(key)))
        for old in noted.places:
            if not self._is_used(old):
                self._shelves[old.storage].discard(old)

    def _is_used(self, place: KeyPlace) -> bool:
        """Also by a database that was set aside, whose note lies in the same folder."""
        notes = [read_note(path) for path in self._note_path.parent.glob("*.key.json")]
        return any(place.is_at(other) for note in notes for other in note.places)

    def _find_or_make(self, storage: str) -> str:
        shelf = self._shelves[storage]
        place = shelf.place(1)
        key = shelf.read(place)
        if key is None:
            place, key = shelf.keep_new(place)
        write_note(self._note_path, KeyNote(place.marked(key)))
        return key
