"""Sound while it is spoken: kept in memory until it is on disk, on disk within a quarter of a second."""

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

import sqlcipher3

from voiceflow.history.database import Connection
from voiceflow.history.queries import Conditions, listing
from voiceflow.history.records import UNFINISHED, Dictation, DictationState
from voiceflow.history.sound import BYTES_PER_SAMPLE, PACKED, RATE_HZ, RAW, pack, unpack
from voiceflow.history.writer import Writer

log = logging.getLogger(__name__)

FLUSH_AFTER_S = 0.15
_PACKED_SECONDS = 10  # one packing step: 12 ms of the writer, so that the sound of the next dictation never waits long

_NUMBER = "(SELECT number FROM dictation WHERE id = ?)"


@dataclass(slots=True)
class _Tape:
    """What is not on disk yet; `first_sample` counts from the start of the dictation."""

    first_sample: int = 0
    pcm: bytearray = field(default_factory=bytearray)


class Journal:
    """`append` and `tail` from any thread."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._tapes: dict[str, _Tape] = {}
        self._lock = threading.Lock()
        self._flush_planned = False

    def append(self, dictation_id: str, pcm: bytes) -> None:
        with self._lock:
            self._tapes.setdefault(dictation_id, _Tape()).pcm += pcm
            if self._flush_planned:
                return
            self._flush_planned = True
        self._writer.submit_after(FLUSH_AFTER_S, self._flush_due)

    def tail(self, dictation_id: str) -> tuple[int, bytes]:
        """What is not on disk yet, and the sample that it starts at."""
        with self._lock:
            tape = self._tapes.get(dictation_id)
            return (tape.first_sample, bytes(tape.pcm)) if tape else (0, b"")

    def flush(self) -> None:
        """One write for all dictations, for what takes time is to commit: sound of many that each wait for a commit of
        their own would fall behind."""
        with self._lock:
            waiting = [dictation_id for dictation_id, tape in self._tapes.items() if tape.pcm]
        if waiting:
            written: dict[str, int] = {}
            self._writer.submit(partial(self._write, waiting, written), partial(self._written, written))

    def finish(self, dictation_id: str) -> None:
        """No more sound will come; what is not on disk yet is kept until it is."""
        with self._lock:
            if (tape := self._tapes.get(dictation_id)) and not tape.pcm:
                del self._tapes[dictation_id]

    def forget(self, dictation_id: str) -> None:
        with self._lock:
            self._tapes.pop(dictation_id, None)

    def _flush_due(self) -> None:
        with self._lock:
            self._flush_planned = False
        self.flush()

    def _write(self, waiting: Sequence[str], written: dict[str, int], db: Connection) -> None:
        """Takes what there is now, not what there was when it was asked for: after a full disk all of it. Sound of a
        dictation that has been deleted is dropped; a statement that fails so undoes nothing of the others."""
        written.clear()
        tails = {dictation_id: self.tail(dictation_id) for dictation_id in waiting}
        for dictation_id, (first_sample, pcm) in tails.items():
            try:
                if pcm:
                    insert_sound(db, dictation_id, first_sample, RAW, pcm, len(pcm) // BYTES_PER_SAMPLE)
            except sqlcipher3.IntegrityError:
                log.warning("sound was dropped, for its dictation is gone")
        written |= {dictation_id: len(pcm) for dictation_id, (_, pcm) in tails.items()}

    def _written(self, written: dict[str, int]) -> None:
        with self._lock:
            for dictation_id, count in written.items():
                if tape := self._tapes.get(dictation_id):
                    del tape.pcm[:count]
                    tape.first_sample += count // BYTES_PER_SAMPLE


def insert_sound(db: Connection, dictation_id: str, first_sample: int, codec: str, data: bytes, samples: int) -> None:
    db.execute(
        f"INSERT INTO sound (dictation, first_sample, samples, codec, data) VALUES ({_NUMBER}, ?, ?, ?, ?)",
        (dictation_id, first_sample, samples, codec, data),
    )


def read_sound(db: Connection, dictation_id: str) -> bytes:
    rows = db.execute(
        f"SELECT codec, data FROM sound WHERE dictation = {_NUMBER} ORDER BY first_sample", (dictation_id,)
    )
    return b"".join(unpack(codec, data) for codec, data in rows)


def pack_step(dictation_id: str, db: Connection) -> bool:
    """Packs the next ten seconds of raw sound; False when there is none left."""
    rows = db.execute(
        f"SELECT number, first_sample, data FROM sound WHERE dictation = {_NUMBER} AND codec = ? ORDER BY first_sample"
        f" LIMIT {int(_PACKED_SECONDS / FLUSH_AFTER_S)}",
        (dictation_id, RAW),
    ).fetchall()
    if not rows:
        return False
    pcm = b"".join(row["data"] for row in rows)
    db.executemany("DELETE FROM sound WHERE number = ?", [(row["number"],) for row in rows])
    insert_sound(db, dictation_id, rows[0]["first_sample"], PACKED, pack(pcm), len(pcm) // BYTES_PER_SAMPLE)
    return True


def drop_sound(dictation_id: str, db: Connection) -> None:
    db.execute(f"DELETE FROM sound WHERE dictation = {_NUMBER}", (dictation_id,))


def seconds_of_sound(db: Connection, number: int) -> float:
    (samples,) = db.execute("SELECT coalesce(sum(samples), 0) FROM sound WHERE dictation = ?", (number,)).fetchone()
    return float(samples) / RATE_HZ


def mark_interrupted(db: Connection, is_alive: Callable[[str], bool]) -> list[Dictation]:
    """Dictations whose process died become `INTERRUPTED`, with the length of the sound that was saved; those that had
    not heard anything become `EMPTY`. Returns all that wait for recovery, newest first."""
    marks = ", ".join("?" * len(UNFINISHED))
    rows = db.execute(
        f"SELECT number, owner, raw_text FROM dictation WHERE state IN ({marks})", tuple(UNFINISHED)
    ).fetchall()
    dead = {owner for owner in {row["owner"] for row in rows} if not is_alive(owner)}
    for row in (row for row in rows if row["owner"] in dead):
        duration_s = seconds_of_sound(db, row["number"])
        state = DictationState.INTERRUPTED if duration_s or row["raw_text"] else DictationState.EMPTY
        db.execute(
            "UPDATE dictation SET state = ?, duration_s = ? WHERE number = ?", (state.value, duration_s, row["number"])
        )
    return listing(db, Conditions((DictationState.INTERRUPTED,)), limit=-1, offset=0)
