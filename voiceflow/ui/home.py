"""The first page: what VoiceFlow does now, with what, and a field to try it in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from voiceflow.events import ModelChanged
from voiceflow.ui import icons
from voiceflow.ui.choices import Choices
from voiceflow.ui.choosers import Chooser
from voiceflow.ui.conditions import Condition, word
from voiceflow.ui.control import Control
from voiceflow.ui.recommendation import RecommendationCard
from voiceflow.ui.translation import message
from voiceflow.ui.widgets import MARGIN, SPACING, Card, button, column, label, row

_ICON = 52


class HomePage(QWidget):
    def __init__(self, control: Control, choices: Choices) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(self.tr("Home"))
        self._control, self._choices = control, choices
        self.recommendation = RecommendationCard(control)
        self.recommendation.installed.connect(self._look_for_models)
        inside = QWidget()
        inside.setObjectName("rooms")
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        rows.setSpacing(SPACING + 4)
        for card in (self._state_card(), self._parts_card(), self.recommendation):
            rows.addWidget(card)
        rows.addWidget(self._try_card(), 1)
        area = QScrollArea(widgetResizable=True)  # with a banner above it a small window has no room for all
        area.setAccessibleName(self.accessibleName())
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        control.changed.connect(self._refresh)
        self.on_settings()
        self.on_model(control.core.status.model)

    def on_settings(self) -> None:
        self._microphone.show_only(self._control.core.settings.audio.device or self._default_microphone())
        self._look_for_models()
        self.recommendation.refresh()
        self._refresh()

    def on_model(self, event: ModelChanged) -> None:
        runs_on = " · ".join(part for part in (event.device.upper(), event.compute_type) if part)
        self._model_note.setText(
            {
                "loading": self.tr("Loading…"),
                "loaded": self.tr("In memory, on {device}").format(device=runs_on),
                "unloaded": self.tr("Is loaded when you speak"),
                "failed": self.tr("Could not be loaded"),
            }.get(event.state, "")
            + (f". {message(event.reason)}" if event.reason else "")
        )

    def _state_card(self) -> Card:
        card = Card(self.tr("State"))
        self._icon = QLabel()
        self._icon.setFixedSize(_ICON, _ICON)
        self._word = label(scale=1.6, bold=True)
        self._hint = label(kind="muted")
        self._toggle = button("", self._control.toggle, primary=True)
        self._cancel = button(self.tr("Cancel"), self._control.cancel)
        self._go_on = button(self.tr("Go on"), lambda: self._control.pause(False), primary=True)
        line = row(self._icon)
        line.setSpacing(16)
        line.addLayout(column(self._word, self._hint), 1)
        for each in (self._cancel, self._toggle, self._go_on):
            line.addWidget(each)
        card.rows.addLayout(line)
        return card

    def _parts_card(self) -> Card:
        card = Card(self.tr("Microphone and model"))
        self._microphone = Chooser(self.tr("Microphone"))
        self._model = Chooser(self.tr("Speech model"))
        self._model_note = label(self.tr("Is loaded when you speak"), kind="muted")
        control, choices = self._control, self._choices
        self._microphone.wanted.connect(self._look_for_microphones)
        self._microphone.chosen.connect(lambda name: choices.choose_microphone(name, control.tell))
        self._model.wanted.connect(self._look_for_models)
        self._model.chosen.connect(lambda name: choices.choose_model(name, control.tell))
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(SPACING)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for line, chooser in enumerate((self._microphone, self._model)):
            name = label(chooser.accessibleName())
            name.setBuddy(chooser)
            grid.addWidget(name, line, 0)
            grid.addWidget(chooser, line, 1)
        grid.addWidget(self._model_note, 1, 2)
        card.rows.addLayout(grid)
        return card

    def _try_card(self) -> Card:
        card = Card(self.tr("Try it here"))
        self.try_field = QPlainTextEdit()
        self.try_field.setAccessibleName(self.tr("Try it here"))
        self.try_field.setTabChangesFocus(True)
        self.try_field.setMinimumHeight(72)
        card.rows.addWidget(label(self.tr("Try it here"), bold=True))
        card.rows.addWidget(self.try_field, 1)
        return card

    def _default_microphone(self) -> str:
        return self.tr("The system's default")

    def _look_for_microphones(self) -> None:
        self._choices.microphones(
            self._default_microphone(),
            self._microphone.offer,
            lambda error: self._microphone.give_up(self._control, error),
        )

    def _look_for_models(self) -> None:
        self._choices.models(self._model.offer, lambda _: self._model.show_only(self.tr("None is installed")))

    def _refresh(self) -> None:
        control, now = self._control, self._control.condition
        self._icon.setPixmap(icons.icon(now.icon).pixmap(_ICON, _ICON))
        self._icon.setAccessibleName(word(now))
        self._word.setText(word(now))
        self._hint.setText(self._sentence(now))
        self._toggle.setText(self.tr("Stop and insert") if now.active else self.tr("Start dictation"))
        self._toggle.setAccessibleName(self._toggle.text())
        self._toggle.setVisible(control.is_ready and not control.paused)
        self._go_on.setVisible(control.paused)
        self._cancel.setVisible(now.cancellable)
        self.try_field.setPlaceholderText(self.tr("Click here, hold {key} and speak.").format(key=control.key))

    def _sentence(self, now: Condition) -> str:
        key = self._control.key
        if now is Condition.PROBLEM:
            told = next(iter(self._control.notices), None)
            return told.notice.title if told else ""
        return {
            Condition.LOADING: self.tr("The history is opened and the key is taken."),
            Condition.IDLE: self.tr("Hold {key} and speak. Let go, and the words stand where your cursor is."),
            Condition.STARTING: self.tr("The microphone opens."),
            Condition.LISTENING: self.tr("Release {key}, and the words are inserted. Esc cancels."),
            Condition.FINISHING: self.tr("The last words are recognized."),
            Condition.PAUSED: self.tr("{key} does nothing until you go on."),
        }[now].format(key=key)
