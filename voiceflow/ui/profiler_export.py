"""The numbers for other programs, in a file that the user names."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from voiceflow.errors import VoiceFlowError
from voiceflow.events import Notice, Severity
from voiceflow.metrics.exporters import EXPORTERS
from voiceflow.metrics.view import View
from voiceflow.ui.control import Control

Exporter = Callable[[View], str]


class Export(QObject):
    def __init__(self, page: QWidget, control: Control) -> None:
        super().__init__(page)
        self._page, self._control = page, control

    def ask(self, view: View | None) -> None:
        """Where to, then writes it beside the UI thread. None as view: nothing is measured yet."""
        if view is None:
            return
        words = {
            "json": self.tr("Everything (JSON)"),
            "csv": self.tr("Dictations as a table (CSV)"),
            "prom": self.tr("Prometheus text"),
            "trace.json": self.tr("Chrome trace, for Perfetto"),
        }
        filters = {f"{words[ending]} (*.{ending})": ending for ending in EXPORTERS}
        title = self.tr("Export the measurements")
        name, chosen = QFileDialog.getSaveFileName(self._page, title, "voiceflow-metrics", ";;".join(filters))
        if name:
            self.write(view, Path(name), filters.get(chosen, "json"))

    def write(self, view: View, path: Path, ending: str) -> None:
        """As the file's own ending has it, else with `ending` put behind."""
        told = next((each for each in sorted(EXPORTERS, key=len, reverse=True) if path.name.endswith(f".{each}")), "")
        target = path if told else path.with_name(f"{path.name}.{ending}")
        self._control.work.run(
            lambda: _write(target, EXPORTERS[told or ending], view), self._written, self._control.tell
        )

    def _written(self, path: Path) -> None:
        title = self.tr("The measurements are in {name}").format(name=path.name)
        hint = self.tr("They hold no dictated text. {path}").format(path=path)
        self._control.notices.add(Notice(Severity.INFO, "metrics.exported", title, hint))
        self._page.setStatusTip(title)


def _write(path: Path, exporter: Exporter, view: View) -> Path:
    try:
        path.write_text(exporter(view), encoding="utf-8")
    except OSError as error:
        title = f"{path} cannot be written ({error.strerror})"
        raise VoiceFlowError("metrics.not_written", title, "Choose a folder of your own with room in it") from error
    return path
