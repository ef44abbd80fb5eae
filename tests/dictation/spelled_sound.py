"""Sound in which every word can be read off: a stretch of one level a word, zeros between. The doubles at both ends of
the listening tests hear it exactly: a VAD that hears whatever is not zero, and a recognizer that reads the words."""

from collections.abc import Iterable
from itertools import groupby

import numpy as np

from voiceflow.engines.stt.contract import DecodeRequest, Hypothesis, ModelInfo, Recognizer, Word
from voiceflow.engines.vad.contract import Vad

RATE_HZ = 16_000
_STEP = 1 / 4096


def silence(seconds: float) -> np.ndarray:
    return np.zeros(int(seconds * RATE_HZ), np.float32)


def word(number: int, seconds: float = 0.3) -> np.ndarray:
    """The word `w<number>`; numbers from 1 to 4000."""
    return np.full(int(seconds * RATE_HZ), number * _STEP, np.float32)


def say(*numbers: int, gap_s: float = 0.06) -> np.ndarray:
    """Words with gaps too short for a pause."""
    return np.concatenate([part for number in numbers for part in (word(number), silence(gap_s))])


def spoken(numbers: Iterable[int]) -> str:
    return " ".join(f"w{number}" for number in numbers)


class ExactVad(Vad):
    def probability(self, frame: np.ndarray) -> float:
        return 0.95 if np.count_nonzero(frame) > len(frame) // 4 else 0.02

    def reset(self) -> None:
        pass


class Reader(Recognizer):
    """Reads words with their times. A word of which less than half is in the request's sound is not read: `least_s`."""

    def __init__(
        self, incremental: bool = True, least_s: float = 0.1, language: str = "en", has_times: bool = True
    ) -> None:
        self.requests: list[DecodeRequest] = []
        self.incremental = incremental
        self.failures: list[Exception] = []
        self.language = language
        self.no_speech_probability = 0.01
        self.closed = False
        self.context_frames = 0
        self._least_s, self._has_times = least_s, has_times

    @property
    def info(self) -> ModelInfo:
        return ModelInfo(
            "reader", "exact", "cpu", "int8", incremental=self.incremental, context_frames=self.context_frames
        )

    def decode(self, request: DecodeRequest) -> Hypothesis:
        self.requests.append(request)
        if self.failures:
            raise self.failures.pop(0)
        words = tuple(self._read(request.pcm))
        return Hypothesis(
            " ".join(found.text.strip() for found in words),
            language=request.options.language or self.language,
            words=words if request.options.word_times and self._has_times else (),
            no_speech_probability=self.no_speech_probability,
            average_log_probability=-0.1,
        )

    def close(self) -> None:
        self.closed = True

    def _read(self, pcm: np.ndarray) -> Iterable[Word]:
        at = 0
        for level, run in groupby(np.rint(pcm / _STEP).astype(int).tolist()):
            length = len(list(run))
            if level and length >= self._least_s * RATE_HZ:
                yield Word(at / RATE_HZ, (at + length) / RATE_HZ, f" w{level}")
            at += length
