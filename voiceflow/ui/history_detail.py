"""One dictation: its texts, and what can be done with it."""

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit

from voiceflow.errors import VoiceFlowError
from voiceflow.events import HistoryChanged
from voiceflow.history.records import UNFINISHED, Dictation, DictationState
from voiceflow.text.trace import reasons
from voiceflow.ui.control import Control
from voiceflow.ui.dictation_words import circumstances, has_text
from voiceflow.ui.question import agreed
from voiceflow.ui.translation import message
from voiceflow.ui.widgets import Card, button, label, row

_BACK_MS = 350
"""For the window manager to give the focus back to the window below."""
_AGAIN = (DictationState.DONE, DictationState.RECOVERED)


class HistoryDetail(Card):
    """`step_aside` asks the window to get out of the way, so that a text can be inserted below it."""

    step_aside = Signal()

    def __init__(self, control: Control) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Dictation"))
        self._control = control
        self._dictation: Dictation | None = None
        self._busy: set[str] = set()
        self._meta, self._why = label(kind="muted"), label(kind="error")
        self._text = self._field(self.tr("Text"))
        self._raw_title = label(self.tr("As it was recognized"), kind="muted")
        self._raw = self._field(self.tr("As it was recognized"))
        self._trace_title = label(self.tr("Why does it say that?"), kind="muted")
        self._trace = self._field(self.tr("Why does it say that?"))
        self._empty = label(self.tr("Choose a dictation to see its text."), kind="muted")
        self._copy = button(self.tr("Copy"), self._copy_text, primary=True)
        self._insert = button(self.tr("Insert again"), self._insert_again)
        self._insert.setToolTip(self.tr("Minimizes this window and inserts the text into the one below"))
        self._again = button(self.tr("Transcribe"), self._transcribe)
        self._restore = button(self.tr("Use as recognized"), self._restore_text)
        self._restore.setToolTip(self.tr("Takes back what rules and guards did to this text"))
        self._delete = button(self.tr("Delete…"), self._ask_to_delete)
        head = row(self._meta, self._delete)
        head.setStretch(0, 1)
        self.rows.addLayout(head)
        for part in (self._empty, self._why):
            self.rows.addWidget(part)
        self.rows.addWidget(self._text, 3)
        self.rows.addWidget(self._raw_title)
        self.rows.addWidget(self._raw, 2)
        self.rows.addWidget(self._trace_title)
        self.rows.addWidget(self._trace, 1)
        self.rows.addLayout(row(self._copy, self._insert, self._again, self._restore, None))
        self.show_dictation(None)

    @property
    def shown_id(self) -> str:
        return self._dictation.id if self._dictation else ""

    def show_dictation(self, dictation: Dictation | None) -> None:
        self._dictation = dictation
        shown = dictation is not None
        for part in (self._meta, self._text, self._copy, self._insert, self._again, self._delete):
            part.setVisible(shown)
        self._empty.setVisible(not shown)
        self._why.setVisible(bool(dictation and dictation.error))
        raw = bool(dictation and dictation.raw_text.strip() != dictation.text.strip())
        self._raw_title.setVisible(raw)
        self._raw.setVisible(raw)
        for part in (self._trace_title, self._trace, self._restore):
            part.setVisible(bool(dictation and dictation.trace))
        if dictation:
            self._fill(dictation)

    def _fill(self, dictation: Dictation) -> None:
        self._meta.setText(circumstances(dictation, with_model=True))
        self._why.setText(dictation.error)
        self._text.setPlainText(dictation.text.strip())
        self._text.setPlaceholderText(self.tr("There is no text. The sound is kept: it can be transcribed."))
        self._raw.setPlainText(dictation.raw_text.strip())
        self._trace.setPlainText(_explained(dictation))
        text, still = has_text(dictation), dictation.state in UNFINISHED
        self._copy.setEnabled(text)
        self._insert.setEnabled(text)
        busy = dictation.id in self._busy
        self._again.setEnabled(not busy and not still)
        self._delete.setEnabled(not busy and not still)
        words = self.tr("Transcribe again") if dictation.state in _AGAIN else self.tr("Transcribe")
        self._again.setText(self.tr("Transcribing…") if busy else words)
        self._again.setAccessibleName(self._again.text())

    def _field(self, name: str) -> QPlainTextEdit:
        field = QPlainTextEdit(readOnly=True)
        field.setAccessibleName(name)
        field.setTabChangesFocus(True)
        return field

    def _copy_text(self) -> None:
        if self._dictation:
            self._control.core.copy(self._dictation.text.strip())

    def _insert_again(self) -> None:
        if self._dictation:
            self.step_aside.emit()
            QTimer.singleShot(_BACK_MS, self, lambda wanted=self._dictation.id: self._insert_below(wanted))

    def _insert_below(self, dictation_id: str) -> None:
        window = self.window()
        if not window.isVisible() or window.isMinimized() or not window.isActiveWindow():
            self._control.core.insert_again(dictation_id)
            return
        self._control.tell(
            VoiceFlowError(
                "ui.no_window_below",
                self.tr("There was no other window to insert the text into"),
                self.tr("Click where the text should go, and paste it: it is on the clipboard"),
            )
        )
        self._copy_text()

    def _transcribe(self) -> None:
        if self._dictation is None:
            return
        wanted = self._dictation.id
        self._busy.add(wanted)
        self._fill(self._dictation)
        self._control.work.run(
            lambda: self._control.core.recognize_again(wanted),
            lambda _: self._transcribed(wanted),
            lambda error: self._transcribed(wanted, error),
        )

    def _transcribed(self, dictation_id: str, error: VoiceFlowError | None = None) -> None:
        self._busy.discard(dictation_id)
        if error:
            self._control.tell(error)
        if self._dictation and self._dictation.id == dictation_id:
            self._fill(self._dictation)
            if error:
                self._why.setText(str(error))
                self._why.show()

    def _restore_text(self) -> None:
        if self._dictation:
            core, wanted = self._control.core, self._dictation.id
            self._control.work.run(lambda: core.past.restore(wanted), self._restored, self._control.tell)

    def _restored(self, dictation: Dictation) -> None:
        if dictation.id == self.shown_id:
            self.show_dictation(dictation)

    def _ask_to_delete(self) -> None:
        if self._dictation is None:
            return
        title, what = self.tr("Delete this dictation?"), self.tr("Its text and its sound are gone then, for ever.")
        dictation_id = self._dictation.id
        if agreed(self.window(), title, what, self.tr("Delete"), destroys=True):
            self.delete(dictation_id)

    def delete(self, dictation_id: str) -> None:
        core = self._control.core
        self._control.work.follow(
            core.history.delete(dictation_id),
            lambda _: core.events.publish(HistoryChanged(dictation_id)),
            self._control.tell,
        )


def _explained(dictation: Dictation) -> str:
    steps = ((step.rule, step.text) for step in dictation.trace)
    told = reasons(dictation.raw_text, steps)
    return "\n".join(str(replace(reason, title=message(reason.title))) for reason in told)
