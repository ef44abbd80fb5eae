"""What `metrics` needs of the other parts, which it does not know."""

from collections.abc import Callable, Sequence

from voiceflow import settings
from voiceflow.engines.models import ModelStore
from voiceflow.errors import VoiceFlowError
from voiceflow.events import EventBus, Measured
from voiceflow.history.records import UNFINISHED, Dictation
from voiceflow.history.store import History
from voiceflow.metrics.engine_counts import EngineCounts
from voiceflow.metrics.histograms import Row
from voiceflow.metrics.metrics import Around, Metrics
from voiceflow.metrics.resources import Sampler
from voiceflow.metrics.rules import LAST


def metrics(
    history: History,
    models: ModelStore,
    events: EventBus,
    wishes: Callable[[], settings.Metrics],
    engine_counts: Callable[[], Sequence[EngineCounts]],
) -> tuple[Metrics, Callable[[], None]]:
    """Running; with what stops it."""

    def load() -> tuple[Sequence[Row], Sequence[Measured]]:
        last = history.list(limit=LAST)
        return history.measurements(), [
            _measured(record) for record in reversed(last) if record.state not in UNFINISHED
        ]

    around = Around(
        load,
        history.keep_measurements,
        lambda: history.queries_ms,
        lambda model: _weights_bytes(models, model),
        wishes,
        engine_counts,
    )
    made = Metrics(around, Sampler(history.path.parent), events.publish)
    return made, made.start(events)


def _measured(record: Dictation) -> Measured:
    """As far as the history knows."""
    return Measured(
        record.id,
        record.started_at,
        str(record.state),
        record.stages,
        audio_s=record.duration_s,
        engine=record.engine,
        model=record.model,
    )


def _weights_bytes(models: ModelStore, model: str) -> int:
    """Zero for a model that is no files of the store's."""
    try:
        folder = models.folder(model)
    except VoiceFlowError:
        return 0
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
