"""The three places where the key of a history can be kept. Each has two slots: while the key is changed, the new one
lies beside the old one. A key is 64 hexadecimal digits."""

import contextlib
import getpass
import hashlib
import itertools
import secrets
import string
import sys
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from voiceflow.errors import HistoryError
from voiceflow.history.key_note import KeyPlace, write_private
from voiceflow.keychain import Keychain, KeychainError

# OWASP Password Storage Cheat Sheet: N=2^15, r=8, p=3 is as strong as N=2^17, p=1, with a quarter of the memory.
_SCRYPT = {"n": 2**15, "r": 8, "p": 3, "maxmem": 64 * 1024 * 1024, "dklen": 32}

_KEYRING_PROBLEMS = {
    "none": ("is not there", "Log in to the desktop that this history was made on, or start its keyring."),
    "locked": ("is locked", "Unlock it (it opens with your login password) and try again."),
    "unopened": (
        "cannot be opened from here",
        "Log in to the desktop and unlock it there; a new history can do without: "
        "`voiceflow config set history.key_storage file`.",
    ),
    "silent": ("did not answer in time", "Answer its unlock prompt, or log in again, and try again."),
    "failed": ("failed ({detail})", "Log in again, or restart it."),
}

AskPassphrase = Callable[[str], str]


class Shelf(Protocol):
    def place(self, slot: int) -> KeyPlace:
        """Slot 1 or 2."""

    def read(self, place: KeyPlace) -> str | None:
        """None when nothing, or no key, is kept there. `HistoryError` when it cannot be told."""

    def keep_new(self, place: KeyPlace) -> tuple[KeyPlace, str]:
        """Makes a key and keeps it there, over whatever was there."""

    def discard(self, place: KeyPlace) -> None: ...


class KeyringShelf:
    """`HistoryError` `history.keyring_none`, `_locked`, `_unopened`, `_silent` or `_failed`."""

    def __init__(self, database: Path, keychain: Keychain) -> None:
        self._database = database
        self._keychain = keychain

    def place(self, slot: int) -> KeyPlace:
        return KeyPlace("keyring", f"{self._database}" if slot == 1 else f"{self._database} #{slot}")

    def read(self, place: KeyPlace) -> str | None:
        try:
            return _key_or_none(self._keychain.get(place.name))
        except KeychainError as error:
            raise keyring_problem(error) from error

    def keep_new(self, place: KeyPlace) -> tuple[KeyPlace, str]:
        key = secrets.token_hex(32)
        try:
            self._keychain.set(place.name, key)
        except KeychainError as error:
            raise keyring_problem(error) from error
        return place.marked(key), key

    def discard(self, place: KeyPlace) -> None:
        """A copied folder names the key of the folder that it was copied from; that one is not ours to delete."""
        if place.name not in (self.place(1).name, self.place(2).name):
            return
        try:
            self._keychain.delete(place.name)
        except KeychainError as error:
            raise keyring_problem(error) from error


class FileShelf:
    def __init__(self, database: Path) -> None:
        self._folder = database.parent
        self._stem = database.stem

    def place(self, slot: int) -> KeyPlace:
        return KeyPlace("file", f"{self._stem}.key" if slot == 1 else f"{self._stem}-{slot}.key")

    def read(self, place: KeyPlace) -> str | None:
        path = self._folder / place.name
        try:
            with contextlib.suppress(OSError):  # somebody else's, or on a read-only disk
                path.chmod(0o600)
            return _key_or_none(path.read_text("utf-8"))
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise HistoryError(
                "history.key_unreadable",
                f"The key file of the history, {path}, cannot be read",
                "Make your user its owner, with read access.",
            ) from error

    def keep_new(self, place: KeyPlace) -> tuple[KeyPlace, str]:
        key = secrets.token_hex(32)
        write_private(self._folder / place.name, key.encode() + b"\n")
        return place.marked(key), key

    def discard(self, place: KeyPlace) -> None:
        (self._folder / place.name).unlink(missing_ok=True)


class PassphraseShelf:
    """Keeps nothing: the key is made of the passphrase and the salt in the note."""

    def __init__(self, ask: AskPassphrase) -> None:
        self._ask = ask

    def place(self, slot: int) -> KeyPlace:
        return KeyPlace("passphrase", str(slot))

    def read(self, place: KeyPlace) -> str | None:
        if not place.salt:
            return None
        key = _derive(self._ask("Passphrase of the history"), place.salt)
        if not place.fits(key):
            raise HistoryError("history.wrong_passphrase", "That is not the passphrase of this history", "Try again.")
        return key

    def keep_new(self, place: KeyPlace) -> tuple[KeyPlace, str]:
        passphrase = self._ask("New passphrase for the history")
        if not passphrase or self._ask("The same passphrase again") != passphrase:
            raise HistoryError("history.passphrase_differs", "The two passphrases are empty or differ", "Try again.")
        salted = KeyPlace(place.storage, place.name, salt=secrets.token_hex(16))
        key = _derive(passphrase, salted.salt)
        return salted.marked(key), key

    def discard(self, place: KeyPlace) -> None:
        pass


def ask_on_terminal(question: str) -> str:
    if not sys.stdin or not sys.stdin.isatty():
        raise HistoryError(
            "history.passphrase_needed",
            "The history needs its passphrase, and there is no terminal to ask on",
            "Open VoiceFlow's window, or run the command in a terminal.",
        )
    return getpass.getpass(f"{question}: ")


def answering(answers: Sequence[str]) -> AskPassphrase:
    """With what somebody has asked already; on the terminal when nobody has."""
    given = itertools.cycle(answers)
    return (lambda _: next(given)) if answers else ask_on_terminal


def keyring_problem(error: KeychainError) -> HistoryError:
    told, hint = _KEYRING_PROBLEMS[error.kind]
    what = told.format(detail=error.detail)
    title = f"The system keyring, where the key of the history is kept, {what}"
    return HistoryError(f"history.keyring_{error.kind}", title, hint)


def _derive(passphrase: str, salt: str) -> str:
    spelled = unicodedata.normalize("NFC", passphrase).encode()
    return hashlib.scrypt(spelled, salt=bytes.fromhex(salt), **_SCRYPT).hex()


def _key_or_none(value: str | None) -> str | None:
    value = (value or "").strip().lower()
    return value if len(value) == 64 and set(value) <= set(string.hexdigits) else None
