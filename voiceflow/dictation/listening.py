"""The `listening` thread: sound and requests come through one queue, so that all that was heard before the key went up
is recognized."""

import logging
import queue
import time
from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING

from voiceflow.audio.frames import Block
from voiceflow.audio.resample import Resampler
from voiceflow.audio.ring import Ring
from voiceflow.audio.segmenter import SAMPLE_RATE_HZ
from voiceflow.dictation.cue_watch import CueWatch
from voiceflow.dictation.recognition import Answer, Recognition, Ticket
from voiceflow.dictation.reports import FirstSound, RecognitionFailed, Report
from voiceflow.dictation.utterance import ListeningOptions, Surroundings, Utterance
from voiceflow.engines.stt.contract import DecodeOptions, DecodeRequest
from voiceflow.engines.vad.contract import Vad
from voiceflow.errors import EngineError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pcm = NDArray[np.float32]

log = logging.getLogger(__name__)

_JOURNAL_SAMPLES = SAMPLE_RATE_HZ // 5
_NO_MORE_SOUND_S = 0.3
"""A microphone that gives nothing for so long after the key went up is gone."""


class Listening:
    """Everything but `start` and `stop` only posts, from any thread; `block` does nothing else at all, so that the
    audio callback may call it. `report` and `may_guess` are called on the `listening` thread and must not wait."""

    def __init__(
        self,
        vad: Callable[[], Vad],
        recognition: Recognition,
        options: ListeningOptions,
        report: Callable[[Report], None],
        clock: Callable[[], float] = time.monotonic,
        may_guess: Callable[[], bool] = lambda: True,
    ) -> None:
        self._make_vad = vad
        self._recognition = recognition
        self._use(options)
        self._report = report
        self._clock = clock
        self._may_guess = may_guess
        self._queue: queue.SimpleQueue[Block | Callable[[], None] | None] = queue.SimpleQueue()
        self._thread = Thread(target=self._run, name="listening", daemon=True)
        self._vad: Vad | None = None
        self._hearing: _Hearing | None = None

    @property
    def backlog(self) -> int:
        """Blocks and requests that are not dealt with yet."""
        return self._queue.qsize()

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """What was posted is dealt with first; a dictation that goes on then is cancelled."""
        self._queue.put(None)
        self._thread.join(timeout=10)

    def use(self, options: ListeningOptions) -> None:
        """From the next dictation on."""
        self._queue.put(lambda: self._use(options))

    def begin(self, dictation_id: str, journal: Callable[[bytes], None]) -> None:
        """`journal` gets int16 little-endian mono at 16 kHz, at least every 250 ms of sound, on the `listening`
        thread; it must only post. A dictation that is still listening ends here."""
        self._queue.put(lambda: self._begin(dictation_id, journal))

    def adapt(self, dictation_id: str, decode: DecodeOptions) -> None:
        """From the next decode of that dictation on, if it is still listening."""
        self._queue.put(lambda: self._adapt(dictation_id, decode))

    def block(self, block: Block) -> None:
        self._queue.put(block)

    def cue_sounded(self, cue: "Pcm", at_s: float) -> None:
        """`cue` as it was played, at 16 kHz, and when it began. Where the microphone hears it, it is muted for
        recognition, unless speech began first; the journal keeps it."""
        self._queue.put(lambda: self._hearing.expect_cue(cue, at_s) if self._hearing else None)

    def finish(self, key_up_s: float | None = None) -> None:
        """The key went up, on the clock of `time.monotonic()`. What was spoken before is heard to its end, and a tail
        of at most `tail_ms` while the VAD hears speech."""
        at_s = self._clock() if key_up_s is None else key_up_s
        self._queue.put(lambda: self._finish(at_s))

    def cancel(self, done: Callable[[], None] = lambda: None) -> None:
        """What was heard is journalled, then `done` is called, which must only post; no text comes."""
        self._queue.put(self._cancel)
        self._queue.put(done)

    def _run(self) -> None:
        while (item := self._next()) is not None:
            try:
                if isinstance(item, Block):
                    self._hear(item)
                else:
                    item()
            except Exception as error:
                log.exception("listening has a fault")
                self._break(error)
        self._cancel()
        if self._vad:
            self._vad.close()

    def _break(self, error: Exception) -> None:
        """The journal has the sound; the dictation cannot go on."""
        if self._hearing:
            title = f"Listening has a fault of its own ({type(error).__name__})"
            self._report(
                RecognitionFailed(
                    self._hearing.utterance.dictation_id,
                    EngineError("listening.broken", title, "The sound is in the history; the log says where it broke"),
                )
            )
            self._cancel()

    def _next(self) -> "Block | Callable[[], None] | None":
        hearing = self._hearing
        if hearing is None or hearing.finish_by_s is None:
            return self._queue.get()
        try:
            return self._queue.get(timeout=max(0.0, hearing.finish_by_s - self._clock()))
        except queue.Empty:
            return self._end

    def _use(self, options: ListeningOptions) -> None:
        self._options = options
        self._ring = Ring(options.preroll_ms / 1000)

    def _begin(self, dictation_id: str, journal: Callable[[bytes], None]) -> None:
        self._end()
        if self._vad is None:
            self._vad = self._make_vad()
        self._vad.reset()
        around = Surroundings(self._vad, self._ask, self._report, self._clock, self._may_guess)
        self._hearing = _Hearing(Utterance(dictation_id, self._options, around), journal)
        for block in self._ring.take():
            self._hear(block)

    def _adapt(self, dictation_id: str, decode: DecodeOptions) -> None:
        if self._hearing and self._hearing.utterance.dictation_id == dictation_id:
            self._hearing.utterance.adapt(decode)

    def _hear(self, block: Block) -> None:
        hearing = self._hearing
        if hearing is None:
            self._ring.put(block)
            return
        if hearing.last_s is None:
            self._report(FirstSound(hearing.utterance.dictation_id, block.time_s - block.duration_s))
        hearing.hear(block)
        if hearing.finish_by_s is not None:
            hearing.finish_by_s = self._clock() + _NO_MORE_SOUND_S
        self._leave_if_ended()

    def _finish(self, key_up_s: float) -> None:
        if self._hearing:
            self._hearing.finish(key_up_s)
            self._hearing.finish_by_s = self._clock() + _NO_MORE_SOUND_S
            self._leave_if_ended()

    def _end(self) -> None:
        if self._hearing:
            self._hearing.end()
            self._hearing = None

    def _leave_if_ended(self) -> None:
        if self._hearing and self._hearing.utterance.ended:
            self._hearing.end()
            self._hearing = None

    def _cancel(self) -> None:
        if self._hearing:
            self._hearing.utterance.cancel()
            self._leave_if_ended()

    def _ask(self, request: DecodeRequest, early: bool, answer: Callable[[Answer], None]) -> Ticket:
        return self._recognition.decode(request, early, lambda given: self._queue.put(lambda: answer(given)))


class _Hearing:
    """The dictation that sound belongs to now."""

    def __init__(self, utterance: Utterance, journal: Callable[[bytes], None]) -> None:
        self.utterance = utterance
        self.last_s: float | None = None
        self.finish_by_s: float | None = None
        self._journal = journal
        self._resampler: Resampler | None = None
        self._cue: CueWatch | None = None
        self._kept: list[Pcm] = []

    def hear(self, block: Block) -> None:
        if self._resampler is None:
            self._resampler = Resampler(block.rate_hz, block.channels)
        self.last_s = block.time_s
        self._take(self._resampler.push(block))

    def expect_cue(self, cue: "Pcm", at_s: float) -> None:
        heard_s = 0.0 if self.last_s is None else max(0.0, self.last_s - at_s)
        self._cue = CueWatch(cue, int(heard_s * SAMPLE_RATE_HZ))

    def finish(self, key_up_s: float) -> None:
        self._release()
        coming_s = 0.0 if self.last_s is None else min(max(0.0, key_up_s - self.last_s), _NO_MORE_SOUND_S)
        self.utterance.finish(key_up_s, int(coming_s * SAMPLE_RATE_HZ))

    def end(self) -> None:
        """All that is held back is heard and journalled. May be called again."""
        resampler, self._resampler = self._resampler, None
        if resampler:
            self._take(resampler.flush())
        self._release()
        self.utterance.end()
        self._write()

    def _take(self, pcm: "Pcm") -> None:
        if not len(pcm):
            return
        self._kept.append(pcm)
        if sum(map(len, self._kept)) >= _JOURNAL_SAMPLES:
            self._write()
        if self._cue is None:
            self.utterance.hear(pcm)
        elif self._cue.push(pcm):
            self._release()

    def _release(self) -> None:
        """The sound that was held back for the cue."""
        cue, self._cue = self._cue, None
        if cue is None:
            return
        pcm, (begin, end) = cue.release()
        self.utterance.hear(pcm[:begin])
        if not self.utterance.hears_speech:
            pcm[begin:end] = 0
        self.utterance.hear(pcm[begin:])

    def _write(self) -> None:
        import numpy as np

        if self._kept:
            pcm = np.concatenate(self._kept)
            self._kept.clear()
            self._journal((np.clip(pcm, -1, 1) * 32_767).astype("<i2").tobytes())
