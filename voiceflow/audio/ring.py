"""The last moments of sound, kept for a dictation that begins later (`audio.preroll_ms`)."""

from collections import deque

from voiceflow.audio.frames import Block


class Ring:
    """Holds whole blocks: at least the last `duration_s`, when that much was put in, and less than one block more."""

    def __init__(self, duration_s: float) -> None:
        self._duration_s = duration_s
        self._held_s = 0.0
        self._blocks: deque[Block] = deque()

    def put(self, block: Block) -> None:
        self._blocks.append(block)
        self._held_s += block.duration_s
        while self._held_s - self._blocks[0].duration_s >= self._duration_s:
            self._held_s -= self._blocks.popleft().duration_s
            if not self._blocks:
                return

    def take(self) -> list[Block]:
        """All of it, oldest first; the ring is empty then."""
        blocks = list(self._blocks)
        self._blocks.clear()
        self._held_s = 0.0
        return blocks
