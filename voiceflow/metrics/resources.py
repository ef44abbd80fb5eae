"""What VoiceFlow takes of the machine: memory of all its processes and its parts, processors, graphics memory, disk."""

import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from voiceflow.metrics.gpu import Gpu, Vram
from voiceflow.metrics.heap import Heap, heap

_LOOK_FOR_CHILDREN_S = 10.0
_ROLES = {"engines.stt": "recognition", "engines.tts": "speech output", "keyring": "keyring"}


@dataclass(frozen=True, slots=True)
class ProcessMemory:
    """`memory_bytes`: what is its alone and its share of the rest (PSS) where the system tells it, else what is
    resident. `anonymous_bytes` is its own data, `file_bytes` what is mapped from files; zero where it is not known."""

    role: str
    pid: int
    memory_bytes: int
    resident_bytes: int
    anonymous_bytes: int
    file_bytes: int


@dataclass(frozen=True, slots=True)
class Sample:
    """`at_s`: seconds since 1970. The percentages are shares of all processors since the sample before. `heap` is of
    the app's own process."""

    at_s: float
    processes: tuple[ProcessMemory, ...]
    machine_bytes: int
    cpu_percent: float
    own_cpu_percent: float
    free_disk_bytes: int
    vram: Vram | None = None
    heap: Heap | None = None

    @property
    def memory_bytes(self) -> int:
        return sum(process.memory_bytes for process in self.processes)


class Sampler:
    """Owned by one thread. `folder` is on the disk that is watched."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._gpu = Gpu()
        self._processes: dict[int, Any] = {}
        self._roles: dict[int, str] = {}
        self._shared: dict[int, int] = {}
        self._looked_s = float("-inf")

    def close(self) -> None:
        self._gpu.close()

    def sample(self, thorough: bool) -> Sample:
        """`thorough` asks the system for each page's share, which holds up the process that is asked for milliseconds;
        else the share of the last time is taken for granted."""
        import psutil

        self._look_for_children()
        memories, own_percent = [], 0.0
        for pid, process in list(self._processes.items()):
            try:
                memories.append(self._memory(process, thorough))
                own_percent += process.cpu_percent()
            except psutil.Error:
                self._forget(pid)
        return Sample(
            time.time(),
            tuple(memories),
            machine_bytes=psutil.virtual_memory().total,
            cpu_percent=psutil.cpu_percent(),
            own_cpu_percent=own_percent / (psutil.cpu_count() or 1),
            free_disk_bytes=self._free_disk_bytes(),
            vram=self._gpu.vram(self._processes),
            heap=heap() if thorough else None,
        )

    def _look_for_children(self) -> None:
        """Not each time: the system has to be asked about all processes."""
        import psutil

        if time.monotonic() - self._looked_s < _LOOK_FOR_CHILDREN_S:
            return
        self._looked_s = time.monotonic()
        me = psutil.Process()
        for process in (me, *me.children(recursive=True)):
            if process.pid not in self._processes:
                self._processes[process.pid] = process
                self._roles[process.pid] = "app" if process.pid == me.pid else _role(process)

    def look_again(self) -> None:
        """A process was started or has ended: the next sample looks for it."""
        self._looked_s = float("-inf")

    def _memory(self, process: Any, thorough: bool) -> ProcessMemory:
        memory = process.memory_full_info() if thorough else process.memory_info()
        if thorough:
            self._shared[process.pid] = memory.rss - getattr(memory, "pss", memory.rss)
        files = getattr(memory, "shared", 0)
        return ProcessMemory(
            self._roles[process.pid],
            process.pid,
            max(0, memory.rss - self._shared.get(process.pid, 0)),
            memory.rss,
            memory.rss - files if sys.platform == "linux" else 0,
            files,
        )

    def _free_disk_bytes(self) -> int:
        folder = next(folder for folder in (self._folder, *self._folder.parents) if folder.exists())
        return shutil.disk_usage(folder).free

    def _forget(self, pid: int) -> None:
        for known in (self._processes, self._roles, self._shared):
            known.pop(pid, None)


def _role(process: Any) -> str:
    import psutil

    try:
        command = " ".join(process.cmdline())
    except psutil.Error:
        return "other"
    return next((role for word, role in _ROLES.items() if word in command), "other")
