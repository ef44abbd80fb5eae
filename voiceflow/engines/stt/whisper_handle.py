"""CTranslate2's Whisper, with the ids of tokenizer.json outside whatever they are inside."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from voiceflow.engines.stt.whisper_tokens import Tokens
from voiceflow.engines.stt.whisper_weights import FIRST_COMMON

POSITIONS = 448
"""What the decoder can hold."""

EXPECTED_TOKENS = 12
"""New ones after a prefix. Beam search ranks by log-probability through length; it does not know the length of a
prefix taken in one pass, so the exponent is set to what ranks alike."""


@dataclass(frozen=True, slots=True)
class Generated:
    """`tokens` without the forced prefix; `log_probability` is their sum, the end's included."""

    tokens: list[int]
    log_probability: float
    no_speech_probability: float


class WhisperHandle:
    """`changed`: the model was loaded from `whisper_weights.prefixable_files`; then a forced prefix costs one pass,
    else a step a token. Everything not named here is CTranslate2's own."""

    def __init__(self, handle: Any, tokens: Tokens, changed: bool) -> None:
        self._handle, self._tokens, self._changed = handle, tokens, changed

    def __getattr__(self, name: str) -> Any:
        return getattr(self._handle, name)

    def common(self, token: int) -> bool:
        """May it end a prefix that is taken in one pass?"""
        return not self._changed or FIRST_COMMON <= token < FIRST_COMMON + len(self._tokens.timestamps)

    def generate(self, features: Any, prompts: Sequence[Sequence[int]], *, max_length: int, **options: Any) -> Any:
        """`max_length` counts the prompt. All prompts have the same length, and none or the same number of prefix
        tokens."""
        tokens = self._tokens
        prefix = len(prompts[0]) - 1 - prompts[0].index(tokens.no_timestamps)
        one_pass = self._changed and prefix > 0
        forced = 1 if one_pass else prefix
        new = min(max_length, POSITIONS) - len(prompts[0])
        options["suppress_tokens"] = [-1, *options.get("suppress_tokens", ())]
        if one_pass:
            options["length_penalty"] = EXPECTED_TOKENS / (EXPECTED_TOKENS + prefix)
        results = self._handle.generate(
            features,
            [self._inside(prompt, one_pass) for prompt in prompts],
            max_length=max(2 * (forced + new), len(prompts[0]) + new),  # it takes half, or what the prompt leaves
            return_scores=True,
            return_no_speech_prob=True,
            **options,
        )
        penalty = options.get("length_penalty", 1.0)
        return [self._outside(result, forced, penalty) for result in results]

    def _inside(self, prompt: Sequence[int], one_pass: bool) -> list[int]:
        ids = self.swapped(prompt)
        if one_pass:
            ids[-1] += self._tokens.timestamps.start - FIRST_COMMON
        return ids

    def _outside(self, result: Any, forced: int, length_penalty: float) -> Generated:
        ids = list(result.sequences_ids[0])
        log_probability = result.scores[0] * len(ids) ** length_penalty
        return Generated(self.swapped(ids[forced:]), log_probability, result.no_speech_prob)

    def swapped(self, ids: Sequence[int]) -> list[int]:
        if not self._changed:
            return list(ids)
        start = self._tokens.start
        return [start if token == 0 else 0 if token == start else token for token in ids]

    def align(self, features: Any, start: Sequence[int], texts: Sequence[Sequence[int]], frames: int) -> Any:
        return self._handle.align(features, self.swapped(start), [self.swapped(text) for text in texts], frames)
