"""What was said before is not made again: sound in memory, and as Opus in the encrypted store."""

import hashlib
import itertools
import threading
import unicodedata
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from voiceflow.audio.codecs import to_float32, to_int16
from voiceflow.audio.encoding import DECODED_RATE_HZ, decode_opus, encode_opus
from voiceflow.engines.tts.contract import Speaking, SpeechBlock
from voiceflow.errors import HistoryError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pcm = NDArray[np.float32]

MEMORY_BYTES = 16_000_000
"""Six minutes of speech."""


class Store(Protocol):
    """`history.speech.SpokenSounds`."""

    def find(self, key: bytes) -> bytes | None: ...

    def keep(self, key: bytes, data: bytes) -> object: ...


@dataclass(slots=True)
class Hits:
    """What the cache was worth since the start."""

    memory: int = 0
    store: int = 0
    missed: int = 0

    @property
    def rate(self) -> float:
        found = self.memory + self.store
        return found / max(1, found + self.missed)


@dataclass(slots=True)
class _Kept:
    pcm: bytes
    rate_hz: int


@dataclass(slots=True)
class SpeechCache:
    """Least recently used goes first. `store` is asked each time: None while there is none. Any thread."""

    store: Callable[[], Store | None] = lambda: None
    memory_bytes: int = MEMORY_BYTES
    hits: Hits = field(default_factory=Hits)
    _kept: "OrderedDict[bytes, _Kept]" = field(default_factory=OrderedDict)
    _bytes: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def find(self, speaking: Speaking, text: str) -> Iterator[SpeechBlock] | None:
        """The first block is there when this returns."""
        key = key_of(speaking, text)
        with self._lock:
            kept = self._kept.get(key)
            if kept:
                self._kept.move_to_end(key)
                self.hits.memory += 1
        if kept:
            return iter([SpeechBlock(to_float32(kept.pcm), kept.rate_hz)])
        blocks = self._stored(key)
        with self._lock:
            if blocks is None:
                self.hits.missed += 1
            else:
                self.hits.store += 1
        return blocks

    def keep(self, speaking: Speaking, text: str, block: SpeechBlock, stored: bool = True) -> None:
        """`stored` false: in memory only."""
        key = key_of(speaking, text)
        self._remember(key, _Kept(to_int16(block.pcm), block.rate_hz))
        store = self.store() if stored else None
        if store and len(block.pcm):
            store.keep(key, encode_opus(block.pcm, block.rate_hz))

    def forget(self) -> None:
        """What is in memory."""
        with self._lock:
            self._kept.clear()
            self._bytes = 0

    def _stored(self, key: bytes) -> Iterator[SpeechBlock] | None:
        """A store that fails, or has something else there, is none: the sound is made again."""
        store = self.store()
        try:
            data = store.find(key) if store else None
            decoded = decode_opus(data) if data else iter(())
            first = next(decoded, None)
        except (HistoryError, ValueError):
            return None
        return None if first is None else self._decoded(key, first, decoded)

    def _decoded(self, key: bytes, first: "Pcm", rest: "Iterator[Pcm]") -> Iterator[SpeechBlock]:
        """What was taken to its end stays in memory."""
        parts = []
        for pcm in itertools.chain([first], rest):
            parts.append(to_int16(pcm))
            yield SpeechBlock(pcm, DECODED_RATE_HZ)
        self._remember(key, _Kept(b"".join(parts), DECODED_RATE_HZ))

    def _remember(self, key: bytes, kept: _Kept) -> None:
        if len(kept.pcm) > self.memory_bytes // 4:
            return
        with self._lock:
            before = self._kept.pop(key, None)
            self._bytes += len(kept.pcm) - (len(before.pcm) if before else 0)
            self._kept[key] = kept
            while self._bytes > self.memory_bytes:
                _, oldest = self._kept.popitem(last=False)
                self._bytes -= len(oldest.pcm)


def key_of(speaking: Speaking, text: str) -> bytes:
    """SHA-256 over engine, voice, options and the text in its composed form with single spaces."""
    said = " ".join(unicodedata.normalize("NFC", text).split())
    parts = (speaking.engine, speaking.voice, speaking.options, said)
    return hashlib.sha256("\0".join(parts).encode()).digest()
