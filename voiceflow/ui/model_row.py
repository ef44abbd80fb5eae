"""One model: what it is, where it is, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar

from voiceflow.engines.models import ModelEntry, ModelState
from voiceflow.errors import VoiceFlowError
from voiceflow.ui.model_words import facts, progress_words
from voiceflow.ui.models_shelf import removable
from voiceflow.ui.widgets import Card, button, column, label, row


class ModelRow(Card):
    install, cancel, use, remove = Signal(), Signal(), Signal(), Signal()

    def __init__(self, entry: ModelEntry) -> None:
        super().__init__(entry.name)
        self.entry = entry
        self.running = False
        self.rows.setContentsMargins(16, 12, 16, 12)
        self.rows.setSpacing(4)
        self._badge, self._facts, self._error = label(kind="good"), label(kind="muted"), label(kind="error")
        self._install = button("", self.install.emit)
        self._use = button(self.tr("Use"), self.use.emit, primary=True)
        self._remove = button(self.tr("Remove…"), self.remove.emit)
        self._cancel = button(self.tr("Cancel"), self.cancel.emit)
        self._cancel.setAccessibleName(self.tr("Cancel the download of {name}").format(name=entry.name))
        self._use.setAccessibleName(self.tr("Use {name}").format(name=entry.name))
        self._remove.setAccessibleName(self.tr("Remove {name}").format(name=entry.name))
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(self.tr("Download of {name}").format(name=entry.name))
        name = label(entry.name, bold=True)
        name.setWordWrap(False)
        head = row(name, self._badge)
        head.setStretch(1, 1)
        said = column(self._facts)
        said.insertLayout(0, head)
        line = row(self._use, self._install, self._cancel, self._remove)
        line.insertLayout(0, said, 1)
        self.rows.addLayout(line)
        for part in (self._bar, self._error):
            self.rows.addWidget(part)
        self._error.hide()

    def show_entry(self, entry: ModelEntry, badges: list[str], used: bool, busy: bool) -> None:
        """`busy`: another model is on its way, and one at a time comes."""
        self.entry = entry
        self._badge.setText(" · ".join(badges))
        words = {
            ModelState.PARTIAL: self.tr("Go on…"),
            ModelState.DAMAGED: self.tr("Install again…"),
        }
        self._install.setText(words.get(entry.state, self.tr("Install…")))
        self._install.setAccessibleName(f"{self._install.text()} {entry.name}")
        self._install.setEnabled(not busy)
        self._bar.setVisible(self.running)
        self._cancel.setVisible(self.running)
        self._install.setVisible(not self.running and not entry.usable)
        self._use.setVisible(not self.running and entry.usable and not used)
        self._remove.setVisible(not self.running and removable(entry))
        if not self.running:
            self._facts.setText(facts(entry))
        self.setAccessibleDescription(f"{self._badge.text()} {facts(entry)}".strip())

    def start(self) -> None:
        self.running = True
        self._error.hide()
        self._bar.setRange(0, 0)
        self._facts.setText(self.tr("Connecting…"))

    def show_progress(self, done_bytes: int, total_bytes: int, rate: float) -> None:
        self._bar.setRange(0, 1000)
        self._bar.setValue(round(1000 * done_bytes / total_bytes) if total_bytes else 0)
        self._facts.setText(progress_words(done_bytes, total_bytes, rate))

    def end(self, error: str) -> None:
        self.running = False
        self._error.setText(error)
        self._error.setVisible(bool(error))

    def fail(self, error: VoiceFlowError) -> None:
        self.end(str(error))

    def matches(self, words: list[str]) -> bool:
        said = f"{self.entry.name} {facts(self.entry)} {self._badge.text()}".lower()
        return all(word in said for word in words)
