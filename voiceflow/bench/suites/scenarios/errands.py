"""What people do between two dictations: they search, have the last text read to them, and transcribe a file."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

from voiceflow.audio.frames import RATE_HZ
from voiceflow.bench.figures import Finding
from voiceflow.bench.run import Run
from voiceflow.bench.suites.scenarios import said
from voiceflow.bench.suites.scenarios.desk import Desk, Dictated
from voiceflow.bench.suites.scenarios.said import Said
from voiceflow.errors import AudioError, VoiceFlowError
from voiceflow.options import decode_options

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from voiceflow.transcription.transcriber import Transcriber

    Pcm = NDArray[np.float32]

_FILE_S = 20.0


@dataclass(frozen=True, slots=True)
class _File:
    """A file's sound, from memory: 16 kHz mono."""

    pcm: "Pcm"
    name: str = "talk"
    warnings: Sequence[AudioError] = ()

    @property
    def duration_s(self) -> float:
        return len(self.pcm) / RATE_HZ

    def chunks(self) -> "Iterator[Pcm]":
        for at in range(0, len(self.pcm), RATE_HZ // 2):
            yield self.pcm[at : at + RATE_HZ // 2]


@dataclass(slots=True)
class Errands:
    """One after each dictation, in turn. What cannot be done here is left out from then on, with the reason."""

    at: Desk
    pieces: Sequence[Said]
    findings: list[Finding] = field(default_factory=list)
    searches_ms: list[float] = field(default_factory=list)
    read_factors: list[float] = field(default_factory=list)
    file_factors: list[float] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)
    _transcriber: "Transcriber | None" = None
    _turn: int = 0

    def next(self, last: Dictated) -> None:
        does: tuple[tuple[str, Callable[[Dictated], None]], ...] = (
            ("searching", self._search),
            ("reading aloud", self._read_aloud),
            ("transcribing files", self._transcribe),
        )
        what, do = does[self._turn % len(does)]
        self._turn += 1
        if what in self.refused:
            return
        try:
            do(last)
        except VoiceFlowError as error:
            self.refused[what] = f"{error.title}. {error.hint}"

    def record(self, run: Run) -> None:
        for what, why in self.refused.items():
            run.note(f"Without {what}: {why}")
        if self.searches_ms:
            run.record_samples("search", self.searches_ms, "ms", (50, 95))
        if self.read_factors:
            note = "made, not played; the first time the voice is loaded, too"
            run.record("read aloud, real-time factor p50", median(self.read_factors), "times", note=note)
        if self.file_factors:
            run.record("file transcription, real-time factor p50", median(self.file_factors), "times")

    def _search(self, last: Dictated) -> None:
        """For the longest word of what was dictated last."""
        words = [word.strip(".,!?;:") for word in last.text.split()]
        if not words:
            return
        began_s = time.perf_counter()
        found = self.at.core.history.search(max(words, key=len), limit=1_000)
        self.searches_ms.append((time.perf_counter() - began_s) * 1000)
        if last.id not in {each.id for each in found}:
            self.findings.append(
                Finding("scenarios.not_found", "A search does not find the last dictation", "Report it")
            )

    def _read_aloud(self, _: Dictated) -> None:
        began_s, speech = time.perf_counter(), self.at.core.speech
        made = speech.record(speech.wish({"what": "last"}))
        self.read_factors.append((time.perf_counter() - began_s) / (len(made.pcm) / made.rate_hz))

    def _transcribe(self, _: Dictated) -> None:
        import soxr

        talk = said.say(self.pieces, _FILE_S, seed=self._turn)
        file = _File(soxr.resample(talk.sound, said.RATE_HZ, RATE_HZ))
        transcriber = self._transcriber = self._transcriber or self._made()
        began_s = time.perf_counter()
        transcript = transcriber.transcribe(file)
        self.file_factors.append((time.perf_counter() - began_s) / file.duration_s)
        if not transcript.words:
            self.findings.append(Finding("scenarios.lost", "A file gave no text", "See the log"))

    def _made(self) -> "Transcriber":
        """As `voiceflow transcribe` makes it."""
        from voiceflow.transcription.transcriber import Transcriber, TranscriptionOptions

        core = self.at.core
        return Transcriber(core.recognizer(), core.vad(), TranscriptionOptions(decode_options(core.settings)))
