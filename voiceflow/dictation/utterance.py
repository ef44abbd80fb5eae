"""One dictation from its first sample to its text, without a thread and with the clock that it is given."""

from collections.abc import Callable
from dataclasses import dataclass, field
from math import log10
from typing import TYPE_CHECKING

from voiceflow.audio.segmenter import FRAME_SAMPLES, SAMPLE_RATE_HZ, Segmenter
from voiceflow.dictation.draft import OVERLAP_SAMPLES, Ask, Draft
from voiceflow.dictation.reports import (
    HeardReport,
    LevelReport,
    ListeningEnded,
    Paused,
    RecognitionFailed,
    Recognized,
    Report,
    SpeechStarted,
)
from voiceflow.dictation.window import LOUD_ENOUGH_MS, Plan, Step, WindowOptions
from voiceflow.engines.stt.contract import DecodeOptions
from voiceflow.engines.vad.contract import Vad

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pcm = NDArray[np.float32]

_LEVEL_SAMPLES = SAMPLE_RATE_HZ // 20
_PAUSED_FRAMES = 3
_SILENT_FRAMES_AT_END = 2
_BACKLOG_S = 1.0
_BEHIND_CUT_SAMPLES = 3 * SAMPLE_RATE_HZ
"""What is at least heard beyond a cut in speech, so that the words around it are whole and the next window's words
meet them."""
_SILENCE_DB = -120.0
_SILENCE_POWER = 1e-12


@dataclass(frozen=True, slots=True)
class ListeningOptions:
    """`preroll_ms`: what was heard so long before the beginning belongs to it, where the source was open then."""

    tail_ms: int = 200
    preroll_ms: int = 0
    decode: DecodeOptions = field(default_factory=DecodeOptions)
    window: WindowOptions = field(default_factory=WindowOptions)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`clock` in seconds; `report` must only post; `may_guess`: does the machine have room for it?"""

    vad: Vad
    ask: Ask
    report: Callable[[Report], None]
    clock: Callable[[], float]
    may_guess: Callable[[], bool] = lambda: True


class Utterance:
    """Owned by one thread, which also brings the answers back."""

    def __init__(self, dictation_id: str, options: ListeningOptions, around: Surroundings) -> None:
        self.dictation_id = dictation_id
        self._options = options
        self._around = around
        self._segmenter = Segmenter()
        self._plan = Plan(options.window)
        self._draft = Draft(around.ask, options.decode, self._segmenter, self._changed)
        self._rest: Pcm | None = None
        self._level_due = 0
        self._behind_s = 0.0
        self._spoke = False
        self._key_up_s: float | None = None
        self._tail_begin = self._tail_end = 0
        self.ended = False
        self.finished = False

    @property
    def hears_speech(self) -> bool:
        heard = self._segmenter
        silent = heard.position - heard.possible_speech_end >= _SILENT_FRAMES_AT_END * FRAME_SAMPLES
        return heard.possible_speech_end >= 0 and not silent

    def adapt(self, decode: DecodeOptions) -> None:
        """From the next decode on."""
        self._draft.adapt(decode)

    def hear(self, pcm: "Pcm") -> None:
        """Mono float32 at 16 kHz, any length."""
        import numpy as np

        pcm = pcm if self._rest is None else np.concatenate([self._rest, pcm])
        whole = len(pcm) - len(pcm) % FRAME_SAMPLES
        self._rest = pcm[whole:]
        for at in range(0, whole, FRAME_SAMPLES):
            if self.ended:
                return
            self._hear_frame(pcm[at : at + FRAME_SAMPLES])
            if self._is_over:
                self._end()

    def finish(self, key_up_s: float, still_coming: int = 0) -> None:
        """The key went up; `still_coming` samples were spoken before that and have not been heard yet."""
        self._key_up_s = key_up_s
        self._tail_begin = self._segmenter.position + still_coming
        self._tail_end = self._tail_begin + self._options.tail_ms * SAMPLE_RATE_HZ // 1000
        if self._is_over:
            self.end()

    def end(self) -> None:
        """No more sound comes, or none is waited for."""
        if not self.ended:
            self._hear_rest()
            self._end()

    def cancel(self) -> None:
        self.ended = self.finished = True
        self._draft.cancel()

    def _end(self) -> None:
        self.ended = True
        if self._key_up_s is None:
            self._key_up_s = self._around.clock()
        self._around.report(ListeningEnded(self.dictation_id, self._duration_s))
        self._draft.hurry()
        if self._plan.open or self._plan.is_loud(self._segmenter, self._segmenter.position):
            self._close_window()
        self._draft.end()
        self._changed()

    @property
    def _duration_s(self) -> float:
        return self._segmenter.position / SAMPLE_RATE_HZ

    def _hear_frame(self, frame: "Pcm") -> None:
        level_db = _level_db(frame)
        self._draft.sound.append(frame)
        self._segmenter.push(self._around.vad.probability(frame), level_db)
        self._tell(level_db)
        if self._plan.open:
            self._plan.follow(self._draft.begin)
        self._follow(self._plan.step(self._segmenter))

    def _hear_rest(self) -> None:
        """The last samples do not fill a frame: silence does."""
        import numpy as np

        if self._rest is not None and len(self._rest):
            self._hear_frame(np.pad(self._rest, (0, FRAME_SAMPLES - len(self._rest))))
        self._rest = None

    def _tell(self, level_db: float) -> None:
        heard, report = self._segmenter, self._around.report
        if heard.spoken and not self._spoke:
            self._spoke = True
            report(SpeechStarted(self.dictation_id))
        self._level_due -= FRAME_SAMPLES
        if self._level_due <= 0:
            self._level_due += _LEVEL_SAMPLES
            report(LevelReport(self.dictation_id, level_db, heard.speaking))
            self._behind_s = max(self._behind_s, self._draft.waiting_s(heard.position))
        if heard.spoken and not heard.speaking and heard.position // FRAME_SAMPLES % _PAUSED_FRAMES == 0:
            report(Paused(self.dictation_id, heard.pause_ms))

    def _follow(self, step: Step) -> None:
        plan, heard, draft = self._plan, self._segmenter, self._draft
        if step is Step.CUT:
            self._close_window()
            self._changed()
        elif step is Step.FORCED_CUT:
            self._cut_speech()
        elif step is Step.PART:
            self._part_from_speech()
        elif not plan.open:
            draft.skip(plan.begin)
        elif step is Step.GUESS:
            if draft.waiting_s(heard.position) <= _BACKLOG_S and self._around.may_guess():
                draft.guess(plan.begin, heard.position)
        elif step is Step.SETTLE:
            draft.settle(plan.begin, heard.position, self._speech_end())
        elif step is Step.RESUMED:
            draft.resumed()

    def _close_window(self) -> None:
        plan, end = self._plan, self._segmenter.position
        self._draft.close_window(plan.begin, end, self._speech_end(), doubted=not plan.open)
        plan.cut(end)

    def _part_from_speech(self) -> None:
        """What was loud before it, perhaps whispered, is heard best by itself."""
        plan = self._plan
        self._draft.close_window(plan.begin, plan.parting, plan.parting, doubted=True)
        plan.cut(plan.parting, in_speech=True)
        self._changed()

    def _cut_speech(self) -> None:
        plan, heard = self._plan, self._segmenter
        look_back = int(self._options.window.look_back_s * SAMPLE_RATE_HZ)
        cut = heard.quietest(heard.position - look_back, heard.position - _BEHIND_CUT_SAMPLES)
        self._draft.cut_window(plan.begin, heard.position, cut)
        plan.cut(cut - OVERLAP_SAMPLES, in_speech=True)

    def _speech_end(self) -> int:
        """Where the last words must have been heard: what the VAD was half sure of counts, and so does sound that is
        loud for long."""
        heard = self._segmenter
        return (
            heard.position if heard.loud_ms(heard.possible_speech_end) >= LOUD_ENOUGH_MS else heard.possible_speech_end
        )

    @property
    def _is_over(self) -> bool:
        """All before key-up is heard, and the tail: until nobody speaks any more."""
        if self._key_up_s is None:
            return False
        return self._segmenter.position >= (self._tail_end if self.hears_speech else self._tail_begin)

    def _changed(self) -> None:
        if self.finished:
            return
        draft = self._draft
        if not self.ended:
            self._around.report(HeardReport(self.dictation_id, draft.committed, draft.tentative))
        elif draft.done:
            self.finished = True
            self._around.report(self._result())

    def _result(self) -> Recognized | RecognitionFailed:
        draft, heard = self._draft, self._segmenter
        if draft.error:
            return RecognitionFailed(self.dictation_id, draft.error)
        assert self._key_up_s is not None
        return Recognized(
            self.dictation_id,
            text=draft.text,
            had_speech=heard.spoken or bool(draft.text),
            duration_s=self._duration_s,
            language=draft.language,
            info=draft.info,
            speech_end_s=max(0, heard.speech_end) / SAMPLE_RATE_HZ,
            key_up_to_text_ms=(self._around.clock() - self._key_up_s) * 1000,
            last_decode_ms=draft.last_decode_ms,
            decodes=draft.decodes,
            words=draft.words,
            average_log_probability=draft.average_log_probability,
            no_speech_probability=draft.no_speech_probability,
            speech_s=heard.speech_s(0, heard.position),
            behind_s=self._behind_s,
        )


def _level_db(frame: "Pcm") -> float:
    """dBFS of the root mean square."""
    power = float(frame @ frame) / len(frame)
    return 10 * log10(power) if power > _SILENCE_POWER else _SILENCE_DB
