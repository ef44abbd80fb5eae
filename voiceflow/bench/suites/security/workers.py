"""One process for each protection, asked in turn: a slow moment of the machine slows all of them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from voiceflow.bench.run import Run
from voiceflow.bench.suites.security.protection import Protection
from voiceflow.engines.process import EngineProcess

_TARGET = "voiceflow.bench.suites.security.worker:serve"

Samples = dict[str, list[tuple[float, float]]]
"""By kind of step: milliseconds that passed, and of processor time."""


class Workers:
    """One thread at a time. `found`: all samples so far, by the name of the protection."""

    def __init__(self, processes: dict[str, EngineProcess]) -> None:
        self._processes = processes
        self._round = 0
        self.found: dict[str, Samples] = {name: defaultdict(list) for name in processes}

    def ask(self, **question: Any) -> None:
        """All of them, one after another; who begins changes every time."""
        self._round += 1
        names = list(self._processes)
        first = self._round % len(names)
        for name in (*names[first:], *names[:first]):
            answer, _ = self._processes[name].ask(question)
            for kind, times in answer["times"].items():
                self.found[name][kind] += [(wall_ms, cpu_ms) for wall_ms, cpu_ms in times]

    def wall_ms(self, name: str, kind: str) -> list[float]:
        return [wall_ms for wall_ms, _ in self.found[name][kind]]

    def cpu_ms(self, name: str, kind: str) -> list[float]:
        return [cpu_ms for _, cpu_ms in self.found[name][kind]]


@contextmanager
def workers(run: Run, protections: Sequence[Protection], rows: int = 0) -> Iterator[Workers]:
    """Each with a history of its own with so many dictations, in the run's scratch folder."""
    folder = run.wishes.scratch / "security" / run.part.name
    processes = {each.name: EngineProcess(_TARGET, _opening(each, folder, rows)) for each in protections}
    with ExitStack() as stack:
        for process in processes.values():
            stack.callback(process.close)
        with ThreadPoolExecutor(len(processes)) as pool:
            list(pool.map(EngineProcess.start, processes.values()))
        yield Workers(processes)


def _opening(protection: Protection, folder: Path, rows: int) -> dict[str, Any]:
    return {"protection": protection.told, "folder": str(folder / protection.name), "rows": rows}
