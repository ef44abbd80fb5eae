"""One loaded Whisper: a request's sound becomes words, and a decode that looks bad is done again."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import Any

from voiceflow.engines.stt.contract import DecodeOptions, DecodeRequest, Hypothesis, ModelInfo, Recognizer
from voiceflow.engines.stt.whisper_batch import batch_of, first_outcomes, fit_together
from voiceflow.engines.stt.whisper_context import FULL, Context, context_of, silence_of, wanted
from voiceflow.engines.stt.whisper_features import MAX_FRAMES, SAMPLE_RATE_HZ, LogMel
from voiceflow.engines.stt.whisper_guards import is_silence, may_have_stopped_early
from voiceflow.engines.stt.whisper_memory import give_back
from voiceflow.engines.stt.whisper_model import WhisperModel
from voiceflow.engines.stt.whisper_steps import Attempt, Outcome, Steps, attempts, best_of, judged
from voiceflow.engines.stt.whisper_threads import Layout
from voiceflow.engines.stt.whisper_times import segments_of, word_times
from voiceflow.errors import EngineError

_MAX_SAMPLES = MAX_FRAMES * SAMPLE_RATE_HZ // 100


class WhisperRecognizer(Recognizer):
    """`layouts`: for one request that somebody waits for, and for many. `short` is for the benchmark of contexts; else
    the model's width decides. `judge` says what is suspicious about an attempt; a benchmark of time has none."""

    def __init__(
        self,
        model: WhisperModel,
        name: str,
        layouts: tuple[Layout, Layout],
        always_full: bool = False,
        short: Context | None = None,
    ) -> None:
        self._model, self._name, self._layouts = model, name, layouts
        self.judge = judged
        self._mel = LogMel(int(model.handle.n_mels))
        self._stopped = False
        self._short, self._silence = FULL, None
        if not always_full and model.choice.device == "cpu":  # a GPU encodes 30 s in some milliseconds
            self._silence = silence_of(model.handle)
            self._short = short or context_of(self._silence.shape[2])

    @property
    def info(self) -> ModelInfo:
        choice, tokens = self._model.choice, self._model.tokens
        return ModelInfo(
            "whisper",
            self._name,
            choice.device,
            choice.compute_type,
            choice.reason,
            languages=tuple(tokens.languages),
            context_frames=0 if self._short == FULL else self._short.floor_frames,
        )

    def warm_up(self) -> None:
        """The first decode packs weights and touches pages; one short decode takes that wait away."""
        import numpy as np

        noise = np.random.default_rng(0).normal(0, 0.01, SAMPLE_RATE_HZ // 2).astype(np.float32)
        request = DecodeRequest(noise, DecodeOptions(language="en"))
        self._model.attempt(lambda handle: self._steps(handle, request).attempt(Attempt(self._short)))

    def decode(self, request: DecodeRequest) -> Hypothesis:
        self._stopped = False
        if known := _without_decoding(request):
            return known
        self._model.arrange(self._layouts[0])
        return self._model.attempt(lambda handle: self._decode(self._steps(handle, request)))

    def decode_many(self, requests: Sequence[DecodeRequest]) -> list[Hypothesis]:
        """The workers take some windows of about the same length at a time, the longest first, so that they end
        together; those that fit together are decoded as one batch."""
        self._stopped = False
        if not requests:
            return []
        if len(requests) == 1:  # the last of a file: not worth loading the model anew
            return self._model.attempt(lambda handle: self._decode_group(handle, requests))
        self._model.arrange(self._layouts[1])
        longest_first = sorted(range(len(requests)), key=lambda at: -len(requests[at].pcm))
        size = batch_of(requests[0].options.beam_size)
        groups = [longest_first[at : at + size] for at in range(0, len(requests), size)]

        def work(handle: Any) -> list[Hypothesis]:
            with ThreadPoolExecutor(self._layouts[1].workers, thread_name_prefix="whisper") as pool:
                answers = pool.map(lambda group: self._decode_group(handle, [requests[at] for at in group]), groups)
                found = dict(zip(chain(*groups), chain(*answers), strict=True))
            return [found[at] for at in range(len(requests))]

        return self._model.attempt(work)

    def _decode_group(self, handle: Any, group: Sequence[DecodeRequest]) -> list[Hypothesis]:
        known = [_without_decoding(request) for request in group]
        steps = [self._steps(handle, request) for request, found in zip(group, known, strict=True) if not found]
        together = len(steps) > 1 and self._model.choice.device == "cpu" and fit_together(group)
        context = wanted(group[0].options, self._short)
        firsts = first_outcomes(steps, context) if together else [None] * len(steps)
        decoded = iter([self._decode(mine, first) for mine, first in zip(steps, firsts, strict=True)])
        return [found or next(decoded) for found in known]

    def _steps(self, handle: Any, request: DecodeRequest) -> Steps:
        return Steps(handle, self._model.tokens, self._mel, self._silence, request, stopped=lambda: self._stopped)

    def _decode(self, steps: Steps, first: Outcome | None = None) -> Hypothesis:
        """`first`: what the first attempt brought already."""
        outcomes: list[Outcome] = []
        for attempt in attempts(steps.request, self._short):
            if outcomes and not attempt.worth_it(outcomes[-1].suspicion):
                break
            outcome = first if first and not outcomes else steps.attempt(attempt)
            outcomes.append(self.judge(attempt, outcome, outcomes))
            if not outcomes[-1].suspicion or is_silence(outcome.evidence):
                break
        return self._hypothesis(steps, outcomes)

    def _hypothesis(self, steps: Steps, outcomes: Sequence[Outcome]) -> Hypothesis:
        best = best_of(outcomes)
        evidence = best.evidence
        silent = is_silence(evidence)
        request = steps.request
        timed = request.options.word_times or _may_have_stopped_early(steps, best)
        words = word_times(steps, best) if timed and not silent else ()
        return Hypothesis(
            "" if silent else evidence.text.strip(),
            language=steps.language,
            words=words,
            segments=segments_of(words),
            average_log_probability=evidence.average_log_probability,
            no_speech_probability=evidence.no_speech_probability,
            attempts=len(outcomes),
            encode_ms=sum(outcome.encode_ms for outcome in outcomes),
            decode_ms=sum(outcome.decode_ms for outcome in outcomes),
            evidence={f"again_{outcome.suspicion}": 1.0 for outcome in outcomes if outcome.suspicion},
        )

    def stop(self) -> None:
        self._stopped = True

    def close(self) -> None:
        self._model.close()
        self._silence = None
        give_back()


def _may_have_stopped_early(steps: Steps, outcome: Outcome) -> bool:
    """In all of the sound, or in what came since its beginning was decoded."""
    request, tokens = steps.request, len(outcome.tokens)
    if request.speech_s is None:
        return False
    known = len(steps.tokens.encode(request.known))
    return may_have_stopped_early(tokens, request.speech_s) or may_have_stopped_early(
        tokens - known, request.speech_s - request.known_speech_s
    )


def _without_decoding(request: DecodeRequest) -> Hypothesis | None:
    """Digital silence has no words. `EngineError` for more than the model can hear at once."""
    if len(request.pcm) > _MAX_SAMPLES:
        raise EngineError("stt.too_long", "The sound is longer than 30 s", "Cut it at a pause")
    return None if request.pcm.any() else Hypothesis("", language=request.options.language or "")
