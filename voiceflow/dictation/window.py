"""Which stretch of a dictation the recognizer hears at once: a window grows until a pause that is long enough for its
length, and a new one begins. Pure; positions are samples at 16 kHz from the dictation's first one."""

from dataclasses import dataclass
from enum import Enum

from voiceflow.audio.segmenter import SAMPLE_RATE_HZ, Segmenter


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """A pause of `guess_ms` lets the recognizer guess that this was the end; one of `settle_ms` makes its words the
    prefix of later decodes. To bound the work there are `least_new_ms` of sound between guesses, and `settle_new_ms`
    before words are settled. A window is cut at a pause of `cut_ms`; the fuller it is, the shorter a pause will do: at
    `full_s` any that settles, at `longest_s` any that is guessed in. Then, without one, it is cut at the quietest place
    of its last `look_back_s`. It begins `lead_ms` before its speech."""

    speculate: bool = True
    guess_ms: float = 130.0
    settle_ms: float = 400.0
    least_new_ms: float = 1500.0
    settle_new_ms: float = 8000.0
    cut_ms: float = 1500.0
    full_s: float = 18.0
    longest_s: float = 24.0
    look_back_s: float = 5.0
    lead_ms: float = 700.0


LOUD_ENOUGH_MS = 320.0
"""Sound well above the noise that is not speech to the VAD is still decoded when there is so much of it."""


_LONG_AGO = 1 << 40
_PARTING_MS = 300.0
"""What was loud, perhaps whispered, and the speech after it are heard apart if it is quiet so long between them."""


class Step(Enum):
    """What the newest frame calls for."""

    NONE = 0
    GUESS = 1
    SETTLE = 2
    CUT = 3
    FORCED_CUT = 4
    RESUMED = 5
    PART = 6


class Plan:
    """Follows a segmenter frame by frame; owns neither sound nor text."""

    def __init__(self, options: WindowOptions) -> None:
        self._options = options
        self._floor = 0
        self._guessed_at = self._settled_at = -_LONG_AGO
        self._pausing = False
        self.begin = 0
        self.parting = 0
        self.open = False

    def step(self, heard: Segmenter) -> Step:
        if not self.open:
            return self._wait(heard)
        length_s = (heard.position - self.begin) / SAMPLE_RATE_HZ
        if heard.pause_ms >= self._options.guess_ms:
            return self._in_pause(heard, length_s)
        if length_s >= self._options.longest_s:
            return Step.FORCED_CUT
        resumed, self._pausing = self._pausing, False
        return Step.RESUMED if resumed else Step.NONE

    def follow(self, begin: int) -> None:
        """The open window was split: it begins at `begin` now."""
        self.begin = max(self.begin, begin)

    def cut(self, position: int, in_speech: bool = False) -> None:
        """The window ends at `position`, and the next begins there, or in a pause a little before the next speech."""
        self.begin = self._floor = position
        self.open = in_speech
        self._pausing = False

    def _wait(self, heard: Segmenter) -> Step:
        """Silence is passed over, but never what is loud for long, though the VAD takes it for no speech."""
        first = heard.speech_start if heard.speaking else heard.position
        begin = max(self._floor, first - int(self._options.lead_ms * SAMPLE_RATE_HZ / 1000))
        self.open = heard.speaking and heard.speech_end > self._floor
        full = heard.position - self.begin >= self._options.longest_s * SAMPLE_RATE_HZ
        if not (self.open or full):
            return Step.NONE
        if not self.is_loud(heard, begin):
            self.begin = begin
            return Step.NONE
        if not self.open:
            return Step.CUT
        self.parting = heard.last_quiet(self.begin, first, _PARTING_MS) or 0
        return Step.PART if self.is_loud(heard, self.parting) else Step.NONE

    def is_loud(self, heard: Segmenter, end: int) -> bool:
        """From where the window begins to `end`."""
        return heard.loud_ms(self.begin, end) >= LOUD_ENOUGH_MS

    def _in_pause(self, heard: Segmenter, length_s: float) -> Step:
        self._pausing = True
        if heard.pause_ms >= self._needed_ms(length_s) and not (length_s < self._options.longest_s and _goes_on(heard)):
            return Step.CUT
        options = self._options
        decoded = max(self._guessed_at, self._settled_at) >= heard.speech_end
        since_guess_ms = _ms(heard.position - self._guessed_at)
        if options.speculate and not decoded and since_guess_ms >= options.least_new_ms:
            self._guessed_at = heard.position
            return Step.GUESS
        since_settled_ms = _ms(heard.position - max(self.begin, self._settled_at))
        if heard.pause_ms >= options.settle_ms and since_settled_ms >= options.settle_new_ms:
            self._settled_at = heard.position
            return Step.SETTLE
        return Step.NONE

    def _needed_ms(self, length_s: float) -> float:
        """Falls in two straight lines."""
        options = self._options
        if length_s <= options.full_s:
            return options.cut_ms + (options.settle_ms - options.cut_ms) * length_s / options.full_s
        over = min(1.0, (length_s - options.full_s) / (options.longest_s - options.full_s))
        return options.settle_ms + (options.guess_ms - options.settle_ms) * over


def _ms(samples: int) -> float:
    return samples * 1000 / SAMPLE_RATE_HZ


def _goes_on(heard: Segmenter) -> bool:
    """What is loud without being speech to the VAD may be whispered: there is no place to cut."""
    just_now = heard.position - int(LOUD_ENOUGH_MS * SAMPLE_RATE_HZ / 1000)
    return heard.loud_ms(just_now) >= LOUD_ENOUGH_MS / 2
