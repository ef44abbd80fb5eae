"""The prompt that a decode starts from, with the tokenizer of real tiny.en."""

from pathlib import Path

import pytest

from voiceflow.engines.stt.contract import DecodeOptions
from voiceflow.engines.stt.whisper import WhisperEngine
from voiceflow.engines.stt.whisper_tokens import (
    HELD_BACK,
    PROMPT_BUDGET,
    Tokens,
    context_tokens,
    forced_prefix,
    hotwords_that_fit,
)
from voiceflow.settings import Stt

LONG = "the quick brown fox jumps over the lazy dog and then it sleeps for a while in the sun " * 20


@pytest.fixture(scope="module")
def tokens(starter_whisper: Path) -> Tokens:
    return Tokens(starter_whisper / "tokenizer.json")


def text_of(tokens: Tokens, prompt: list[int]) -> str:
    assert not prompt or prompt[0] == tokens.previous
    return tokens.decode(prompt[1:])


def test_nothing_before_needs_no_context(tokens: Tokens) -> None:
    assert context_tokens(tokens, DecodeOptions()) == []
    assert context_tokens(tokens, DecodeOptions(prompt="  ")) == []


def test_hotwords_come_first_then_the_prompt(tokens: Tokens) -> None:
    prompt = context_tokens(tokens, DecodeOptions(prompt="Dear Ms Kowalczyk,", hotwords=("Kubernetes", "Piper")))

    assert text_of(tokens, prompt) == " Kubernetes, Piper. Dear Ms Kowalczyk,"


def test_a_long_prompt_keeps_its_end(tokens: Tokens) -> None:
    prompt = context_tokens(tokens, DecodeOptions(prompt="Beginning. " + LONG + "The end."))

    assert len(prompt) == 1 + PROMPT_BUDGET
    assert text_of(tokens, prompt).endswith("The end.")


def test_many_hotwords_keep_the_first_and_leave_the_prompt_its_half(tokens: Tokens) -> None:
    hotwords = tuple(f"hotword{number}" for number in range(100))

    prompt = text_of(tokens, context_tokens(tokens, DecodeOptions(prompt=LONG + "The end.", hotwords=hotwords)))

    assert prompt.startswith(" hotword0, hotword1,")
    assert "hotword99" not in prompt
    assert prompt.endswith("The end.")
    assert len(tokens.encode(prompt)) <= PROMPT_BUDGET


def test_hotwords_alone_have_the_whole_budget(tokens: Tokens) -> None:
    hotwords = tuple(f"word{number}" for number in range(100))

    alone = context_tokens(tokens, DecodeOptions(hotwords=hotwords))
    beside = context_tokens(tokens, DecodeOptions(hotwords=hotwords, prompt=LONG))

    assert PROMPT_BUDGET // 2 < len(alone) <= 1 + PROMPT_BUDGET
    assert len(beside) == 1 + PROMPT_BUDGET


def test_the_last_words_are_not_forced(tokens: Tokens) -> None:
    text = "The quick brown fox jumps over the lazy dog and then it sleeps for a while, they say"

    prefix = forced_prefix(tokens, text, lambda token: True)

    assert len(prefix) == len(tokens.encode(" " + text)) - HELD_BACK
    assert (" " + text).startswith(tokens.decode(prefix))


def test_a_prefix_does_not_end_with_punctuation(tokens: Tokens) -> None:
    text = "So that is what it is. " + "word " * (HELD_BACK - 1) + "word"

    assert tokens.decode(forced_prefix(tokens, text, lambda token: True)) == " So that is what it is"


def test_a_prefix_ends_where_it_may(tokens: Tokens) -> None:
    text = "The quick brown fox jumps over the lazy dog and then it sleeps for a while"
    (over,) = tokens.encode(" over")

    assert tokens.decode(forced_prefix(tokens, text, lambda token: token == over)).endswith(" over")


@pytest.mark.parametrize("text", ["", "  ", "Yes.", "A few words only, really."])
def test_little_text_is_not_forced_at_all(tokens: Tokens, text: str) -> None:
    assert forced_prefix(tokens, text, lambda token: True) == []


def test_an_english_model_names_neither_language_nor_task(tokens: Tokens) -> None:
    assert tokens.start_sequence("en", "transcribe") == [tokens.start]
    assert list(tokens.languages) == ["en"]


def test_a_multilingual_model_names_both(whisper_base_folder: Path) -> None:
    tokens = Tokens(whisper_base_folder / "tokenizer.json")

    assert len(tokens.languages) == 99
    german = tokens.start_sequence("de", "translate")
    assert german == [tokens.start, tokens.languages["de"], tokens.start + 100]


@pytest.mark.parametrize("prompt", ["", LONG])
def test_how_many_hotwords_fit_is_known_before(tokens: Tokens, prompt: str) -> None:
    """The next one would be over the budget: what is told of the vocabulary is counted, not guessed."""
    hotwords = tuple(f"Name{n:03d}" for n in range(200))
    options = DecodeOptions(hotwords=hotwords, prompt=prompt)
    fit = hotwords_that_fit(tokens, options)
    written = text_of(tokens, context_tokens(tokens, options))

    assert 0 < fit < len(hotwords)
    assert hotwords[fit - 1] in written
    assert hotwords[fit] not in written


def test_the_engine_counts_without_loading_the_model(starter_whisper: Path) -> None:
    class Store:
        def folder(self, name_or_path: str) -> Path:
            return starter_whisper

        def best(self, family: str = "stt", language: str = "") -> str:
            return "tiny.en"

    engine = WhisperEngine(Stt(), Store())
    assert engine.hotwords_that_fit(DecodeOptions(hotwords=("Anna", "Bruno"))) == 2
    assert engine.hotwords_that_fit(DecodeOptions(hotwords=("Anna",) * 1000)) < 223
