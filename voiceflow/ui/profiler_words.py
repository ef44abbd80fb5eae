"""The profiler's words and numbers."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from voiceflow.events import Measured
from voiceflow.metrics.figures import release_to_text_ms


def stage_word(name: str) -> str:
    return {
        "key_held": QCoreApplication.translate("Profiler", "Key held"),
        "speech": QCoreApplication.translate("Profiler", "Speech"),
        "first_sample": QCoreApplication.translate("Profiler", "Microphone opens"),
        "recognition": QCoreApplication.translate("Profiler", "Recognition"),
        "last_decode": QCoreApplication.translate("Profiler", "Last decode"),
        "rules": QCoreApplication.translate("Profiler", "Text rules"),
        "cleanup": QCoreApplication.translate("Profiler", "Clean-up"),
        "history": QCoreApplication.translate("Profiler", "History"),
        "insertion": QCoreApplication.translate("Profiler", "Insertion"),
        "receipt": QCoreApplication.translate("Profiler", "Window has read it"),
        "release_to_text": QCoreApplication.translate("Profiler", "Release to text"),
    }.get(name, name.replace("_", " "))


def process_word(role: str) -> str:
    return {
        "app": QCoreApplication.translate("MemoryParts", "App"),
        "recognition": QCoreApplication.translate("MemoryParts", "Recognition"),
        "speech output": QCoreApplication.translate("MemoryParts", "Speech output"),
        "keyring": QCoreApplication.translate("MemoryParts", "Keyring"),
        "other": QCoreApplication.translate("MemoryParts", "Other processes"),
    }[role]


def count_word(name: str) -> str:
    return {
        "decodes_made": QCoreApplication.translate("Profiler", "Decodes"),
        "decodes_redone": QCoreApplication.translate("Profiler", "Decoded again"),
        "decodes_dropped": QCoreApplication.translate("Profiler", "Guesses dropped"),
        "decodes_split": QCoreApplication.translate("Profiler", "Rest decoded by itself"),
        "fallback": QCoreApplication.translate("Profiler", "Dictations on the fallback"),
    }[name]


def duration(value_ms: float) -> str:
    """Three digits are enough for anybody."""
    locale = QLocale()
    if value_ms >= 9_995:
        return f"{locale.toString(value_ms / 1000, 'f', 1)} s"
    if value_ms >= 999.5:
        return f"{locale.toString(value_ms / 1000, 'f', 2)} s"
    return f"{locale.toString(value_ms, 'f', 0 if value_ms >= 9.95 else 1)} ms"


def megabytes(size_bytes: float) -> str:
    locale = QLocale()
    if size_bytes >= 1e9:
        return f"{locale.toString(size_bytes / 1e9, 'f', 1)} GB"
    return f"{locale.toString(size_bytes / 1e6, 'f', 0)} MB"


def number(value: float, decimals: int = 0) -> str:
    return QLocale().toString(float(value), "f", decimals)


def clock_time(at_s: float) -> str:
    """`14:03:22`, with the date if that is not today's."""
    at = QDateTime.fromSecsSinceEpoch(int(at_s))
    time = at.time().toString("HH:mm:ss")
    if at.date() == QDateTime.currentDateTime().date():
        return time
    return f"{QLocale().toString(at.date(), QLocale.FormatType.ShortFormat)} {time}"


def outcome(trace: Measured) -> str:
    """How long the text took, or why there is none."""
    release_ms = release_to_text_ms(trace)
    if release_ms is not None:
        return duration(release_ms)
    return {
        "failed": QCoreApplication.translate("Profiler", "failed"),
        "empty": QCoreApplication.translate("Profiler", "no speech"),
        "cancelled": QCoreApplication.translate("Profiler", "cancelled"),
    }.get(trace.state, QCoreApplication.translate("Profiler", "not inserted"))


def circumstances(trace: Measured) -> str:
    seconds = QCoreApplication.translate("Profiler", "{seconds} s of sound").format(seconds=number(trace.audio_s, 1))
    device = " ".join(part for part in (trace.device.upper(), trace.compute_type) if part)
    return " · ".join(part for part in (clock_time(trace.started_at), seconds, trace.model, device) if part)
