"""What there is of models, as the page shows it; looked up on a worker."""

import shutil
from contextlib import suppress
from dataclasses import dataclass

from voiceflow.core import Core
from voiceflow.engines.models import Hardware, ModelEntry, ModelState, Recommendation
from voiceflow.errors import VoiceFlowError
from voiceflow.ui.installing import SETTINGS

_OURS = (ModelState.INSTALLED, ModelState.PARTIAL, ModelState.DAMAGED)


@dataclass(frozen=True, slots=True)
class Shelf:
    """`used` by family: what the next dictation, the next speech takes; empty where there is none. `taken_bytes` by
    what VoiceFlow downloaded, `free_bytes` on that disk."""

    entries: tuple[ModelEntry, ...]
    hardware: Hardware
    recommended: Recommendation
    used: dict[str, str]
    taken_bytes: int
    free_bytes: int


def look(core: Core) -> Shelf:
    models = core.models
    entries = tuple(models.list())
    used = {"stt": "", "tts": core.settings.tts.voice}
    with suppress(VoiceFlowError):
        used["stt"] = core.engines.model_name()
    with suppress(VoiceFlowError):
        used["tts"] = used["tts"] or models.best("tts")
    taken_bytes = sum(entry.size_bytes for entry in entries if entry.state in _OURS)
    place = next(folder for folder in (core.paths.models, *core.paths.models.parents) if folder.exists())
    recommended = models.recommend(models.hardware)
    return Shelf(entries, models.hardware, recommended, used, taken_bytes, shutil.disk_usage(place).free)


def remove(core: Core, entry: ModelEntry) -> None:
    """When it was the chosen one, the best of the others is used."""
    core.models.remove(entry.name)
    setting = SETTINGS[entry.family]
    chosen = core.settings.stt.model if entry.family == "stt" else core.settings.tts.voice
    if chosen == entry.name:
        core.change(setting, "")


def removable(entry: ModelEntry) -> bool:
    return entry.state in _OURS
