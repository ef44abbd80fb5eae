"""The short context proves itself on the user's own speech: while nobody waits, what was dictated is decoded again with
all of the context, and where that loses fewer words the context grows. Sound stays in memory and is soon forgotten;
only counts are kept."""

import logging
import re
import time
from collections import deque
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Any, Protocol

from voiceflow.dictation.joining import words_of
from voiceflow.dictation.tally import Tally, compare, tally_of
from voiceflow.engines.stt.contract import SAMPLE_RATE_HZ, DecodeOptions, DecodeRequest, Hypothesis, ModelInfo
from voiceflow.errors import SettingsError

log = logging.getLogger(__name__)

_LEAST_S, _MOST_S = 1.0, 8.0
"""Longer ones take too long: a dictation that begins may have to wait for one pass of the model."""
_MOST_BYTES = 8_000_000
_MOST_AGE_S = 900.0
_REFERENCE_BEAM = 5


class Kept(Protocol):
    """`settings_file.StateFile`."""

    def get(self, name: str, default: Any = None) -> Any: ...
    def set(self, name: str, value: Any) -> None: ...


@dataclass(frozen=True, slots=True)
class _Sample:
    request: DecodeRequest
    at_s: float


class Prover:
    """Owned by the `recognition` thread, without a thread of its own; `tally` may be asked by any. It begins after
    `idle_s` without work, and rests for at least `pause_s` after each decode."""

    def __init__(
        self, kept: Kept, clock: Callable[[], float] = time.monotonic, idle_s: float = 30.0, pause_s: float = 2.0
    ) -> None:
        self._kept = kept
        self._clock = clock
        self.idle_s, self.pause_s = idle_s, pause_s
        self._samples: deque[_Sample] = deque()
        self._found: list[list[str]] = []

    @property
    def has_work(self) -> bool:
        return bool(self._samples)

    def tally(self, model: str) -> Tally:
        return tally_of(self._kept.get(model))

    def prepared(self, request: DecodeRequest, info: ModelInfo) -> DecodeRequest:
        """With the floor that was found for this model."""
        floor_frames = self.tally(info.model).floor_frames
        return _with(request, floor_frames=floor_frames) if floor_frames else request

    def heard(self, request: DecodeRequest, info: ModelInfo) -> None:
        """There were words in it. A window is heard again and again while it grows: only the longest counts."""
        length_s = len(request.pcm) / SAMPLE_RATE_HZ
        shortened = info.context_frames and not request.options.full_context and not self.tally(info.model).is_final
        if not shortened or request.excerpt or not _LEAST_S <= length_s <= _MOST_S:
            return
        if self._samples and _begins_with(request, self._samples[-1].request):
            self._drop(-1)
        alone = replace(_with(request, word_times=False), prefix="", final=True, only_here=True)
        self._samples.append(_Sample(alone, self._clock()))
        while sum(sample.request.pcm.nbytes for sample in self._samples) > _MOST_BYTES:
            self._drop(0)

    def next(self) -> DecodeRequest | None:
        """What to decode now: the oldest sample with the short context, then the full one, then, only if those differ,
        once more with a wider beam."""
        while self._samples and self._clock() - self._samples[0].at_s > _MOST_AGE_S:
            self._drop(0)
        if not self._samples:
            return None
        request = self._samples[0].request
        if not self._found:
            return request
        wide = {"beam_size": _REFERENCE_BEAM} if len(self._found) > 1 else {}
        return _with(request, full_context=True, **wide)

    def found(self, hypothesis: Hypothesis, info: ModelInfo) -> None:
        """The answer to `next`."""
        self._found.append(compared_words(hypothesis))
        if len(self._found) == 2 and self._found[0] == self._found[1]:
            self._found.append(self._found[1])
        if len(self._found) == 3 and self._count(info):
            self.forget()  # what waits was heard with the old floor
        elif len(self._found) == 3:
            self._drop(0)

    def skip(self) -> None:
        """The decode failed."""
        self._drop(0)

    def forget(self) -> None:
        """The model goes."""
        self._samples.clear()
        self._found.clear()

    def _drop(self, at: int) -> None:
        """What was found so far is of the oldest."""
        if at == 0 or len(self._samples) == 1:
            self._found.clear()
        del self._samples[at]

    def _count(self, info: ModelInfo) -> bool:
        """Did the floor grow?"""
        before = self.tally(info.model)
        counted = before.plus(compare(*self._found))
        after = counted.judged(max(before.floor_frames, info.context_frames))
        grew = after.floor_frames != before.floor_frames
        if grew:
            log.info("the context grows to %d frames: %.1f %% lost", after.floor_frames, counted.lost_percent)
        try:
            self._kept.set(info.model, asdict(after))
        except SettingsError as error:
            log.warning("what the context costs was not kept: %s", error.code)
        return grew


def compared_words(hypothesis: Hypothesis) -> list[str]:
    """Digits one by one: 66 and 6-6 are the same words."""
    return [part for word in words_of(hypothesis) for part in re.findall(r"\d|\D+", word)]


def _begins_with(request: DecodeRequest, earlier: DecodeRequest) -> bool:
    import numpy as np

    return np.array_equal(request.pcm[: len(earlier.pcm)], earlier.pcm)


def _with(request: DecodeRequest, **changes: Any) -> DecodeRequest:
    options: DecodeOptions = replace(request.options, **changes)
    return replace(request, options=options)
