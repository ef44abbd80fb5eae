"""A file becomes a transcript: windows, decoded in batches, their words put on the file's clock."""

from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from voiceflow.engines.stt.contract import DecodeOptions, DecodeRequest, Hypothesis, Recognizer
from voiceflow.engines.vad.contract import Vad
from voiceflow.errors import AudioError
from voiceflow.transcription.timing import words_of
from voiceflow.transcription.transcript import Transcript
from voiceflow.transcription.unfinished import Kept, Nowhere, Part
from voiceflow.transcription.windows import FAST, RATE_HZ, WHOLE, Window, WindowOptions, cut

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pcm = NDArray[np.float32]

Progress = Callable[[float, float | None], None]

BATCH_WINDOWS = 16
"""Decoded together: enough for all workers, so that none waits long for the last window of another."""

BEAM_SIZE = 2
"""Beam 5 costs 30 % more processor time for 1 point of word errors (`tiny.en`, `tests.benchmarks.long_file`)."""

SHORT_S = 28.0
SHORT_FILE_BEAM_SIZE = 5
"""A file of one window is heard whole, in full context and with faster-whisper's own beam: nobody waits for it
(`tests.benchmarks.transcribe_words`)."""


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

    def windows(self, duration_s: float | None) -> WindowOptions:
        if self.fast:
            return FAST
        return WHOLE if self._is_short(duration_s) else WindowOptions()

    def request(self, duration_s: float | None) -> DecodeOptions:
        short = self._is_short(duration_s)
        least = SHORT_FILE_BEAM_SIZE if short else BEAM_SIZE
        beam_size = self.decode.beam_size if self.fast else max(least, self.decode.beam_size)
        full = self.decode.full_context or short
        return replace(self.decode, beam_size=beam_size, full_context=full, word_times=self.word_times)

    def _is_short(self, duration_s: float | None) -> bool:
        return not self.fast and duration_s is not None and duration_s <= SHORT_S


class Transcriber:
    """One thread at a time. Holds two batches of windows, however long the file is."""

    def __init__(self, recognizer: Recognizer, vad: Vad, options: TranscriptionOptions) -> None:
        self._recognizer = recognizer
        self._vad = vad
        self._options = options

    @property
    def depends_on(self) -> tuple[object, ...]:
        """All that a file's text depends on but its sound."""
        info = self._recognizer.info
        return (info.engine, info.model, self._options, WindowOptions())

    def transcribe(
        self,
        file: Sound,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] | None = None,
        kept: Kept | None = None,
    ) -> Transcript:
        """`progress` gets the seconds done and those of the whole file, if known; at once what `kept` has of an earlier
        run, with which this one goes on. `AudioError`, `EngineError`, `HistoryError`; `Cancelled` within one batch."""
        kept = kept or Nowhere()
        parts = kept.parts()
        heard = _Counted(file, parts[-1].end if parts else 0)
        tell = progress or _nobody
        tell(heard.skipped / RATE_HZ, file.duration_s)
        with closing(self._new_parts(heard, _language(parts))) as new:
            for part in new:
                if cancelled and cancelled():
                    raise Cancelled
                kept.keep(part)
                parts.append(part)
                tell(part.end / RATE_HZ, file.duration_s)
        return self._transcript(file, heard.duration_s, parts)

    def _transcript(self, file: Sound, duration_s: float, parts: Sequence[Part]) -> Transcript:
        info = self._recognizer.info
        words = tuple(word for part in parts for word in part.words)
        exact = bool(words) and all(part.exact for part in parts)
        warnings = tuple(str(warning) for warning in file.warnings)
        return Transcript(file.name, duration_s, _language(parts), info.engine, info.model, words, exact, warnings)

    def _new_parts(self, sound: "_Counted", language: str) -> Generator[Part]:
        """While one batch is decoded, the next is read and cut. Until a window tells the language they come singly."""
        self._vad.reset()
        start = sound.skipped
        windows = cut(iter(sound), self._vad, self._options.windows(sound.file_s), start)
        options = self._options.request(sound.file_s)
        options = replace(options, language=options.language or language or None)

        def read() -> list[Window]:
            return list(islice(windows, BATCH_WINDOWS if options.language else 1))

        with ThreadPoolExecutor(1, thread_name_prefix="reading") as reader:
            batch = read()
            while batch:
                known = options.language
                ahead = reader.submit(read) if known else None
                hypotheses = self._recognizer.decode_many([DecodeRequest(window.pcm, options) for window in batch])
                part = _part(start, batch, hypotheses)
                yield part
                if not known and hypotheses[0].text:
                    options = replace(options, language=part.language or None)
                start = part.end
                batch = ahead.result() if ahead else read()


def _part(start: int, windows: Sequence[Window], hypotheses: Sequence[Hypothesis]) -> Part:
    language = next((hypothesis.language for hypothesis in hypotheses if hypothesis.language), "")
    exact = all(hypothesis.words or not hypothesis.text for hypothesis in hypotheses)
    timed = (words_of(hypothesis, window) for window, hypothesis in zip(windows, hypotheses, strict=True))
    words = tuple(word for words in timed for word in words)
    return Part(start, windows[-1].start + len(windows[-1].pcm), language, exact, words)


def _language(parts: Sequence[Part]) -> str:
    """What was said first tells it."""
    return next((part.language for part in parts if part.language and part.words), "")


def _nobody(done_s: float, whole_s: float | None) -> None:
    """Wants no progress."""


class _Counted:
    """The file's sound from sample `skipped` on, and how much of the file came."""

    def __init__(self, file: Sound, skipped: int) -> None:
        self._file = file
        self._samples = 0
        self.skipped = skipped

    @property
    def file_s(self) -> float | None:
        """As the file says it."""
        return self._file.duration_s

    @property
    def duration_s(self) -> float:
        """That came so far."""
        return self._samples / RATE_HZ

    def __iter__(self) -> "Iterator[Pcm]":
        for chunk in self._file.chunks():
            before = max(0, self.skipped - self._samples)
            self._samples += len(chunk)
            if before < len(chunk):
                yield chunk[before:]
