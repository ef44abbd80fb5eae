"""Dictations in real time through the whole path of a core: blocks of sound in, delivered text out."""

import queue
from typing import TYPE_CHECKING

from voiceflow.bench.figures import CannotRunError
from voiceflow.cloud.services import SERVICES
from voiceflow.core import Core
from voiceflow.errors import ModelError
from voiceflow.events import Delivered, Event, wait_for
from voiceflow.selftest import OnBlock, SpokenSource

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pcm = NDArray[np.float32]

RATE_HZ = 16_000
_DEADLINE_S = 60.0


def model_of(core: Core) -> str:
    """Its name, or the service's that has one. `CannotRunError` where there is no speech model."""
    if core.settings.stt.engine in SERVICES:
        return core.settings.stt.engine
    try:
        return core.engines.model_name()
    except ModelError as error:
        raise CannotRunError(f"There is no speech model: {error.title}", error.hint) from error


class Speaking:
    """One thread at a time. The core's dictation is started here; no window, no key, no microphone."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._happened: queue.SimpleQueue[Event] = queue.SimpleQueue()
        core.events.subscribe(Event, self._happened.put)
        core.start_dictation(inserter="recording", hotkey="manual", source=self._source)

    def say(self, pcm: "Pcm") -> Delivered:
        """`pcm`: mono at 16 kHz, heard in real time; the key goes up 0.3 s behind it. Returns when the text is
        delivered. `VoiceFlowError`: the dictation failed, or took over a minute more than the speech."""
        self._pcm = pcm
        self._core.command("start")
        return wait_for(Delivered, self._happened, len(pcm) / RATE_HZ + _DEADLINE_S)

    def _source(self, on_block: OnBlock, _: object) -> SpokenSource:
        return SpokenSource(self._pcm, RATE_HZ, on_block, lambda: self._core.command("stop"))
