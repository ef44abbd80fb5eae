"""The window in the user's language: every text has its German, every text is found by the tool that gathers them, and
what the core tells in English arrives translated, with its parts."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import translations
from tests.ui.conftest import Face
from tests.ui.pages import every_page, texts
from voiceflow.errors import HistoryError
from voiceflow.events import Notice, Severity
from voiceflow.ui import settings_words, translation
from voiceflow.ui.messages import Messages
from voiceflow.ui.notices import from_error

HERE = {"VoiceFlow", "TOML", "config.toml", "Deutsch", "English"}
"""Names, which are the same in every language."""


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    translation.speak("de")
    yield
    translation.silence()
    QLocale.setDefault(before)


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    """What is missing is written into resources/translations, then: python -m tests.translations"""
    lacking = translations.problems(language)
    assert not lacking, "\n".join(lacking)


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_what_is_loaded_is_what_was_written(tmp_path: Path, language: str) -> None:
    translations.compile_to(translations.ts_file(language), tmp_path / "now.qm")
    assert (tmp_path / "now.qm").read_bytes() == translations.qm_file(language).read_bytes()
    assert translations.SENTENCES.read_text("utf-8") == translations.sentences()


def test_every_text_is_written_where_the_tool_finds_it() -> None:
    """`self.tr` inside a class and `translate` with its context, both with the text itself."""
    hidden = []
    for path in sorted(translations.PROGRAM.glob("ui/*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        methods = {call for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for call in ast.walk(node)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and not _is_found(node, node in methods):
                hidden.append(f"{path.name}:{node.lineno}")
    assert hidden == []


def _is_found(call: ast.Call, in_class: bool) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    literal = [isinstance(each, ast.Constant) and isinstance(each.value, str) for each in call.args]
    if name == "tr":
        return in_class and literal == [True] and ast.unparse(call.func) == "self.tr"
    if name == "translate" and len(call.args) > 1:
        return all(literal) or ast.unparse(call.args[0]) == "CONTEXT" or _is_listed(call)
    return True


def _is_listed(call: ast.Call) -> bool:
    """The settings' words, which the tool asks for themselves."""
    return ast.unparse(call.args[0]) == "'Settings'" and isinstance(call.args[1], ast.Name)


class Marked(QTranslator):
    """A language in which every text that was gathered can be told from the others."""

    def __init__(self) -> None:
        super().__init__()
        self._known = {(context, text) for context, text, _ in translations.translations(translations.ts_file("de"))}

    def translate(self, context: str, text: str, disambiguation: str | None = None, number: int = -1) -> str:
        return f"⟦{text}⟧" if (context, text) in self._known or context.startswith("Q") else ""

    def isEmpty(self) -> bool:  # noqa: N802  # Qt's name
        return False


def test_no_text_of_the_window_is_forgotten(qtbot: QtBot, face: Face) -> None:
    language = Marked()
    QApplication.installTranslator(language)
    try:
        window = face.window(qtbot)
        window.bring_to_front()
        forgotten = {text for _ in every_page(qtbot, window) for text in texts(window) if _is_plain(text)}
    finally:
        QApplication.removeTranslator(language)
    assert forgotten == set()


def _is_plain(text: str) -> bool:
    """Single words without a capital are names of engines and models."""
    words = [word for word in text.split() if word.strip(".,:;").isalpha() and len(word) > 2 and word not in HERE]
    return "⟦" not in text and bool(words) and not (text.islower() and " " not in text)


@pytest.mark.parametrize(
    ("setting", "system", "expected"),
    [
        ("system", ["de-CH", "en"], "de"),
        ("system", ["de_AT"], "de"),
        ("system", ["fr-FR", "de"], "de"),
        ("system", ["fr-FR"], "en"),
        ("system", ["C"], "en"),
        ("en", ["de-DE"], "en"),
        ("de", ["en-US"], "de"),
    ],
)
def test_the_language_is_the_systems_or_the_one_that_was_chosen(setting: str, system: list[str], expected: str) -> None:
    assert translation.choose(setting, system) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("No microphone was found", "Kein Mikrofon gefunden"),
        ("The history /home/anna/history.db is damaged", "Der Verlauf /home/anna/history.db ist beschädigt"),
        ('The microphone "Blue Yeti" went away', "Das Mikrofon „Blue Yeti“ ist nicht mehr da"),
        (
            "The last dictations were not saved: The disk with the history (/home/anna) is full",
            "Die letzten Diktate wurden nicht gespeichert: Der Datenträger mit dem Verlauf (/home/anna) ist voll",
        ),
        (
            "The system keyring, where the key of the history is kept, is locked",
            "Der Schlüsselbund des Systems mit dem Schlüssel des Verlaufs ist gesperrt",
        ),
        ("Restart VoiceFlow. See the log file.", "VoiceFlow neu starten. Siehe Protokolldatei."),
        ("Nobody has translated this", "Nobody has translated this"),
        ("", ""),
    ],
)
def test_what_the_core_tells_is_told_in_german(german: None, told: str, expected: str) -> None:
    assert translation.message(told) == expected


def test_a_translated_message_stays_as_it_is(german: None) -> None:
    once = translation.message("The model base is not installed")
    assert translation.message(once) == once


def test_the_sentence_with_the_most_words_of_its_own_is_taken(german: None) -> None:
    known = Messages(["{path} cannot be read", "The key file of the history, {path}, cannot be read"])
    assert known.translate("The key file of the history, /a/b.key, cannot be read").startswith("Die Schlüsseldatei")


def test_errors_and_notices_are_translated_at_the_door(german: None) -> None:
    error = HistoryError("history.closed", "The history is closed", "Try again.")
    assert from_error(error) == Notice(
        Severity.ERROR, "history.closed", "Der Verlauf ist geschlossen", "Erneut versuchen."
    )


def test_the_settings_are_german_too(german: None) -> None:
    assert settings_words.title("hotkey.key") == "Taste"
    assert settings_words.choice_word("hands_free") == "Freihändig"
    assert settings_words.help_line("ui.theme", "Colours") == "Farben der Oberfläche."


def test_numbers_are_written_as_in_the_language(german: None) -> None:
    assert QLocale().toString(1.5) == "1,5"


def test_qts_own_buttons_speak_it_too(qtbot: QtBot, german: None) -> None:
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox()
    qtbot.addWidget(box)
    assert box.addButton(QMessageBox.StandardButton.Cancel).text().replace("&", "") == "Abbrechen"
