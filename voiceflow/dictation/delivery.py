"""From recognized words to text in the window: rules, history, insertion, in the order of the dictations."""

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field, replace

from voiceflow.dictation.beside import beside, places_back
from voiceflow.dictation.cleaning import AS_IS, Cleaning, MakeRewriter
from voiceflow.dictation.commanding import WINDOW_COMMANDS, Commanding
from voiceflow.dictation.correcting import Correcting, Correction
from voiceflow.dictation.insertions import Insertions
from voiceflow.dictation.replacing import Replacement, Replacing
from voiceflow.dictation.reports import Recognized
from voiceflow.dictation.session import Session
from voiceflow.dictation.surroundings import Surroundings
from voiceflow.engines.inserter.contract import Inserted, Inserter, InsertOptions, Target, Way
from voiceflow.engines.stt.contract import DecodeOptions, ModelInfo
from voiceflow.errors import HistoryError, InsertionError, VoiceFlowError
from voiceflow.events import Delivered, Event, HistoryChanged, Notice, Severity
from voiceflow.history.records import DictationState, RuleStep
from voiceflow.history.store import History
from voiceflow.mailbox import Mailbox
from voiceflow.text import joins, pipeline
from voiceflow.text.commands import CANCEL, CORRECT, ENTER, STOP
from voiceflow.text.guards import Evidence
from voiceflow.text.language import language
from voiceflow.text.pipeline import COMMANDS, GUARDS, JOINS, Change, Outcome, Wishes

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class DeliveryOptions:
    rules: Wishes = field(default_factory=Wishes)
    insert: InsertOptions = field(default_factory=InsertOptions)
    press_enter: bool = False
    fit_to_cursor: bool = True
    final_period: str = "keep"
    cleanup_style: str = AS_IS
    history_timeout_s: float = 2.0

    @property
    def cleans(self) -> bool:
        return self.cleanup_style != AS_IS and not self.rules.verbatim


@dataclass(frozen=True, slots=True)
class ForWindow:
    """What a dictation into one window uses; `profile` is empty where none fits."""

    profile: str
    delivery: DeliveryOptions
    decode: DecodeOptions


@dataclass(frozen=True, slots=True)
class Text:
    """What the recognizer made of one dictation."""

    raw: str
    language: str = ""
    duration_s: float = 0.0
    model: ModelInfo | None = None
    evidence: Evidence | None = None

    @classmethod
    def of(cls, report: Recognized) -> "Text":
        evidence = Evidence(
            report.duration_s, report.speech_s, report.average_log_probability, report.no_speech_probability
        )
        return cls(report.text, report.language, report.duration_s, report.info, evidence)


class Delivery:
    """Owns the `delivery` thread. A stage that fails costs that stage, not the words."""

    def __init__(
        self,
        inserter: Inserter,
        history: History,
        publish: Callable[[Event], None],
        rewriter: MakeRewriter | None = None,
    ) -> None:
        """`on_stop` is called when `stop dictation` was said, `on_instruction` with a dictation that edits and its
        text, `on_delivered` with one that could be cleaned up when that is over; all must only post."""
        self.inserter = inserter
        self.on_stop: Callable[[], None] = lambda: None
        self.on_instruction: Callable[[Session, Text], None] = lambda _, __: None
        self.on_delivered: Callable[[Session], None] = lambda _: None
        self._insertions = Insertions()
        self._commanding = Commanding(inserter, self._insertions)
        self.correcting = Correcting(inserter, self._insertions, self._commanding, history, publish)
        self._surroundings = Surroundings(inserter, self._insertions)
        self._replacing = Replacing(inserter, self._insertions)
        self._cleaning = Cleaning(rewriter, publish) if rewriter else None
        self._history = history
        self._publish = publish
        self._mailbox = Mailbox("delivery", on_error=self._broken)

    def start(self) -> None:
        self._mailbox.start()
        self._surroundings.start()

    def stop(self) -> None:
        """Delivers what is waiting first."""
        self._surroundings.stop()
        self._mailbox.stop(timeout_s=30)

    def flush(self, timeout_s: float = 30) -> None:
        """Waits until all that was posted so far is delivered."""
        self._mailbox.ask(lambda: None).result(timeout_s)

    def look(self, session: Session) -> "Future[None]":
        """At what stands around the caret in its window; only posts."""
        return self._surroundings.look(session)

    def deliver(self, session: Session, text: Text, options: DeliveryOptions) -> None:
        """From any thread; never waits. The session is delivery's own from here on."""
        self._mailbox.post(self._deliver, session, text, options)
        if options.cleans:
            self._mailbox.post(self.on_delivered, session)

    def stop_cleaning(self) -> None:
        """From any thread: a session that was cancelled is not cleaned up any more."""
        if self._cleaning:
            self._cleaning.stop()

    def insert_again(self, dictation_id: str, options: Callable[[Target | None], DeliveryOptions]) -> None:
        """The kept text, into the window that has the focus when its turn comes; only posts. `options`: those for a
        window."""
        self._mailbox.post(self._insert_again, dictation_id, options)

    def replace_selection(self, change: Replacement, options: Callable[[Target | None], DeliveryOptions]) -> None:
        """Only posts; a change that cannot be made leaves its text on the clipboard, and says so."""
        self._mailbox.post(self._replace_selection, change, options)

    def copy(self, text: str) -> None:
        """To the clipboard, to stay there; only posts."""
        self._mailbox.post(self._copy_for_user, text)

    def close_empty(self, session: Session, state: DictationState, error: str = "", duration_s: float = 0.0) -> None:
        """The end of a dictation without words: its sound is kept, to be transcribed later if the user wants."""
        self._mailbox.post(self._close, session, state, "", Way.KEPT, {"error": error, "duration_s": duration_s})

    def _deliver(self, session: Session, text: Text, options: DeliveryOptions) -> None:
        if session.edits:
            self._hand_over(session, text, options)
            return
        begin_s = time.monotonic()
        correction = self._correction(text, options)
        if correction:
            outcome = Outcome("", (Change(COMMANDS, ""),), CORRECT)
        else:
            outcome = pipeline.apply(text.raw, text.language, replace(options.rules, beside=beside), text.evidence)
        session.mark("rules", begin_s, time.monotonic())
        outcome = self._cleaned(outcome, session, text, options)
        outcome = self._fitted(outcome, session, text.language, options)
        final = outcome.text
        self._keep(session, text, outcome, options)
        session.cancelled = session.cancelled or outcome.command == CANCEL
        if outcome.command and not session.cancelled:
            self._obey(session, outcome.command, options, correction)
            return
        if session.cancelled or not final:
            state = DictationState.CANCELLED if session.cancelled else DictationState.EMPTY
            if not session.cancelled and any(change.rule == GUARDS for change in outcome.changes):
                self._notice(Severity.INFO, "dictation.left_out", "By all evidence nobody said what was recognized",
                             "If you did: voiceflow history restore last", session)  # fmt: skip
            self._close(session, state, "", Way.KEPT, {})
            return
        inserted = self._insert(session, final, options)
        if outcome.behind and inserted.way in (Way.PASTE, Way.TYPED):
            self._step_back(session, places_back(final, outcome.behind))
        if options.press_enter and inserted.way in (Way.PASTE, Way.TYPED) and inserted.received is not False:
            self._press_enter(session, options)
        self._close(session, DictationState.DONE, final, inserted.way, {})

    def _cleaned(self, outcome: Outcome, session: Session, text: Text, options: DeliveryOptions) -> Outcome:
        if not self._cleaning or session.cancelled or not options.cleans or not outcome.text:
            return outcome
        self._keep(session, text, outcome, options)  # a language model may take seconds: nothing is lost meanwhile
        return self._cleaning.clean(outcome, options.cleanup_style, text.language, session)

    def _fitted(self, outcome: Outcome, session: Session, language_code: str, options: DeliveryOptions) -> Outcome:
        if not outcome.text or options.rules.verbatim:
            return outcome
        fitted = joins.without_final_period(outcome.text, options.final_period)
        if options.fit_to_cursor and options.insert.way is not Way.CLIPBOARD:
            known = self._surroundings.known(session)
            periods = options.final_period == "keep" and known.goes_on
            fitted = joins.fit(fitted, known.before, known.after, language(language_code), periods)
        if fitted.split() == outcome.text.split():
            return replace(outcome, text=fitted)
        return replace(outcome, text=fitted, changes=(*outcome.changes, Change(JOINS, fitted)))

    def _correction(self, text: Text, options: DeliveryOptions) -> Correction | None:
        if not options.rules.commands or options.rules.verbatim:
            return None
        try:
            return self.correcting.meant(text.raw, text.language)
        except HistoryError as error:  # then it is a sentence like any other
            log.warning("the last dictation could not be read: %s", error.code)
            return None

    def _obey(
        self, session: Session, command: str, options: DeliveryOptions, correction: Correction | None = None
    ) -> None:
        begin_s = time.monotonic()
        way = Way.KEPT
        if command == STOP:
            self.on_stop()
        try:
            if command in WINDOW_COMMANDS:
                way = self._commanding.obey(command, session.target, options.insert)
            elif correction:
                way = self.correcting.correct(correction, session.target, options.insert)
        except (InsertionError, HistoryError) as error:
            self._notice(Severity.WARNING, error.code, error.title, error.hint, session)
        session.mark("insertion", begin_s, time.monotonic())
        self._close(session, DictationState.DONE, "", way, {})

    def _step_back(self, session: Session, places: int) -> None:
        """What was inserted does not stand before the cursor any more."""
        self._insertions.forget(session.target)
        try:
            self.inserter.step_back(places, session.target)
        except InsertionError as error:
            self._notice(Severity.INFO, error.code, error.title, error.hint, session)

    def _press_enter(self, session: Session, options: DeliveryOptions) -> None:
        """What was sent is not there any more."""
        try:
            self._commanding.obey(ENTER, session.target, options.insert)
            self._insertions.forget(session.target)
        except InsertionError as error:
            self._notice(Severity.WARNING, error.code, error.title, error.hint, session)

    def _insert_again(self, dictation_id: str, options: Callable[[Target | None], DeliveryOptions]) -> None:
        record = self._history.get(dictation_id)
        if record and record.text:
            target = self.inserter.focus()
            self._insert(Session(dictation_id, target=target), record.text, options(target))

    def _hand_over(self, session: Session, text: Text, options: DeliveryOptions) -> None:
        """An instruction is kept as it was said, and nothing is inserted."""
        self._keep(session, text, Outcome(" ".join(text.raw.split())), options)
        if not session.cancelled:
            self.on_instruction(session, text)
        state = DictationState.CANCELLED if session.cancelled else DictationState.DONE
        self._close(session, state, "", Way.KEPT, {})

    def _replace_selection(self, change: Replacement, options: Callable[[Target | None], DeliveryOptions]) -> None:
        try:
            self._replacing.replace(change, options(change.target).insert)
        except InsertionError as error:
            self._publish(Notice(Severity.WARNING, error.code, error.title, error.hint))
            self._copy_for_user(change.after)

    def _copy_for_user(self, text: str) -> None:
        try:
            self.inserter.copy(text)
        except VoiceFlowError as error:
            self._publish(Notice(Severity.ERROR, error.code, error.title, error.hint))

    def _keep(self, session: Session, text: Text, outcome: Outcome, options: DeliveryOptions) -> None:
        """History before insertion: a crash in between loses nothing."""
        begin_s = time.monotonic()
        fields: dict[str, object] = {"raw_text": text.raw, "text": outcome.text, "language": text.language}
        fields |= {"duration_s": text.duration_s, "trace": _steps(outcome)}
        if text.model:
            fields |= {"engine": text.model.engine, "model": text.model.model}
        if session.target:
            fields |= {"app": session.target.app, "window_title": session.target.title}
        kept = self._history.update(session.id, **fields)
        try:
            kept.result(timeout=options.history_timeout_s)
        except Exception as error:  # a full or slow disk must not hold the words back; the history tells the user
            log.warning("the history did not take the text in time: %s", type(error).__name__)
        session.mark("history", begin_s, time.monotonic())

    def _insert(self, session: Session, text: str, options: DeliveryOptions) -> Inserted:
        begin_s = time.monotonic()
        try:
            if options.insert.way is Way.CLIPBOARD:
                return self._copy(text, begin_s)
            self.inserter.check_focus(session.target)
            inserted = self.inserter.insert(text, session.target, options.insert)
            self._remember(session, text, inserted)
            if inserted.received:
                session.mark("receipt", begin_s, begin_s + inserted.elapsed_ms / 1000)
            if inserted.received is False:
                self._notice(Severity.WARNING, "insertion.unread", "The window has not read the text yet",
                             "If it does not appear, copy it from the history", session)  # fmt: skip
            return inserted
        except InsertionError as error:
            self._notice(Severity.WARNING, error.code, error.title, error.hint, session)
            return self._leave_on_clipboard(session, text)
        finally:
            session.mark("insertion", begin_s, time.monotonic())

    def _remember(self, session: Session, text: str, inserted: Inserted) -> None:
        if inserted.received is False or inserted.way not in (Way.PASTE, Way.TYPED):
            self._insertions.forget(session.target)
        else:
            self._insertions.add(session.target, text)

    def _copy(self, text: str, begin_s: float) -> Inserted:
        self.inserter.copy(text)
        return Inserted(Way.CLIPBOARD, None, (time.monotonic() - begin_s) * 1000)

    def _leave_on_clipboard(self, session: Session, text: str) -> Inserted:
        try:
            return self._copy(text, time.monotonic())
        except VoiceFlowError as error:
            self._notice(Severity.ERROR, error.code, error.title, "The text is in the history: copy it there", session)
            return Inserted(Way.KEPT, None, 0.0)

    def _close(self, session: Session, state: DictationState, text: str, way: Way, fields: dict[str, object]) -> None:
        written = self._history.update(session.id, state=state, way=str(way), stages=tuple(session.stages), **fields)
        written.add_done_callback(lambda _: self._publish(HistoryChanged(session.id)))
        self._history.finish_audio(session.id)
        stages_ms = {stage.name: stage.duration_ms for stage in session.stages}
        self._publish(Delivered(session.id, str(state), text, str(way), stages_ms))
        self._publish(session.measured(str(state)))

    def _broken(self, _: BaseException) -> None:
        """The mailbox has logged what it was."""
        self._publish(Notice(Severity.ERROR, "dictation.broken", "VoiceFlow has a fault of its own",
                             "What was said is in the history; the log says where the fault is"))  # fmt: skip

    def _notice(self, severity: Severity, code: str, title: str, hint: str, session: Session) -> None:
        self._publish(Notice(severity, code, title, hint, session.id))


def _steps(outcome: Outcome) -> tuple[RuleStep, ...]:
    return tuple(RuleStep(change.rule, change.text) for change in outcome.changes)
