"""Is anything lost when a process is killed, a history is damaged, a disk is full? In folders that go away."""

import random
import statistics
import sys
import threading
import time
from pathlib import Path

import psutil

from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.run import Run
from voiceflow.bench.suites.readiness import child
from voiceflow.bench.suites.readiness.checks import Outcome
from voiceflow.core import Core
from voiceflow.engines.process import EngineProcess
from voiceflow.errors import HistoryError, VoiceFlowError
from voiceflow.history.key import KeyStore
from voiceflow.history.records import Dictation, DictationState
from voiceflow.history.repair import Rescued, repair
from voiceflow.history.store import History

LOST_AT_MOST_S = 0.5
_KILLED_AFTER_S = (0.8, 1.6)
_DEADLINE_S = 20.0
_QUICK_KILLS, _KILLS = 3, 5
_DICTATIONS = 150
_PAGE_BYTES, _SCHEMA_PAGES = 4096, 24
_SAVED_AT_LEAST = 0.9


def after_a_crash(run: Run) -> Outcome:
    """`kill -9` in mid-dictation, at another moment each time; the quick run goes on where the first lost too much, for
    one moment of a busy machine is no proof."""
    moments = random.Random(run.wishes.seed)
    lost: list[float] = []
    for number in range(_QUICK_KILLS if run.quick else _KILLS):
        lost.append(_killed(run.place(f"crash {number}").data, moments.uniform(*_KILLED_AFTER_S)))
        if run.quick and lost[0] <= LOST_AT_MOST_S:
            break
    told = ", ".join(f"{1000 * lost_s:.0f} ms" for lost_s in lost)
    evidence = f"killed in mid-dictation, offered at the next start with its sound; lost at the end: {told}"
    return Outcome(statistics.median(lost) <= LOST_AT_MOST_S, f"{evidence} (at most {1000 * LOST_AT_MOST_S:.0f} ms)")


def _killed(folder: Path, after_s: float) -> float:
    """Seconds that are lost."""
    import numpy as np

    loud = np.random.default_rng(7).uniform(-0.3, 0.3, 30 * child.RATE_HZ).astype(np.float32)
    process = EngineProcess(child.SPEAKING, {"folder": str(folder)})
    try:
        process.start()
        process.ask({"do": "speak"}, loud.tobytes())
        heard = _heard(process, int(after_s * child.RATE_HZ))
        psutil.Process(process.pid).kill()
    finally:
        process.close()
    with Core(child.where(folder), child.settings()) as core:
        found = core.history.interrupted()
        if len(found) != 1:
            raise VoiceFlowError("readiness.not_offered", f"{len(found)} dictations were offered after a crash, not 1")
        stored = np.frombuffer(core.history.audio(found[0].id), "<i2")
    spoken = np.round(loud[: len(stored)] * 32767)
    if len(stored) and np.abs(stored - spoken).max() > 1:
        raise VoiceFlowError("readiness.other_sound", "The sound that came back after a crash is not what was said")
    return max(0.0, (heard - len(stored)) / child.RATE_HZ)


def _heard(process: EngineProcess, wanted: int) -> int:
    until_s = time.monotonic() + _DEADLINE_S
    while time.monotonic() < until_s:
        heard = int(process.ask({"do": "tell"})[0]["heard"])
        if heard >= wanted:
            return heard
        threading.Event().wait(0.02)
    raise VoiceFlowError("readiness.deaf", f"A dictation heard nothing within {_DEADLINE_S:.0f} s", "See the log")


def full_disk(run: Run) -> Outcome:
    if sys.platform == "win32":
        raise CannotRunError("Windows cannot limit a process's files")
    folder = run.place("full disk").data
    sound = random.Random(3).randbytes(2 * 5 * child.RATE_HZ)
    process = EngineProcess(child.LIMITED, {"folder": str(folder)})
    try:
        process.start()
        told, _ = process.ask({"do": "speak"}, sound)
    finally:
        process.close()
    history = History.open(child.where(folder), child.settings().history)
    whole = history.audio("spoken") == sound
    history.close()
    cured = "kept in memory" in told["hint"]
    evidence = (
        f"files that may not grow: told once as {', '.join(told['codes']) or 'nothing'}, "
        f"{'with' if cured else 'without'} what to do; the sound was {'kept' if told['kept'] else 'lost'} in memory "
        f"and {'written' if told['saved'] and whole else 'not written'} when there was room"
    )
    return Outcome(len(told["codes"]) == 1 and cured and told["kept"] and told["saved"] and whole, evidence)


def damage(run: Run) -> Outcome:
    """A few pages: most is saved, the old file stays. All of them: an error that names the cure."""
    folder = run.place("damage").data
    words = _fill(folder)
    database = child.where(folder).database
    pages = database.stat().st_size // _PAGE_BYTES
    _break(database, random.Random(7).sample(range(_SCHEMA_PAGES, pages), 3))
    broken = database.read_bytes()
    rescued = repair(database, KeyStore(database, "file"))
    right = _right(folder, words)
    _break(database, list(range(12, database.stat().st_size // _PAGE_BYTES)))
    error = _told(folder)
    evidence = (
        f"three pages destroyed: {rescued.saved} of {_DICTATIONS} saved, {'all' if right else 'not all'} with their "
        f"words, {rescued.lost} lost; everything destroyed: {error.code if error else 'not noticed'}"
    )
    passed = right and _saved_enough(rescued) and rescued.set_aside.read_bytes() == broken
    return Outcome(bool(passed and error and error.code == "history.damaged" and "repair" in error.hint), evidence)


def _saved_enough(rescued: Rescued) -> bool:
    return rescued.saved >= _SAVED_AT_LEAST * _DICTATIONS and rescued.saved + rescued.lost == _DICTATIONS


def _fill(folder: Path) -> dict[str, str]:
    """Texts by id."""
    draw = random.Random(6)
    made = {f"{n:04}": " ".join(f"word{draw.randrange(5000)}" for _ in range(40)) for n in range(_DICTATIONS)}
    history = History.open(child.where(folder), child.settings().history)
    for dictation_id, text in made.items():
        history.begin(Dictation(dictation_id, time.time(), DictationState.DONE, text=text, raw_text=text))
    history.append_audio("0000", draw.randbytes(200_000))
    history.flush()
    history.close()
    return made


def _break(database: Path, pages: list[int]) -> None:
    with database.open("r+b") as file:
        for page in pages:
            file.seek(page * _PAGE_BYTES + 100)
            file.write(b"\xaa" * 200)


def _right(folder: Path, words: dict[str, str]) -> bool:
    history = History.open(child.where(folder), child.settings().history)
    try:
        return all(words[dictation.id] == dictation.text for dictation in history.list(limit=-1))
    finally:
        history.close()


def _told(folder: Path) -> HistoryError | None:
    try:
        history = History.open(child.where(folder), child.settings().history)
        try:
            history.list(limit=-1)
        finally:
            history.close()
    except HistoryError as error:
        return error
    return None
