"""Second step: the key, and that it is seen when it is pressed."""

import time

from voiceflow.errors import VoiceFlowError
from voiceflow.events import Delivered, State, StateChanged
from voiceflow.settings_keys import key
from voiceflow.ui.control import Control
from voiceflow.ui.key_recorder import KeyEditor
from voiceflow.ui.settings_changes import Changes
from voiceflow.ui.widgets import Card, label, row
from voiceflow.ui.wizard_page import WizardPage

_KEY = "hotkey.key"


class KeyPage(WizardPage):
    """A press is watched by what watches it always, and begins no dictation here."""

    def __init__(self, control: Control) -> None:
        super().__init__(
            control,
            self.tr("Your key"),
            self.tr("You hold this key while you speak, in any program. Press it now to see that it works."),
        )
        self.seen = False
        self._since_s = 0.0
        self._trying: set[str] = set()
        self._changes = Changes(control)
        self._changes.settled.connect(self._on_settled)
        self._build()
        control.changed.connect(self._refresh)

    def enter(self) -> None:
        self.seen, self._since_s = False, 0.0
        self.editor.show_value(self.control.core.settings.hotkey.key)
        self._refresh()

    def on_settings(self) -> None:
        self.editor.show_value(self.control.core.settings.hotkey.key)
        self._refresh()

    def on_state(self, event: StateChanged) -> None:
        """What is dictated while another window has the focus is no trial."""
        if event.state is State.STARTING and self.window().isActiveWindow():
            if event.dictation_id:
                self._trying.add(event.dictation_id)
            self.seen = True
            self.control.cancel()
            self._refresh()

    def on_delivered(self, event: Delivered) -> None:
        """A key that was tried is no dictation: nothing of it stays in the history."""
        if event.dictation_id in self._trying:
            self._trying.discard(event.dictation_id)
            history = self.control.core.history
            self.control.work.run(
                lambda: history.delete(event.dictation_id).result(), lambda _: None, self.control.tell
            )

    def _build(self) -> None:
        card = Card(self.tr("Your key"))
        self.cap = label(scale=1.7, bold=True)
        self.cap.setObjectName("keycap")
        self.cap.setWordWrap(False)
        self.told, self.error = label(), label(kind="error")
        line = row(self.cap, self.told)
        line.setSpacing(18)
        line.setStretch(1, 1)
        card.rows.addLayout(line)
        card.rows.addWidget(self.error)
        other = Card(self.tr("Another key"))
        other.rows.addWidget(label(other.accessibleName(), bold=True))
        other.rows.addWidget(
            label(
                self.tr("Choose one that you use for nothing else, such as a function key or a modifier at the right."),
                kind="muted",
            )
        )
        self.editor = KeyEditor(key(_KEY), self.control)
        self.editor.setAccessibleName(self.tr("Another key"))
        self.editor.changed.connect(self._choose)
        self.editor.record.toggled.connect(lambda _: self._refresh())
        other.rows.addWidget(self.editor)
        self.rows.addWidget(card)
        self.rows.addWidget(other)
        self.rows.addStretch(1)

    def _choose(self, value: str) -> None:
        self.seen, self._since_s = False, time.time()
        self._show_error("")
        self._changes.make(_KEY, value)

    def _on_settled(self, _: str, error: VoiceFlowError | None) -> None:
        self.editor.show_value(self.control.core.settings.hotkey.key)
        self._refresh()
        if error:
            self._show_error(str(error))

    def _refresh(self) -> None:
        self.cap.setText(self.control.key)
        self.cap.setAccessibleName(self.tr("The key is {key}").format(key=self.control.key))
        kind = "good" if self.seen else "muted"
        self.told.setObjectName(kind)
        self.told.style().polish(self.told)
        self.told.setText(self._sentence())
        self._show_error("" if self.seen else self._trouble())

    def _sentence(self) -> str:
        if self.seen:
            return self.tr("Seen: VoiceFlow knows when you press {key}.").format(key=self.control.key)
        if self._trouble():
            return ""
        if not self.control.is_ready:
            return self.tr("A moment: VoiceFlow is getting ready.")
        if self.control.paused and not self.editor.record.isChecked():
            return self.tr("The key is paused: the tray's menu lets it go on.")
        return self.tr("Press {key} now.").format(key=self.control.key)

    def _trouble(self) -> str:
        """Why the key cannot be had, and the cure."""
        if trouble := self.control.trouble:
            return str(trouble)
        told = [each for each in self.control.notices if each.notice.code.startswith("hotkey.")]
        return next((f"{each.notice.title}. {each.notice.hint}" for each in told if each.at_s > self._since_s), "")

    def _show_error(self, text: str) -> None:
        self.error.setText(text)
        self.error.setVisible(bool(text))
