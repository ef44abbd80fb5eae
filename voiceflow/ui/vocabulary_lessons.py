"""What corrections taught, and may teach yet: each can be taken back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from voiceflow.errors import VoiceFlowError
from voiceflow.history.vocabulary import Lesson
from voiceflow.text.learning import TIMES_TO_LEARN
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
        self.hide()

    def show_all(self, lessons: list[Lesson]) -> None:
        if lessons == self.shown:
            return
        self.shown = lessons
        while item := self._list.takeAt(0):
            line = item.layout()
            while line and (part := line.takeAt(0)):
                if widget := part.widget():
                    widget.deleteLater()
        for lesson in lessons[:_SHOWN]:
            forget = button(self.tr("Forget"), partial(self.forget, lesson))
            forget.setAccessibleName(f"{self.tr('Forget')} {lesson.meant}")
            state = self.tr("learned") if lesson.times >= TIMES_TO_LEARN else self.tr("seen once")
            line = row(label(f"{lesson.heard} → {lesson.meant}"), label(state, kind="muted"), forget)
            line.setStretch(0, 1)
            self._list.addLayout(line)
        self.setVisible(bool(lessons))

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
