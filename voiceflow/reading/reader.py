"""Reads texts aloud, one at a time: the place that decides. A new text ends the one before."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voiceflow.errors import VoiceFlowError
from voiceflow.events import Event, Notice, ReadingChanged, ReadingState, Severity
from voiceflow.mailbox import Mailbox
from voiceflow.reading.language import language_of
from voiceflow.reading.player import Output, Player
from voiceflow.reading.sentences import split
from voiceflow.reading.synthesizer import Synthesizer, Wanted, pause
from voiceflow.reading.track import Track

if TYPE_CHECKING:
    from voiceflow.engines.tts.contract import Speech

log = logging.getLogger(__name__)

MOST_CHARACTERS = 200_000
"""About four hours."""
_TRIES = 3
"""A speaker that goes away is looked for again, where another may be now."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A text and how it shall be read; empty is the settings' choice. `speed` 0 too."""

    text: str
    engine: str = ""
    voice: str = ""
    language: str = ""
    speed: float = 0.0
    stored: bool = True


@dataclass(frozen=True, slots=True)
class Parts:
    """`synthesizer` makes the engine of that name ready; `output` is the speaker of the moment; `look_again` finds
    devices that came; `usual` is the settings' language and speed."""

    synthesizer: Callable[[str], Synthesizer]
    output: Callable[[], Output]
    look_again: Callable[[], object]
    usual: Callable[[], tuple[str, float]]
    publish: Callable[[Event], None]


class Reading:
    """One text on its way to the ears. Any thread."""

    def __init__(self, wish: Wish, parts: Parts) -> None:
        self._parts = parts
        language, speed = parts.usual()
        self.language = wish.language or language_of(wish.text, language)
        self._wish = wish
        self.track = Track(split(wish.text, self.language))
        self.player = Player(self.track, parts.output, wish.speed or speed)
        self.error: Exception | None = None
        self._speech: Speech | None = None
        self._stopped = False
        self._over = threading.Event()

    def stop(self) -> None:
        """Silent within 50 ms and what the device has buffered; never waits."""
        self._stopped = True
        self.player.stop()
        speech = self._speech
        if speech:
            speech.stop()

    def wait(self, timeout_s: float | None = None) -> bool:
        """Whether it is over: read, stopped or failed."""
        return self._over.wait(timeout_s)

    def run(self) -> None:
        """Makes and plays; on the thread `reading`."""
        try:
            if not self._stopped and self.track.sentences:
                self._read()
        except Exception as error:
            self.error = error
        finally:
            self.player.stop()
            self._over.set()
        if self.error and not self._stopped:
            raise self.error

    def _read(self) -> None:
        self.player.play()  # the speaker opens while the first sentence is made
        synthesizer = self._parts.synthesizer(self._wish.engine)
        for tries_left in reversed(range(_TRIES)):
            while (index := self.track.wanted()) is not None:
                self._make(synthesizer, index)
            self.player.wait()
            if self._stopped or self.player.error is None:
                return
            if not tries_left:
                raise self.player.error
            self._go_on()

    def _go_on(self) -> None:
        self.player.pause()
        self._parts.look_again()
        self.player.play()

    def _make(self, synthesizer: Synthesizer, index: int) -> None:
        sentence = self.track.sentences[index]
        wanted = Wanted(self._wish.voice, self.language, self._wish.stored)
        self._speech = speech = synthesizer.say(sentence.text, wanted)
        if self._stopped:
            speech.stop()
        rate_hz = 0
        for block in speech:
            rate_hz = block.rate_hz
            if not self.track.add(index, block):
                speech.close()
                return
        if rate_hz:
            self.track.add(index, pause(sentence.pause_s, rate_hz))
        self.track.whole(index)


class Reader:
    """Thread `reading`; everything else from any thread. `rest` is called when nothing was read for `rest_after_s`."""

    def __init__(self, parts: Parts, rest: Callable[[], None], rest_after_s: Callable[[], float]) -> None:
        self._parts = parts
        self._rest, self._rest_after_s = rest, rest_after_s
        self._mailbox = Mailbox("reading").start()
        self._lock = threading.Lock()
        self._current: Reading | None = None
        self._cancel_rest: Callable[[], None] = lambda: None

    @property
    def state(self) -> ReadingState:
        reading = self._current
        if reading is None:
            return ReadingState.IDLE
        return ReadingState.PAUSED if reading.player.paused else ReadingState.SPEAKING

    def read(self, wish: Wish) -> Reading:
        """Instead of what was being read. `VoiceFlowError` `reading.too_long`, `reading.nothing`."""
        if len(wish.text) > MOST_CHARACTERS:
            hint = f"Read at most {MOST_CHARACTERS:,} characters at a time"
            raise VoiceFlowError("reading.too_long", "The text is too long to be read", hint)
        reading = Reading(wish, self._parts)
        if not reading.track.sentences:
            raise VoiceFlowError("reading.nothing", "There is nothing to read", "Select some text first")
        with self._lock:
            before, self._current = self._current, reading
        if before:
            before.stop()
        self._cancel_rest()
        self._mailbox.post(self._run, reading)
        self._parts.publish(ReadingChanged(ReadingState.SPEAKING))
        return reading

    def stop(self) -> None:
        with self._lock:
            reading, self._current = self._current, None
        if reading:
            reading.stop()
            self._parts.publish(ReadingChanged(ReadingState.IDLE))

    def hush(self, timeout_s: float) -> None:
        """Stops, and waits until nothing sounds any more."""
        reading = self._current
        self.stop()
        if reading:
            reading.wait(timeout_s)

    def pause(self) -> None:
        """Or resume."""
        reading = self._current
        if reading:
            (reading.player.play if reading.player.paused else reading.player.pause)()
            self._parts.publish(ReadingChanged(self.state))

    def skip(self, sentences: int) -> None:
        """As `Player.go`."""
        reading = self._current
        if reading:
            reading.player.go(sentences)

    def renew(self, speed: float) -> None:
        """New settings: another speaker, another speed."""
        reading = self._current
        if reading:
            reading.player.speed = speed
            reading.player.renew()

    def close(self) -> None:
        self.stop()
        self._mailbox.stop()
        self._rest()

    def _run(self, reading: Reading) -> None:
        try:
            reading.run()
        except VoiceFlowError as error:
            self._parts.publish(Notice(Severity.ERROR, error.code, error.title, error.hint))
        except Exception as error:
            log.exception("a text could not be read")
            title = f"VoiceFlow could not read it ({type(error).__name__})"
            self._parts.publish(Notice(Severity.ERROR, "reading.broken", title, "The log says where it failed"))
        with self._lock:
            last = self._current is reading
            if last:
                self._current = None
        if last:
            self._parts.publish(ReadingChanged(ReadingState.IDLE))
        self._cancel_rest()
        if after_s := self._rest_after_s():
            self._cancel_rest = self._mailbox.post_after(after_s, self._rest)
