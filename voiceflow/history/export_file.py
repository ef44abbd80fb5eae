"""An export of any length, written while it is read."""

from collections.abc import Iterator
from pathlib import Path

from voiceflow.errors import HistoryError
from voiceflow.history.export import FORMATS
from voiceflow.history.queries import Numbers
from voiceflow.history.records import Dictation
from voiceflow.history.store import History

_AT_ONCE = 200


def read(history: History, wanted: Numbers) -> Iterator[Dictation]:
    """A few at a time, in that order."""
    for at in range(0, len(wanted), _AT_ONCE):
        yield from history.rows(wanted[at : at + _AT_ONCE])


def write(history: History, wanted: Numbers, kind: str, path: Path) -> None:
    """`kind` is one of `FORMATS`. The file stands there when it is whole; one that was there is replaced then. Raises
    `HistoryError`."""
    unfinished = path.with_name(f"{path.name}.part")
    try:
        try:
            with unfinished.open("w", encoding="utf-8", newline="") as file:
                file.writelines(FORMATS[kind](read(history, wanted)))
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise HistoryError(
            "history.export_failed",
            f"{path} cannot be written ({error.strerror})",
            "Choose a folder of your own with room in it",
        ) from error
