"""Dictations through the whole path, one after another and as fast as they go: sound in, text delivered."""

import queue
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from voiceflow.bench.clips import RATE_HZ, clips
from voiceflow.core import Core
from voiceflow.events import Delivered, Event, Measured, wait_for
from voiceflow.history.records import Dictation, DictationState
from voiceflow.settings import Routing, Settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from voiceflow.audio.frames import Block
    from voiceflow.bench.run import Run
    from voiceflow.history.store import History

    Pcm = NDArray[np.float32]

SCRIPT = "The quick brown fox"
_DEVICE_HZ = 48_000
_BLOCK_S, _SILENCE_S = 0.01, 0.3
_DEADLINE_S = 120.0
_LONGEST_S = 6.0
_MORE_THAN_CACHED_BYTES = 3_000_000


class HurriedSource:
    """A source like the microphone that gives all its sound at once, as a sound card's blocks, and lets go of the key
    behind it. `on_release` must only post."""

    def __init__(
        self, blocks: list[bytes], on_block: "Callable[[Block], None]", on_release: Callable[[], None]
    ) -> None:
        self._blocks, self._on_block, self._on_release = blocks, on_block, on_release

    def open(self) -> None:
        from voiceflow.audio.frames import Block

        begun_s = time.monotonic()
        for number, data in enumerate(self._blocks):
            self._on_block(Block(data, 1, _DEVICE_HZ, begun_s + (number + 1) * _BLOCK_S))
        self._on_release()

    def close(self) -> None:
        """Nothing goes on."""


class Dictating:
    """One thread at a time. `core` is running."""

    def __init__(self, core: Core, sound: "Pcm") -> None:
        self.core = core
        self._blocks = _blocks(sound)
        self._happened: queue.SimpleQueue[Event] = queue.SimpleQueue()
        core.events.subscribe(Event, self._happened.put)
        core.start_dictation(inserter="recording", hotkey="manual", source=self._source)

    def dictate(self) -> str:
        """The text that was delivered, once everything about it is told and on disk. `VoiceFlowError`: it failed, or
        took over two minutes."""
        self.core.command("start")
        delivered = wait_for(Delivered, self._happened, _DEADLINE_S)
        wait_for(Measured, self._happened, _DEADLINE_S)
        self.core.history.flush()
        return delivered.text

    def _source(self, on_block: "Callable[[Block], None]", _: object) -> HurriedSource:
        return HurriedSource(self._blocks, on_block, lambda: self.core.command("stop"))


def _blocks(sound: "Pcm") -> list[bytes]:
    """`sound` at 16 kHz, as a sound card gives it."""
    import numpy as np
    import soxr

    loud = soxr.resample(np.pad(sound, (0, int(_SILENCE_S * RATE_HZ))), RATE_HZ, _DEVICE_HZ).astype(np.float32)
    step = int(_DEVICE_HZ * _BLOCK_S)
    return [loud[at : at + step].tobytes() for at in range(0, len(loud), step)]


def shortest_clip(run: "Run") -> "Pcm":
    """At most 6 s of it. `CannotRunError` where nobody spoke."""
    few = clips(run.wishes.core, run.wishes.speech, sentences=1)
    return min((clip.sound for clip in few), key=len)[: int(_LONGEST_S * RATE_HZ)]


def fill_cache(history: "History") -> None:
    """The pages of more sound than SQLite's cache has room for (2 MB, `history/database.py`) go through it."""
    beside = Dictation("warm-up", time.time(), DictationState.RECORDING)
    history.begin(beside)
    history.append_audio(beside.id, bytes(_MORE_THAN_CACHED_BYTES))
    history.flush()


def with_null_recognition(settings: Settings, folder: Path) -> Settings:
    """All is real but the recognizer, which always says the same; `folder` keeps that."""
    script = folder / "script.txt"
    script.write_text(SCRIPT, encoding="utf-8")
    stt = replace(settings.stt, engine="scripted", model=str(script), language="en")
    return replace(settings, stt=stt, routing=Routing())
