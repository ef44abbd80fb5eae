"""Both sides made to write a known number of tokens, so that only their ways are compared."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from voiceflow.bench.random_whisper import MELS
from voiceflow.engines.stt.contract import DecodeRequest, Hypothesis, ModelInfo, Recognizer
from voiceflow.engines.stt.whisper import open_whisper
from voiceflow.settings import Stt

RATE_HZ = 16_000
TOKENS_PER_S = 3.0
_ONE_TOKEN = "a"
_LOUD = 0.003
_WINDOW_SAMPLES = 30 * RATE_HZ


def tokens_in(pcm: np.ndarray) -> int:
    """By loudness, frame by frame."""
    frames = pcm[: len(pcm) // 512 * 512].reshape(-1, 512)
    loud = np.sqrt((frames**2).mean(axis=1)) > _LOUD
    return int(np.count_nonzero(loud) * 512 / RATE_HZ * TOKENS_PER_S)


class _Handle:
    """A model that never makes one of the tokens `never`; the length is what `wanted` says of the prompt."""

    def __init__(self, handle: Any, never: list[int], no_timestamps: int) -> None:
        self._handle, self._never, self._no_timestamps = handle, never, no_timestamps
        self.wanted: Callable[[list[int]], int] = lambda prompt: 10

    def __getattr__(self, name: str) -> Any:
        return getattr(self._handle, name)


class ForcedHandle(_Handle):
    """VoiceFlow's: `max_length` counts the prompt."""

    def generate(self, features: Any, prompts: Any, **options: Any) -> Any:
        length = max(1, self.wanted(prompts[0]))
        options |= {"suppress_tokens": self._never, "max_length": len(prompts[0]) + length}
        made = self._handle.generate(features, prompts, **options)
        assert 0 <= len(made[0].tokens) - length <= 1, "the two sides would not be compared fairly"
        return made


class ForcedPlainHandle(_Handle):
    """CTranslate2's: half of `max_length` tokens, or what the prompt leaves of it."""

    def generate(self, features: Any, prompts: Any, **options: Any) -> Any:
        length = max(1, self.wanted(prompts[0]))
        limit = max(2 * length, prompts[0].index(self._no_timestamps) + length)
        options |= {"suppress_tokens": [-1, *self._never], "max_length": limit}
        made = self._handle.generate(features, prompts, **options)
        assert len(made[0].sequences_ids[0]) == length, "the two sides would not be compared fairly"
        return made


@dataclass(frozen=True, slots=True)
class Bounds:
    """Seconds of one pass of the encoder over so many frames of 10 ms, and of one more token of the decoder. What the
    user waits for should be hardly more than one pass over what is new and the few words in it."""

    encode_1500_s: float
    encode_2256_s: float
    encode_3000_s: float
    step_s: float

    @property
    def p50_s(self) -> float:
        return 1.2 * (self.encode_1500_s + 10 * self.step_s)

    @property
    def p95_s(self) -> float:
        return 1.2 * (self.encode_2256_s + 25 * self.step_s)

    @property
    def one_repeat_s(self) -> float:
        return self.encode_3000_s + 30 * self.step_s


class ForcedRecognizer(Recognizer):
    """VoiceFlow's; the words of the prefix are not made again, and all are as sure as those of real speech are."""

    def __init__(self, folder: Path, settings: Stt) -> None:
        recognizer: Any = open_whisper(folder, folder.name, settings)
        self._recognizer = recognizer
        recognizer.judge = lambda attempt, outcome, before: outcome  # no decode is done again
        model: Any = recognizer._model
        self._tokens = model.tokens
        self._handle = model.handle = ForcedHandle(model.handle, [self._tokens.end], self._tokens.no_timestamps)

    @property
    def info(self) -> ModelInfo:
        info: ModelInfo = self._recognizer.info
        return info

    def decode(self, request: DecodeRequest) -> Hypothesis:
        total = tokens_in(request.pcm)
        fixed = self._tokens.no_timestamps
        self._handle.wanted = lambda prompt: total - (len(prompt) - 1 - prompt.index(fixed))
        hypothesis: Hypothesis = self._recognizer.decode(request)
        return replace(hypothesis, text=" ".join([_ONE_TOKEN] * total), average_log_probability=0.0)

    def bounds(self, rounds: int = 7) -> Bounds:
        short_s, longer_s, full_s = (
            statistics.median(self._encode_s(frames) for _ in range(rounds)) for frames in (1500, 2256, 3000)
        )
        return Bounds(short_s, longer_s, full_s, self._step_s(rounds))

    def _encode_s(self, frames: int) -> float:
        import ctranslate2

        mel = np.random.default_rng(0).standard_normal((1, MELS, frames)).astype(np.float32)
        began_s = time.perf_counter()
        self._handle.encode(ctranslate2.StorageView.from_array(mel))
        return time.perf_counter() - began_s

    def _step_s(self, rounds: int) -> float:
        """One more token at beam 1, from the difference of two lengths."""
        import ctranslate2

        encoded = self._handle.encode(ctranslate2.StorageView.from_array(np.zeros((1, MELS, 1_500), np.float32)))
        pairs = [(self._generate_s(encoded, 10), self._generate_s(encoded, 40)) for _ in range(rounds)]
        return statistics.median(many - few for few, many in pairs) / 30

    def _generate_s(self, encoded: Any, length: int) -> float:
        prompt = [*self._tokens.start_sequence("en", "transcribe"), self._tokens.no_timestamps]
        self._handle.wanted = lambda prompt: length
        began_s = time.perf_counter()
        self._handle.generate(encoded, [prompt], beam_size=1)
        return time.perf_counter() - began_s

    def close(self) -> None:
        self._recognizer.close()


class ForcedPlain:
    """faster-whisper with its defaults but for what repeats decodes; windows of 30 s, beam 5, language unknown."""

    def __init__(self, folder: Path, threads: int) -> None:
        from faster_whisper import WhisperModel

        self._model = WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=threads)
        tokenizer = self._model.hf_tokenizer
        end, no_timestamps = (tokenizer.token_to_id(token) for token in ("<|endoftext|>", "<|notimestamps|>"))
        timestamps = range(no_timestamps + 1, tokenizer.get_vocab_size())  # which would move the next window
        self._handle = self._model.model = ForcedPlainHandle(self._model.model, [end, *timestamps], no_timestamps)

    def transcribe(self, pcm: np.ndarray) -> int:
        """How many windows it took."""
        lengths = iter([tokens_in(pcm[at : at + _WINDOW_SAMPLES]) for at in range(0, len(pcm), _WINDOW_SAMPLES)])
        self._handle.wanted = lambda prompt: next(lengths)
        segments, _ = self._model.transcribe(
            pcm,
            beam_size=5,
            language=None,
            without_timestamps=True,
            temperature=0.0,
            compression_ratio_threshold=None,
            log_prob_threshold=None,
            no_speech_threshold=None,
        )
        return sum(1 for _ in segments)
