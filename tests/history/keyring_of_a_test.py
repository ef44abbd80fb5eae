"""A keyring that does what a test wants, loaded by the real `keyring` through `PYTHON_KEYRING_BACKEND`. Its entries are
in the JSON file that `TEST_KEYRING` names; `TEST_KEYRING_FAULT` makes every call fail in one of the ways that real
keyrings were seen to fail."""

import json
import os
import threading
from pathlib import Path

import keyring.backend
import keyring.errors

FAULTS = {
    "none": keyring.errors.NoKeyringError("no backend"),
    "locked": keyring.errors.KeyringLocked("prompt dismissed"),
    "unopened": keyring.errors.InitError("no default collection"),
    "bus died": FileNotFoundError("/run/bus"),
}


class Keyring(keyring.backend.KeyringBackend):  # type: ignore[misc]
    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        return self._entries().get(f"{service}/{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        if os.environ.get("TEST_KEYRING_FAULT") != "forgets":
            self._write(self._entries() | {f"{service}/{username}": password})

    def delete_password(self, service: str, username: str) -> None:
        entries = self._entries()
        if entries.pop(f"{service}/{username}", None) is None:
            raise keyring.errors.PasswordDeleteError("not found")
        self._write(entries)

    def _entries(self) -> dict[str, str]:
        fault = os.environ.get("TEST_KEYRING_FAULT", "")
        if fault == "silent":
            threading.Event().wait(30)
        if fault in FAULTS:
            raise FAULTS[fault]
        path = Path(os.environ["TEST_KEYRING"])
        found: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
        return found

    def _write(self, entries: dict[str, str]) -> None:
        Path(os.environ["TEST_KEYRING"]).write_text(json.dumps(entries))
