"""The keys of services, in the system's keyring only. A key belongs to a host: it is never sent to another one."""

import threading
import time
from typing import Protocol

from voiceflow.errors import EngineError
from voiceflow.keychain import Keychain, KeychainError

_TRUSTED_S = 60.0
"""For a key that was there: a command may have removed it since."""
_LOOK_AGAIN_S = 5.0
"""For a key that was not there: a command may have put it there meanwhile."""
_NEVER = (None, float("-inf"))

_PROBLEMS = {
    "none": ("is not there", "Log in to a desktop with a keyring: keys are kept nowhere else."),
    "locked": ("is locked", "Unlock it (it opens with your login password) and try again."),
    "unopened": ("cannot be opened from here", "Log in to the desktop and unlock it there."),
    "silent": ("did not answer in time", "Answer its unlock prompt and try again."),
    "failed": ("failed", "Log in again, or restart it."),
}


class KeyringLike(Protocol):
    """What `Keychain` is; `KeychainError`."""

    def get(self, account: str) -> str | None: ...
    def set(self, account: str, value: str) -> None: ...
    def delete(self, account: str) -> None: ...


class Keys:
    """Any thread. `EngineError` `cloud.keyring_none`, `_locked`, `_unopened`, `_silent`, `_failed`."""

    def __init__(self, keyring: KeyringLike | None = None) -> None:
        self._keyring = keyring or Keychain()
        self._found: dict[str, tuple[str | None, float]] = {}
        """With when it was looked for."""
        self._lock = threading.Lock()

    def get(self, service: str, host: str) -> str | None:
        """None when there is none. The first time it may take until the user has unlocked the keyring."""
        account = _account(service, host)
        with self._lock:
            key, looked_s = self._found.get(account, _NEVER)
            if time.monotonic() - looked_s >= (_LOOK_AGAIN_S if key is None else _TRUSTED_S):
                key = self._ask(account)
                self._found[account] = key, time.monotonic()
            return key

    def of_neighbour(self, service: str, host: str) -> str | None:
        """For a server on this machine, which rarely wants one. A keyring that fails has none; that there is none is
        believed until `forget`, for asking takes a process and 0.2 s, and somebody may be waiting for a text."""
        account = _account(service, host)
        with self._lock:
            if self._found.get(account, ("", 0.0))[0] is None:
                return None
        try:
            return self.get(service, host)
        except EngineError:
            with self._lock:
                self._found[account] = _NEVER
            return None

    def set(self, service: str, host: str, key: str) -> None:
        """`EngineError` `cloud.bad_key` for what no key can be."""
        if not key.isascii() or not key.isprintable() or " " in key or not key:
            raise EngineError("cloud.bad_key", "That is no key", "Copy it whole, without spaces, from the service.")
        try:
            self._keyring.set(_account(service, host), key)
        except KeychainError as error:
            raise _problem(error) from error
        self.forget(service, host)

    def remove(self, service: str, host: str) -> None:
        """Also fine when there is none."""
        try:
            self._keyring.delete(_account(service, host))
        except KeychainError as error:
            raise _problem(error) from error
        self.forget(service, host)

    def forget(self, service: str, host: str) -> None:
        """What is in memory: the keyring is asked again."""
        with self._lock:
            self._found.pop(_account(service, host), None)

    def _ask(self, account: str) -> str | None:
        try:
            return self._keyring.get(account)
        except KeychainError as error:
            raise _problem(error) from error


def _account(service: str, host: str) -> str:
    return f"cloud key of {service} at {host}"


def _problem(error: KeychainError) -> EngineError:
    what, hint = _PROBLEMS[error.kind]
    return EngineError(f"cloud.keyring_{error.kind}", f"The system keyring, where keys are kept, {what}", hint)
