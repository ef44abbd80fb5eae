"""Memory of the graphics card, by NVIDIA's driver library (extra `cuda`)."""

import logging
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Vram:
    """`own_bytes`: None where the driver does not tell it by process, as in containers."""

    own_bytes: int | None
    used_bytes: int
    total_bytes: int

    @property
    def known_bytes(self) -> int:
        """VoiceFlow's, else everybody's."""
        return self.used_bytes if self.own_bytes is None else self.own_bytes


class Gpu:
    """The first device; asks the driver for nothing until `vram` is first called. Owned by one thread."""

    def __init__(self) -> None:
        self._library: Any = None
        self._device: Any = None
        self._missing = False

    def vram(self, pids: Collection[int]) -> Vram | None:
        """None without an NVIDIA card, its driver or the library. `pids`: the processes that are VoiceFlow's."""
        if self._missing or not (self._device or self._open()):
            return None
        try:
            memory = self._library.nvmlDeviceGetMemoryInfo(self._device)
            working = self._library.nvmlDeviceGetComputeRunningProcesses(self._device)
        except self._library.NVMLError as error:
            log.warning("the graphics card does not tell its memory any more: %s", error)
            self._missing = True
            return None
        told = [each.usedGpuMemory for each in working if each.usedGpuMemory is not None]
        own = [each.usedGpuMemory for each in working if each.pid in pids and each.usedGpuMemory is not None]
        return Vram(sum(own) if told or not working else None, int(memory.used), int(memory.total))

    def close(self) -> None:
        if self._device:
            self._library.nvmlShutdown()
            self._device = None

    def _open(self) -> bool:
        try:
            import pynvml

            pynvml.nvmlInit()
            self._library, self._device = pynvml, pynvml.nvmlDeviceGetHandleByIndex(0)
        except Exception as error:  # no extra, no driver, no card: all the same here
            log.debug("no graphics card to watch: %s", type(error).__name__)
            self._missing = True
        return not self._missing
