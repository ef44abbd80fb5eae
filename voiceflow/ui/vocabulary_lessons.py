"""What corrections taught, and may teach yet: each can be taken back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from voiceflow.errors import VoiceFlowError
from voiceflow.history.vocabulary import Lesson
from voiceflow.ui.control import Control
from voiceflow.ui.widgets import Card, button, label, row

_SHOWN = 50


class Lessons(Card):
    """Hidden while there are none."""

    def __init__(self, control: Control, refresh: Callable[[], None]) -> None:
        """`refresh`: asks for `show_all`."""
        super().__init__("")
        self.setAccessibleName(self.tr("Learned from your corrections"))
        self._control, self._refresh = control, refresh
        self.rows.addWidget(label(self.tr("Learned from your corrections"), scale=1.15, bold=True))
        told = self.tr("A word counts from the second dictation on in which you corrected the same.")
        self.rows.addWidget(label(told, kind="muted"))
        self._list = QVBoxLayout()
        self.rows.addLayout(self._list)
        self.shown: list[Lesson] = []
        self._spellings: set[str] = set()
        self.hide()

    def show_all(self, lessons: list[Lesson], spellings: set[str]) -> None:
        """`spellings`: of the vocabulary; what is not there yet can be learned at once."""
        if (lessons, spellings) == (self.shown, self._spellings):
            return
        self.shown, self._spellings = lessons, spellings
        while item := self._list.takeAt(0):
            line = item.layout()
            while line and (part := line.takeAt(0)):
                if widget := part.widget():
                    widget.deleteLater()
        for lesson in lessons[:_SHOWN]:
            self._list.addLayout(self._line(lesson, lesson.meant in spellings))
        self.setVisible(bool(lessons))

    def _line(self, lesson: Lesson, learned: bool) -> QHBoxLayout:
        state = self.tr("learned") if learned else self.tr("seen once")
        line = row(label(f"{lesson.heard} → {lesson.meant}"), label(state, kind="muted"))
        if not learned:
            line.addWidget(self._button(self.tr("Learn now"), lesson, self.accept))
        line.addWidget(self._button(self.tr("Forget"), lesson, self.forget))
        line.setStretch(0, 1)
        return line

    def _button(self, text: str, lesson: Lesson, do: Callable[[Lesson], None]) -> QPushButton:
        made = button(text, partial(do, lesson))
        made.setAccessibleName(f"{text} {lesson.meant}")
        return made

    def accept(self, lesson: Lesson) -> None:
        """A proposal, without waiting for the second time."""
        core = self._control.core
        language = core.settings.stt.language
        self._control.work.run(
            lambda: core.vocabulary.accept(lesson.heard, lesson.meant, language),
            lambda _: self._refresh(),
            self._failed,
        )

    def forget(self, lesson: Lesson) -> None:
        """A word that was learned of it goes too."""
        core = self._control.core

        def change() -> None:
            core.vocabulary.forget(lesson.heard, lesson.meant)
            learned = [each.spelling for each in core.vocabulary.entries() if each.learned]
            if lesson.meant in learned:
                core.vocabulary.remove([lesson.meant])

        self._control.work.run(change, lambda _: self._refresh(), self._failed)

    def _failed(self, error: VoiceFlowError) -> None:
        self._control.tell(error)
        self._refresh()
