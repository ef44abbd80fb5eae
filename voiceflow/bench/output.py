"""The folder that a run writes into: `results.json` after every part, the reports and plots at its end. The last run's
`results.json` stays as `results.earlier.json`; of its plots those go that the new report does not name."""

import logging
import shutil
import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Self

from voiceflow.bench import report_html, report_markdown, results
from voiceflow.bench.plots import is_own, svg, svg_name
from voiceflow.bench.results import Results
from voiceflow.errors import VoiceFlowError
from voiceflow.installation import cure_of_missing

log = logging.getLogger(__name__)

_EXTRA = ("jiwer", "matplotlib", "scipy")
_LEAST_FREE_BYTES = 50_000_000
"""Raw samples of a full run take some 20 MB, reports and plots 5 MB."""


def need_extra() -> None:
    missing = [name for name in _EXTRA if find_spec(name) is None]
    if missing:
        title = f"The performance suites need {' and '.join(missing)}"
        raise VoiceFlowError("bench.no_extra", title, cure_of_missing("bench"))


@dataclass(slots=True)
class Output:
    """`earlier` is what this run is set beside."""

    folder: Path
    raw: bool = False
    earlier: Results | None = None
    troubled: bool = False

    @classmethod
    def checked(cls, folder: Path, raw: bool = False, earlier: Path | None = None) -> Self:
        """`VoiceFlowError`: the folder takes nothing, or there are no results to compare with."""
        compared = results.read(earlier) if earlier else None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder) as probe:
                probe.write(b"0")
            free_bytes = shutil.disk_usage(folder).free
            if (folder / "results.json").exists():
                (folder / "results.json").replace(folder / "results.earlier.json")
        except OSError as error:
            raise _not_written(folder, error) from error
        if free_bytes < _LEAST_FREE_BYTES:
            title = f'"{folder}" has only {free_bytes / 1e6:.0f} MB left'
            raise VoiceFlowError("bench.no_room", title, "Make room, or choose another folder with --output-dir")
        return cls(folder, raw, compared)

    def keep(self, found: Results) -> str:
        """What there is so far. A disk that is full meanwhile does not end the run: it is told once."""
        try:
            results.write(found, self.folder / "results.json", raw=self.raw)
        except OSError as error:
            told, self.troubled = self.troubled, True
            return "" if told else str(_not_written(self.folder, error))
        self.troubled = False
        return ""

    def finish(self, found: Results) -> Path:
        """Where it was written: among temporary files if the folder takes no more. `VoiceFlowError`: not there, too."""
        try:
            self._all(found, self.folder)
            return self.folder
        except OSError as error:
            log.warning("%s", _not_written(self.folder, error))
        elsewhere = Path(tempfile.mkdtemp(prefix="voiceflow-bench-results-"))
        try:
            self._all(found, elsewhere)
        except OSError as error:
            raise _not_written(elsewhere, error) from error
        return elsewhere

    def _all(self, found: Results, folder: Path) -> None:
        results.write(found, folder / "results.json", raw=self.raw)
        drawn = {folder / "plots" / svg_name(part, plot): plot for part in found.parts for plot in part.plots}
        for file, plot in drawn.items():
            file.parent.mkdir(exist_ok=True)
            file.write_text(svg(plot), encoding="utf-8")
        (folder / "report.md").write_text(report_markdown.written(found, self.earlier), encoding="utf-8")
        (folder / "report.html").write_text(report_html.written(found, self.earlier), encoding="utf-8")
        for file in (folder / "plots").glob("*.svg"):
            if file not in drawn and is_own(file):
                file.unlink()


def _not_written(folder: Path, error: OSError) -> VoiceFlowError:
    title = f'"{folder}" takes no results ({error.strerror or type(error).__name__})'
    return VoiceFlowError("bench.not_written", title, "Choose another folder with --output-dir")
