"""What was held after a dictation, again and again, in bounded room."""

import gc
import os
import tracemalloc
from dataclasses import dataclass, field

from voiceflow.bench.suites.memory.held import held
from voiceflow.engines.stt.whisper_memory import give_back
from voiceflow.metrics.heap import heap

_MOST = 2_000


@dataclass(slots=True)
class Samples:
    """One list for each kind, kB. `each`: every so many dictations one is taken; from 2,000 on every other is given up,
    so that a run of a day holds no more than one of an hour."""

    each: int = 1
    dictations: list[float] = field(default_factory=list)
    python_kb: list[float] = field(default_factory=list)
    own_kb: list[float] = field(default_factory=list)
    allocator_kb: list[float] = field(default_factory=list)

    def take(self, dictation: int) -> None:
        if dictation % self.each:
            return
        gc.collect()
        give_back()
        self.dictations.append(dictation)
        self.python_kb.append(tracemalloc.get_traced_memory()[0] / 1000)
        self.own_kb.append(held(os.getpid()).own * 1000)
        self.allocator_kb.append(heap().used_bytes / 1000)
        if len(self.dictations) > _MOST:
            self._thin_out()

    def _thin_out(self) -> None:
        self.each *= 2
        for kind in (self.dictations, self.python_kb, self.own_kb, self.allocator_kb):
            del kind[1::2]
