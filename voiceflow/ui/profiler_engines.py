"""Which engine answered how often, as lines to read."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from voiceflow.metrics.engine_counts import EngineCounts
from voiceflow.ui.profiler_words import number

translate = QCoreApplication.translate
_TOGETHER = "\N{NO-BREAK SPACE}"
"""A number stays with what it counts."""


def engine_facts(engines: Sequence[EngineCounts]) -> dict[str, str]:
    """Of each engine that was asked, with what differs from nothing."""
    return {_name(counts): _told(counts) for counts in engines if counts.answered or counts.cached or counts.failed}


def _name(counts: EngineCounts) -> str:
    families = {"stt": translate("Profiler", "Recognition"), "tts": translate("Profiler", "Speech output")}
    return f"{families.get(counts.family, counts.family)}: {counts.engine}"


def _told(counts: EngineCounts) -> str:
    told = [
        (counts.cached, translate("Profiler", "{count} from memory")),
        (counts.stood_in, translate("Profiler", "{count} in another's place")),
        (counts.hedges_won, translate("Profiler", "{count} faster than a slow one")),
        (counts.failed, translate("Profiler", "{count} failed")),
        (counts.too_slow, translate("Profiler", "{count} too slow")),
        (counts.retried, translate("Profiler", "{count} tried again")),
    ]
    answered = translate("Profiler", "{count} answered").format(count=number(counts.answered))
    lines = [answered, *(words.format(count=number(count)) for count, words in told if count)]
    if counts.cached:
        lines[1] += f" ({counts.cached / (counts.answered + counts.cached):.0%})"
    return " · ".join(line.replace(" ", _TOGETHER) for line in lines)
