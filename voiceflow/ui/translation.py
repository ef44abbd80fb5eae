"""The language of the window: its own texts, Qt's, and what the core tells in English."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from voiceflow.errors import VoiceFlowError
from voiceflow.events import Notice
from voiceflow.paths import resources_folder
from voiceflow.ui.messages import Messages

LANGUAGES = ("en", "de")
"""English is in the sources; each other one is a file in `resources/translations`."""


class _Spoken:
    """What the window speaks now."""

    def __init__(self) -> None:
        self.translators: list[QTranslator] = []
        self.messages = Messages(())


_now = _Spoken()


def choose(setting: str, system: list[str]) -> str:
    """`setting` as in the settings; `system`: the user's languages, most wanted first, such as `de-CH`."""
    if setting in LANGUAGES:
        return setting
    codes = (name.replace("_", "-").partition("-")[0] for name in system)
    return next((code for code in codes if code in LANGUAGES), "en")


def speak(setting: str) -> str:
    """Texts that are made from now on are in that language. Gives back the language."""
    silence()
    language = choose(setting, QLocale.system().uiLanguages())
    own_region = QLocale.system().language() == QLocale(language).language()
    QLocale.setDefault(QLocale.system() if setting == "system" or own_region else QLocale(language))
    if language != "en":
        folder = resources_folder() / "translations"
        _install(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        _install(f"voiceflow_{language}", str(folder))
        _now.messages = Messages((folder / "messages.txt").read_text("utf-8").splitlines())
    return language


def silence() -> None:
    """English again."""
    while _now.translators:
        QCoreApplication.removeTranslator(_now.translators.pop())
    _now.messages = Messages(())


def message(text: str) -> str:
    """What the core tells, in the window's language; as it is where nobody has translated it."""
    return _now.messages.translate(text)


def translated_error(error: VoiceFlowError) -> VoiceFlowError:
    return VoiceFlowError(error.code, message(error.title), message(error.hint)) if _now.translators else error


def translated_notice(notice: Notice) -> Notice:
    title, hint = message(notice.title), message(notice.hint)
    return Notice(notice.severity, notice.code, title, hint, notice.dictation_id)


def _install(name: str, folder: str) -> None:
    translator = QTranslator()
    if translator.load(name, folder):
        QCoreApplication.installTranslator(translator)
        _now.translators.append(translator)
