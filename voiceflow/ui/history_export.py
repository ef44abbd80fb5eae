"""Dictations for other programs, in a file that the user names."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from voiceflow.events import Notice, Severity
from voiceflow.history.export import FORMATS
from voiceflow.history.export_file import write
from voiceflow.history.queries import Numbers
from voiceflow.ui.control import Control
from voiceflow.ui.dictation_words import counted


class HistoryExport(QObject):
    def __init__(self, page: QWidget, control: Control) -> None:
        super().__init__(page)
        self._page, self._control = page, control

    def ask(self, wanted: Numbers) -> None:
        """Where to, and as what."""
        words = {
            "txt": self.tr("Plain text"),
            "md": self.tr("Markdown"),
            "json": self.tr("Everything (JSON)"),
            "csv": self.tr("Table (CSV)"),
            "srt": self.tr("Subtitles (SRT)"),
        }
        filters = {f"{words[kind]} (*.{kind})": kind for kind in FORMATS}
        title = self.tr("Export, not encrypted any more")
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start = str(Path(folder) / "dictations")
        name, chosen = QFileDialog.getSaveFileName(self._page, title, start, ";;".join(filters))
        if name:
            self.write(wanted, Path(name), filters.get(chosen, "txt"))

    def write(self, wanted: Numbers, path: Path, kind: str) -> None:
        """As the file's own ending has it, else with that of `kind` put behind."""
        told = path.suffix.removeprefix(".").lower()
        target = path if told in FORMATS else path.with_name(f"{path.name}.{kind}")
        history = self._control.core.history
        self._control.work.run(
            lambda: write(history, wanted, told if told in FORMATS else kind, target),
            lambda _: self._written(target, len(wanted)),
            self._control.tell,
        )

    def _written(self, path: Path, dictations: int) -> None:
        title = self.tr("Exported to {name}: {dictations}").format(name=path.name, dictations=counted(dictations))
        hint = self.tr("They can be read there by whoever can read that file: {path}").format(path=path)
        self._control.notices.add(Notice(Severity.INFO, "history.exported", title, hint))
