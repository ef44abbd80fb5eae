"""How much sound the encoder looks at, and what the decoder is shown after it.

Whisper learned on 30 s windows, where most short sounds end in a long silence. Shown less, it misses that silence and
says the sentence again. So the encoder works on the sound alone, and behind its output stand the states that it gives
for the end of a silent window: computed once, the same for every sound. Word error rates: `tests.benchmarks.words`."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from voiceflow.engines.stt.contract import DecodeOptions
from voiceflow.engines.stt.whisper_features import FRAMES_PER_S, MAX_FRAMES, SAMPLE_RATE_HZ

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FRAMES_PER_STATE = 2
SILENT_MEL = -1.5
"""log10 of the smallest power that the features tell apart, scaled as they are."""


@dataclass(frozen=True, slots=True)
class Context:
    """`padding_frames` of silence follow the sound before the encoder; `silence_states` follow its output."""

    floor_frames: int
    padding_frames: int
    silence_states: int

    def frames(self, samples: int) -> int:
        """What the encoder gets for so many samples; even, because it halves them."""
        sound = -(-samples * FRAMES_PER_S // SAMPLE_RATE_HZ)
        wanted = max(self.floor_frames, sound + self.padding_frames)
        return min(MAX_FRAMES, wanted + wanted % 2)

    def at_least(self, floor_frames: int) -> "Context":
        return replace(self, floor_frames=floor_frames) if floor_frames > self.floor_frames else self


FULL = Context(MAX_FRAMES, 0, 0)
ALL_SILENCE = MAX_FRAMES // FRAMES_PER_STATE
_MEASURED = {384: Context(500, 128, 250), 512: Context(500, 128, 250)}
_UNMEASURED = Context(1_000, 256, 500)


def context_of(width: int) -> Context:
    """For a model of that width (384 is tiny, 512 base): the shortest that lost no words on real speech. Sizes whose
    weights were not at hand get more."""
    return _MEASURED.get(width, _UNMEASURED)


def wanted(options: DecodeOptions, short: Context) -> Context:
    """`short` is what suits the model."""
    whole = options.full_context or options.floor_frames >= MAX_FRAMES
    return FULL if whole else short.at_least(options.floor_frames)


def silence_of(handle: Any) -> "NDArray[np.float32]":
    """Shape (1, 1500, width): what the encoder makes of 30 s of digital silence."""
    import ctranslate2
    import numpy as np

    mel = np.full((1, int(handle.n_mels), MAX_FRAMES), SILENT_MEL, dtype=np.float32)
    return np.array(handle.encode(ctranslate2.StorageView.from_array(mel)), dtype=np.float32)


def with_silence(encoded: Any, silence: "NDArray[np.float32]", count: int) -> Any:
    """The encoder's output on the processor, then the last `count` states of `silence`, as far as 1,500 allow."""
    import ctranslate2
    import numpy as np

    states = np.asarray(encoded)
    room = min(count, silence.shape[1] - states.shape[1])
    if room <= 0:
        return encoded
    tail = np.broadcast_to(silence[:, -room:], (len(states), room, states.shape[2]))
    return ctranslate2.StorageView.from_array(np.concatenate([states, tail], axis=1))
