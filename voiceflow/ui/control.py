"""What people can do with dictation, and what it does now: one place for tray and window."""

from PySide6.QtCore import QObject, Signal, Slot

from voiceflow.core import Core
from voiceflow.errors import VoiceFlowError
from voiceflow.events import Delivered, Notice, State, StateChanged
from voiceflow.ui.bridge import Bridge
from voiceflow.ui.conditions import Condition, condition
from voiceflow.ui.installing import Installing
from voiceflow.ui.notices import Notices, from_error
from voiceflow.ui.work import Work

LASTING = {"history.damaged"}
"""What does not pass by itself, and can be cured while dictation runs."""


class Control(QObject):
    """On the UI thread; `ready` once dictation runs."""

    changed = Signal()
    ready = Signal()

    def __init__(self, core: Core, bridge: Bridge, notices: Notices, work: Work) -> None:
        super().__init__()
        self.core, self.notices, self.work = core, notices, work
        self.trouble: VoiceFlowError | None = None
        self.installing = Installing(self)
        self._state: State | None = None
        bridge.state.connect(self._on_state)
        bridge.delivered.connect(self._on_delivered)
        bridge.notice.connect(self._on_notice)
        notices.changed.connect(self.changed)

    @property
    def condition(self) -> Condition:
        return condition(self._state, self.trouble is not None or self.notices.problem)

    @property
    def is_ready(self) -> bool:
        return self._state is not None

    @property
    def paused(self) -> bool:
        return self._state is State.PAUSED

    @property
    def key(self) -> str:
        """As people write it: `F9`, `Ctrl+Alt+D`."""
        return "+".join(part.strip().title() for part in self.core.settings.hotkey.key.split("+"))

    def start(self) -> None:
        """Brings dictation up, where it is not; `trouble` says why it did not come, and this may be called again."""
        self.trouble = None
        self.changed.emit()
        if self.core.dictation is None:
            self.work.run(self.core.start_dictation, self._started, self.fail)

    def toggle(self) -> None:
        self._command("toggle")

    def cancel(self) -> None:
        self._command("cancel")

    @Slot(bool)
    def pause(self, paused: bool) -> None:
        if self.core.dictation:
            self.core.dictation.pause(paused)

    def tell(self, error: VoiceFlowError) -> None:
        self.notices.add(from_error(error))

    def _command(self, name: str) -> None:
        try:
            self.core.command(name)
        except VoiceFlowError as error:
            self.tell(error)

    def _started(self, _: object) -> None:
        self._state = self._state or State.IDLE
        self.ready.emit()
        self.changed.emit()

    def fail(self, error: VoiceFlowError) -> None:
        """Dictation does not come up, for this reason."""
        self.trouble = error
        self.tell(error)
        self.changed.emit()

    def _on_notice(self, notice: Notice) -> None:
        """What a dictation that runs can go on with, but not for ever."""
        if notice.code in LASTING:
            self.trouble = VoiceFlowError(notice.code, notice.title, notice.hint)
            self.changed.emit()

    def _on_state(self, event: StateChanged) -> None:
        self._state = event.state
        self.changed.emit()

    def _on_delivered(self, event: Delivered) -> None:
        if event.state == "done":
            self.notices.succeed()
