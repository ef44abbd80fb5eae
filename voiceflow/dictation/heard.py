"""What was heard in one window of a dictation."""

from dataclasses import dataclass, field

from voiceflow.audio.segmenter import Segmenter
from voiceflow.dictation.joining import count_words, join, moved, split, spread, text_of, words_of
from voiceflow.dictation.lost import leaves_out, repeats
from voiceflow.dictation.tail import TAIL_S, Tail, tail_of
from voiceflow.engines.stt.contract import SAMPLE_RATE_HZ, Hypothesis, Word, spoken_words
from voiceflow.errors import VoiceFlowError

_MOST_DOUBT = 1.2
"""Probability of no speech less the average log probability of the words: of whispering and of a sore throat at most
0.93, of what models hear in the noise of `tests.benchmarks.invented` at the first try at least 1.59."""
_FIRM_LOG_PROBABILITY = -0.4
_LEAST_WORDS_PER_S = 0.6
"""Of speech. Nobody dictates so slowly: number by number is 1.5."""
_USUAL_WORDS_PER_S = 2.2
"""Few people speak more slowly."""
_LEAST_SPEECH_S = 1.2
_LONG_WORD_S = 0.8
_SLIP_SAMPLES = SAMPLE_RATE_HZ // 3
"""By so much the time of the last word may be wrong."""
_LEAST_PREFIX_WORDS = 20
"""A shorter prefix saves nothing, and the model likes to begin again behind it."""


@dataclass(eq=False, slots=True)
class Window:
    """`settled` is the text of the sound up to `covered`, on which later decodes build; `guess` holds only if speech
    does not go on, and only for somebody who waits if it is `guess_is_quick`, made of no more sound than the end. Once
    `closed`, the text of all speech up to `speech_end` is wanted. `doubted`: the VAD heard no speech, so the words only
    count if the model is sure of them. Positions are samples of the dictation.

    Speech without a pause is torn: `cut` is where the next window takes over, and `left` the words around that place
    as the window before heard them."""

    begin: int
    settled: Hypothesis | None = None
    covered: int = 0
    guess: Hypothesis | None = None
    guess_covered: int = 0
    guess_is_void: bool = False
    guess_is_quick: bool = False
    closed: bool = False
    doubted: bool = False
    end: int = 0
    speech_end: int = 0
    cut: int | None = None
    left: tuple[Word, ...] = ()
    left_cut_s: float = 0.0
    earlier: list[tuple[int, Hypothesis]] = field(default_factory=list)
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
        """What an earlier decode found at the beginning of its sound, if it was sure: a mistake would stay."""
        known = self.settled.text if self.settled and _is_firm(self.settled) else ""
        return known if len(known.split()) >= _LEAST_PREFIX_WORDS else ""

    @property
    def known(self) -> str:
        """The same of the newest decode, however short."""
        return self.earlier[-1][1].text if self.earlier else ""

    @property
    def known_end(self) -> int:
        return self.earlier[-1][0] if self.earlier else self.begin

    @property
    def timed_words(self) -> tuple[Word, ...]:
        """From the dictation's first sample; none where the engine gave no times."""
        return self._words if self._newest and self._newest.words else ()

    def tail(self, end: int) -> Tail | None:
        """None where all of the sound up to `end` must be heard."""
        sure = [(covered, before) for covered, before in self.earlier if before.attempts == 1 and _is_firm(before)]
        return None if self.is_torn or self.doubted else tail_of(sure, end - int(TAIL_S * SAMPLE_RATE_HZ))

    def guess_reaches(self, speech_end: int, awaited: bool) -> bool:
        holds = self.guess is not None and not self.guess_is_void and self.guess_covered >= speech_end
        return holds and (awaited or not self.guess_is_quick)

    def missed(self, hypothesis: Hypothesis, end: int, heard: Segmenter) -> "tuple[int, Hypothesis | None] | None":
        """Where the model stopped although speech went on, as it does when voice or room change: the position, and
        what was heard up to there if that is known. None if there are words enough for all the speech."""
        earlier = [(covered, before) for covered, before in self.earlier if covered > self.begin]
        words = words_of(hypothesis)
        for covered, before in reversed(earlier):
            if before.attempts > 1 or not leaves_out(words_of(before), words):
                continue
            usual = count_words(before) + heard.speech_s(covered, end) * _USUAL_WORDS_PER_S
            if _is_firm(before) or count_words(hypothesis) < usual:
                return covered, before
        for covered, before in earlier:
            speech_s = heard.speech_s(covered, end)
            least = count_words(before) + speech_s * _LEAST_WORDS_PER_S
            if speech_s >= _LEAST_SPEECH_S and count_words(hypothesis) < least and repeats(words, words_of(before)):
                return covered, before
        if hypothesis.words:
            return self._missed_between_words(hypothesis, end, heard)
        return self._missed_somewhere(count_words(hypothesis), end, heard)

    def _missed_between_words(self, hypothesis: Hypothesis, end: int, heard: Segmenter) -> "tuple[int, None] | None":
        """Speech in which no word lies, or behind which only the last one does, for the alignment moves that to the end
        of the sound. Both sides are decoded anew, so that nothing is there twice."""
        words = moved(hypothesis.words, self.begin / SAMPLE_RATE_HZ)
        ends = [self.begin, *(int(min(word.end_s, word.start_s + _longest_s(word)) * SAMPLE_RATE_HZ) for word in words)]
        begins = [*(int(word.start_s * SAMPLE_RATE_HZ) for word in words), end]
        for at, (gap_begin, gap_end) in enumerate(zip(ends, begins, strict=True)):
            if heard.speech_s(gap_begin + _SLIP_SAMPLES, gap_end) < _LEAST_SPEECH_S:
                continue
            first = ends[len(words) - 1] if at == len(words) else gap_begin
            last = gap_end if at < len(words) - 1 else gap_begin + 4 * _SLIP_SAMPLES
            pause = heard.longest_pause(first, last)
            position = gap_begin + _SLIP_SAMPLES if pause is None else pause
            if self.begin + _SLIP_SAMPLES < position < end - _SLIP_SAMPLES:
                return position, None
        return self._missed_somewhere(count_words(hypothesis), end, heard)

    def _missed_somewhere(self, words: float, end: int, heard: Segmenter) -> "tuple[int, None] | None":
        """The two sides of the longest pause are decoded anew, each by itself."""
        speech_s = heard.speech_s(self.begin, end)
        margin = int(_LEAST_SPEECH_S * SAMPLE_RATE_HZ)
        if speech_s < 2 * _LEAST_SPEECH_S or words >= speech_s * _LEAST_WORDS_PER_S:
            return None
        pause = heard.longest_pause(self.begin + margin, end - margin)
        return None if pause is None else (pause, None)

    def split_at(self, position: int, before: Hypothesis | None) -> "Window | None":
        """This window ends there, with what was heard before; the rest is the new one's. None if a neighbour has the
        words of one side anyway: this window has only the other one then."""
        if self.is_torn and self._leave_to_neighbour(position):
            return None
        rest = Window(position, closed=self.closed, doubted=self.doubted, end=self.end, speech_end=self.speech_end)
        rest.cut, self.cut = self.cut, None
        self.left = split(self.left, position / SAMPLE_RATE_HZ)[0]
        self.closed, self.end, self.speech_end = True, position, position
        self._begin_anew(before, position)
        return rest

    def _leave_to_neighbour(self, position: int) -> bool:
        if self.cut is not None and position >= self.cut:
            self.end = self.speech_end = position
        elif self.left and position <= self.left_cut_s * SAMPLE_RATE_HZ:
            self.begin = position
        else:
            return False
        self._begin_anew(None, 0)
        return True

    def _begin_anew(self, known: Hypothesis | None, covered: int) -> None:
        self.settled, self.guess = known, None
        self.covered = covered if known else 0
        self.earlier.clear()

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


def _longest_s(word: Word) -> float:
    """A number is one word of many."""
    return _LONG_WORD_S * max(1, spoken_words(word.text))


def _is_firm(hypothesis: Hypothesis) -> bool:
    """Enough to build on."""
    return hypothesis.average_log_probability >= _FIRM_LOG_PROBABILITY


def _is_sure(hypothesis: Hypothesis) -> bool:
    """What had to be decoded again never is: a model is sure of the loops that it makes of noise."""
    doubt = hypothesis.no_speech_probability - hypothesis.average_log_probability
    return hypothesis.attempts == 1 and doubt < _MOST_DOUBT
