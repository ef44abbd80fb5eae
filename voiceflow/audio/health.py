"""Whether a microphone is alive, told from its blocks. Pure but for its fields: the clock is given."""

from voiceflow.audio import troubles
from voiceflow.errors import AudioError

STALL_S = 1.0
FIRST_BLOCK_S = 4.0
"""Bluetooth headsets take some two seconds to switch to the profile that has a microphone."""
SILENT_FROM_START_S = 1.0
TURNED_SILENT_S = 1.5


class Health:
    """`heard` and `ended` are written by PortAudio's thread, `trouble` reads on another: single fields only, each
    written whole."""

    def __init__(self) -> None:
        self.first_s: float | None = None
        self.last_s: float | None = None
        self.last_sound_s: float | None = None
        self.ended = False
        self.overflows = 0

    def heard(self, data: bytes, now_s: float, overflow: bool = False) -> None:
        if data != bytes(len(data)):
            self.last_sound_s = now_s
        if self.first_s is None:
            self.first_s = now_s
        self.last_s = now_s
        self.overflows += overflow

    def trouble(self, name: str, opened_s: float, now_s: float) -> tuple[AudioError, bool] | None:
        """The worst that is wrong now, and whether no more sound will come."""
        if self.ended:
            return troubles.gone(name), True
        if self.first_s is None or self.last_s is None:
            return (troubles.stalled(name), True) if now_s - opened_s > FIRST_BLOCK_S else None
        if now_s - self.last_s > STALL_S:
            return troubles.stalled(name), True
        if self.last_sound_s is None:
            return (troubles.silent_device(name), False) if now_s - self.first_s >= SILENT_FROM_START_S else None
        return (troubles.went_silent(name), False) if now_s - self.last_sound_s >= TURNED_SILENT_S else None
