"""The system's keyring (Secret Service, Keychain, Credential Manager), asked through `keychain_process.py`."""

import json
import subprocess
import sys
from pathlib import Path

SERVICE = "VoiceFlow"
_SCRIPT = Path(__file__).with_name("keychain_process.py")


class KeychainError(Exception):
    """`kind`: `none` (there is no keyring on this machine, or one that forgets), `locked`, `unopened` (it is there but
    cannot be opened from here), `silent` (no answer in time), `failed`."""

    def __init__(self, kind: str, detail: str = "") -> None:
        super().__init__(kind, detail)
        self.kind = kind
        self.detail = detail


class Keychain:
    """Every call may take as long as the user needs to unlock the keyring, at most `timeout_s`."""

    def __init__(self, timeout_s: float = 60.0) -> None:
        self._timeout_s = timeout_s

    def get(self, account: str) -> str | None:
        return self._ask("get", account)

    def set(self, account: str, value: str) -> None:
        """Reads back: the keyring that is switched off (`keyring.backends.null`) takes everything and keeps nothing."""
        if self._ask("set", account, value) != value:
            raise KeychainError("none", "forgets")

    def delete(self, account: str) -> None:
        """Also fine when there is nothing to delete."""
        self._ask("delete", account)

    def _ask(self, action: str, account: str, value: str = "") -> str | None:
        """The value travels through pipes only. `-P`: neither the script's folder nor the current one is searched."""
        request = json.dumps({"action": action, "service": SERVICE, "account": account, "value": value})
        try:
            child = subprocess.run(
                [sys.executable, "-P", str(_SCRIPT)],
                input=request,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                encoding="utf-8",
                timeout=self._timeout_s,
                check=False,
            )
            reply = json.loads(child.stdout)
        except subprocess.TimeoutExpired:
            raise KeychainError("silent") from None  # the error holds the request, and with it the key
        except (OSError, ValueError) as error:
            raise KeychainError("failed", type(error).__name__) from None
        if "kind" in reply:
            raise KeychainError(reply["kind"], reply["detail"])
        found: str | None = reply["value"]
        return found
