"""The microphone with everything behind it up to the recognizer."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from voiceflow.dictation.listening import Listening
from voiceflow.dictation.utterance import ListeningOptions
from voiceflow.engines.stt.contract import DecodeOptions
from voiceflow.errors import VoiceFlowError

log = logging.getLogger(__name__)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from voiceflow.audio.frames import Block

Trouble = Callable[[VoiceFlowError, bool], None]


class Source(Protocol):
    """`open` may take 100 ms and raises `AudioError`; `close` never waits."""

    def open(self) -> None: ...
    def close(self) -> None: ...


OnBlock = Callable[["Block"], None]
MakeSource = Callable[[OnBlock, Trouble], Source]
PlayCue = Callable[[], "tuple[NDArray[np.float32], float]"]
"""The cue's waveform at 16 kHz, and when it began to play."""


class Ear:
    """Opens and closes a source of sound for each dictation and leads its blocks to `listening`. A source that is
    still open when the next dictation begins is used on, so nothing is missed between the two; with a pre-roll it stays
    open between dictations. `open`, `close`, `rest`, `renew`, `shut` and `sound_cue` belong to one thread, `opening`;
    the others may be called from any and only post."""

    def __init__(
        self,
        listening: Listening,
        make_source: MakeSource,
        journal: Callable[[str, bytes], None],
        play_cue: PlayCue,
        trouble: Trouble,
    ) -> None:
        self._listening = listening
        self._make_source = make_source
        self._journal = journal
        self._play_cue = play_cue
        self._trouble = trouble
        self._source: Source | None = None
        self._user = ""
        self._lost = False
        self._stays_open = False

    def use(self, options: ListeningOptions) -> None:
        self._stays_open = options.preroll_ms > 0
        self._listening.use(options)

    def begin(self, dictation_id: str) -> None:
        self._listening.begin(dictation_id, lambda pcm: self._journal(dictation_id, pcm))

    def adapt(self, dictation_id: str, decode: DecodeOptions) -> None:
        """Other words, another language, from the next decode of that dictation on."""
        self._listening.adapt(dictation_id, decode)

    def finish(self, key_up_s: float) -> None:
        self._listening.finish(key_up_s)

    def cancel(self, done: Callable[[], None]) -> None:
        """`done` is called once the last sound is journalled, on another thread, and must only post."""
        self._listening.cancel(done)

    def open(self, dictation_id: str) -> None:
        self._user = dictation_id
        if self._lost:
            self.shut()
        self._open()

    def close(self, dictation_id: str) -> None:
        if self._user == dictation_id:
            self._user = ""
            self.rest()

    def rest(self) -> None:
        """Between dictations: closed, or open for what is said before the next key."""
        if self._user:
            return
        if self._lost or not self._stays_open:
            self.shut()
        if self._stays_open:
            try:
                self._open()
            except VoiceFlowError as error:  # which the next dictation tells, if it is still so
                log.warning("the microphone does not stay open: %s", error.code)

    def renew(self) -> None:
        """Other settings: another microphone perhaps."""
        if not self._user:
            self.shut()
            self.rest()

    def shut(self) -> None:
        source, self._source = self._source, None
        if source:
            source.close()

    def _open(self) -> None:
        if self._source is None:
            self._lost = False
            source = self._make_source(self._listening.block, self._on_trouble)
            source.open()
            self._source = source

    def _on_trouble(self, error: VoiceFlowError, lost: bool) -> None:
        """On a thread of the source. What happens while nobody dictates is told when somebody does."""
        self._lost = self._lost or lost
        if self._user:
            self._trouble(error, lost)

    def sound_cue(self) -> None:
        self._listening.cue_sounded(*self._play_cue())
