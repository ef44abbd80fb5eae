"""The speech models that are measured: those that are installed, and the exact shapes of others with random weights."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.run import Run
from voiceflow.engines.models import ModelEntry
from voiceflow.errors import ModelError

_SHAPES = ("tiny", "base", "small")
_QUICK_SHAPES = ("tiny", "base")
_QUICK_BYTES = 200_000_000
"""What two cores recognize several dictations with within the quick run: `base`, not `small`."""


@dataclass(frozen=True, slots=True)
class Subject:
    """`real`: it knows words. The others tell time and memory only, which do not depend on the weights' values."""

    name: str
    folder: Path
    real: bool


def subjects(run: Run) -> list[Subject]:
    """Real ones first, of those the one that dictations use."""
    real = real_subjects(run)
    known = {subject.name.split(".")[0] for subject in real}
    sizes = _QUICK_SHAPES if run.quick else _SHAPES
    return real + [shape(run, size) for size in sizes if size not in known]


def real_subjects(run: Run) -> list[Subject]:
    """Installed Whisper models. The quick run leaves the big ones out, but never the one that dictations use."""
    store, used = run.wishes.core.models, in_use(run)
    here = [entry for entry in store.list() if entry.family == "stt" and entry.usable and _is_whisper(entry)]
    others = [entry for entry in here if used is None or entry.folder != used.folder]
    fitting = [entry for entry in others if not run.quick or entry.cost_bytes <= _QUICK_BYTES]
    if left := [entry.name for entry in others if entry not in fitting]:
        run.note(f"Left out of the quick run: {', '.join(sorted(left))}.")
    ordered = sorted(fitting, key=lambda entry: entry.cost_bytes)
    return [*([used] if used else []), *(Subject(entry.name, store.folder(entry.name), True) for entry in ordered)]


def in_use(run: Run) -> Subject | None:
    """What the settings name, else the best one; None where that is not here, or no Whisper."""
    core = run.wishes.core
    with suppress(ModelError):
        name = core.engines.model_name()
        folder = core.models.folder(name)
        if (folder / "model.bin").is_file():
            return Subject(Path(name).name, folder, True)
    return None


def in_turn(run: Run, chosen: Sequence[Subject]) -> Iterator[tuple[Subject, float]]:
    """Each with the seconds that it may take; when the time is over, those behind the first are left out."""
    for at, subject in enumerate(chosen):
        if at and not run.left_s:
            run.note(f"{subject.name} was left out: no time was left.")
            continue
        yield subject, run.left_s / (len(chosen) - at)


def the_subject(run: Run) -> Subject:
    """The one that dictations use, else a shape."""
    real = real_subjects(run)
    return real[0] if real else shape(run, _SHAPES[0])


def words_need_a_model(run: Run) -> list[Subject]:
    """`CannotRunError` where no real one is installed."""
    if real := real_subjects(run):
        return real
    raise CannotRunError("No speech model is installed", "voiceflow models install base")


def shape(run: Run, size: str) -> Subject:
    """Its folder is kept for the other parts of this run."""
    from voiceflow.bench.random_whisper import random_whisper

    return Subject(f"{size} (shape)", random_whisper(size, run.wishes.scratch / "shapes"), False)


def _is_whisper(entry: ModelEntry) -> bool:
    return entry.folder is not None and (entry.folder / "model.bin").is_file()
