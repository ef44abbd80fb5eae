"""How texts are cut for the engines, and how languages are written."""

import pytest

from voiceflow.engines.tts.languages import tag, wanted
from voiceflow.engines.tts.pieces import pieces
from voiceflow.engines.tts.piper_voice import _cut
from voiceflow.settings import Tts

SHORT, LONG = list("a short one"), list("twenty letters are here" * 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two? Three", ["One.", "Two?", "Three"]),
        ("One.\n\n  Two", ["One.", "Two"]),
        ("今日は。 明日", ["今日は。", "明日"]),
        ("  ", []),
        ("a long sentence without end", ["a long ", "sentence ", "without ", "end"]),
        ("abcdefghijklmnop", ["abcdefghij", "klmnop"]),
    ],
)
def test_texts_are_cut_at_sentences_and_long_ones_between_words(text: str, expected: list[str]) -> None:
    assert list(pieces(text, 10)) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [("pt_BR.UTF-8", "pt-BR"), ("de", "de"), ("EN-us", "en-US"), ("ca@valencia", "ca"), ("C", "en"), ("C.UTF-8", "en")],
)
def test_languages_are_written_as_in_rfc_5646(written: str, expected: str) -> None:
    assert tag(written) == expected


def test_the_language_asked_for_comes_before_the_settings_and_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: ("fr_FR", "UTF-8"))
    assert wanted(Tts(language="de"), "es") == "es"
    assert wanted(Tts(language="de")) == "de"
    assert wanted(Tts()) == "fr-FR"
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))
    assert wanted(Tts()) == "en"


def test_a_short_sentence_is_said_in_one_go() -> None:
    assert _cut(SHORT, soon=True) == _cut(SHORT, soon=False) == 0
    assert _cut([*SHORT, ",", " ", *SHORT], soon=True) == 0


def test_who_waits_hears_the_first_clause_of_a_longer_one() -> None:
    phonemes = [*LONG, ",", " ", *LONG, ";", " ", *LONG]
    assert _cut(phonemes, soon=True) == len(LONG) + 1
    assert _cut(phonemes, soon=False) == 0


def test_no_scrap_is_cut_off() -> None:
    phonemes = ["w", "e", "l", "l", ",", " ", *LONG, *LONG, ",", " ", "a", "n", "d"]
    assert _cut(phonemes, soon=True) == 0


def test_what_would_take_too_long_to_stop_is_cut_at_its_last_pause_or_between_words() -> None:
    words = [*list("word "), *list("word ")] * 30
    assert _cut(words, soon=False) == 250
    paused = [*words[:100], ",", *words]
    assert _cut(paused, soon=False) == 101
    assert _cut(["x"] * 400, soon=False) == 250
