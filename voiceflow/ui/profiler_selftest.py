"""A button that has VoiceFlow listen to itself, and what it heard."""

from PySide6.QtWidgets import QProgressBar, QVBoxLayout

from voiceflow.errors import VoiceFlowError
from voiceflow.metrics.figures import STEPS
from voiceflow.selftest import SENTENCES, Spoken, run
from voiceflow.ui.control import Control
from voiceflow.ui.profiler_words import duration, number, stage_word
from voiceflow.ui.widgets import Card, button, label, row


class SelfTestCard(Card):
    def __init__(self, control: Control) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Self-test"))
        self._control = control
        self._spoken: list[Spoken] = []
        self.start = button(self.tr("Run the self-test"), self._run)
        self._progress = QProgressBar(maximum=len(SENTENCES), textVisible=False)
        self._progress.setAccessibleName(self.tr("Self-test"))
        self._progress.hide()
        self.note = label(self._about(), kind="muted")
        self._results = QVBoxLayout()
        title = row(label(self.tr("Self-test"), bold=True), None, self.start)
        self.rows.addLayout(title)
        for part in (self.note, self._progress):
            self.rows.addWidget(part)
        self.rows.addLayout(self._results)

    @property
    def results(self) -> list[Spoken]:
        return list(self._spoken)

    def _about(self) -> str:
        return self.tr(
            "The installed voice speaks three sentences, the model recognizes them through the whole path, and the "
            "words are compared. Nothing is heard, inserted or kept."
        )

    def _run(self) -> None:
        while item := self._results.takeAt(0):
            if line := item.widget():
                line.deleteLater()
        self._spoken = []
        self.start.setEnabled(False)
        self._progress.setValue(0)
        self._progress.show()
        self.note.setText(self.tr("VoiceFlow speaks to itself…"))
        self._control.work.run(self._listen, self._done, self._failed)

    def _listen(self) -> None:
        """On a thread of its own."""
        for spoken in run(self._control.core):
            self._control.work.tell(self._on_spoken, spoken)

    def _on_spoken(self, spoken: Spoken) -> None:
        self._spoken.append(spoken)
        self._progress.setValue(len(self._spoken))
        sign = "✓" if spoken.passed else "✗"
        share = self.tr("{percent} % of the words").format(percent=number(100 * spoken.words))
        times = ", ".join(f"{stage_word(name)} {duration(spoken.stages_ms[name])}"
                          for name in STEPS if name in spoken.stages_ms)  # fmt: skip
        self._results.addWidget(label(f"{sign} {share}: {spoken.text}"))
        self._results.addWidget(label(times, kind="muted", scale=0.9))

    def _done(self, _: object) -> None:
        passed = all(spoken.passed for spoken in self._spoken)
        self._end(self.tr("Dictation works.") if passed else self.tr("Words were lost. Try a larger model."))

    def _failed(self, error: VoiceFlowError) -> None:
        self._control.tell(error)
        self._end(str(error))

    def _end(self, note: str) -> None:
        self.start.setEnabled(True)
        self._progress.hide()
        self.note.setText(note)
