"""The steps of one request on one device: encode, generate, judge; and in which order ways are tried."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from voiceflow.engines.stt.contract import DecodeRequest
from voiceflow.engines.stt.whisper_context import ALL_SILENCE, FULL, Context, wanted, with_silence
from voiceflow.engines.stt.whisper_features import SAMPLE_RATE_HZ, LogMel
from voiceflow.engines.stt.whisper_guards import (
    Evidence,
    compression_ratio,
    is_silence,
    length_limit,
    suspicion,
    words_of,
)
from voiceflow.engines.stt.whisper_handle import Generated
from voiceflow.engines.stt.whisper_tokens import Tokens, context_tokens, forced_prefix
from voiceflow.errors import EngineError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_AFTER_SPEECH_S = 0.5
TEMPERATURES = (0.2, 0.4, 0.6, 0.8, 1.0)
_SAMPLES_PER_TEMPERATURE = 5
_HINT = 2.0
"""By so much the language of the keyboard is likelier than the sound alone says: it decides between near equals only.
"""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One way to decode the same sound."""

    context: Context
    with_prefix: bool = False
    temperature: float = 0.0

    def worth_it(self, suspected: str) -> bool:
        """Doubt alone is no reason to throw dice: another temperature is for text that cannot have been said."""
        return self.temperature == 0 or suspected != "doubt"


@dataclass(frozen=True, slots=True)
class Outcome:
    """`tokens` with those of the forced prefix; `encoded` is what they were made from."""

    evidence: Evidence
    tokens: list[int]
    encoded: Any
    encode_ms: float
    decode_ms: float
    suspicion: str = ""


def attempts(request: DecodeRequest, short: Context) -> Iterator[Attempt]:
    """Cheapest first: all of the silence behind what is encoded already, then everything anew."""
    first = wanted(request.options, short)
    if request.prefix:
        yield Attempt(first, with_prefix=True)
    yield Attempt(first)
    if first.frames(len(request.pcm)) < FULL.floor_frames:
        yield Attempt(replace(first, silence_states=ALL_SILENCE))
        yield Attempt(FULL)
    yield from (Attempt(FULL, temperature=temperature) for temperature in TEMPERATURES)


def judged(attempt: Attempt, outcome: Outcome, before: Sequence[Outcome]) -> Outcome:
    """With what is suspicious about it. A repeat that full context hears as well was said."""
    suspected = suspicion(outcome.evidence)
    if suspected == "repeat" and attempt == Attempt(FULL) and before:
        heard_before = words_of(before[-1].evidence.text)
        suspected = "" if words_of(outcome.evidence.text) == heard_before else suspected
    return replace(outcome, suspicion=suspected)


def best_of(outcomes: Sequence[Outcome]) -> Outcome:
    """The last when it convinced or heard silence; else the most probable of those that do not repeat themselves, else
    the least repetitive, for a loop is sure of itself."""
    if not outcomes[-1].suspicion or is_silence(outcomes[-1].evidence):
        return outcomes[-1]
    doubtful = [outcome for outcome in outcomes if outcome.suspicion == "doubt"]
    if doubtful:
        return max(doubtful, key=lambda outcome: outcome.evidence.average_log_probability)
    return min(outcomes, key=lambda outcome: compression_ratio(outcome.evidence.text))


@dataclass(slots=True)
class Steps:
    """`language` is empty until it is known. The encoder's output is kept from attempt to attempt."""

    handle: Any
    tokens: Tokens
    mel: LogMel
    silence: "NDArray[np.float32] | None"
    request: DecodeRequest
    language: str = ""
    stopped: Callable[[], bool] = lambda: False
    _encoded: dict[int, Any] = field(default_factory=dict)

    def attempt(self, attempt: Attempt) -> Outcome:
        """A pass of the encoder or the decoder cannot be stopped (CTranslate2 has no way in), the next one can."""
        began = time.perf_counter()
        self._check_wanted()
        encoded = self._encode(attempt.context)
        self._check_wanted()
        encoded_at = time.perf_counter()
        may_end = self.handle.common
        prefix = forced_prefix(self.tokens, self.request.prefix, may_end) if attempt.with_prefix else []
        new, evidence = self._generate(encoded, prefix, attempt.temperature)
        decode_ms = (time.perf_counter() - encoded_at) * 1e3
        return Outcome(evidence, prefix + new, encoded, (encoded_at - began) * 1e3, decode_ms)

    def _check_wanted(self) -> None:
        if self.stopped():
            raise EngineError("stt.stopped", "The decode was stopped", "Nobody waits for it any more")

    def _encode(self, context: Context) -> Any:
        import ctranslate2

        frames = context.frames(len(self.request.pcm))
        if frames not in self._encoded:
            mel = self.mel(self.request.pcm, frames)[None]
            self._encoded[frames] = self.handle.encode(ctranslate2.StorageView.from_array(mel))
        encoded = self._encoded[frames]
        return encoded if self.silence is None else with_silence(encoded, self.silence, context.silence_states)

    def _generate(self, encoded: Any, prefix: list[int], temperature: float) -> tuple[list[int], Evidence]:
        prompt = self.prompt(encoded, prefix)
        generated = self.handle.generate(
            encoded,
            [prompt],
            max_length=len(prompt) + length_limit(self.duration_s),
            **_search(self.request.options.beam_size, temperature),
        )[0]
        return generated.tokens, self.evidence(prefix, generated)

    @property
    def duration_s(self) -> float:
        """For as long words can have been said."""
        end_s = self.request.speech_end_s
        sound_s = len(self.request.pcm) / SAMPLE_RATE_HZ
        return sound_s if end_s is None else min(sound_s, end_s + _AFTER_SPEECH_S)

    def prompt(self, encoded: Any, prefix: list[int]) -> list[int]:
        before = context_tokens(self.tokens, self.request.options)
        return [*before, *self.start_sequence(encoded), self.tokens.no_timestamps, *prefix]

    def evidence(self, prefix: list[int], generated: Generated) -> Evidence:
        new = generated.tokens
        average = generated.log_probability / (len(new) + 1)
        text = self.tokens.decode(prefix + new)
        known = self.request.known
        return Evidence(text, len(new), self.duration_s, average, generated.no_speech_probability, known)

    def start_sequence(self, encoded: Any) -> list[int]:
        options = self.request.options
        if not self.language:
            self.language = self._spoken_language(encoded)
        return self.tokens.start_sequence(self.language, options.task)

    def _spoken_language(self, encoded: Any) -> str:
        """Detected from the encoder output that is there already, among the allowed ones."""
        options = self.request.options
        if not self.tokens.multilingual:
            return "en"
        allowed = [code for code in options.languages if code in self.tokens.languages]
        if options.language or len(allowed) == 1:
            return options.language or allowed[0]
        probabilities = {token[2:-2]: float(share) for token, share in self.handle.detect_language(encoded)[0]}
        return likeliest(probabilities, allowed, options.likely_language)


def likeliest(probabilities: Mapping[str, float], allowed: Sequence[str], hinted: str) -> str:
    """The hint counts among languages that the user speaks only, and decides what the sound leaves open."""
    candidates = [code for code in probabilities if not allowed or code in allowed]
    return max(candidates, key=lambda code: probabilities[code] * (_HINT if allowed and code == hinted else 1.0))


def _search(beam_size: int, temperature: float) -> dict[str, float]:
    if temperature == 0:
        return {"beam_size": beam_size}
    return {
        "beam_size": 1,
        "num_hypotheses": _SAMPLES_PER_TEMPERATURE,
        "sampling_topk": 0,
        "sampling_temperature": temperature,
    }
