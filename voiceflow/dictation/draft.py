"""The text of one dictation while it grows: what is asked of the recognizer, and what its answers are worth."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from voiceflow.audio.segmenter import Segmenter
from voiceflow.dictation.heard import Window
from voiceflow.dictation.joining import concatenate
from voiceflow.dictation.recognition import Answer, Ticket
from voiceflow.dictation.reports import Decodes
from voiceflow.dictation.sound import Sound
from voiceflow.dictation.tail import Tail
from voiceflow.engines.stt.contract import SAMPLE_RATE_HZ, DecodeOptions, DecodeRequest, Hypothesis, ModelInfo, Word
from voiceflow.errors import VoiceFlowError

_LANGUAGE_SURE_S = 3.0
"""A language detected on less sound than this is detected again."""
_TRIES = 2
OVERLAP_SAMPLES = 94 * 512
"""By so much, 3 s, the next window begins before a cut in speech: the model needs a run-up to its first words."""


class Ask(Protocol):
    """Hands a request over; the answer comes back on the caller's own thread, never before this returns."""

    def __call__(self, request: DecodeRequest, early: bool, answer: Callable[[Answer], None]) -> Ticket: ...


@dataclass(slots=True)
class _Decode:
    """`tail`: of no more sound than that."""

    window: Window
    end: int
    settles: bool
    tail: Tail | None = None
    void: bool = False
    ticket: Ticket | None = None

    def will_do(self, speech_end: int, awaited: bool) -> bool:
        """Is its answer enough for the speech up to there?"""
        return not self.void and self.end >= speech_end and (awaited or self.tail is None)

    def drop(self) -> None:
        self.void = True
        if self.ticket:
            self.ticket.drop()


class Draft:
    """Owned by one thread. At most one decode is under way, so that each builds on the answer before it; a newer wish
    replaces one that has not begun."""

    def __init__(self, ask: Ask, options: DecodeOptions, heard: Segmenter, changed: Callable[[], None]) -> None:
        self._ask = ask
        self._options = options
        self._heard = heard
        self._changed = changed
        self._running: _Decode | None = None
        self._wish: _Decode | None = None
        self._windows = [Window(0)]
        self._awaited = False
        self.sound = Sound()
        self.decodes = Decodes()
        self.info: ModelInfo | None = None
        self.language = options.language or ""
        self.last_decode_ms = 0.0

    def adapt(self, options: DecodeOptions) -> None:
        """From the next decode on."""
        self._options = options
        self.language = options.language or self.language

    @property
    def committed(self) -> str:
        return concatenate([window.text for window in self._windows[:-1]], self.language)

    @property
    def tentative(self) -> str:
        return self._windows[-1].text if self._windows else ""

    @property
    def text(self) -> str:
        return concatenate([window.text for window in self._windows], self.language)

    @property
    def words(self) -> tuple[Word, ...]:
        """With times from the first sample, of windows for which they were asked."""
        return tuple(word for window in self._windows for word in window.timed_words)

    @property
    def average_log_probability(self) -> float:
        """Of the least probable window."""
        return min((hypothesis.average_log_probability for hypothesis in self._settled), default=0.0)

    @property
    def no_speech_probability(self) -> float:
        """Of the window that is most like speech."""
        return min((hypothesis.no_speech_probability for hypothesis in self._settled), default=0.0)

    @property
    def _settled(self) -> list[Hypothesis]:
        return [window.settled for window in self._windows if window.settled]

    @property
    def done(self) -> bool:
        return all(window.done for window in self._windows)

    @property
    def error(self) -> VoiceFlowError | None:
        return next((window.error for window in self._windows if window.error), None)

    @property
    def begin(self) -> int:
        """Of the newest window."""
        return self._windows[-1].begin

    def waiting_s(self, position: int) -> float:
        """How far the recognizer is behind the sound."""
        waiting = [window.end for window in self._windows if window.closed and not window.done]
        if self._running:
            waiting.append(self._running.end)
        return (position - min(waiting, default=position)) / SAMPLE_RATE_HZ

    def guess(self, begin: int, end: int) -> None:
        """The speaker may have come to the end."""
        self._want(begin, end, settles=False)

    def settle(self, begin: int, end: int, speech_end: int) -> None:
        """A pause: what was said so far is decoded, and the words after it will build on this."""
        window = self._windows[-1]
        if window.covered < speech_end and not self._take_guess(window, speech_end):
            self._want(begin, end, settles=True)

    def _take_guess(self, window: Window, speech_end: int) -> bool:
        """Is it what is wanted, or will it be when it has come?"""
        running = self._running
        if window.guess and window.guess_reaches(speech_end, self._awaited):
            self._settle(window, window.guess, window.guess_covered)
            if running and running.window is window:
                running.drop()
        elif running and running.window is window and running.will_do(speech_end, self._awaited):
            running.settles = True
        else:
            return False
        return True

    def resumed(self) -> None:
        """Speech goes on: a guess at the end was wrong."""
        window = self._windows[-1]
        guesses = [decode for decode in (self._wish, self._running) if decode and not decode.settles]
        if guesses or (window.guess and not window.guess_is_void):
            self._count(dropped=1)
        window.guess_is_void = True
        for guess in guesses:
            guess.drop()
        if self._wish in guesses:
            self._wish = None

    def close_window(self, begin: int, end: int, speech_end: int, doubted: bool = False) -> None:
        """No sound after `end` belongs to it; the next begins there at the earliest."""
        window = self._windows[-1]
        window.begin, window.end, window.speech_end = max(begin, window.begin), end, speech_end
        window.closed, window.doubted = True, doubted
        self.settle(begin, end, speech_end)
        self._windows.append(Window(end))
        self._go_on()

    def cut_window(self, begin: int, end: int, cut: int) -> None:
        """There was no pause: the window has the words before `cut`, and the next begins a little before it."""
        self._windows[-1].cut = cut
        self._count(torn=1)
        self.close_window(begin, end, end)
        self._windows[-1].begin = cut - OVERLAP_SAMPLES

    def skip(self, begin: int) -> None:
        """The open window has not begun yet: nobody spoke before `begin`."""
        self._windows[-1].begin = begin
        self._forget()

    def hurry(self) -> None:
        """The key is up, and somebody waits: of what is not decoded yet the end is enough."""
        self._awaited = True
        for window in self._windows:
            if window.closed and not window.done:
                self._take_guess(window, window.speech_end)

    def end(self) -> None:
        """No window after the closed ones."""
        self._windows.pop()
        self._wish = None
        self._forget()

    def cancel(self) -> None:
        self._wish = None
        if self._running:
            self._running.drop()
        self._windows.clear()
        self.sound = Sound()

    def _want(self, begin: int, end: int, settles: bool) -> None:
        window = self._windows[-1]
        window.begin = max(begin, window.begin)
        self._wish = _Decode(window, end, settles)
        self._go_on()

    def _go_on(self) -> None:
        """Closed windows first, in order."""
        if self._running:
            return
        late = next((window for window in self._windows if window.closed and not window.done), None)
        decode = _Decode(late, late.end, settles=True) if late else self._wish
        if decode is None:
            return
        if decode is self._wish or (self._wish and self._wish.window is late):
            self._wish = None
        if self._awaited or not decode.settles:
            decode.tail = decode.window.tail(decode.end)
        self._running = decode
        decode.ticket = self._ask(
            self._request(decode), not decode.window.closed, lambda answer: self._answered(decode, answer)
        )

    def _request(self, decode: _Decode) -> DecodeRequest:
        window, tail = decode.window, decode.tail
        asked = tail or window
        return DecodeRequest(
            self.sound.between(asked.begin, decode.end),
            self._options_for(window, tail),
            prefix=asked.prefix,
            known=asked.known,
            speech_end_s=(window.speech_end - asked.begin) / SAMPLE_RATE_HZ if window.closed else None,
            speech_s=self._heard.speech_s(asked.begin, decode.end),
            known_speech_s=self._heard.speech_s(asked.begin, asked.known_end),
            excerpt=tail is not None,
            final=window.closed,
        )

    def _options_for(self, window: Window, tail: Tail | None) -> DecodeOptions:
        if tail:
            return replace(self._options, prompt=f"{self._options.prompt} {tail.run_up}".strip())
        return replace(self._options, word_times=True) if window.is_torn else self._options

    def _answered(self, decode: _Decode, answer: Answer) -> None:
        self._running = None
        window = decode.window
        if answer.hypothesis and window in self._windows:
            self.info = answer.info
            self._count(made=1, redone=int(answer.hypothesis.attempts > 1), seconds=answer.work_s)
            self._learn(decode, answer.hypothesis, answer.work_s)
        elif answer.error and window.closed and not decode.void:
            window.failures += 1
            window.error = answer.error if window.failures >= _TRIES else None
        self._forget()
        self._go_on()
        self._changed()

    def _learn(self, decode: _Decode, hypothesis: Hypothesis, work_s: float) -> None:
        window = decode.window
        if decode.tail:
            hypothesis = decode.tail.whole(hypothesis, (decode.tail.begin - window.begin) / SAMPLE_RATE_HZ)
        missed = window.missed(hypothesis, decode.end, self._heard)
        if missed:
            if not decode.void:
                self._split(decode, *missed)
            return
        self._hear_language(decode, hypothesis)
        window.earlier.append((decode.end, hypothesis))
        if decode.settles:
            self._settle(window, hypothesis, decode.end)
        else:
            window.guess, window.guess_covered, window.guess_is_void = hypothesis, decode.end, decode.void
            window.guess_is_quick = decode.tail is not None
        if not decode.void:
            self.last_decode_ms = work_s * 1000

    def _split(self, decode: _Decode, position: int, before: Hypothesis | None) -> None:
        """The model stopped early: what it did not hear is decoded by itself."""
        window = decode.window
        rest = window.split_at(position, before) or window
        if rest is not window:
            self._windows.insert(self._windows.index(window) + 1, rest)
        self._count(split=1)
        if not rest.closed and self._wish is None:
            self._wish = _Decode(rest, decode.end, decode.settles)
        elif self._wish and self._wish.window is window:
            self._wish.window = rest

    def _settle(self, window: Window, hypothesis: Hypothesis, covered: int) -> None:
        window.settled, window.covered, window.guess = hypothesis, covered, None
        if window.cut is not None and window.done:
            self._windows[self._windows.index(window) + 1].follow(window)

    def _hear_language(self, decode: _Decode, hypothesis: Hypothesis) -> None:
        """It is decided once a dictation, by the first decode that heard enough, unless each window has its own."""
        if self._options.language is not None or not hypothesis.language:
            return
        self.language = hypothesis.language
        enough = decode.end - decode.window.begin >= _LANGUAGE_SURE_S * SAMPLE_RATE_HZ
        if enough and not self._options.language_per_segment:
            self._options = replace(self._options, language=hypothesis.language)

    def _forget(self) -> None:
        self.sound.forget(next((window.begin for window in self._windows if not window.done), self.sound.end))

    def _count(self, seconds: float = 0.0, **more: int) -> None:
        so_far = self.decodes
        counts = {name: getattr(so_far, name) + count for name, count in more.items()}
        self.decodes = replace(so_far, seconds=so_far.seconds + seconds, **counts)
