"""What all speaking services share: text goes up piece by piece, sound comes back as it is made or piece by piece."""

from abc import abstractmethod
from collections.abc import Iterator
from threading import Lock
from typing import TYPE_CHECKING

from voiceflow.cloud import failures
from voiceflow.cloud.cloud import Cloud, Upload
from voiceflow.cloud.services import TEXT, use_of
from voiceflow.cloud.transfer import Transfer
from voiceflow.engines.tts.contract import Speaking, Speech, SpeechBlock, TtsEngine
from voiceflow.engines.tts.pieces import pieces
from voiceflow.errors import AudioError, ModelError, VoiceFlowError
from voiceflow.settings import Settings, Tts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_BLOCK_BYTES = 9_600
"""0.2 s at 24 kHz: the first sound waits for no more."""
_TOTAL_S = 30.0
_TOTAL_PER_CHARACTER_S = 0.1
_MOST_S_PER_CHARACTER = 0.5
"""Speech takes about 0.07 s for each; a service that gives far more has not spoken this text."""


class CloudTts(TtsEngine):
    """`models` is not asked: voices are the service's own. `cloud` None: nothing may be sent."""

    service: str
    most_characters: int

    def __init__(self, settings: Tts, models: object = None, cloud: Cloud | None = None) -> None:
        del models
        self._settings = settings
        self._cloud = cloud or Cloud(Settings)

    def unavailable(self) -> VoiceFlowError | None:
        return self._cloud.problem(self.service, TEXT)

    def speaking(self, voice: str = "", language: str = "") -> Speaking:
        if voice and not self._has(voice):
            cure = f"Name one of the service's voices, or set cloud.{self.service}_voice"
            raise ModelError("models.unknown", f"{self.service} is not known to have a voice {voice!r}", cure)
        return Speaking(self.service, voice or self._own_voice(language), self._options(language))

    def synthesize(self, text: str, voice: str = "", language: str = "") -> Speech:
        speaking = self.speaking(voice, language)
        run = _Run()
        return Speech(speaking, self._spoken(text, speaking.voice, language, run), run.stop)

    def close(self) -> None:
        """Nothing is held here: the connections are the cloud's."""

    @property
    def host(self) -> str:
        return use_of(self.service, TEXT).address(self._cloud.settings).host

    def _spoken(self, text: str, voice: str, language: str, run: "_Run") -> Iterator[SpeechBlock]:
        for piece in pieces(text, self.most_characters):
            if not any(letter.isalnum() for letter in piece):
                continue
            transfer = run.follow(self._cloud.send(self.service, TEXT, self._upload(piece, voice, language)))
            try:
                yield from self._blocks(transfer)
            finally:
                transfer.stop()

    @abstractmethod
    def _has(self, voice: str) -> bool: ...

    @abstractmethod
    def _own_voice(self, language: str) -> str: ...

    @abstractmethod
    def _options(self, language: str) -> str:
        """All that shapes the sound beside the voice."""

    @abstractmethod
    def _upload(self, text: str, voice: str, language: str) -> Upload: ...

    @abstractmethod
    def _blocks(self, transfer: Transfer) -> Iterator[SpeechBlock]:
        """`EngineError` `cloud.malformed`."""


class _Run:
    """Of one speech: what is under way now, and whether anything may be."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._stopped = False
        self._under_way: Transfer | None = None

    def follow(self, transfer: Transfer) -> Transfer:
        with self._lock:
            self._under_way = transfer
            if self._stopped:
                transfer.stop()
        return transfer

    def stop(self) -> None:
        with self._lock:
            self._stopped = True
            if self._under_way:
                self._under_way.stop()


def total_s(text: str) -> float:
    return _TOTAL_S + _TOTAL_PER_CHARACTER_S * len(text)


def most_bytes(text: str, bytes_per_s: int) -> int:
    return int((len(text) + 20) * _MOST_S_PER_CHARACTER * bytes_per_s)


def samples(transfer: Transfer, rate_hz: int, host: str) -> Iterator[SpeechBlock]:
    """16 bit mono, little endian, as it comes. `EngineError` `cloud.malformed` where it is none."""
    waiting, total_bytes = b"", 0
    for part in transfer:
        total_bytes += len(part)
        waiting += part
        if len(waiting) >= _BLOCK_BYTES:
            whole = len(waiting) // 2 * 2
            yield SpeechBlock(_floats(waiting[:whole]), rate_hz)
            waiting = waiting[whole:]
    if total_bytes == 0 or total_bytes % 2:
        raise failures.malformed(host, "no whole sound")
    if waiting:
        yield SpeechBlock(_floats(waiting), rate_hz)


def decoded(sound: bytes, rate_hz: int, host: str) -> SpeechBlock:
    """A whole file of any format. `EngineError` `cloud.malformed`."""
    from voiceflow.audio.codecs import decode_bytes

    try:
        return SpeechBlock(decode_bytes(sound), rate_hz)
    except AudioError as error:
        raise failures.malformed(host, "something that is no sound") from error


def _floats(data: bytes) -> "NDArray[np.float32]":
    import numpy as np

    return np.frombuffer(data, "<i2").astype(np.float32) / np.float32(32768)
