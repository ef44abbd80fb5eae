"""What all recognizers on other computers share: sound goes up as Opus or FLAC, words come back."""

import time
from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

from voiceflow.audio.codecs import encode_flac, encode_opus, to_int16
from voiceflow.cloud import consent
from voiceflow.cloud.cloud import Cloud, Upload
from voiceflow.cloud.services import SOUND, TEXT, use_of
from voiceflow.cloud.transfer import Transfer
from voiceflow.engines.stt.contract import (
    SAMPLE_RATE_HZ,
    DecodeRequest,
    Hypothesis,
    ModelInfo,
    Recognizer,
    Segment,
    SttEngine,
    Word,
)
from voiceflow.errors import VoiceFlowError
from voiceflow.settings import Settings, Stt

if TYPE_CHECKING:
    from voiceflow.engines.stt.contract import Pcm

_LEAST_S = 0.1
"""OpenAI refuses less (its reference, transcriptions), and there is no word in it."""
_OPUS_BIT_RATE = 24_000
_TOTAL_S = 15.0
_TOTAL_PER_S = 1.0


class CloudStt(SttEngine):
    """`models` is not asked: the model's name is the service's own. `cloud` None: nothing may be sent."""

    service: str

    def __init__(self, settings: Stt, models: object = None, cloud: Cloud | None = None) -> None:
        del settings, models
        self._cloud = cloud or Cloud(Settings)

    def unavailable(self) -> VoiceFlowError | None:
        return self._cloud.problem(self.service, SOUND)

    def load(self, model: str = "") -> Recognizer:
        """Nothing is loaded, and nobody is asked; `model` by the service's own name."""
        if problem := self.unavailable():
            raise problem
        return self._recognizer(self._cloud, model)

    @abstractmethod
    def _recognizer(self, cloud: Cloud, model: str) -> "CloudRecognizer": ...


class CloudRecognizer(Recognizer):
    """Sound that is silent by every sample, or too short for a word, is sent nowhere."""

    service: str

    def __init__(self, cloud: Cloud, model: str) -> None:
        self._cloud, self._model = cloud, model
        self._lock = Lock()
        self._under_way: Transfer | None = None

    @property
    def info(self) -> ModelInfo:
        return ModelInfo(self.service, self._model, "cloud", "", incremental=False)

    @property
    def host(self) -> str:
        return use_of(self.service, SOUND).address(self._cloud.settings).host

    def decode(self, request: DecodeRequest) -> Hypothesis:
        if len(request.pcm) < _LEAST_S * SAMPLE_RATE_HZ or not request.pcm.any():
            return Hypothesis("", request.options.language or "")
        began_s = time.perf_counter()
        upload = self._upload(self._without_private_words(request))
        encoded_s = time.perf_counter()
        heard = self._heard(self._asked(upload), request)
        encode_ms, decode_ms = (encoded_s - began_s) * 1000, (time.perf_counter() - encoded_s) * 1000
        return replace(heard, encode_ms=encode_ms, decode_ms=decode_ms)

    def _without_private_words(self, request: DecodeRequest) -> DecodeRequest:
        """Names that the user knows, and how the user writes, are text: they go where text may go, not with any sound.
        Names are written right all the same, afterwards and on this machine."""
        settings = self._cloud.settings
        place = use_of(self.service, SOUND).address(settings)
        if place.here or consent.allows(settings.cloud.allowed, TEXT, place.host):
            return request
        return replace(request, options=replace(request.options, hotwords=(), prompt=""))

    def stop(self) -> None:
        with self._lock:
            if self._under_way:
                self._under_way.stop()

    def close(self) -> None:
        self.stop()

    @abstractmethod
    def _upload(self, request: DecodeRequest) -> Upload: ...

    @abstractmethod
    def _heard(self, answer: bytes, request: DecodeRequest) -> Hypothesis:
        """`EngineError` `cloud.malformed`."""

    def _asked(self, upload: Upload) -> bytes:
        transfer = self._cloud.send(self.service, SOUND, upload)
        with self._lock:
            self._under_way = transfer
        try:
            return transfer.whole()
        finally:
            with self._lock:
                self._under_way = None


def as_opus(pcm: "Pcm") -> bytes:
    return encode_opus(to_int16(pcm), SAMPLE_RATE_HZ, _OPUS_BIT_RATE)


def as_flac(pcm: "Pcm") -> bytes:
    return encode_flac(to_int16(pcm), SAMPLE_RATE_HZ)


def total_s(pcm: "Pcm") -> float:
    """The most patience: services need a fraction of the sound's length, slow servers at home all of it."""
    return _TOTAL_S + _TOTAL_PER_S * len(pcm) / SAMPLE_RATE_HZ


def timed(text: str, spoken: Sequence[Word], duration_s: float) -> tuple[Word, ...]:
    """The words as they stand in the text, with its marks, at the times of the same words as the service lists them.
    Where the two lists differ, words share the time between their neighbours."""
    import difflib

    written = text.split()
    begins: dict[int, tuple[float, float, float]] = {}
    matcher = difflib.SequenceMatcher(None, [_plain(word) for word in written], [_plain(w.text) for w in spoken], False)
    for block in matcher.get_matching_blocks():
        for offset in range(block.size):
            word = spoken[block.b + offset]
            begins[block.a + offset] = (word.start_s, word.end_s, word.probability)
    words, now_s = [], 0.0
    for index, word_text in enumerate(written):
        following = next((at for at in range(index, len(written)) if at in begins), len(written))
        until_s = begins[following][0] if following in begins else duration_s
        shared_s = max(0.0, until_s - now_s) / max(1, following - index)
        start_s, end_s, probability = begins.get(index, (now_s, now_s + shared_s, 1.0))
        start_s = min(max(start_s, now_s), duration_s)
        now_s = min(max(end_s, start_s), duration_s)
        words.append(Word(start_s, now_s, f" {word_text}", probability))
    return tuple(words)


def as_one_segment(text: str, words: Sequence[Word], duration_s: float) -> tuple[Segment, ...]:
    if not text:
        return ()
    return (Segment(words[0].start_s, words[-1].end_s, text) if words else Segment(0.0, duration_s, text),)


def _plain(word: str) -> str:
    return "".join(letter for letter in word.casefold() if letter.isalnum())
