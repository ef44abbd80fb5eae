"""What a key costs: made of a passphrase, and used to open the history. Once for each start, not for each dictation."""

import statistics
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

from voiceflow import settings
from voiceflow.bench import filled_history
from voiceflow.bench.run import Run
from voiceflow.bench.suites.security.share import of_a_dictation
from voiceflow.history.database import connect
from voiceflow.history.key_shelves import PassphraseShelf
from voiceflow.history.store import History
from voiceflow.paths import Paths

_MOST, _AT_ONCE = 30, 4
_SLOW = "a key from a passphrase"


def measure(run: Run) -> None:
    folder = run.wishes.scratch / "security" / "keys"
    folder.mkdir(parents=True, exist_ok=True)
    shelf = PassphraseShelf(lambda question: "correct horse battery staple")
    place, _ = shelf.keep_new(shelf.place(1))
    encrypted, plain, key = folder / "encrypted.db", folder / "plain.db", "5a" * 32
    connect(encrypted, key, create=True).close()
    filled_history.plain(plain).close()
    steps: dict[str, Callable[[], object]] = {
        _SLOW: lambda: shelf.read(place),
        "encrypted: opening": lambda: connect(encrypted, key).close(),
        "plain: opening": lambda: filled_history.plain(plain).close(),
        "the history, opened with its key file": _opening(folder),
    }
    took = _in_turn(run, steps)
    dictation = of_a_dictation(run)
    for name, times in took.items():
        run.record_samples(name, [wall_ms for wall_ms, _ in times], "ms", (50, 95))
        if dictation.work_ms:
            work_ms = statistics.median(cpu_ms for _, cpu_ms in times)
            run.record(f"{name}: share of a dictation", dictation.percent(work_ms), "%", note="in processor time")
    run.note("A key is made of a passphrase (scrypt) once for each start, where the user wants one; else it is read.")


def _opening(folder: Path) -> Callable[[], None]:
    where = Paths(folder, folder / "history", folder, folder, folder)

    def opened() -> None:
        History.open(where, settings.History(key_storage="file")).close()

    opened()
    return opened


def _in_turn(run: Run, steps: dict[str, Callable[[], object]]) -> dict[str, list[tuple[float, float]]]:
    """Milliseconds that passed, and of the processor."""
    took: dict[str, list[tuple[float, float]]] = {name: [] for name in steps}
    for done in count(1):
        for name, step in steps.items():
            for _ in range(1 if name == _SLOW else _AT_ONCE):
                began_s, began_cpu_s = time.perf_counter(), time.process_time()
                step()
                cpu_s, wall_s = time.process_time() - began_cpu_s, time.perf_counter() - began_s
                took[name].append((wall_s * 1000, cpu_s * 1000))
        run.progress(run.spent)
        if done == _MOST or run.left_s < run.budget_s * 0.2:
            break
    return took
