"""What the window says above its pages, with what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from voiceflow.errors import VoiceFlowError
from voiceflow.events import InterruptedFound
from voiceflow.ui.control import Control
from voiceflow.ui.widgets import button, column, label


class Banner(QFrame):
    """Hidden until it has something to say. `below`: what can be done stands under the words, for long ones."""

    def __init__(self, severity: str, below: bool = False) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setProperty("severity", severity)
        self._title, self._hint = label(bold=True), label(kind="muted")
        self._box = QHBoxLayout()
        self._box.setSpacing(8)
        whole = QVBoxLayout(self) if below else QHBoxLayout(self)
        whole.setContentsMargins(16, 10, 12, 10)
        whole.setSpacing(8)
        whole.addLayout(column(self._title, self._hint), 1)
        whole.addLayout(self._box)
        if below:
            self._box.addStretch(1)
        self.hide()

    def say(self, title: str, hint: str = "") -> None:
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.setAccessibleName(title)
        self.setAccessibleDescription(hint)
        self.show()

    def offer(self, text: str, do: Callable[[], object], primary: bool = False) -> QWidget:
        made = button(text, do, primary)
        self.add(made)
        return made

    def add(self, widget: QWidget) -> None:
        """Beside the buttons, in the order in which they come."""
        stretch = self._box.itemAt(self._box.count() - 1)
        at = self._box.count() - 1 if stretch and stretch.spacerItem() else self._box.count()
        self._box.insertWidget(at, widget)


class InterruptedBanner(Banner):
    """What a crash left is transcribed into the history when the user wants it; nothing is inserted."""

    show_history = Signal()

    def __init__(self, control: Control) -> None:
        super().__init__("warning")
        self._control = control
        self._waiting: list[str] = []
        self._failed: VoiceFlowError | None = None
        self._transcribe = self.offer(self.tr("Transcribe"), self._next, primary=True)
        self._later = self.offer(self.tr("Later"), self.hide)

    def found(self, event: InterruptedFound) -> None:
        self._waiting = list(event.dictation_ids)
        self._allow(True)
        count = len(self._waiting)
        many = self.tr("{count} dictations were interrupted by a crash").format(count=count)
        title = self.tr("1 dictation was interrupted by a crash") if count == 1 else many
        self.say(title, self.tr("The sound is kept. Its text goes into the history only."))

    def _next(self) -> None:
        if not self._waiting:
            self._end()
            return
        self._allow(False)
        self.say(self.tr("Transcribing… {count} to go").format(count=len(self._waiting)))
        dictation_id = self._waiting[0]
        self._control.work.run(lambda: self._control.core.recognize_again(dictation_id), self._done, self._stop)

    def _done(self, _: object) -> None:
        self._waiting.pop(0)
        self._next()

    def _stop(self, error: VoiceFlowError) -> None:
        self._allow(True)
        self._control.tell(error)
        self.say(error.title, error.hint)

    def _end(self) -> None:
        self.hide()
        self.show_history.emit()

    def _allow(self, allowed: bool) -> None:
        self._transcribe.setVisible(allowed)
        self._later.setVisible(allowed)
