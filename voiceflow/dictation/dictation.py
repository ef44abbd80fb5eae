"""The state of dictation: the one place that decides. Everything with a leading underscore runs on its thread."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial, singledispatchmethod

from voiceflow.dictation.delivery import Delivery, Text
from voiceflow.dictation.ear import Ear
from voiceflow.dictation.recognition import Recognition
from voiceflow.dictation.replacing import Replacement
from voiceflow.dictation.reports import (
    FirstSound,
    HeardReport,
    LevelReport,
    ListeningEnded,
    Paused,
    RecognitionFailed,
    Recognized,
    Report,
)
from voiceflow.dictation.session import Session
from voiceflow.dictation.trigger import Action, Trigger
from voiceflow.dictation.utterance import ListeningOptions
from voiceflow.dictation.wishes import DictationOptions
from voiceflow.engines.hotkey.contract import Hotkey, KeyAction, KeyEvent
from voiceflow.engines.stt.contract import Recognizer
from voiceflow.errors import VoiceFlowError
from voiceflow.events import Event, Heard, Level, Notice, ProfileChosen, Severity, State, StateChanged
from voiceflow.history.records import Dictation as Record
from voiceflow.history.records import DictationState
from voiceflow.history.store import History
from voiceflow.mailbox import Mailbox

log = logging.getLogger(__name__)

WATCHDOG_S = 1.0


@dataclass(frozen=True, slots=True)
class Parts:
    ear: Ear
    model: Recognition
    delivery: Delivery
    history: History
    publish: Callable[[Event], None]


class Dictation:
    """Owns the `dictation` thread, and `opening` for what may take a moment when the key goes down."""

    def __init__(self, parts: Parts, options: DictationOptions) -> None:
        self._parts = parts
        self._options = options
        self._trigger = Trigger(options.mode, options.tap_ms)
        self._mailbox = Mailbox("dictation", on_error=self._broken)
        self._opening = Mailbox("opening", on_error=self._broken)
        self._session: Session | None = None
        self._finishing: dict[str, Session] = {}
        self._state = State.IDLE
        self._paused = False
        self._hands_free = False
        self._hotkey: Hotkey | None = None
        self._cancel_unload: Callable[[], None] = lambda: None
        parts.delivery.on_stop = lambda: self._mailbox.post(self._stop_hands_free)
        parts.delivery.on_delivered = lambda session: self._mailbox.post(self._delivered, session)

    @property
    def state(self) -> State:
        return self._state

    @property
    def backlog(self) -> int:
        """What recognition has to do yet: loads and decodes, the one under way included."""
        return self._parts.model.backlog

    def start(self) -> None:
        self._mailbox.start()
        self._opening.start()
        self._opening.post(self._warm_up)
        self._opening.post(self._parts.ear.rest)

    def _warm_up(self) -> None:
        """What takes 60 ms more the first time."""
        self._options.delivery_into(self._parts.delivery.inserter.focus())

    def watch(self, hotkey: Hotkey) -> None:
        """Follows this key instead of the one before. `HotkeyError` when it cannot be had: then there is none, and
        everything else works. One thread at a time."""
        before, self._hotkey = self._hotkey, None
        if before:
            before.stop()
        hotkey.start(lambda event: self._mailbox.post(self._on_key, event))
        self._hotkey = hotkey

    def stop(self) -> None:
        """A running dictation is cancelled; its sound is in the history once `listening` has stopped too."""
        if self._hotkey:
            self._hotkey.stop()
        self._mailbox.post(self._cancel)
        self._mailbox.stop()
        self._opening.post(self._parts.ear.shut)
        self._opening.stop(timeout_s=3)

    def begin(self) -> None:
        self._mailbox.post(self._begin)

    def begin_edit(self, selected: str) -> None:
        """What is said then is an instruction: it goes to `Delivery.on_instruction`, not into the window."""
        self._mailbox.post(lambda: self._begin(edits=selected))

    def finish(self) -> None:
        self._mailbox.post(self._end)

    def cancel(self) -> None:
        self._mailbox.post(self._cancel)

    def toggle(self) -> None:
        self._mailbox.post(lambda: self._end() if self._session else self._begin())

    def pause(self, paused: bool) -> None:
        """Paused, the hotkey does nothing and keeps its place."""
        self._mailbox.post(self._pause, paused)

    def use(self, options: DictationOptions, listening: ListeningOptions) -> None:
        """New settings, from the next dictation on."""
        self._mailbox.post(self._use, options)
        self._parts.ear.use(listening)
        self._opening.post(self._parts.ear.renew)

    def use_model(self, load: Callable[[], Recognizer]) -> None:
        """Another model from the next decode on; the old one's memory is given back at once."""
        self._parts.model.use(load)

    def focus_place(self) -> tuple[int, int] | None:
        """As the inserter's; any thread, and it may wait for other programs."""
        return self._parts.delivery.inserter.focus_place()

    def insert_again(self, dictation_id: str) -> None:
        """A kept text into the window that has the focus."""
        self._parts.delivery.insert_again(dictation_id, self._options.delivery_into)

    def replace_selection(self, change: Replacement) -> None:
        self._parts.delivery.replace_selection(change, self._options.delivery_into)

    def copy(self, text: str) -> None:
        self._parts.delivery.copy(text)

    def report(self, report: Report) -> None:
        """From `listening` and `recognition`."""
        self._mailbox.post(self._on_report, report)

    def trouble(self, error: VoiceFlowError, lost: bool) -> None:
        """From the microphone; `lost` means that no more sound will come."""
        self._mailbox.post(self._on_trouble, error, lost)

    def _on_key(self, event: KeyEvent) -> None:
        if self._paused:
            return
        if event.action is KeyAction.CANCEL:
            self._cancel()
            return
        decide = self._trigger.press if event.action is KeyAction.PRESS else self._trigger.release
        action = decide(event.time_s, self._session is not None)
        if action is Action.BEGIN:
            self._begin(event.time_s)
        elif action is Action.FINISH:
            self._end(event.time_s)

    def _begin(self, key_down_s: float | None = None, edits: str = "") -> None:
        if self._session or self._paused:
            return
        self._cancel_unload()
        session = Session(key_down_s=key_down_s or time.monotonic(), edits=edits)
        self._session = session
        self._hands_free = self._options.mode == "hands_free" and not edits
        self._parts.history.begin(Record(session.id, session.started_at, DictationState.RECORDING))
        self._parts.ear.begin(session.id)
        self._opening.post(self._open, session)
        self._parts.model.prepare()
        self._watch_cancel()
        self._show(State.STARTING)
        self._watch_key(session)

    def _open(self, session: Session) -> None:
        """On `opening`: the window that has the focus now is the one that gets the text."""
        inserter = self._parts.delivery.inserter
        session.target = inserter.focus()
        self._follow_window(session)
        inserter.snapshot()
        self._parts.delivery.look(session)
        try:
            self._parts.ear.open(session.id)
        except VoiceFlowError as error:
            self._mailbox.post(self._not_opened, session, error)

    def _follow_window(self, session: Session) -> None:
        if self._options.for_window is None:
            return
        session.for_window = chosen = self._options.for_window(session.target)
        decode = chosen.decode
        if decode.language is None:
            decode = replace(decode, likely_language=self._parts.delivery.inserter.keyboard_language())
        self._parts.ear.adapt(session.id, decode)
        if chosen.profile:
            self._parts.publish(ProfileChosen(session.id, chosen.profile))

    def _not_opened(self, session: Session, error: VoiceFlowError) -> None:
        self._notice(Severity.ERROR, error, session)
        if session is self._session:
            session.lost_microphone = True
            self._end()

    def _end(self, key_up_s: float | None = None, by_pause: bool = False) -> None:
        session, self._session = self._session, None
        if session is None:
            return
        self._hands_free = self._hands_free and by_pause
        self._trigger.reset()
        session.key_up_s = key_up_s or time.monotonic()
        self._finishing[session.id] = session
        self._parts.ear.finish(session.key_up_s)
        self._parts.delivery.look(session)
        self._watch_cancel()
        if session.lost_microphone:
            self._close_ear(session.id)
        self._show_rest()

    def _cancel(self) -> None:
        """The sound stays in the history; the words are neither made nor inserted."""
        session, self._session = self._session, None
        self._trigger.reset()
        self._hands_free = False
        if session is None:
            for waiting in self._finishing.values():
                waiting.cancelled = True
            self._parts.delivery.stop_cleaning()
            return
        session.cancelled = True
        self._parts.ear.cancel(partial(self._parts.delivery.close_empty, session, DictationState.CANCELLED))
        self._close_ear(session.id)
        self._watch_cancel()
        self._rest()

    def _stop_hands_free(self) -> None:
        """By voice: what has begun since is ended, though nothing may have been said in it."""
        if self._hands_free and self._session:
            self._session.may_be_silent = True
            self._end()

    def _pause(self, paused: bool) -> None:
        if paused:
            self._end()
        self._paused = paused
        self._show_rest()

    def _use(self, options: DictationOptions) -> None:
        """A key that is held stays so: its release ends what it began."""
        before, self._options = self._options, options
        if (options.mode, options.tap_ms) != (before.mode, before.tap_ms):
            self._trigger = Trigger(options.mode, options.tap_ms)

    @singledispatchmethod
    def _on_report(self, report: Report) -> None:
        log.debug("nobody needs %s", type(report).__name__)

    @_on_report.register
    def _(self, report: FirstSound) -> None:
        session = self._current(report.dictation_id)
        if session is None or session.first_sound_s:
            return
        session.first_sound_s = max(report.time_s, session.key_down_s)
        session.mark("first_sample", session.key_down_s, session.first_sound_s)
        self._show(State.LISTENING)
        if self._options.cue:
            self._opening.post(self._parts.ear.sound_cue)

    @_on_report.register
    def _(self, report: LevelReport) -> None:
        self._parts.publish(Level(report.rms_db, report.speech))

    @_on_report.register
    def _(self, report: HeardReport) -> None:
        self._parts.publish(Heard(report.dictation_id, report.committed, report.tentative))

    @_on_report.register
    def _(self, report: Paused) -> None:
        enough = report.since_ms >= self._options.hands_free_pause_ms
        if self._hands_free and enough and self._current(report.dictation_id):
            self._end(by_pause=True)
            self._begin()

    @_on_report.register
    def _(self, report: ListeningEnded) -> None:
        self._close_ear(report.dictation_id)
        self._parts.history.update(report.dictation_id, state=DictationState.RECOGNIZING, duration_s=report.duration_s)

    @_on_report.register
    def _(self, report: Recognized) -> None:
        session = self._finishing.pop(report.dictation_id, None)
        if session is None:
            return
        now_s = time.monotonic()
        session.recognized = report
        session.mark("key_held", session.key_down_s, session.key_up_s)
        if report.had_speech and session.first_sound_s:
            session.mark("speech", session.first_sound_s, session.first_sound_s + report.speech_end_s)
        session.mark("recognition", session.key_up_s, now_s)
        session.mark("last_decode", now_s - report.last_decode_ms / 1000, now_s)
        if report.text:
            wishes = session.for_window.delivery if session.for_window else self._options.delivery
            self._parts.delivery.deliver(session, Text.of(report), wishes)
            if wishes.cleans:  # it may take seconds, and can be cancelled until then
                self._finishing[session.id] = session
                self._watch_cancel()
        else:
            self._nothing_heard(session, report.duration_s)
        self._rest()

    @_on_report.register
    def _(self, report: RecognitionFailed) -> None:
        session = self._finishing.pop(report.dictation_id, None) or self._current(report.dictation_id)
        if session is None:
            return
        close = partial(self._parts.delivery.close_empty, session, DictationState.FAILED, error=report.error.title)
        self._notice(Severity.ERROR, report.error, session)
        if session is self._session:
            self._session = None
            self._parts.ear.cancel(close)
            self._close_ear(session.id)
        else:
            close()
        self._rest()

    def _nothing_heard(self, session: Session, duration_s: float) -> None:
        state = DictationState.CANCELLED if session.cancelled else DictationState.EMPTY
        self._parts.delivery.close_empty(session, state, duration_s=duration_s)
        if not session.cancelled and not session.lost_microphone and not session.may_be_silent:
            hint = "If you spoke, its sound is in the history: transcribe it there"
            heard = Notice(Severity.INFO, "dictation.nothing_heard", "No speech was heard", hint, session.id)
            self._parts.publish(heard)

    def _on_trouble(self, error: VoiceFlowError, lost: bool) -> None:
        session = self._session
        self._notice(Severity.ERROR if lost else Severity.WARNING, error, session)
        if lost and session:
            session.lost_microphone = True
            self._end()

    def _watch_key(self, session: Session, missing: int = 0) -> None:
        """A key-up that got lost: the keyboard says twice in a row that the key is not down."""
        if session is not self._session or not self._trigger.held:
            return
        missing = missing + 1 if self._hotkey and self._hotkey.is_down() is False else 0
        if missing >= 2:
            self._end()
        else:
            self._mailbox.post_after(WATCHDOG_S, self._watch_key, session, missing)

    def _delivered(self, session: Session) -> None:
        self._finishing.pop(session.id, None)
        self._watch_cancel()
        self._rest()

    def _watch_cancel(self) -> None:
        """While somebody speaks, and while words that are recognized are cleaned up."""
        if self._hotkey:
            cleaned = any(each.recognized for each in self._finishing.values())
            self._hotkey.watch_cancel(self._session is not None or cleaned)

    def _close_ear(self, dictation_id: str) -> None:
        self._opening.post(self._parts.ear.close, dictation_id)

    def _current(self, dictation_id: str) -> Session | None:
        return self._session if self._session and self._session.id == dictation_id else None

    def _show(self, state: State) -> None:
        self._state = state
        session = self._session
        since_s = session.first_sound_s if session and session.first_sound_s else time.monotonic()
        self._parts.publish(StateChanged(state, session.id if session else None, since_s))

    def _show_rest(self) -> None:
        if self._session is None:
            self._show(State.FINISHING if self._finishing else State.PAUSED if self._paused else State.IDLE)

    def _rest(self) -> None:
        """Nobody needs the model now; also while the key is ignored."""
        self._show_rest()
        if self._session is None and not self._finishing and self._options.unload_after_s:
            self._cancel_unload()
            self._cancel_unload = self._mailbox.post_after(self._options.unload_after_s, self._parts.model.unload)

    def _notice(self, severity: Severity, error: VoiceFlowError, session: Session | None) -> None:
        self._parts.publish(Notice(severity, error.code, error.title, error.hint, session.id if session else None))

    def _broken(self, error: BaseException) -> None:
        self._parts.publish(Notice(Severity.ERROR, "dictation.broken", "VoiceFlow has a fault of its own",
                                   "The sound is in the history; the log says where it happened"))  # fmt: skip
