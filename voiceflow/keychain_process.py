"""Asks the system's keyring, in a process of its own: `keyring` and what it loads cost 25 MB, and an unlock prompt
blocks the call for as long as the user looks at it. Run as a file, never imported: one JSON request on stdin
(`action` get, set or delete, `service`, `account`, `value`), one JSON answer on stdout (`value` as it is kept after
that, or `kind` of failure and the foreign error's class as `detail`; never its text)."""

import contextlib
import json
import sys
from typing import Any


def answer(request: dict[str, Any]) -> dict[str, Any]:
    import keyring
    import keyring.errors

    kinds = {
        keyring.errors.NoKeyringError: "none",
        keyring.errors.KeyringLocked: "locked",
        keyring.errors.InitError: "unopened",
    }
    try:
        return {"value": _act(keyring, request)}
    except keyring.errors.PasswordDeleteError:
        return {"value": None}
    except Exception as error:  # a bus that died raises OSError, back ends raise their own
        kind = next((kind for known, kind in kinds.items() if isinstance(error, known)), "failed")
        return {"kind": kind, "detail": type(error).__name__}


def _act(keyring: Any, request: dict[str, Any]) -> str | None:
    entry = (request["service"], request["account"])
    if request["action"] == "set":
        keyring.set_password(*entry, request["value"])
    elif request["action"] == "delete":
        keyring.delete_password(*entry)
        return None
    value: str | None = keyring.get_password(*entry)
    return value


if __name__ == "__main__":
    with contextlib.redirect_stdout(sys.stderr):  # back ends may print
        reply = answer(json.loads(sys.stdin.read()))
    json.dump(reply, sys.stdout)
