"""Fixed work that other work is measured by: the ratio of the two says the same on any machine and under any load, as
long as both use the processor in the same way and take turns.

None of it is VoiceFlow's. So a slower library is not seen in a ratio; a slower use of it is."""

import gc
import os
import queue
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

Work = Callable[[], object]

_FINE_S = 1e-4
_STDLIB = "argparse, asyncio, csv, email.message, http.client, json, logging.handlers, sqlite3, tomllib, urllib.request"
_KEY = "3f" * 32


def clock() -> float:
    """Seconds of all threads of this process; where the system counts those in coarse steps (Windows: 16 ms), of the
    wall."""
    return time.process_time() if _processor_is_fine() else time.perf_counter()


def _processor_is_fine() -> bool:
    return time.get_clock_info("process_time").resolution <= _FINE_S


def cost_s(work: Work) -> float:
    began_s = clock()
    work()
    return clock() - began_s


@contextmanager
def undisturbed() -> Iterator[None]:
    """No garbage collection, for what others left in memory would count; and numpy's BLAS keeps to the calling thread:
    its others wait in busy loops, for about 26 ms after each product."""
    from threadpoolctl import threadpool_limits

    gc.collect()
    gc.disable()
    try:
        with threadpool_limits(1, user_api="blas"):
            yield
    finally:
        gc.enable()


@contextmanager
def on_one_processor() -> Iterator[None]:
    """The calling thread and those that it starts, where the system knows how (Linux): what it costs to wake another
    thread depends else on what the other processors do."""
    if sys.platform != "linux":
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def python() -> Work:
    """Strings, tables and expressions, as text rules use them."""
    words = [f"word{number % 97}" for number in range(3_000)]
    text, pattern = " ".join(words), re.compile(r"\bword(\d)(\d)?\b")

    def work() -> None:
        counts: dict[str, int] = {}
        for word in words:
            counts[word] = counts.get(word, 0) + len(word.upper())
        found = pattern.sub(lambda match: match.group(1) + (match.group(2) or ""), text)
        sorted(found.split(), key=lambda word: (len(word), word))

    return work


def arrays() -> Work:
    """Short transforms and small products with Python around them, as between two frames of sound."""
    import numpy as np

    draw = np.random.default_rng(1)
    frame, square = draw.standard_normal(512), draw.standard_normal((64, 64))  # too small for a second thread

    def work() -> None:
        total = 0.0
        for _ in range(400):
            power = np.square(np.abs(np.fft.rfft(frame * frame))) + 1e-12
            total += float(np.log(power).mean()) + float((square @ square)[0, 0])

    return work


def products() -> Work:
    """Of matrices in single precision, as networks use the processor's widest registers."""
    import numpy as np

    draw = np.random.default_rng(1)
    left, right = draw.standard_normal((2, 256, 256), dtype=np.float32)

    def work() -> None:
        for _ in range(40):
            left @ right

    return work


def threads() -> Work:
    """Two threads that ask and answer."""
    rounds = 1_000

    def work() -> None:
        asked: queue.SimpleQueue[int] = queue.SimpleQueue()
        answered: queue.SimpleQueue[int] = queue.SimpleQueue()

        def answer() -> None:
            for _ in range(rounds):
                answered.put(asked.get() + 1)

        other = threading.Thread(target=answer)
        other.start()
        for number in range(rounds):
            asked.put(number)
            answered.get()
        other.join()

    return work


def decoder(folder: Path, frames: int, tokens: int) -> Work:
    """CTranslate2 itself on one thread, with a model of random weights: one pass of the encoder, so many steps."""
    import ctranslate2
    import numpy as np

    from voiceflow.bench.random_whisper import MELS

    model = ctranslate2.models.Whisper(str(folder), device="cpu", compute_type="int8", intra_threads=1)
    mel = np.random.default_rng(0).standard_normal((1, MELS, frames)).astype(np.float32)
    prompt, end = _prompt(folder)

    def work() -> None:
        encoded = model.encode(ctranslate2.StorageView.from_array(mel))
        limit = max(2 * tokens, len(prompt) + tokens)
        model.generate(encoded, [prompt], beam_size=1, suppress_tokens=[end], max_length=limit)

    return work


def _prompt(folder: Path) -> tuple[list[int], int]:
    import tokenizers

    known = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
    names = ("startoftranscript", "en", "transcribe", "notimestamps", "endoftext")
    *prompt, end = [int(known.token_to_id(f"<|{name}|>") or 0) for name in names]
    return prompt, end


def database(folder: Path) -> Work:
    """SQLCipher itself: rows of text, each durable and in an index of words, and searches."""
    import sqlcipher3

    db = sqlcipher3.connect(str(folder / "calibration.db"), isolation_level=None)
    for line in (f"PRAGMA key = \"x'{_KEY}'\"", "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL"):
        db.execute(line)
    db.execute("CREATE VIRTUAL TABLE texts USING fts5(text)")
    db.execute("BEGIN")
    db.executemany("INSERT INTO texts (text) VALUES (?)", [(_text(number),) for number in range(300)])
    db.execute("COMMIT")

    def work() -> None:
        for number in range(20):
            db.execute("INSERT INTO texts (text) VALUES (?)", (_text(number),))
            db.execute("SELECT text FROM texts WHERE texts MATCH ? LIMIT 50", (f"word{number}*",)).fetchall()
        db.execute("DELETE FROM texts WHERE rowid > 300")

    return work


def _text(number: int) -> str:
    return " ".join(f"word{number * at % 89}" for at in range(1, 26))


def child_s(code: str) -> float:
    """The processor time of an interpreter that runs it, the interpreter's own start included. It keeps what it
    compiles, so that a program that was never started before is as fast the second time as an old one."""
    timed = f"import time\n{code}\nprint(time.process_time())"
    keeping = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", timed]
    began_s = time.perf_counter()
    told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60, env=keeping)
    return float(told.stdout) if _processor_is_fine() else time.perf_counter() - began_s


def interpreter_s() -> float:
    """Of an interpreter that imports a good deal of its own library."""
    return child_s(f"import {_STDLIB}")
