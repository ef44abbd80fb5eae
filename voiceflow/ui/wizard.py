"""The first start: microphone, key, model, a first dictation, what to know. Each step may be skipped, and what was
chosen holds at once, so that closing it halfway loses nothing."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from voiceflow.errors import VoiceFlowError
from voiceflow.ui.bridge import Bridge
from voiceflow.ui.choices import Choices
from voiceflow.ui.control import Control
from voiceflow.ui.stylesheet import stylesheet
from voiceflow.ui.theme import Colours
from voiceflow.ui.widgets import MARGIN, SPACING, button, label, row
from voiceflow.ui.wizard_done import DonePage
from voiceflow.ui.wizard_key import KeyPage
from voiceflow.ui.wizard_memory import FirstStart
from voiceflow.ui.wizard_microphone import MicrophonePage
from voiceflow.ui.wizard_model import ModelPage
from voiceflow.ui.wizard_page import WizardPage
from voiceflow.ui.wizard_try import TryPage


class Wizard(QWidget):
    """`over` when it was finished, skipped or closed. A download that it began goes on without it."""

    over = Signal()

    def __init__(self, control: Control, choices: Choices, colours: Colours, has_tray: Callable[[], bool]) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("sky")
        self.setWindowTitle(self.tr("VoiceFlow: first steps"))
        self.setMinimumSize(600, 480)
        self.resize(700, 610)
        self._control = control
        self._memory: FirstStart | None = None
        self.microphone = MicrophonePage(control, choices, colours)
        self.key, self.model = KeyPage(control), ModelPage(control)
        self.try_it, self.done = TryPage(control), DonePage(control, has_tray)
        self.pages: list[WizardPage] = [self.microphone, self.key, self.model, self.try_it, self.done]
        self._build()
        self.set_colours(colours)
        control.installing.progress.connect(self._on_progress)
        control.installing.ended.connect(self._on_end)

    def connect_to(self, bridge: Bridge) -> None:
        bridge.settings.connect(lambda _: self._tell("on_settings"))
        bridge.state.connect(lambda event: self._tell("on_state", event))
        bridge.delivered.connect(lambda event: self._tell("on_delivered", event))
        bridge.notice.connect(lambda event: self._tell("on_notice", event))

    def set_colours(self, colours: Colours) -> None:
        self.setStyleSheet(stylesheet(colours))
        for page in self.pages:
            page.set_colours(colours)

    def open(self, memory: FirstStart) -> None:
        """Where it was left, or from the beginning."""
        self._memory = memory
        if not self.isVisible():
            self.show()
            self._go_to(min(memory.page, len(self.pages) - 1))
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def set_reduced_motion(self, less: bool) -> None:
        self.microphone.wave.reduced_motion = less

    @property
    def page(self) -> WizardPage:
        return self.pages[self._stack.currentIndex()]

    def closeEvent(self, event: QCloseEvent) -> None:
        self.page.leave()
        super().closeEvent(event)
        if self._memory:
            self._memory.over(self._control)
            self._memory = None
            self.over.emit()

    def _build(self) -> None:
        self._step = label(kind="muted")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(self.tr("Progress of the first steps"))
        self._bar.setRange(0, len(self.pages))
        self._stack = QStackedWidget()
        for page in self.pages:
            self._stack.addWidget(_scrolling(page))
        self._download = label(kind="muted")
        self._skip = button(self.tr("Skip all"), self.close)
        self._skip.setAccessibleDescription(self.tr("Ends the first steps; what you have chosen holds"))
        self._back = button(self.tr("Back"), lambda: self._go_to(self._stack.currentIndex() - 1))
        self._next = button("", self._go_on, primary=True)
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN + 8, MARGIN, MARGIN + 8, 0)
        head.addWidget(self._step)
        head.addWidget(self._bar)
        foot: QHBoxLayout = row(self._skip, self._download, self._back, self._next)
        foot.setStretch(1, 1)
        foot.setContentsMargins(MARGIN + 8, 0, MARGIN + 8, MARGIN)
        foot.setSpacing(SPACING)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACING)
        rows.addLayout(head)
        rows.addWidget(self._stack, 1)
        rows.addLayout(foot)
        QShortcut(QKeySequence("Escape"), self, self._escape)
        QShortcut(QKeySequence.StandardKey.Back, self, lambda: self._go_to(self._stack.currentIndex() - 1))
        QShortcut(QKeySequence.StandardKey.Forward, self, lambda: self._go_to(self._stack.currentIndex() + 1))

    def _escape(self) -> None:
        """While somebody dictates it cancels that, and only that."""
        if not self._control.condition.active:
            self.close()

    def _go_on(self) -> None:
        if self._stack.currentIndex() == len(self.pages) - 1:
            self.close()
        else:
            self._go_to(self._stack.currentIndex() + 1)

    def _go_to(self, number: int) -> None:
        if not 0 <= number < len(self.pages):
            return
        self.page.leave()
        self._stack.setCurrentIndex(number)
        last = number == len(self.pages) - 1
        self._step.setText(self.tr("Step {number} of {count}").format(number=number + 1, count=len(self.pages)))
        self._bar.setValue(number + 1)
        self._back.setEnabled(number > 0)
        self._skip.setVisible(not last)
        self._next.setText(self.tr("Start using VoiceFlow") if last else self.tr("Next"))
        self._next.setAccessibleName(self._next.text())
        self.page.enter()
        (self.page.first or self._next).setFocus()
        if self._memory:
            self._memory.reached(number, self._control)

    def _tell(self, name: str, *event: Any) -> None:
        if self.isVisible():
            getattr(self.page, name)(*event)

    def _on_progress(self, done_bytes: int, total_bytes: int, _rate: float) -> None:
        percent = 100 * done_bytes // total_bytes if total_bytes else 0
        name = self._control.installing.running
        self._download.setText(self.tr("The model {name} comes: {percent} %").format(name=name, percent=percent))

    def _on_end(self, error: VoiceFlowError | None) -> None:
        self._download.setText(self.tr("The model did not come") if error else self.tr("The model is here and used"))


def _scrolling(page: WizardPage) -> QScrollArea:
    """Long translations and large letters have room in a small window, too."""
    area = QScrollArea(widgetResizable=True)
    area.setAccessibleName(page.accessibleName())
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
