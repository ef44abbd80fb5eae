"""How far a file is: kept in the encrypted history, so that a run that was interrupted can be gone on with."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

from voiceflow.audio.file_troubles import not_opened
from voiceflow.engines.stt.contract import Word
from voiceflow.history.store import History
from voiceflow.transcription.windows import RATE_HZ

_PROBE_BYTES = 65_536


@dataclass(frozen=True, slots=True)
class Part:
    """What is done of a file, from sample `start` to `end`. `exact`: the word times are the recognizer's own."""

    start: int
    end: int
    language: str
    exact: bool
    words: tuple[Word, ...]

    @property
    def end_s(self) -> float:
        return self.end / RATE_HZ


class Kept(Protocol):
    """Where the parts of one file are between runs."""

    def parts(self) -> list[Part]:
        """Of an earlier run, in order, without a gap."""

    def keep(self, part: Part) -> None: ...


class Nowhere:
    """Of a file that is done in a moment, or that cannot be read twice."""

    def parts(self) -> list[Part]:
        return []

    def keep(self, part: Part) -> None:
        pass


class Unfinished:
    """`name` stands for the file and for all that its text depends on. What is kept is posted to the history's thread;
    `HistoryError` when the history cannot be read."""

    def __init__(self, history: History, name: str) -> None:
        self._history = history
        self._name = name

    def parts(self) -> list[Part]:
        self._history.flush()
        found = [_part(json.loads(text)) for text in self._history.file_parts(self._name)]
        return list(_without_gap(found))

    def keep(self, part: Part) -> None:
        self._history.keep_file_part(self._name, part.start, json.dumps(asdict(part)))

    def forget(self) -> None:
        self._history.forget_files([self._name])


def name_of(path: Path, *wishes: object) -> str:
    """A digest of what tells this file from others, wherever it lies, and of what is wanted of it. `AudioError`."""
    try:
        facts = path.stat()
        digest = hashlib.sha256(repr((facts.st_size, facts.st_mtime_ns, wishes)).encode())
        with path.open("rb") as file:
            digest.update(file.read(_PROBE_BYTES))
            file.seek(max(0, facts.st_size - _PROBE_BYTES))
            digest.update(file.read(_PROBE_BYTES))
    except OSError as error:
        raise not_opened(path, error) from error
    return digest.hexdigest()


def _part(fields: dict[str, Any]) -> Part:
    return Part(**{**fields, "words": tuple(Word(**word) for word in fields["words"])})


def _without_gap(parts: Iterable[Part]) -> Iterable[Part]:
    """A write that was lost ends what can be used."""
    end = 0
    for part in parts:
        if part.start != end:
            return
        end = part.end
        yield part
