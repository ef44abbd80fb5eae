"""Models in words: how large, which languages, where they are, how far a download is."""

from PySide6.QtCore import QCoreApplication, QLocale

from voiceflow.engines.models import Hardware, ModelEntry, ModelState

_STATES = {
    ModelState.INSTALLED: "installed",
    ModelState.STARTER: "came with VoiceFlow",
    ModelState.FOLDER: "in a folder of yours",
    ModelState.PARTIAL: "partly here",
    ModelState.DAMAGED: "damaged",
    ModelState.AVAILABLE: "not installed",
}


def size_words(size_bytes: int, digits: int = 1) -> str:
    return QLocale().formattedDataSize(size_bytes, digits, QLocale.DataSizeFormat.DataSizeSIFormat)


def progress_words(done_bytes: int, total_bytes: int, bytes_per_s: float) -> str:
    """With the speed and the time left, once they are known."""
    parts = [_tr("{done} of {total}").format(done=size_words(done_bytes), total=size_words(total_bytes))]
    if bytes_per_s > 0:
        left_s = round((total_bytes - done_bytes) / bytes_per_s)
        parts.append(_tr("{rate} a second").format(rate=size_words(round(bytes_per_s))))
        parts.append(_tr("{minutes}:{seconds} left").format(minutes=left_s // 60, seconds=f"{left_s % 60:02}"))
    return " · ".join(parts)


def facts(entry: ModelEntry) -> str:
    size = size_words(entry.size_bytes, 0 if entry.size_bytes < 1e9 else 1)
    licence = _tr("licence {name}").format(name=entry.licence) if entry.licence else _tr("licence: see its model card")
    own = entry.state is ModelState.FOLDER and not entry.licence
    parts = [
        _tr("about {size}").format(size=size) if entry.state is ModelState.AVAILABLE else size,
        ", ".join(language_words(code) for code in entry.languages),
        "" if own else licence,
        "" if entry.state is ModelState.FOLDER and entry.note else _tr(_STATES[entry.state]),
        entry.note,
    ]
    return " · ".join(part for part in parts if part)


def language_words(code: str) -> str:
    """`en_US` as `English (United States)`."""
    if code == "*":
        return _tr("many languages")
    locale = QLocale(code)
    language = QLocale.languageToString(locale.language())
    return f"{language} ({QLocale.territoryToString(locale.territory())})" if "_" in code else language


def hardware_words(hardware: Hardware) -> str:
    parts = [
        _tr("{number} processor cores").format(number=hardware.cores),
        _tr("{size} of memory").format(size=_memory_words(hardware.memory_bytes)),
        hardware.gpu or _tr("no NVIDIA graphics card"),
    ]
    if hardware.gpu_memory_bytes:
        parts.append(_tr("{size} of graphics memory").format(size=_memory_words(hardware.gpu_memory_bytes)))
    return " · ".join(parts)


def _memory_words(size_bytes: int) -> str:
    """Memory is sold in powers of two."""
    return QLocale().formattedDataSize(size_bytes, 0, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Models", text)
