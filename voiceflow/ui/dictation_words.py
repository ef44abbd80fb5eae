"""How a dictation of the history is told in words."""

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from voiceflow.history.records import Dictation, DictationState


def counted(number: int) -> str:
    if number == 1:
        return QCoreApplication.translate("Dictation", "1 dictation")
    many = QCoreApplication.translate("Dictation", "{number} dictations")
    return many.format(number=QLocale().toString(number))


def has_text(dictation: Dictation) -> bool:
    return bool(dictation.text.strip())


def state_word(dictation: Dictation) -> str:
    """Empty where nothing need be said."""
    return {
        DictationState.RECORDING: QCoreApplication.translate("Dictation", "Recording"),
        DictationState.RECOGNIZING: QCoreApplication.translate("Dictation", "Being recognized"),
        DictationState.EMPTY: QCoreApplication.translate("Dictation", "No speech heard"),
        DictationState.FAILED: QCoreApplication.translate("Dictation", "Failed"),
        DictationState.CANCELLED: QCoreApplication.translate("Dictation", "Cancelled"),
        DictationState.INTERRUPTED: QCoreApplication.translate("Dictation", "Interrupted"),
        DictationState.RECOVERED: QCoreApplication.translate("Dictation", "Recovered"),
    }.get(dictation.state, "")


def summary(dictation: Dictation) -> str:
    """One line: the text, or why there is none."""
    return " ".join(dictation.text.split()) or state_word(dictation)


def when(dictation: Dictation) -> str:
    """`14:03` today, `Yesterday 14:03`, else the date too."""
    at, locale = QDateTime.fromSecsSinceEpoch(int(dictation.started_at)), QLocale()
    time = locale.toString(at.time(), QLocale.FormatType.ShortFormat)
    days = at.date().daysTo(QDate.currentDate())
    if days == 0:
        return QCoreApplication.translate("Dictation", "Today {time}").format(time=time)
    if days == 1:
        return QCoreApplication.translate("Dictation", "Yesterday {time}").format(time=time)
    return f"{locale.toString(at.date(), QLocale.FormatType.ShortFormat)} {time}"


def length(dictation: Dictation) -> str:
    seconds = round(dictation.duration_s)
    return f"{seconds // 60}:{seconds % 60:02}" if seconds >= 60 else f"{seconds} s"


def circumstances(dictation: Dictation, with_model: bool = False) -> str:
    """When, how long, where to, and with what."""
    parts = [when(dictation), length(dictation), dictation.app]
    if dictation.state is not DictationState.DONE:
        parts.append(state_word(dictation))
    if with_model:
        parts += [dictation.model, dictation.language]
    return " · ".join(part for part in parts if part)


def profile_word(name: str) -> str:
    """A built-in profile in the user's language; one of the user's own as it was named."""
    return {
        "Terminals": QCoreApplication.translate("Profiles", "Terminals"),
        "Code editors": QCoreApplication.translate("Profiles", "Code editors"),
        "Chat": QCoreApplication.translate("Profiles", "Chat"),
        "Chat on the web": QCoreApplication.translate("Profiles", "Chat on the web"),
        "Mail": QCoreApplication.translate("Profiles", "Mail"),
        "Mail on the web": QCoreApplication.translate("Profiles", "Mail on the web"),
    }.get(name, name)
