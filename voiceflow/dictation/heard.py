"""What was heard in one window of a dictation."""

from dataclasses import dataclass

from voiceflow.dictation.joining import join, moved, split, spread, text_of
from voiceflow.engines.stt.contract import SAMPLE_RATE_HZ, Hypothesis, Word
from voiceflow.errors import VoiceFlowError

_SURE_LOG_PROBABILITY = -0.5
_SURE_NO_SPEECH = 0.3


@dataclass(eq=False, slots=True)
class Window:
    """`settled` is the text of the sound up to `covered`, on which later decodes build; `guess` holds only if speech
    does not go on. Once `closed`, the text of all speech up to `speech_end` is wanted. `doubted`: the VAD heard no
    speech, so the words only count if the model is sure of them. Positions are samples of the dictation.

    Speech without a pause is torn: `cut` is where the next window takes over, and `left` the words around that place
    as the window before heard them."""

    begin: int
    settled: Hypothesis | None = None
    covered: int = 0
    guess: Hypothesis | None = None
    guess_covered: int = 0
    guess_is_void: bool = False
    closed: bool = False
    doubted: bool = False
    end: int = 0
    speech_end: int = 0
    cut: int | None = None
    left: tuple[Word, ...] = ()
    left_cut_s: float = 0.0
    failures: int = 0
    error: VoiceFlowError | None = None

    @property
    def done(self) -> bool:
        return self.closed and (self.error is not None or self.covered >= self.speech_end)

    @property
    def is_torn(self) -> bool:
        """Word times are needed to join it."""
        return self.cut is not None or bool(self.left)

    @property
    def text(self) -> str:
        newest = self._newest
        if self.is_torn:
            words = self._words
            return text_of(words if self.cut is None else split(words, self.cut / SAMPLE_RATE_HZ)[0])
        return "" if newest is None or (self.doubted and not _is_sure(newest)) else newest.text

    @property
    def prefix(self) -> str:
        """What an earlier decode found at the beginning of its sound."""
        return self.settled.text if self.settled else text_of(split(self.left, self.left_cut_s)[1])

    @property
    def timed_words(self) -> tuple[Word, ...]:
        """From the dictation's first sample; none where the engine gave no times."""
        return self._words if self._newest and self._newest.words else ()

    def follow(self, before: "Window") -> None:
        if before.cut is not None:
            self.left, self.left_cut_s = before._words, before.cut / SAMPLE_RATE_HZ

    @property
    def _words(self) -> tuple[Word, ...]:
        newest = self._newest
        if newest is None:
            return split(self.left, self.left_cut_s)[1]
        covered = self.guess_covered if newest is self.guess else self.covered
        words = newest.words or spread(newest.text, (covered - self.begin) / SAMPLE_RATE_HZ)
        words = moved(words, self.begin / SAMPLE_RATE_HZ)
        return join(self.left, words, self.left_cut_s) if self.left else words

    @property
    def _newest(self) -> Hypothesis | None:
        return self.guess if self.guess and self.guess_covered > self.covered else self.settled


def _is_sure(hypothesis: Hypothesis) -> bool:
    return (
        hypothesis.average_log_probability > _SURE_LOG_PROBABILITY
        and hypothesis.no_speech_probability < _SURE_NO_SPEECH
    )
