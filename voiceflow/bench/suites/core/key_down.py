"""How soon a dictation hears after the key went down, in a core that just started."""

import queue
import time
from typing import TYPE_CHECKING

from voiceflow.bench import null_engines
from voiceflow.bench.run import Run
from voiceflow.bench.suite import Part
from voiceflow.bench.suites.core.rounds import ms_since, rounds
from voiceflow.bench.suites.core.subjects import in_use
from voiceflow.events import Event, State, StateChanged, wait_for
from voiceflow.settings import Settings

if TYPE_CHECKING:
    from voiceflow.dictation.ear import OnBlock

_DEADLINE_S = 30.0


def key_down(run: Run) -> None:
    """With the null engine, and with the model that dictations use, which is not loaded yet: what is said meanwhile is
    kept."""
    settings = run.wishes.core.settings
    null = null_engines.settings(settings)
    ready_ms, hears_ms = [], []
    for round_ in rounds(run, quick=8, full=20, seconds=0.4 * run.left_s):
        ready, hears = _first_key(run, f"null {round_}", null)
        ready_ms.append(ready)
        hears_ms.append(hears)
    run.record_samples("core to ready for the key, null engine", ready_ms, "ms", (50,))
    run.record_samples("key down to ready to hear, null engine", hears_ms, "ms", (50, 95))
    run.note("Ready to hear: the microphone's own opening is not in it, for sound comes at once here.")
    if subject := in_use(run):
        cold_ms = [_first_key(run, f"cold {round_}", settings)[1] for round_ in rounds(run, quick=5, full=20)]
        run.record_samples(f"key down to ready to hear, {subject.name} not loaded", cold_ms, "ms", (50, 95))


class _AtOnce:
    """A microphone that hears silence as soon as it is opened."""

    def __init__(self, on_block: "OnBlock") -> None:
        self._on_block = on_block

    def open(self) -> None:
        from voiceflow.audio.frames import Block

        self._on_block(Block(bytes(4 * 480), 1, 48_000, time.monotonic()))

    def close(self) -> None: ...


def _first_key(run: Run, name: str, settings: Settings) -> tuple[float, float]:
    """From nothing to ready for the key, and from the key to ready to hear."""
    happened: queue.SimpleQueue[Event] = queue.SimpleQueue()
    with run.core(name, settings) as core:
        began_s = time.perf_counter()
        core.events.subscribe(Event, happened.put)
        core.start_dictation(inserter="recording", hotkey="manual", source=lambda on_block, _: _AtOnce(on_block))
        ready_ms = ms_since(began_s)
        began_s = time.perf_counter()
        core.command("start")
        while wait_for(StateChanged, happened, _DEADLINE_S).state is not State.LISTENING:
            pass
        hears_ms = ms_since(began_s)
        core.command("cancel")
    return ready_ms, hears_ms


PARTS = (Part("key_down", "From the key to ready to hear", key_down, 6, 40),)
