"""Speech output as faces use it: a text, what is selected, or what was dictated last, read aloud or made into sound."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from voiceflow.engines import catalogue
from voiceflow.errors import VoiceFlowError
from voiceflow.events import Event, ReadingState, State, StateChanged
from voiceflow.metrics.engine_counts import EngineCounts
from voiceflow.once import once
from voiceflow.settings import Settings
from voiceflow.speech_key import SpeechKey
from voiceflow.speech_requests import SpeechRequests

if TYPE_CHECKING:
    from voiceflow.dictation.dictation import Dictation as DictationFlow
    from voiceflow.dictation.ear import MakeSource, OnBlock, Source, Trouble
    from voiceflow.engine_choice import EngineChoice
    from voiceflow.engines.tts.contract import TtsEngine
    from voiceflow.history.records import Dictation
    from voiceflow.history.spoken import SpokenSounds
    from voiceflow.history.store import History
    from voiceflow.reading.cache import SpeechCache, Store
    from voiceflow.reading.reader import Reader, Reading, Wish
    from voiceflow.reading.recording import Recording
    from voiceflow.reading.synthesizer import Synthesizer
    from voiceflow.sounds import Sounds

_SILENT_WITHIN_S = 0.3
_REST_AFTER_S = 300
"""A voice that nobody needs gives its 100 MB back; not one that a key may ask for at any moment."""


@dataclass(frozen=True, slots=True)
class SpokenWith:
    """What speech output needs of the rest. While `dictation` is None the history is not open, and no sound is kept."""

    settings: Callable[[], Settings]
    engines: "EngineChoice"
    sounds: "Sounds"
    history: "Callable[[], History]"
    dictation: "Callable[[], DictationFlow | None]"
    publish: Callable[[Event], None]


class SpeechOut:
    """Any thread. Cheap to make."""

    def __init__(self, around: SpokenWith) -> None:
        self._around = around
        self._lock = threading.Lock()
        self._engines: dict[str, tuple[object, TtsEngine]] = {}
        self.key = SpeechKey(self, around.settings, around.publish)

    # what is heard

    def read(self, wish: "Wish") -> "Reading":
        """Returns at once. `VoiceFlowError`: there is nothing in it to read, or a microphone would hear it."""
        self._check_silence_is_not_wanted()
        return self.reader.read(wish)

    def read_selection(self) -> "Reading":
        """Takes up to a second. `VoiceFlowError`."""
        return self.read(self.wish({"what": "selection"}))

    def read_back(self) -> "Reading":
        """The last dictation. `VoiceFlowError`, `HistoryError`."""
        return self.read(self.wish({"what": "last"}))

    def wish(self, request: Mapping[str, Any]) -> "Wish":
        """`what` is `text`, `selection` or `last` (dictation, whose sound leaves no trace on the disk); the others are
        the fields of `Wish`. Takes up to a second. `VoiceFlowError`."""
        from voiceflow.reading.reader import Wish

        what, language = request.get("what", "text"), str(request.get("language", ""))
        text = str(request.get("text", ""))
        if what == "selection":
            text = self.selection()
        elif what == "last":
            last = self._last_dictation()
            text, language = last.text, language or last.language
        engine, voice = str(request.get("engine", "")), str(request.get("voice", ""))
        return Wish(text, engine, voice, language, float(request.get("speed", 0)), stored=what != "last")

    def selection(self) -> str:
        """What is selected in any window; takes up to a second. `InsertionError`, `EngineError`."""
        text: str = catalogue.first_available("selection").kind().text()
        return text

    @property
    def state(self) -> ReadingState:
        return self.reader.state if "reader" in self.__dict__ else ReadingState.IDLE

    def command(self, name: str) -> None:
        """`pause` (or resume), `next`, `back`, `again` or `stop`. `VoiceFlowError`: a microphone would hear it."""
        if self.state is ReadingState.IDLE:
            return
        if name == "pause" and self.state is ReadingState.PAUSED:
            self._check_silence_is_not_wanted()
        steps = {"next": 1, "back": -1, "again": 0}
        if name in steps:
            self.reader.skip(steps[name])
        else:
            {"pause": self.reader.pause, "stop": self.reader.stop}[name]()

    def _check_silence_is_not_wanted(self) -> None:
        """What is heard from here would be written down as said."""
        running = self._around.dictation()
        if running and running.state in (State.STARTING, State.LISTENING):
            title = "VoiceFlow listens, and would write down what it reads"
            raise VoiceFlowError("reading.dictating", title, "Try again when the dictation has ended.")

    def hush(self) -> None:
        """Before a microphone opens: silent when it returns, within 0.3 s."""
        if self.state is ReadingState.SPEAKING:
            self.reader.hush(_SILENT_WITHIN_S)

    def make_way(self, event: StateChanged) -> None:
        """For a dictation that begins: also with a microphone that is always open. What is paused waits on."""
        if event.state is State.STARTING and self.state is ReadingState.SPEAKING:
            self.reader.stop()

    def then(self, microphone: "MakeSource") -> "MakeSource":
        """A microphone that opens when nothing is heard from here any more."""

        def opened(on_block: "OnBlock", on_trouble: "Trouble") -> "Source":
            self.hush()
            return microphone(on_block, on_trouble)

        return opened

    # what is kept

    def record(self, wish: "Wish") -> "Recording":
        """All of it as one sound: takes as long as making it. `EngineError`, `ModelError`, `VoiceFlowError`."""
        from voiceflow.reading.recording import record

        language, speed = self._usual()
        return record(replace(wish, speed=wish.speed or speed), self.synthesizer(wish.engine), language)

    def counts(self) -> Sequence[EngineCounts]:
        """How often the cache knew it already."""
        if "cache" not in self.__dict__:
            return ()
        hits = self.cache.hits
        return (EngineCounts("tts", "cache", answered=hits.missed, cached=hits.memory + hits.store),)

    # parts

    def synthesizer(self, engine: str = "") -> "Synthesizer":
        """`EngineError`: it cannot speak here."""
        from voiceflow.reading.synthesizer import Synthesizer

        settings = self._around.settings()
        made_of = replace(settings.tts, speed=1.0, hotkey=""), settings.routing, settings.cloud
        with self._lock:
            used = self._engines.get(engine)
            if used is None or used[0] != made_of:
                if used:
                    used[1].close()
                used = self._engines[engine] = made_of, self._around.engines.tts(engine)
        return Synthesizer(used[1], self.cache, self._around.publish)

    @once
    def cache(self) -> "SpeechCache":
        from voiceflow.reading.cache import SpeechCache

        return SpeechCache(self._store)

    @once
    def requests(self) -> SpeechRequests:
        """What programs ask of the running app."""
        return SpeechRequests(self)

    @once
    def reader(self) -> "Reader":
        from voiceflow.audio.devices import refresh
        from voiceflow.reading.reader import Parts, Reader

        parts = Parts(self.synthesizer, lambda: self._around.sounds.speaker, refresh, self._usual, self._around.publish)
        return Reader(parts, self._rest, self._rest_after_s)

    def settings_changed(self, before: Settings) -> None:
        """What is being read goes on at another speed, on another speaker; another key is watched. Not for the UI's
        thread."""
        now = self._around.settings()
        if (now.tts.hotkey, now.hotkey) != (before.tts.hotkey, before.hotkey):
            self.key.watch()
        if "reader" in self.__dict__ and (now.tts.speed, now.audio) != (before.tts.speed, before.audio):
            self.reader.renew(now.tts.speed)
        if (now.tts.cache_mb, now.tts.cache_days) != (before.tts.cache_mb, before.tts.cache_days):
            self.tidy()

    def tidy(self) -> None:
        """What the settings do not keep is deleted. `HistoryError`."""
        self._spoken().trim()

    def close(self) -> None:
        self.key.stop()
        if "requests" in self.__dict__:
            self.requests.close()
        if "reader" in self.__dict__:
            self.reader.close()
        self._rest()

    def _last_dictation(self) -> "Dictation":
        from voiceflow.history.records import DictationState

        last = self._around.history().list(limit=1, states=(DictationState.DONE, DictationState.RECOVERED))
        if not last:
            raise VoiceFlowError("reading.nothing_dictated", "There is no dictation to read back", "Dictate something")
        return last[0]

    def _usual(self) -> tuple[str, float]:
        wishes = self._around.settings().tts
        return wishes.language, wishes.speed

    def _store(self) -> "Store | None":
        return self._spoken() if self._around.settings().tts.cache_mb and self._around.dictation() else None

    def _spoken(self) -> "SpokenSounds":
        wishes = self._around.settings().tts
        return self._around.history().spoken(wishes.cache_mb * 1_000_000, wishes.cache_days)

    def _rest(self) -> None:
        with self._lock:
            engines: Sequence[TtsEngine] = [engine for _, engine in self._engines.values()]
            self._engines.clear()
        for engine in engines:
            engine.close()
        if "cache" in self.__dict__:
            self.cache.forget()

    def _rest_after_s(self) -> float:
        return 0 if self._around.settings().tts.hotkey else _REST_AFTER_S
