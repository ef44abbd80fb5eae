"""The child: one protection, and what it is asked to do with it, timed. Started by `workers`."""

import itertools
import logging
import random
import socket
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from voiceflow import logs, options
from voiceflow.bench import filled_history as filled
from voiceflow.bench.suites.security.protection import Protection, opened
from voiceflow.engines.process import Header
from voiceflow.history import journal, many, queries, texts
from voiceflow.history.database import Connection
from voiceflow.history.journal import FLUSH_AFTER_S, insert_sound
from voiceflow.history.records import Dictation, DictationState
from voiceflow.history.sound import BYTES_PER_SAMPLE, RATE_HZ, RAW
from voiceflow.settings_keys import key

_PIECE_SAMPLES = int(FLUSH_AFTER_S * RATE_HZ)
_PIECES = 70  # of one packing step, and a little more
_LINE = "%(asctime)s %(levelname)-7s [%(threadName)s] %(name)s: %(message)s"
_MESSAGES = 2  # the key goes down, the key goes up

Times = dict[str, list[tuple[float, float]]]


class Worker:
    """`Served`. Answers hold, for each kind of step, milliseconds that passed and of processor time."""

    def __init__(self, opening: Header) -> None:
        protection, folder = Protection(**opening["protection"]), Path(opening["folder"])
        folder.mkdir(parents=True, exist_ok=True)
        self._protection = protection
        self._db = opened(folder / "history.db", protection)
        rows = int(opening["rows"])
        filled.fill(self._db, rows, filled.Texts())
        self._operations = _operations(self._db, rows) if rows else {}
        self._sound = random.Random(8).randbytes(_PIECE_SAMPLES * BYTES_PER_SAMPLE)
        self._fresh = itertools.count(10 * rows)
        self._log = _logger(folder / "log", private=protection.private_logs)
        self._caller, self._server = socket.socketpair()

    def answer(self, header: Header, data: memoryview) -> tuple[Header, bytes]:
        times: Times = defaultdict(list)
        match header.get("do"):
            case "operation":
                _timed(times, header["name"], self._operations[header["name"]], header["repeats"])
            case "journal":
                self._journal(times)
            case "dictation":
                _timed(times, "dictation", partial(self._dictation, header["sound_s"], header["log_lines"]), 1)
        return {"times": times}, b""

    def stop(self) -> None:
        """Nothing here takes long."""

    def idle(self) -> None:
        """Nor has it anything to give back."""

    def _journal(self, times: Times) -> None:
        """Ten seconds of sound as they come, packed, and read."""
        dictation_id = self._begin()
        for number in range(_PIECES):
            _timed(times, "150 ms of sound", partial(self._keep_sound, dictation_id, number))
        _timed(times, "ten seconds packed", lambda: _committed(self._db, partial(journal.pack_step, dictation_id)))
        _timed(times, "ten seconds read", lambda: journal.read_sound(self._db, dictation_id))

    def _dictation(self, sound_s: float, log_lines: int) -> None:
        """What the history, the log and the control socket have to do with one."""
        dictation_id = self._begin()
        for number in range(max(1, round(sound_s / FLUSH_AFTER_S))):
            self._keep_sound(dictation_id, number)
        text = {"text": "What was said " * 4, "raw_text": "what was said " * 4, "state": DictationState.DONE}
        values = queries.columns(text)
        _committed(self._db, lambda db: queries.update(db, dictation_id, values))
        while _committed(self._db, partial(journal.pack_step, dictation_id)):
            pass
        queries.get(self._db, dictation_id)
        for number in range(log_lines):
            self._log.info("a decode took %d ms", number)
        if self._protection.checked:
            self._check()

    def _check(self) -> None:
        if sys.platform != "win32":
            from voiceflow.control.unix_socket import peer_user

            for _ in range(_MESSAGES):
                peer_user(self._caller)
                peer_user(self._server)
        options.check("hotkey.key", key("hotkey.key").checked("ctrl+alt+d"))

    def _begin(self) -> str:
        dictation_id = f"{next(self._fresh):032x}"
        begun = Dictation(dictation_id, time.time(), DictationState.RECORDING)
        _committed(self._db, lambda db: queries.insert(db, begun, ""))
        return dictation_id

    def _keep_sound(self, dictation_id: str, number: int) -> None:
        piece = (dictation_id, number * _PIECE_SAMPLES, RAW, self._sound, _PIECE_SAMPLES)
        _committed(self._db, lambda db: insert_sound(db, *piece))


def serve(opening: Header) -> Worker:
    return Worker(opening)


def _operations(db: Connection, rows: int) -> dict[str, Callable[[], Any]]:
    """What a history is asked, and all that changes it, each in a transaction that survives a power cut."""
    draw, corrected = random.Random(5), itertools.count()
    oldest = itertools.count(30)  # behind those with sound

    def one() -> str:
        return f"{draw.randrange(rows // 2, rows):032x}"

    return filled.operations(db, rows, filled.Texts(), random.Random(3)) | {
        "update": lambda: _committed(db, lambda db: queries.update(db, one(), {"way": "paste", "state": "done"})),
        "correct": lambda: _committed(db, lambda db: texts.correct(db, one(), f"corrected {next(corrected)}")),
        "star": lambda: _committed(db, lambda db: many.star(db, (draw.randrange(1, rows),))),
        "delete": lambda: _committed(db, lambda db: many.delete(db, (next(oldest),))),
    }


def _committed(db: Connection, work: Callable[[Connection], Any]) -> Any:
    """As the history's writer does it."""
    db.execute("BEGIN IMMEDIATE")
    result = work(db)
    db.execute("COMMIT")
    return result


def _timed(times: Times, kind: str, work: Callable[[], Any], repeats: int = 1) -> None:
    for _ in range(repeats):
        began_s, began_cpu_s = time.perf_counter(), time.process_time()
        work()
        cpu_s, wall_s = time.process_time() - began_cpu_s, time.perf_counter() - began_s
        times[kind].append((wall_s * 1000, cpu_s * 1000))


def _logger(file: Path, *, private: bool) -> logging.Logger:
    handler = logging.FileHandler(file, encoding="utf-8")
    handler.setFormatter(logs.PrivateFormatter(_LINE) if private else logging.Formatter(_LINE))
    logger = logging.getLogger("voiceflow.bench.worker")
    logger.propagate = False
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    return logger
