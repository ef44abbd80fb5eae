"""Third step: the model that fits this machine; it comes in the background."""

from voiceflow.errors import VoiceFlowError
from voiceflow.ui.control import Control
from voiceflow.ui.model_words import hardware_words
from voiceflow.ui.recommendation import Advice, RecommendationCard
from voiceflow.ui.widgets import Card, label
from voiceflow.ui.wizard_page import WizardPage

_ENGLISH_ONLY = ".en"
"""How Whisper's models for English alone are called."""


class ModelPage(WizardPage):
    def __init__(self, control: Control) -> None:
        super().__init__(
            control,
            self.tr("The model that understands you"),
            self.tr("Recognition runs on this machine. A larger model hears better and takes more memory and time."),
        )
        self.card = RecommendationCard(control)
        self.card.found.connect(self._show)
        control.installing.ended.connect(self._on_end)
        self._build()

    def enter(self) -> None:
        self.card.refresh()

    def _build(self) -> None:
        now = Card(self.tr("This machine"))
        self.machine, self.told = label(kind="muted"), label()
        now.rows.addWidget(label(now.accessibleName(), bold=True))
        now.rows.addWidget(self.machine)
        now.rows.addWidget(self.told)
        self.rows.addWidget(now)
        self.rows.addWidget(self.card)
        self.rows.addStretch(1)
        self.told.setText(self.tr("A moment: VoiceFlow looks what this machine can do."))

    def _show(self, found: Advice) -> None:
        self.machine.setText(hardware_words(self.control.core.models.hardware))
        self.told.setText(self._sentence(found))

    def _sentence(self, found: Advice) -> str:
        if not found.used:
            return self.tr("No model is here yet, and nothing can be recognized without one.")
        if not found.better:
            return self.tr("{model} is used: nothing better is needed on this machine.").format(model=found.used)
        if self.control.installing.running:
            return self.tr("Go on meanwhile: until it is here, {model} is used.").format(model=found.used)
        if found.used.endswith(_ENGLISH_ONLY):
            return self.tr(
                "You can dictate English right now with {model}, which is small and quick. The recommended one makes "
                "fewer mistakes and knows other languages; while it comes you can go on."
            ).format(model=found.used)
        return self.tr(
            "You can dictate right now with {model}, which is small and quick. The recommended one makes fewer "
            "mistakes; while it comes you can go on."
        ).format(model=found.used)

    def _on_end(self, _: VoiceFlowError | None) -> None:
        if self.isVisible():
            self.card.refresh()
