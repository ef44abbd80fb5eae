"""One loaded Whisper: a request's sound becomes words, and a decode that looks bad is done again."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from voiceflow.engines.stt.contract import DecodeOptions, DecodeRequest, Hypothesis, ModelInfo, Recognizer
from voiceflow.engines.stt.whisper_context import context_frames, sound_frames
from voiceflow.engines.stt.whisper_features import MAX_FRAMES, SAMPLE_RATE_HZ, LogMel
from voiceflow.engines.stt.whisper_guards import Evidence, is_silence, length_limit, suspicion
from voiceflow.engines.stt.whisper_model import WhisperModel
from voiceflow.engines.stt.whisper_tokens import context_tokens, forced_prefix
from voiceflow.errors import EngineError

HELD_BACK_TOKENS = 6
SECOND_TRY_FRAMES = 1_500
TEMPERATURES = (0.2, 0.4, 0.6, 0.8, 1.0)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One way to decode the same sound."""

    frames: int
    use_prefix: bool
    temperature: float = 0.0


@dataclass(slots=True)
class Outcome:
    evidence: Evidence
    suspicion: str
    encode_ms: float
    decode_ms: float


class WhisperRecognizer(Recognizer):
    def __init__(self, model: WhisperModel, name: str, floor_frames: int) -> None:
        self._model, self._name, self._floor = model, name, floor_frames
        self._mel = LogMel(int(model.handle.n_mels))

    @property
    def info(self) -> ModelInfo:
        choice, tokens = self._model.choice, self._model.tokens
        return ModelInfo(
            "whisper", self._name, choice.device, choice.compute_type, choice.reason, languages=tuple(tokens.languages)
        )

    def warm_up(self) -> None:
        """The first decode packs weights and touches pages; one short decode takes that wait away."""
        import numpy as np

        half_second = np.random.default_rng(0).normal(0, 0.01, SAMPLE_RATE_HZ // 2).astype(np.float32)
        request = DecodeRequest(half_second, DecodeOptions(language="en"))
        self._model.attempt(lambda handle: _Decode(self, handle, request).warm_up())

    def decode(self, request: DecodeRequest) -> Hypothesis:
        if not request.pcm.any():
            return Hypothesis("", language=request.options.language or "")
        if sound_frames(len(request.pcm)) > MAX_FRAMES:
            raise EngineError("stt.too_long", "The sound is longer than 30 s", "Cut it at a pause")
        return self._model.attempt(lambda handle: _Decode(self, handle, request).run())

    def close(self) -> None:
        self._model.close()


class _Decode:
    """One request on one device."""

    def __init__(self, recognizer: WhisperRecognizer, handle: Any, request: DecodeRequest) -> None:
        self._tokens, self._mel, self._floor = recognizer._model.tokens, recognizer._mel, recognizer._floor
        self._handle, self._request, self._options = handle, request, request.options
        self._duration_s = len(request.pcm) / SAMPLE_RATE_HZ
        self._language = "" if self._tokens.multilingual else "en"
        self._encoded: tuple[int, Any] = (0, None)

    def run(self) -> Hypothesis:
        outcomes: list[Outcome] = []
        for attempt in self._attempts():
            outcomes.append(self._try(attempt))
            if not outcomes[-1].suspicion:
                break
        best = outcomes[-1] if not outcomes[-1].suspicion else _best(outcomes)
        evidence = best.evidence
        return Hypothesis(
            "" if is_silence(evidence) else evidence.text.strip(),
            language=self._language,
            average_log_probability=evidence.average_log_probability,
            no_speech_probability=evidence.no_speech_probability,
            attempts=len(outcomes),
            encode_ms=sum(outcome.encode_ms for outcome in outcomes),
            decode_ms=sum(outcome.decode_ms for outcome in outcomes),
        )

    def warm_up(self) -> None:
        self._try(Attempt(self._floor, use_prefix=False))

    def _attempts(self) -> Iterator[Attempt]:
        """Cheapest first."""
        short = context_frames(sound_frames(len(self._request.pcm)), self._floor)
        first = MAX_FRAMES if self._options.full_context else short
        if self._request.prefix:
            yield Attempt(first, use_prefix=True)
        yield Attempt(first, use_prefix=False)
        if first < SECOND_TRY_FRAMES:
            yield Attempt(SECOND_TRY_FRAMES, use_prefix=False)
        if first < MAX_FRAMES:
            yield Attempt(MAX_FRAMES, use_prefix=False)
        yield from (Attempt(MAX_FRAMES, use_prefix=False, temperature=t) for t in TEMPERATURES)

    def _try(self, attempt: Attempt) -> Outcome:
        began = time.perf_counter()
        encoded = self._encode(attempt.frames)
        encoded_at = time.perf_counter()
        prefix = forced_prefix(self._tokens, self._request.prefix, HELD_BACK_TOKENS) if attempt.use_prefix else []
        evidence = self._generate(encoded, prefix, attempt.temperature)
        now = time.perf_counter()
        return Outcome(evidence, suspicion(evidence), (encoded_at - began) * 1e3, (now - encoded_at) * 1e3)

    def _encode(self, frames: int) -> Any:
        import ctranslate2

        if self._encoded[0] != frames:
            mel = self._mel(self._request.pcm, frames)[None]
            self._encoded = (frames, self._handle.encode(ctranslate2.StorageView.from_array(mel)))
        return self._encoded[1]

    def _generate(self, encoded: Any, prefix: list[int], temperature: float) -> Evidence:
        tokens, options = self._tokens, self._options
        prompt = [
            *context_tokens(tokens, options),
            *tokens.start_sequence(self._spoken_language(encoded), options.task),
            tokens.no_timestamps,
            *prefix,
        ]
        limit = length_limit(self._duration_s)
        sampling = (
            {"beam_size": 1, "num_hypotheses": 5, "sampling_topk": 0, "sampling_temperature": temperature}
            if temperature
            else {"beam_size": options.beam_size}
        )
        result = self._handle.generate(
            encoded,
            [prompt],
            max_length=min(448, max(2 * limit, len(prompt) + limit)),
            return_scores=True,
            return_no_speech_prob=True,
            **sampling,
        )[0]
        new = list(result.sequences_ids[0])
        average = result.scores[0] * len(new) / (len(new) + 1)
        return Evidence(tokens.decode(prefix + new), len(new), self._duration_s, average, result.no_speech_prob)

    def _spoken_language(self, encoded: Any) -> str:
        """Detected once, from the encoder output that is there already."""
        if not self._language:
            self._language = self._options.language or self._detect(encoded)
        return self._language

    def _detect(self, encoded: Any) -> str:
        allowed = self._options.languages
        ranked: list[str] = [token[2:-2] for token, _ in self._handle.detect_language(encoded)[0]]
        return next((code for code in ranked if not allowed or code in allowed), ranked[0])


def _best(outcomes: list[Outcome]) -> Outcome:
    """None convinces: the most probable that does not repeat itself."""
    sane = [o for o in outcomes if o.suspicion == "log_probability"] or outcomes
    return max(sane, key=lambda outcome: outcome.evidence.average_log_probability)
