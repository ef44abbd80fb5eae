"""How many dictations fit into a part's time on this machine."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from voiceflow.bench.run import Run

_RESERVE = 1.3


class Budget:
    """What a second of speech takes is learnt while it is spent."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._spoken_s = self._took_s = 0.0
        self.begin(run.left_s)

    def begin(self, seconds: float) -> None:
        """So many from now; what was learnt counts on."""
        self._ends_s = min(time.monotonic() + seconds, time.monotonic() + self._run.left_s)

    @property
    def seed(self) -> int:
        return self._run.wishes.seed

    def has_room_for(self, speech_s: float, first: bool = False) -> bool:
        """`first`: it may take time that others would have had. Also where nothing is known yet."""
        if not self._spoken_s and first:
            return True
        left_s = self._run.left_s if first else self._ends_s - time.monotonic()
        per_s = self._took_s / self._spoken_s if self._spoken_s else 0.0
        return left_s > _RESERVE * speech_s * per_s

    @contextmanager
    def spending(self, speech_s: float, usual: bool = True) -> Iterator[None]:
        """What is not `usual` teaches nothing. Raises `KeyboardInterrupt` when the run was told to end."""
        run = self._run
        run.progress(run.spent)
        began_s = time.monotonic()
        yield
        if usual:
            self._took_s += time.monotonic() - began_s
            self._spoken_s += speech_s
