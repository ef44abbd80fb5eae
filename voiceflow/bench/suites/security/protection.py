"""The layers of protection that can be told apart, from none to what the product has."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from voiceflow.bench import filled_history
from voiceflow.history import database
from voiceflow.history.database import Connection


@dataclass(frozen=True, slots=True)
class Protection:
    """`wiped`: SQLCipher locks its memory and wipes what it frees. `overwritten`: nothing deleted stays in the file.
    `private_logs`: lines without values of others. `checked`: callers of the control socket and values of settings."""

    name: str
    encrypted: bool = False
    overwritten: bool = False
    wiped: bool = False
    private_logs: bool = False
    checked: bool = False

    @property
    def told(self) -> dict[str, Any]:
        return asdict(self)


_WIPING = "cipher_memory_security = ON"
WIPES = _WIPING in database.SETTINGS
"""Whether the product does."""

NONE = Protection("no protection")
_LAYERS = (
    NONE,
    Protection("encryption", True),
    Protection("encryption, deleted is overwritten", True, True),
    Protection("encryption, deleted is overwritten, memory is wiped", True, True, True),
)
PROFILES = (*_LAYERS[: 4 if WIPES else 3], Protection("all protection", True, True, WIPES, True, True))

PLAIN = Protection("plain", overwritten=True)
PRODUCT = Protection("encrypted", True, True, WIPES)
OTHERWISE = Protection("without wiped memory" if WIPES else "with wiped memory", True, True, not WIPES)
"""As the product could be."""


def opened(path: Path, protection: Protection) -> Connection:
    """A new history at `path`, made by the product with some of its settings on or off. SQLCipher's care for memory
    holds for a whole process, plain databases too, and cannot be taken back: one process for each protection."""
    others = [each for each in database.SETTINGS if each != _WIPING]
    database.SETTINGS = (*([_WIPING] if protection.wiped else []), *others)
    db = (filled_history.encrypted if protection.encrypted else filled_history.plain)(path)
    db.execute(f"PRAGMA secure_delete = {'ON' if protection.overwritten else 'OFF'}")
    return db
