"""One dictation: its sound, its texts, and what can be done with it."""

from concurrent.futures import Future
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QPushButton

from voiceflow.errors import VoiceFlowError
from voiceflow.events import HistoryChanged
from voiceflow.history.records import UNFINISHED, Dictation, DictationState
from voiceflow.ui.choices import Choice, Choices
from voiceflow.ui.control import Control
from voiceflow.ui.dictation_words import circumstances, has_text
from voiceflow.ui.history_changes import Changes, Story, story
from voiceflow.ui.history_player import Player
from voiceflow.ui.history_text import TextField
from voiceflow.ui.question import agreed
from voiceflow.ui.theme import Colours
from voiceflow.ui.widgets import Card, button, label, row

_BACK_MS = 350
"""For the window manager to give the focus back to the window below."""
_AGAIN = (DictationState.DONE, DictationState.RECOVERED)


class HistoryDetail(Card):
    """`step_aside` asks the window to get out of the way, so that a text can be inserted below it."""

    step_aside = Signal()

    def __init__(self, control: Control, colours: Colours) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Dictation"))
        self._control = control
        self._choices = Choices(control.core, control.work)
        self._dictation: Dictation | None = None
        self._busy: set[str] = set()
        self._meta, self._why = label(kind="muted"), label(kind="error")
        self._empty = label(self.tr("Choose a dictation to see its text."), kind="muted")
        self.text = TextField(colours)
        self.text.corrected.connect(self._correct)
        self.player = Player(control, colours)
        self.changes = Changes(colours)
        self.changes.use.connect(self._use_text)
        self.changes.restore.connect(self._restore_text)
        self._copy = button(self.tr("Copy"), self._copy_text, primary=True)
        self._insert = button(self.tr("Insert again"), self._insert_again)
        self._insert.setToolTip(self.tr("Minimizes this window and inserts the text into the one below"))
        self._again = button(self.tr("Transcribe"), self._transcribe)
        self._other = button(self.tr("With model…"), self._look_for_models)
        self._other.setToolTip(self.tr("Transcribes the sound with another model; the text that is here is kept"))
        self._star = button("☆", self._switch_star)
        self._star.setAccessibleName(self.tr("Star"))
        self.delete_button = self._deleting()
        self._build()
        self.show_dictation(None)

    def _build(self) -> None:
        head = row(self._meta, self._star, self.delete_button)
        head.setStretch(0, 1)
        self.rows.addLayout(head)
        for part in (self._empty, self._why, self.player):
            self.rows.addWidget(part)
        self.rows.addWidget(self.text, 3)
        self.rows.addWidget(self.changes, 2)
        self.rows.addLayout(row(self._copy, self._insert, None))
        self.rows.addLayout(row(self._again, self._other, None))

    def _deleting(self) -> QPushButton:
        menu = QMenu(self)
        menu.addAction(self.tr("This dictation…"), self.ask_to_delete)
        sound = menu.addAction(self.tr("Its sound only…"), self.ask_to_delete_sound)
        self.player.found.connect(sound.setEnabled)
        made = button(self.tr("Delete"), lambda: None)
        made.setMenu(menu)
        return made

    @property
    def shown_id(self) -> str:
        return self._dictation.id if self._dictation else ""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.player.show_sound_of(self.shown_id)

    def set_colours(self, colours: Colours) -> None:
        self.text.colours = self.changes.colours = self.player.waveform.colours = colours
        self.text.mark()
        if self._dictation:
            self._look_into(self._dictation)

    def show_dictation(self, dictation: Dictation | None, words: str = "") -> None:
        self._dictation = dictation
        shown = dictation is not None
        for part in (self._meta, self.text, self._copy, self._insert, self._again, self._other):
            part.setVisible(shown)
        for part in (self._star, self.delete_button):
            part.setVisible(shown)
        self._empty.setVisible(not shown)
        self._why.setVisible(bool(dictation and dictation.error))
        self.text.show_text(self.shown_id, dictation.text.strip() if dictation else "", words)
        self.player.show_sound_of(self.shown_id)
        if dictation:
            self._fill(dictation)
            self._look_into(dictation)
        else:
            self.changes.hide()

    def _fill(self, dictation: Dictation) -> None:
        facts = [circumstances(dictation, with_model=True), self.tr("corrected") if dictation.corrected else ""]
        self._meta.setText(" · ".join(part for part in facts if part))
        self._why.setText(dictation.error)
        text, still = has_text(dictation), dictation.state in UNFINISHED
        self._copy.setEnabled(text)
        self._insert.setEnabled(text)
        busy = dictation.id in self._busy
        for part in (self._again, self._other, self.delete_button):
            part.setEnabled(not busy and not still)
        words = self.tr("Transcribe again") if dictation.state in _AGAIN else self.tr("Transcribe")
        self._again.setText(self.tr("Transcribing…") if busy else words)
        self._again.setAccessibleName(self._again.text())
        self._star.setText("★" if dictation.starred else "☆")
        self._star.setAccessibleName(self.tr("Take the star away") if dictation.starred else self.tr("Star"))
        self._star.setToolTip(self.tr("Starred dictations are never deleted by age or size"))

    def _look_into(self, dictation: Dictation) -> None:
        history = self._control.core.history

        def tell(found: Story) -> None:
            if self._dictation == dictation:
                self.changes.tell(found)

        self._control.work.run(lambda: story(history, dictation), tell, self._control.tell)

    def _copy_text(self) -> None:
        self._control.core.copy(self.text.text.strip())

    def _insert_again(self) -> None:
        if self._dictation:
            self.text.save()
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

    def _look_for_models(self) -> None:
        self._choices.models(self._offer_models, self._control.tell)

    def _offer_models(self, found: list[Choice]) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Models"))
        made_it = self._dictation.model if self._dictation else ""
        for choice in found:
            name = self.tr("{model} (made this text)").format(model=choice.label)
            action = menu.addAction(name if choice.value == made_it else choice.label)
            action.triggered.connect(partial(self._transcribe, choice.value))
        if not found:
            menu.addAction(self.tr("None is installed")).setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._other.mapToGlobal(QPoint(0, self._other.height())))

    def _transcribe(self, model: str = "", _: bool = False) -> None:
        if self._dictation is None:
            return
        self.text.save()
        wanted = self._dictation.id
        self._busy.add(wanted)
        self._fill(self._dictation)
        self._control.work.run(
            lambda: self._control.core.recognize_again(wanted, model=model),
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

    def _correct(self, dictation_id: str, text: str) -> None:
        past = self._control.core.past
        self._control.work.run(lambda: past.correct(dictation_id, text), self._changed, self._control.tell)

    def _use_text(self, number: int) -> None:
        past, wanted = self._control.core.past, self.shown_id
        self._control.work.run(lambda: past.use_text(wanted, number), self._changed, self._control.tell)

    def _restore_text(self) -> None:
        past, wanted = self._control.core.past, self.shown_id
        self._control.work.run(lambda: past.restore(wanted), self._changed, self._control.tell)

    def _changed(self, dictation: Dictation) -> None:
        if dictation.id == self.shown_id:
            self.show_dictation(dictation)

    def _switch_star(self) -> None:
        if self._dictation:
            wanted, core = self._dictation.id, self._control.core
            starred = not self._dictation.starred
            self._follow(core.history.update(wanted, starred=starred), wanted)

    def ask_to_delete(self) -> None:
        if self._dictation is None:
            return
        title = self.tr("Delete this dictation?")
        what = self.tr("Its text and its sound are overwritten on the disk. There is no way back.")
        wanted = self._dictation.id
        if agreed(self.window(), title, what, self.tr("Delete"), destroys=True):
            self._follow(self._control.core.history.delete(wanted), wanted)

    def ask_to_delete_sound(self) -> None:
        title = self.tr("Delete the sound of this dictation?")
        what = self.tr("The text stays. Without the sound it cannot be heard or transcribed again.")
        wanted = self.shown_id
        if wanted and agreed(self.window(), title, what, self.tr("Delete"), destroys=True):
            self.player.pause()
            history, publish = self._control.core.history, self._control.core.events.publish

            def delete() -> None:
                number = history.number_of(wanted)
                history.delete_sound([] if number is None else [number]).result()
                publish(HistoryChanged(wanted))

            self._control.work.run(delete, lambda _: None, self._control.tell)

    def _follow(self, done: "Future[Any]", dictation_id: str) -> None:
        publish = self._control.core.events.publish
        self._control.work.follow(done, lambda _: publish(HistoryChanged(dictation_id)), self._control.tell)
