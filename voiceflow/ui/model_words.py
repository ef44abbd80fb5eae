"""Models in words: how large, which languages, where they are, how far a download is."""

from PySide6.QtCore import QCoreApplication, QLocale

from voiceflow.engines.models import Hardware, ModelEntry, ModelState
from voiceflow.ui.translation import message

translate = QCoreApplication.translate


def state_words(state: ModelState) -> str:
    return {
        ModelState.INSTALLED: translate("Models", "installed"),
        ModelState.STARTER: translate("Models", "came with VoiceFlow"),
        ModelState.FOLDER: translate("Models", "in a folder of yours"),
        ModelState.PARTIAL: translate("Models", "partly here"),
        ModelState.DAMAGED: translate("Models", "damaged"),
        ModelState.AVAILABLE: translate("Models", "not installed"),
    }[state]


def size_words(size_bytes: int, digits: int = 1) -> str:
    return QLocale().formattedDataSize(size_bytes, digits, QLocale.DataSizeFormat.DataSizeSIFormat)


def progress_words(done_bytes: int, total_bytes: int, bytes_per_s: float) -> str:
    """With the speed and the time left, once they are known."""
    parts = [
        translate("Models", "{done} of {total}").format(done=size_words(done_bytes), total=size_words(total_bytes))
    ]
    if bytes_per_s > 0:
        left_s = round((total_bytes - done_bytes) / bytes_per_s)
        parts.append(translate("Models", "{rate} a second").format(rate=size_words(round(bytes_per_s))))
        parts.append(
            translate("Models", "{minutes}:{seconds} left").format(minutes=left_s // 60, seconds=f"{left_s % 60:02}")
        )
    return " · ".join(parts)


def facts(entry: ModelEntry) -> str:
    size = size_words(entry.size_bytes, 0 if entry.size_bytes < 1e9 else 1)
    licence = (
        translate("Models", "licence {name}").format(name=entry.licence)
        if entry.licence
        else translate("Models", "licence: see its model card")
    )
    own = entry.state is ModelState.FOLDER and not entry.licence
    parts = [
        translate("Models", "about {size}").format(size=size) if entry.state is ModelState.AVAILABLE else size,
        ", ".join(language_words(code) for code in entry.languages),
        "" if own else licence,
        "" if entry.state is ModelState.FOLDER and entry.note else state_words(entry.state),
        message(entry.note),
    ]
    return " · ".join(part for part in parts if part)


def language_words(code: str) -> str:
    """`en_US` as `English (United States)`."""
    if code == "*":
        return translate("Models", "many languages")
    locale = QLocale(code)
    language = QLocale.languageToString(locale.language())
    return f"{language} ({QLocale.territoryToString(locale.territory())})" if "_" in code else language


def hardware_words(hardware: Hardware) -> str:
    parts = [
        translate("Models", "{number} processor cores").format(number=hardware.cores),
        translate("Models", "{size} of memory").format(size=_memory_words(hardware.memory_bytes)),
        hardware.gpu or translate("Models", "no NVIDIA graphics card"),
    ]
    if hardware.gpu_memory_bytes:
        parts.append(
            translate("Models", "{size} of graphics memory").format(size=_memory_words(hardware.gpu_memory_bytes))
        )
    return " · ".join(parts)


def _memory_words(size_bytes: int) -> str:
    """Memory is sold in powers of two."""
    return QLocale().formattedDataSize(size_bytes, 0, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
