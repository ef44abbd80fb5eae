"""What a part is given: where to write, how long it may take, a core of its own, and the speech of this machine."""

import math
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from voiceflow.bench.figures import Figure, Finding, Plot, spread
from voiceflow.bench.results import PartResult, Results
from voiceflow.bench.suite import Part
from voiceflow.core import Core
from voiceflow.dictation.cleaning import AS_IS
from voiceflow.paths import Paths
from voiceflow.settings import Settings

if TYPE_CHECKING:
    from voiceflow.bench.clips import Clip


@dataclass(slots=True)
class Wishes:
    """`core` is the user's: its settings and models are measured, its history is never opened. `scratch` goes away
    after the run. `speech` is a folder of recordings with their words. `hours`: of dictations without a break, for the
    memory's long run; 0 for none."""

    core: Core
    scratch: Path
    quick: bool = False
    seed: int = 1
    speech: Path | None = None
    baseline: Path | None = None
    hours: float = 0.0


@dataclass
class Run:
    """One part's. Names are given without suite and part: `record("release to text p50", ...)`. `share`: how much of
    its time the part gets, where all that was asked for would take too long."""

    wishes: Wishes
    part: Part
    results: Results
    into: PartResult
    on_progress: Callable[[float], None] = lambda share: None
    stopped: threading.Event = field(default_factory=threading.Event)
    began_s: float = field(default_factory=time.monotonic)
    share: float = 1.0

    @property
    def quick(self) -> bool:
        return self.wishes.quick

    @property
    def budget_s(self) -> float:
        return self.share * (self.part.quick_s if self.quick else self.part.full_s)

    @property
    def left_s(self) -> float:
        return max(0.0, self.began_s + self.budget_s - time.monotonic())

    @property
    def spent(self) -> float:
        """The share of its time that is gone, for `progress`."""
        return 1 - self.left_s / self.budget_s if self.budget_s else 1.0

    def progress(self, share: float) -> None:
        """0 to 1 of this part. Raises `KeyboardInterrupt` when the run was told to end: call it between two steps."""
        if self.stopped.is_set():
            raise KeyboardInterrupt
        self.on_progress(min(1.0, max(0.0, share)))

    def at_once(self, calls: Iterable[Callable[[], None]]) -> None:
        """Each on a thread of its own; returns when all are done."""
        threads = [threading.Thread(target=call, name="caller") for call in calls]
        for thread in threads:
            thread.start()
        for done, thread in enumerate(threads, 1):
            thread.join()
            self.progress(done / len(threads))

    def record(
        self, name: str, value: float, unit: str, *, interval: tuple[float, float] | None = None, note: str = ""
    ) -> None:
        """`ValueError` for what is no number. An interval without an end is none."""
        if not math.isfinite(value):
            raise ValueError(f"{self._named(name)} is {value}")
        if interval and not all(map(math.isfinite, interval)):
            interval = None
        self.into.figures.append(Figure(self._named(name), float(value), unit, interval, note=note))

    def record_samples(
        self, name: str, samples: Sequence[float], unit: str, percents: Sequence[int] = (50, 95, 99)
    ) -> None:
        """As figures `name p50` and so on, with their intervals where there are enough samples."""
        self.into.figures += spread(self._named(name), samples, unit, percents)

    def plot(self, plot: Plot) -> None:
        self.into.plots.append(plot)

    def plot_lines(self, title: str, x: str, y: str, series: dict[str, tuple[list[float], list[float]]]) -> None:
        self.plot(Plot(title, x, y, dict(series)))

    def find(self, code: str, what: str, cure: str) -> None:
        self.into.findings.append(Finding(code, what, cure))

    def note(self, text: str) -> None:
        """A sentence for the report: what was shortened, or on what it was measured."""
        self.into.notes.append(text)

    @contextmanager
    def core(self, name: str = "core", settings: Settings | None = None) -> Iterator[Core]:
        """The product with the user's models, and a history in a folder that goes away; nothing sounds, and its key is
        in a file beside it."""
        with Core(self.place(name), quiet(settings or self.wishes.core.settings)) as core:
            yield core

    def place(self, name: str) -> Paths:
        """The user's models, and everything else in a folder that goes away."""
        folder = self.wishes.scratch / self.part.name / name
        folder.mkdir(parents=True, exist_ok=True)
        return replace(self.wishes.core.paths, config=folder, data=folder, logs=folder, runtime=folder)

    @cached_property
    def clips(self) -> "list[Clip]":
        """Speech with its words. `CannotRunError` where there are neither recordings nor a voice."""
        from voiceflow.bench.clips import clips

        return clips(self.wishes.core, self.wishes.speech)

    def _named(self, name: str) -> str:
        return f"{self.into.suite}/{self.into.name}/{name}"


def of_the_user(scratch: Path) -> Core:
    """The user's models, and settings as far as they are of this machine; what it learns about engines goes away with
    `scratch`."""
    with Core() as users:
        home = scratch / "home"
        return Core(replace(users.paths, data=home, logs=home, runtime=home), on_this_machine(users.settings))


def quiet(settings: Settings) -> Settings:
    """Nothing sounds, no key of the desktop is taken, nothing is sent to other machines, and speech comes when it is
    asked for, not before."""
    settings = on_this_machine(settings)
    return replace(
        settings,
        audio=replace(settings.audio, start_cue=False, preroll_ms=0),
        hotkey=replace(settings.hotkey, edit_key=""),
        tts=replace(settings.tts, hotkey=""),
        history=replace(settings.history, key_storage="file"),
        ui=replace(settings.ui, start_at_login=False),  # a throwaway's change of settings would switch it off for real
    )


def forgetful(settings: Settings) -> Settings:
    """The same sound is recognized anew each time: several engines in a chain would remember its words."""
    return replace(settings, routing=replace(settings.routing, cache_entries=0))


def on_this_machine(settings: Settings) -> Settings:
    """Without the services of other machines, for a run would send them hundreds of dictations, which somebody pays:
    what is here takes their place."""
    from voiceflow.cloud.services import SOUND, TEXT, goes_elsewhere

    stt, tts, routing = settings.stt, settings.tts, settings.routing
    rewritten = settings.cleanup.style != AS_IS and not goes_elsewhere("cleanup", TEXT, settings)
    return replace(
        settings,
        stt=replace(stt, engine="whisper") if goes_elsewhere(stt.engine, SOUND, settings) else stt,
        tts=replace(tts, engine="auto") if goes_elsewhere(tts.engine, TEXT, settings) else tts,
        routing=replace(
            routing,
            stt_then=[name for name in routing.stt_then if not goes_elsewhere(name, SOUND, settings)],
            tts_then=[name for name in routing.tts_then if not goes_elsewhere(name, TEXT, settings)],
        ),
        cleanup=settings.cleanup if rewritten else replace(settings.cleanup, style=AS_IS),
        cloud=replace(settings.cloud, enabled=False, allowed=[]),
    )
