"""Where sentences end; the cases are lines of `sentences.tsv`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from voiceflow.reading.language import language_of
from voiceflow.reading.sentences import LONGEST, PARAGRAPH_PAUSE_S, SENTENCE_PAUSE_S, split

TABLE = Path(__file__).with_name("sentences.tsv")


def cases() -> Iterator[object]:
    language = ""
    for number, line in enumerate(TABLE.read_text("utf-8").splitlines(), 1):
        if line.startswith("# ") and "\t" not in line:
            language = line[2:] if len(line) == 4 else language
        elif line:
            text, _, sentences = line.partition("\t")
            yield pytest.param(text.replace("\\n", "\n"), sentences, language, id=f"line {number}")


@pytest.mark.parametrize(("text", "sentences", "language"), list(cases()))
def test_text_is_split_into_its_sentences(text: str, sentences: str, language: str) -> None:
    assert "|".join(sentence.text for sentence in split(text, language)) == sentences


def test_a_sentence_without_end_is_cut_at_its_pauses() -> None:
    parts = [sentence.text for sentence in split("and on it goes, " * 100)]
    assert all(len(part) <= LONGEST and part.endswith(",") for part in parts[:-1])
    assert " ".join(parts) == ("and on it goes, " * 100).strip()


def test_a_word_without_end_is_cut_too() -> None:
    parts = [sentence.text for sentence in split("x" * 1000)]
    assert [len(part) for part in parts] == [300, 300, 300, 100]


def test_a_paragraph_ends_with_a_longer_pause() -> None:
    assert [sentence.pause_s for sentence in split("One. Two.\n\nThree.")] == [
        SENTENCE_PAUSE_S,
        PARAGRAPH_PAUSE_S,
        PARAGRAPH_PAUSE_S,
    ]


@pytest.mark.parametrize(
    ("text", "usual", "language"),
    [
        ("Good morning.", "de", "de"),
        ("Good morning.", "", ""),
        ("Доброе утро.", "en", "ru"),
        ("Добро утро.", "bg", "bg"),
        ("Добрий ранок, люди.", "en", "ru"),
        ("Їжак іде.", "en", "uk"),
        ("今天下雨。", "en", "zh"),
        ("今日は雨です。", "en", "ja"),
        ("صباح الخير", "en", "ar"),
        ("We met Иван there.", "en", "en"),
        ("123", "fr", "fr"),
    ],
)
def test_letters_tell_the_language_where_they_can(text: str, usual: str, language: str) -> None:
    assert language_of(text, usual) == language
