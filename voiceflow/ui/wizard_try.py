"""Fourth step: a dictation, and where it arrives."""

from PySide6.QtWidgets import QLabel, QPlainTextEdit

from voiceflow.events import Delivered, Notice, StateChanged
from voiceflow.ui import icons
from voiceflow.ui.conditions import Condition, word
from voiceflow.ui.control import Control
from voiceflow.ui.widgets import Card, label, row
from voiceflow.ui.wizard_page import WizardPage

_ICON = 26
_NOTICED_S = 0.1
"""A tenth of a second is felt as no wait at all (Nielsen, Usability Engineering, 5.5)."""
_WAITED_FOR = ("recognition", "rules", "cleanup", "history", "receipt")
"""From the key going up to the text in the window."""


class TryPage(WizardPage):
    def __init__(self, control: Control) -> None:
        super().__init__(
            control,
            self.tr("Try it"),
            self.tr("Hold the key, say a sentence, let go. It arrives where the cursor is, here as in any program."),
        )
        self.arrived = False
        self._problem = ""
        self._build()
        control.changed.connect(self._refresh)

    def enter(self) -> None:
        self._problem = ""
        self._say("")
        self._refresh()

    def on_settings(self) -> None:
        self._refresh()

    def on_state(self, event: StateChanged) -> None:
        if event.state.value == Condition.STARTING:
            self._problem = ""
            self._say("")
            self.field.setFocus()

    def on_delivered(self, event: Delivered) -> None:
        if event.state == "done" and event.way == "clipboard":
            self._say(self.tr("The text is on the clipboard: paste it where you want it."), "muted")
        elif event.state == "done" and event.text:
            self.arrived = True
            waited_s = sum(event.stages_ms.get(name, 0.0) for name in _WAITED_FOR) / 1000
            told = self.tr("There it is, {seconds} s after you let go.").format(seconds=f"{waited_s:.1f}")
            self._say(told if waited_s >= _NOTICED_S else self.tr("There it is, the moment you let go."), "good")
        elif event.state == "cancelled":
            self._say(self.tr("Cancelled: nothing was inserted."), "muted")
        elif not self._problem:
            again = self.tr("No speech was heard. Hold {key} the whole time while you speak, and try again.")
            self._say(again.format(key=self.control.key), "error")

    def on_notice(self, notice: Notice) -> None:
        if notice.dictation_id:
            self._problem = f"{notice.title}. {notice.hint}".strip()
            self._say(self._problem, "error")

    def _build(self) -> None:
        card = Card(self.tr("Try it"))
        self._icon, self._word = QLabel(), label(bold=True)
        self._icon.setFixedSize(_ICON, _ICON)
        self.field = QPlainTextEdit()
        self.field.setAccessibleName(self.tr("Try it here"))
        self.field.setTabChangesFocus(True)
        self.field.setMinimumHeight(84)
        self.told = label()
        line = row(self._icon, self._word)
        line.setStretch(1, 1)
        card.rows.addLayout(line)
        card.rows.addWidget(self.field, 1)
        card.rows.addWidget(self.told)
        self.rows.addWidget(card, 1)
        self.first = self.field

    def _refresh(self) -> None:
        now, key = self.control.condition, self.control.key
        self._icon.setPixmap(icons.icon(now.icon).pixmap(_ICON, _ICON))
        self._icon.setAccessibleName(word(now))
        ready = self.tr("Ready: hold {key} and speak").format(key=key)
        self._word.setText(ready if now is Condition.IDLE else word(now))
        self.field.setPlaceholderText(self.tr("Hold {key} and say: this is my first dictation.").format(key=key))

    def _say(self, text: str, kind: str = "muted") -> None:
        self.told.setObjectName(kind)
        self.told.style().polish(self.told)
        self.told.setText(text)
        self.told.setVisible(bool(text))
