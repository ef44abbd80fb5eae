"""Speech to text: sound goes in with what is known of it already, words come out with their evidence."""

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pcm = NDArray[np.float32]

from voiceflow.errors import VoiceFlowError

SAMPLE_RATE_HZ = 16_000


@dataclass(frozen=True, slots=True)
class Word:
    """`text` as Whisper writes it, its leading space included; times from the start of the request's sound."""

    start_s: float
    end_s: float
    text: str
    probability: float = 1.0


def spoken_words(text: str) -> int:
    """At most so many words were said for it: each digit may have been one."""
    return len(re.findall(r"\d|[^\W\d_]+", text))


@dataclass(frozen=True, slots=True)
class Segment:
    start_s: float
    end_s: float
    text: str


@dataclass(frozen=True, slots=True)
class DecodeOptions:
    """`language` None: detected among `languages` (empty: all that the model knows), of which `likely_language` is
    taken when the sound leaves it open; `language_per_segment`: anew in each request. `prompt` is text that came
    before, `hotwords` most important first. `full_context`: all that the model can look at, as `stt.context = "full"`
    wants; else at least `floor_frames` of 10 ms, and no less than its engine thinks right."""

    language: str | None = None
    languages: tuple[str, ...] = ()
    likely_language: str = ""
    language_per_segment: bool = False
    task: str = "transcribe"
    beam_size: int = 1
    prompt: str = ""
    hotwords: tuple[str, ...] = ()
    word_times: bool = False
    full_context: bool = False
    floor_frames: int = 0


@dataclass(frozen=True, slots=True)
class DecodeRequest:
    """`pcm`: float32 mono at 16 kHz in [-1, 1], shape (n,), at most 30 s. `prefix` is the text that an earlier decode
    found at the start of this same sound: an incremental engine forces it, less its last tokens, and decodes only what
    is new. `known`: such a text that is not forced. `speech_end_s`, where speech was last heard in it, and `speech_s`,
    how much of it is speech, come from the VAD; of that `known_speech_s` is what `known` was found in. `excerpt`: the
    end of a sound that was decoded before, but for its last words. `final`: these words will stand. `only_here`: no
    other engine may stand in for the one in use, for this compares it with itself."""

    pcm: "Pcm"
    options: DecodeOptions
    prefix: str = ""
    known: str = ""
    speech_end_s: float | None = None
    speech_s: float | None = None
    known_speech_s: float = 0.0
    excerpt: bool = False
    final: bool = True
    only_here: bool = False


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """The text of the whole request's sound (the prefix included), with its evidence. `attempts` counts decodes: more
    than 1 means that the first looked bad. `words` may be there unasked, where they are few for so much speech. Times
    of the work are in milliseconds."""

    text: str
    language: str = ""
    words: tuple[Word, ...] = ()
    segments: tuple[Segment, ...] = ()
    average_log_probability: float = 0.0
    no_speech_probability: float = 0.0
    attempts: int = 1
    encode_ms: float = 0.0
    decode_ms: float = 0.0
    evidence: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """What is really in use. `fallback_reason` says why it is not the device or type that was asked for.
    `context_frames`: the least of 10 ms that the model is shown by its engine's choice; 0 where that is all it can."""

    engine: str
    model: str
    device: str
    compute_type: str
    fallback_reason: str = ""
    incremental: bool = True
    languages: tuple[str, ...] = ()
    context_frames: int = 0


class Recognizer(ABC):
    """A loaded model. One thread at a time may call it; `close` gives all its memory back."""

    @property
    @abstractmethod
    def info(self) -> ModelInfo:
        """May change when a decode had to fall back to another device."""

    @abstractmethod
    def decode(self, request: DecodeRequest) -> Hypothesis:
        """`EngineError` when no device of this machine could do it; the caller keeps the sound."""

    def decode_many(self, requests: Sequence[DecodeRequest]) -> list[Hypothesis]:
        """The same, in order, for windows of long files; engines that can do better do it in batches."""
        return [self.decode(request) for request in requests]

    def stop(self) -> None:  # noqa: B027 - most engines have nothing to stop
        """Nobody waits for the decode that runs: it may end early with the `EngineError` `stt.stopped`, or go on to its
        end. From any thread; never waits, and never touches a decode that begins later."""

    @abstractmethod
    def close(self) -> None: ...


class SttEngine(ABC):
    """Made with the settings' `stt` section, the model store and nothing loaded; cheap."""

    @abstractmethod
    def unavailable(self) -> VoiceFlowError | None:
        """Why it cannot run here and what to do, or None."""

    @abstractmethod
    def load(self, model: str = "") -> Recognizer:
        """Loads the model of that name or path (empty: the one in the settings); may take seconds; any thread.
        `ModelError` when it is missing or damaged, `EngineError` when it does not load on any device."""

    def hotwords_that_fit(self, options: DecodeOptions, model: str = "") -> int:
        """How many of them, from the first on, that model is told of; 0 where the engine takes none. Loads no model,
        only what counts its tokens. `ModelError`."""
        return 0
