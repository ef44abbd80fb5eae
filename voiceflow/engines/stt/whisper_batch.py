"""The first attempt at several windows at once; what looks bad there goes on alone."""

import time
from collections.abc import Sequence
from typing import Any

from voiceflow.engines.stt.contract import DecodeRequest
from voiceflow.engines.stt.whisper_context import Context, with_silence
from voiceflow.engines.stt.whisper_features import SAMPLE_RATE_HZ
from voiceflow.engines.stt.whisper_guards import length_limit
from voiceflow.engines.stt.whisper_steps import Outcome, Steps

BATCH = 4


def batch_of(beam_size: int) -> int:
    """Only a narrow beam gains from company: 73 instead of 101 ms for 20 tokens of tiny.en, with beam 5 129 against
    121, on one core."""
    return BATCH if beam_size == 1 else 1


def fit_together(requests: Sequence[DecodeRequest]) -> bool:
    """CTranslate2 wants prompts of one length, and a language that is not known is detected window by window."""
    first = requests[0].options
    return all(request.options == first and not request.prefix for request in requests) and bool(first.language)


def first_outcomes(several: Sequence[Steps], context: Context) -> list[Outcome]:
    """Not judged yet. On the processor only: the encoder's output is taken apart."""
    import ctranslate2
    import numpy as np

    began = time.perf_counter()
    one = several[0]
    sounds = [steps.request.pcm for steps in several]
    frames = max(context.frames(len(pcm)) for pcm in sounds)
    alone = [_encoded(steps, frames, context) for steps in several]
    encoded = ctranslate2.StorageView.from_array(np.concatenate([np.asarray(mine) for mine in alone]))
    encoded_at = time.perf_counter()
    prompts = [steps.prompt(mine, []) for steps, mine in zip(several, alone, strict=True)]
    generated = one.handle.generate(
        encoded,
        prompts,
        max_length=len(prompts[0]) + length_limit(max(len(pcm) for pcm in sounds) / SAMPLE_RATE_HZ),
        beam_size=one.request.options.beam_size,
    )
    done_at = time.perf_counter()
    encode_ms, decode_ms = ((part * 1e3 / len(several)) for part in (encoded_at - began, done_at - encoded_at))
    return [
        Outcome(steps.evidence([], result), list(result.tokens), mine, encode_ms, decode_ms)
        for steps, mine, result in zip(several, alone, generated, strict=True)
    ]


def _encoded(steps: Steps, frames: int, context: Context) -> Any:
    """One by one: two at once take a quarter longer than one after the other."""
    import ctranslate2

    mel = steps.mel(steps.request.pcm, frames)[None]
    encoded = steps.handle.encode(ctranslate2.StorageView.from_array(mel))
    return encoded if steps.silence is None else with_silence(encoded, steps.silence, context.silence_states)
