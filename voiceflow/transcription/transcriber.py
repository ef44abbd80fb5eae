"""A file becomes a transcript: windows, decoded in batches, their words put on the file's clock."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from voiceflow.engines.stt.contract import DecodeOptions, DecodeRequest, Hypothesis, Recognizer, Word
from voiceflow.engines.vad.contract import Vad
from voiceflow.errors import AudioError
from voiceflow.transcription.timing import words_of
from voiceflow.transcription.transcript import Transcript
from voiceflow.transcription.windows import FAST, RATE_HZ, Window, WindowOptions, cut

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pcm = NDArray[np.float32]

Progress = Callable[[float, float | None], None]

BATCH_WINDOWS = 4
BEAM_SIZE = 5
"""As faster-whisper's default: nobody waits for a file with a key in hand."""


class Sound(Protocol):
    """What can be transcribed: an `AudioFile`, or sound that the history keeps. `chunks`: float32 mono at 16 kHz."""

    @property
    def name(self) -> str: ...
    @property
    def duration_s(self) -> float | None: ...
    @property
    def warnings(self) -> Sequence[AudioError]: ...
    def chunks(self) -> "Iterator[Pcm]": ...


class Cancelled(Exception):  # noqa: N818 nothing went wrong
    """The caller asked for it."""


@dataclass(frozen=True, slots=True)
class TranscriptionOptions:
    """`fast`: short windows and a narrow beam, at the price of some words. `word_times`: ask the recognizer for
    them."""

    decode: DecodeOptions
    fast: bool = False
    word_times: bool = False

    @property
    def windows(self) -> WindowOptions:
        return FAST if self.fast else WindowOptions()

    @property
    def request(self) -> DecodeOptions:
        """Whisper `base` makes 1 to 2 points fewer word errors on short clips when its encoder sees full windows."""
        if self.fast:
            return replace(self.decode, word_times=self.word_times)
        beam_size = max(BEAM_SIZE, self.decode.beam_size)
        return replace(self.decode, beam_size=beam_size, full_context=True, word_times=self.word_times)


class Transcriber:
    """One thread at a time. Holds one batch of windows, however long the file is."""

    def __init__(self, recognizer: Recognizer, vad: Vad, options: TranscriptionOptions) -> None:
        self._recognizer = recognizer
        self._vad = vad
        self._options = options

    def transcribe(
        self, file: Sound, progress: Progress | None = None, cancelled: Callable[[], bool] | None = None
    ) -> Transcript:
        """`progress` gets the seconds done and those of the whole file, if known. `AudioError`, `EngineError`;
        `Cancelled` within one batch."""
        self._vad.reset()
        words: list[Word] = []
        language, exact = "", True
        heard = _Counted(file)
        for window, hypothesis in self._decoded(heard):
            if cancelled and cancelled():
                raise Cancelled
            language = language or hypothesis.language
            exact = exact and (bool(hypothesis.words) or not hypothesis.text)
            words += words_of(hypothesis, window)
            if progress:
                progress(window.start_s + window.duration_s, file.duration_s)
        info = self._recognizer.info
        warnings = tuple(str(warning) for warning in file.warnings)
        return Transcript(
            file.name,
            heard.duration_s,
            language,
            info.engine,
            info.model,
            tuple(words),
            exact and bool(words),
            warnings,
        )

    def _decoded(self, chunks: "_Counted") -> Iterator[tuple[Window, Hypothesis]]:
        """The first window alone: it tells the language of all."""
        windows = cut(iter(chunks), self._vad, self._options.windows)
        options = self._options.request
        size = 1 if options.language is None else BATCH_WINDOWS
        while batch := list(islice(windows, size)):
            hypotheses = self._recognizer.decode_many([DecodeRequest(window.pcm, options) for window in batch])
            yield from zip(batch, hypotheses, strict=True)
            if options.language is None and hypotheses[0].text:
                options = replace(options, language=hypotheses[0].language or None)
                size = BATCH_WINDOWS


class _Counted:
    """The file's sound, and how much of it came."""

    def __init__(self, file: Sound) -> None:
        self._file = file
        self._samples = 0

    @property
    def duration_s(self) -> float:
        return self._samples / RATE_HZ

    def __iter__(self) -> "Iterator[Pcm]":
        for chunk in self._file.chunks():
            self._samples += len(chunk)
            yield chunk
