"""The better model for this machine: why, and one button to get it."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar

from voiceflow.engines.models import ModelEntry
from voiceflow.errors import VoiceFlowError
from voiceflow.ui.control import Control
from voiceflow.ui.model_words import progress_words, size_words
from voiceflow.ui.question import agreed
from voiceflow.ui.translation import message
from voiceflow.ui.widgets import Card, button, label, row


@dataclass(frozen=True, slots=True)
class Advice:
    """`entry` is what this machine should have, `used` what it has."""

    entry: ModelEntry
    reason: str
    used: str
    better: bool


class RecommendationCard(Card):
    """Hidden unless there is something better to have. `installed` when there is a new model. `found` carries the
    `Advice` that was looked up."""

    installed = Signal()
    found = Signal(object)

    def __init__(self, control: Control) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Recommended model"))
        self._control = control
        self._advice: Advice | None = None
        self._asked = False
        self._installing = control.installing
        self._installing.progress.connect(self._on_progress)
        self._installing.ended.connect(self._on_end)
        self._title, self._text, self._error = label(bold=True), label(kind="muted"), label(kind="error")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(self.tr("Download"))
        self._install = button(self.tr("Install…"), self._ask, primary=True)
        self._cancel = button(self.tr("Cancel the download"), self._installing.cancel)
        for part in (self._title, self._text, self._bar, self._error):
            self.rows.addWidget(part)
        self.rows.addLayout(row(self._install, self._cancel, None))
        self.hide()

    def refresh(self) -> None:
        if not self._installing.running:
            self._control.work.run(lambda: advice(self._control), self._show, lambda _: self.hide())

    def _show(self, found: Advice) -> None:
        self._advice = found
        name, size = found.entry.name, size_words(found.entry.size_bytes, 0)
        self._title.setText(self.tr("Recommended: the model {name}").format(name=name))
        now = self.tr("Now: {used}.").format(used=found.used) if found.used else self.tr("No model is installed.")
        reason = message(found.reason)
        self._text.setText(f"{reason[:1].upper()}{reason[1:]}. {size}. {now}")
        self._set_running(False)
        self._error.hide()
        self.setVisible(found.better)
        self.found.emit(found)

    def _ask(self) -> None:
        if self._advice is None:
            return
        entry = self._advice.entry
        title = self.tr("Download the model {name}?").format(name=entry.name)
        source = self.tr(
            "About {size}, from the model hub (huggingface.co, or the mirror you set up). Licence: {licence}. "
            "Nothing that you say is sent anywhere."
        ).format(size=size_words(entry.size_bytes, 0), licence=entry.licence)
        if agreed(self.window(), title, source, self.tr("Download")) and not self._installing.running:
            self._start(entry.name)

    def _start(self, name: str) -> None:
        self._bar.setRange(0, 0)
        self._text.setText(self.tr("Connecting…"))
        self._error.hide()
        self._set_running(True)
        self._asked = True
        self._installing.start(name)

    def _on_progress(self, done_bytes: int, total_bytes: int, rate: float) -> None:
        """Also of a download that was asked for elsewhere."""
        if self._advice is None or self._installing.running not in ("", self._advice.entry.name):
            return
        self._set_running(True)
        self._bar.setRange(0, 1000)
        self._bar.setValue(round(1000 * done_bytes / total_bytes) if total_bytes else 0)
        self._text.setText(progress_words(done_bytes, total_bytes, rate))

    def _on_end(self, error: VoiceFlowError | None) -> None:
        asked, self._asked = self._asked, False
        self._set_running(False)
        if error is None:
            self.hide()
            self.installed.emit()
            return
        if self._advice:
            self._show(self._advice)
        self._error.setText(str(error))
        self._error.show()
        if asked and error.code != "models.cancelled":
            self._control.tell(error)

    def _set_running(self, running: bool) -> None:
        self._bar.setVisible(running)
        self._cancel.setVisible(running)
        self._install.setVisible(not running)


def advice(control: Control) -> Advice:
    """On a worker."""
    models = control.core.models
    found = models.recommend(models.hardware)
    entry = models.entry(found.model)
    try:
        used = control.core.engines.model_name()
    except VoiceFlowError:
        return Advice(entry, found.reason, "", True)
    rank = next((each.rank for each in models.list() if each.name == used), 0)
    chosen_by_hand = bool(control.core.settings.stt.model) and rank == 0
    return Advice(entry, found.reason, used, not entry.usable and rank < entry.rank and not chosen_by_hand)
