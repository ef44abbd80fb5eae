"""How far `voiceflow bench` is: a bar with the time left on a terminal, else a line for each part."""

import time
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from voiceflow.bench.units import duration

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from voiceflow.bench.results import Results
    from voiceflow.bench.runner import Progress


class Display:
    """On stderr. `on_progress` and `on_part` come from the thread of the run."""

    def __init__(self) -> None:
        from rich.console import Console

        self._console = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)
        self._open = ExitStack()
        self._bar: Bar | None = None
        self._began_s = time.monotonic()
        self._part = 0

    def __enter__(self) -> Self:
        if self._console.is_terminal:
            from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn

            columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
            bar = Progress(*columns, TextColumn("{task.fields[left]}"), console=self._console, transient=True)
            bar.add_task("preparing", total=1.0, left=_Left())
            self._bar = self._open.enter_context(bar)
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def say(self, line: str) -> None:
        self._console.print(line)

    def on_progress(self, progress: "Progress") -> None:
        left = _Left(time.monotonic() + progress.left_s)
        if self._bar:
            spent_s = time.monotonic() - self._began_s
            name = f"{progress.suite}: {progress.part.title or progress.part.name}"
            share = spent_s / max(1e-9, spent_s + progress.left_s)
            self._bar.update(self._bar.task_ids[0], description=name, completed=share, left=left)
        elif progress.at != self._part:
            name = f"{progress.suite}/{progress.part.name}"
            self.say(f"[{progress.at}/{progress.of}, {left}] {name}: {progress.part.title}")
        self._part = progress.at

    def on_part(self, results: "Results") -> None:
        part = results.parts[-1]
        name = f"{part.suite}/{part.name}"
        if part.skipped:
            self.say(f"  {name} was not measured: {_sentence(part.skipped, part.cure)}")
        elif part.failed:
            self.say(f"  {name} failed: {_sentence(part.failed, part.cure)}")
        elif self._bar:
            self.say(f"  {name}: {duration(part.took_s)}")
        for finding in part.findings:
            self.say(f"  {name}: {_sentence(finding.what, finding.cure)}")


@dataclass(frozen=True, slots=True)
class _Left:
    """Written anew whenever it is looked at: between two reports of a part time goes on."""

    until_s: float | None = None

    def __str__(self) -> str:
        if self.until_s is None:
            return ""
        left_s = max(1.0, self.until_s - time.monotonic())
        return f"about {duration(left_s) if left_s >= 9.5 else f'{left_s:.0f} s'} left"


def _sentence(what: str, cure: str) -> str:
    return f"{what.rstrip('.')}. {cure}" if cure else what
