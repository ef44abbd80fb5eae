"""Many callers at once, and how it goes for them."""

import random
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Any

from voiceflow.bench.processes import cpu_s
from voiceflow.bench.run import quiet
from voiceflow.bench.suites.load.caller import RATE_HZ, Caller, Shared, Spoken, Turn
from voiceflow.bench.suites.load.waits import Waits
from voiceflow.core import Core
from voiceflow.engines.vad.energy import EnergyVad
from voiceflow.machine import Machine
from voiceflow.paths import Paths
from voiceflow.settings import Settings, Stt, Tts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SCRIPT = "keep this"
"""No more words than fit into the sound at 2.5 a second: a guess hears them all, too."""
NULL_SPEECH_S = 1.2
"""With 0.3 s of silence behind it: people let go of the key a moment after the last word."""
_PAUSE_S = (0.1, 0.5)
_ARRIVAL_S = 1.0

Says = Callable[[random.Random], Spoken]


@dataclass(frozen=True, slots=True)
class Level:
    """What so many users met in `elapsed_s`. `cpu_s`: of this process and its children, all
    threads together; `waits_s`: of decodes for their turn; `writes_waiting`: of the history, when it was looked at."""

    users: int
    elapsed_s: float
    cpu_s: float
    turns: tuple[Turn, ...]
    waits_s: tuple[float, ...]
    spoken_s: float
    writes_waiting: int

    @property
    def latencies_s(self) -> list[float]:
        return [turn.latency_s for turn in self.turns if not turn.error]

    @property
    def success(self) -> float:
        """Percent; zero where nobody came to an end."""
        return 100.0 * len(self.latencies_s) / len(self.turns) if self.turns else 0.0

    @property
    def errors(self) -> dict[str, int]:
        return dict(Counter(turn.error for turn in self.turns if turn.error))

    @property
    def per_s(self) -> float:
        return len(self.latencies_s) / self.elapsed_s

    @property
    def fairness(self) -> float:
        """Jain's index of the users' mean latencies (Jain, Chiu, Hawe 1984): 1 when all wait alike, 1/n when one waits
        for all."""
        by_user = defaultdict(list)
        for turn in self.turns:
            by_user[turn.user].append(max(1e-6, turn.latency_s))
        means = [fmean(latencies) for latencies in by_user.values()]
        return sum(means) ** 2 / (len(means) * sum(mean**2 for mean in means)) if means else 0.0


class Crowd:
    """`users` callers, each on a thread of its own, from `with` to the end of its block; the turn that a caller is in
    then is finished. `take` tells how it went since it was last asked."""

    def __init__(self, shared: Shared, users: int, says: Says, pace: float = 1.0) -> None:
        self._shared, self._users, self._says, self._pace = shared, users, says, pace
        self._stopped, self._ended = threading.Event(), threading.Event()
        self._turns: list[tuple[Turn, float]] = []
        self._threads = [
            threading.Thread(target=self._call, args=(number,), name=f"caller {number}", daemon=True)
            for number in range(users)
        ]

    def __enter__(self) -> "Crowd":
        self._since()
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        for thread in self._threads:
            thread.join()

    def take(self) -> Level:
        writes_waiting = self._shared.core.history.backlog
        turns, self._turns = self._turns, []
        began_s, began_cpu_s = self._began
        self._since()
        return Level(
            self._users,
            self._began[0] - began_s,
            self._began[1] - began_cpu_s,
            tuple(turn for turn, _ in turns),
            tuple(self._shared.recognition.take()),
            sum(spoken_s for _, spoken_s in turns),
            writes_waiting,
        )

    def _since(self) -> None:
        self._began = time.monotonic(), cpu_s()

    def _call(self, number: int) -> None:
        """Everybody comes at another moment of the first second, and has one turn at least."""
        draw = random.Random(number)
        with Caller(number, self._shared, self._ended) as caller:
            self._ended.wait(_ARRIVAL_S * number / self._users if self._pace else 0.0)
            while True:
                spoken = self._says(draw)
                self._turns.append((caller.turn(spoken, time.monotonic(), self._pace), spoken.length_s))
                if self._pace:
                    self._stopped.wait(draw.uniform(*_PAUSE_S) / self._pace)
                if self._stopped.is_set():
                    return


def level(shared: Shared, users: int, says: Says, seconds: float, pace: float = 1.0) -> Level:
    """So many users for so long, and until the last of them has what was said."""
    with Crowd(shared, users, says, pace) as crowd:
        threading.Event().wait(seconds)
        writes_waiting = shared.core.history.backlog
    return replace(crowd.take(), writes_waiting=writes_waiting)


@contextmanager
def null_product(folder: Path) -> Iterator[Shared]:
    """VoiceFlow with engines that cost nothing: the scripted recognizer, silent speech, the detector by energy."""
    folder.mkdir(parents=True, exist_ok=True)
    script = folder / "script.txt"
    script.write_text(SCRIPT, encoding="utf-8")
    settings = Settings(stt=Stt(engine="scripted", model=str(script), language="en"), tts=Tts(engine="silent"))
    where = Paths(folder, folder, folder / "models", folder, folder)
    with Core(where, quiet(settings)) as core, shared(core, EnergyVad, "silent") as parts:
        yield parts


@contextmanager
def shared(core: Core, vad: Any = None, speaker: str = "") -> Iterator[Shared]:
    """What callers of this core share. The model is loaded before anybody calls."""
    machine = Machine()
    _, _, history = core.status, core.metrics, core.history
    recognition = Waits(core.engines.recognizer, core.events.publish, machine, core.prover)
    with ExitStack() as parts:
        recognition.start()
        parts.callback(recognition.stop)
        recognition.prepare()
        history.flush()
        yield Shared(core, recognition, machine, vad or core.vad, speaker)


def null_speech() -> Says:
    """Always the same: a vowel that comes and goes four times a second, and a moment of silence."""
    spoken = Spoken(vowel(NULL_SPEECH_S - 0.3, 0.3), SCRIPT)
    return lambda draw: spoken


def vowel(length_s: float, silence_s: float = 0.0) -> "NDArray[np.float32]":
    """Harmonics of 120 Hz, the higher the weaker, over a little noise: speech for a detector by energy."""
    import numpy as np

    at_s = np.arange(int(length_s * RATE_HZ)) / RATE_HZ
    tone = sum(np.sin(2 * np.pi * 120 * harmonic * at_s) / harmonic for harmonic in range(1, 12))
    spoken = 0.1 * tone * (0.6 + 0.4 * np.sin(2 * np.pi * 4 * at_s))
    noise = np.random.default_rng(0).standard_normal(int((length_s + silence_s) * RATE_HZ)) * 1e-4
    noise[: len(spoken)] += spoken
    return noise.astype(np.float32)


def told(level: Level) -> dict[str, Any]:
    """As a line."""
    return {
        "users": level.users,
        "elapsed_s": level.elapsed_s,
        "cpu_s": level.cpu_s,
        "latencies_s": level.latencies_s,
        "look_ups_s": [turn.look_up_s for turn in level.turns if not turn.error],
        "success": level.success,
        "errors": level.errors,
        "per_s": level.per_s,
        "fairness": level.fairness,
        "asked": len(level.turns),
        "writes_waiting": level.writes_waiting,
        "waits_s": list(level.waits_s),
        "spoken_s": level.spoken_s,
    }
