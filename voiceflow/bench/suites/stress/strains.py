"""What can grow until something gives way. Each is the product with null engines; a size is tried by `at`."""

import queue
import random
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from voiceflow.bench.filled_history import Texts, dictation
from voiceflow.bench.scoring import percentile
from voiceflow.bench.suites.load.caller import ANSWER_S, Caller, Shared, Spoken
from voiceflow.bench.suites.load.crowd import SCRIPT, level, null_speech, vowel
from voiceflow.control import ControlServer, call
from voiceflow.errors import VoiceFlowError
from voiceflow.history import queries

if TYPE_CHECKING:
    from voiceflow.dictation.recognition import Answer

_FILE_S = 5.0
_ROWS_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Step:
    """`latency_s`: what somebody waited for at this size; `error`: a code, where it did not work at all."""

    latency_s: float
    error: str = ""


@dataclass
class Around:
    """`folder` goes away after the run; `parts` are closed at the strain's end."""

    shared: Shared
    folder: Path
    parts: ExitStack = field(default_factory=ExitStack)

    @cached_property
    def address(self) -> Path:
        """Where a control socket answers with the status, as the app's does."""
        core = self.shared.core
        server = ControlServer(core.paths.control_socket, lambda _: core.describe()).start()
        self.parts.callback(server.stop)
        return core.paths.control_socket


def users(around: Around, size: int) -> Step:
    """So many sessions in real time: the slowest of twenty texts."""
    found = level(around.shared, size, null_speech(), 0.2)
    return Step(percentile(found.latencies_s or [ANSWER_S], 95), next(iter(found.errors), ""))


def length(around: Around, size: int) -> Step:
    """One dictation of so many minutes, its sound all at once: until its text is in the history."""
    import numpy as np

    minute = np.tile(vowel(2.6, 0.4), 20)
    with Caller(0, around.shared, threading.Event()) as caller:
        turn = caller.turn(Spoken(np.tile(minute, size)), time.monotonic(), 0.0)
    return Step(turn.latency_s, turn.error)


def pace(around: Around, size: int) -> Step:
    """Ten seconds of sound, so many times as fast as people speak: the text after its end."""
    with Caller(0, around.shared, threading.Event()) as caller:
        turn = caller.turn(Spoken(vowel(9.7, 0.3)), time.monotonic(), float(size))
    return Step(turn.latency_s, turn.error)


def backlog(around: Around, size: int) -> Step:
    """So many decodes asked for at the same moment: until the last is answered, in their order."""
    from voiceflow.engines.stt.contract import DecodeOptions, DecodeRequest

    answered: queue.SimpleQueue[int] = queue.SimpleQueue()
    request = DecodeRequest(vowel(1.0), DecodeOptions(language="en"))
    began_s = time.monotonic()
    for number in range(size):
        around.shared.recognition.decode(request, False, _noting(answered, number))
    for number in range(size):
        if answered.get(timeout=ANSWER_S) != number:
            return Step(time.monotonic() - began_s, "stress.out_of_order")
    around.shared.recognition.take()
    return Step(time.monotonic() - began_s)


def _noting(answered: "queue.SimpleQueue[int]", number: int) -> "Callable[[Answer], None]":
    return lambda _: answered.put(number)


def files(around: Around, size: int) -> Step:
    """So many files one after the other, of five seconds each: for each file."""
    from voiceflow.audio import files as sound_files
    from voiceflow.audio.encoding import save
    from voiceflow.options import decode_options
    from voiceflow.transcription.transcriber import Transcriber, TranscriptionOptions

    core = around.shared.core
    file = around.folder / "tone.wav"
    if not file.is_file():
        save(file, vowel(_FILE_S), 16_000)
    recognizer = core.engines.recognizer()
    transcriber = Transcriber(recognizer, around.shared.vad(), TranscriptionOptions(decode_options(core.settings)))
    began_s = time.monotonic()
    try:
        for _ in range(size):
            with sound_files.read(file) as sound:
                if transcriber.transcribe(sound).text.split() != SCRIPT.split():
                    return Step(time.monotonic() - began_s, "stress.other_words")
    finally:
        recognizer.close()
    return Step((time.monotonic() - began_s) / size)


def history(around: Around, size: int) -> Step:
    """So many dictations kept: the slowest of twenty searches, of words that are everywhere and of rare ones."""
    store, texts = around.shared.core.history, Texts()
    kept = store.count()
    for first in range(kept, size, _ROWS_AT_ONCE):
        rows = [dictation(number, texts) for number in range(first, min(size, first + _ROWS_AT_ONCE))]
        store._writer.submit(_inserting(rows)).result(ANSWER_S)
    took_s = []
    draw = random.Random(size)
    for _ in range(20):
        word = texts.words[min(len(texts.words) - 1, int(draw.paretovariate(0.5)) - 1)]
        began_s = time.monotonic()
        store.search(word)
        took_s.append(time.monotonic() - began_s)
    return Step(percentile(took_s, 95))


def _inserting(rows: list[Any]) -> Callable[[Any], None]:
    def insert(db: Any) -> None:
        for row in rows:
            queries.insert(db, row, "")

    return insert


def control(around: Around, size: int) -> Step:
    """So many programs ask for the status at the same moment, through the socket: the last answer."""
    address, gate = around.address, threading.Barrier(size)

    def ask() -> float:
        gate.wait()
        began_s = time.monotonic()
        call(address, {"command": "status"})
        return time.monotonic() - began_s

    with ThreadPoolExecutor(size) as callers:
        asked = [callers.submit(ask) for _ in range(size)]
        failed = [error.code for one in asked if isinstance(error := one.exception(), VoiceFlowError)]
        took_s = [one.result() for one in asked if not one.exception()]
    return Step(max(took_s, default=3.0), failed[0] if failed else "")
