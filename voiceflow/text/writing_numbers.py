"""The rule that writes numbers: every one that was found, as its context wants it."""

from voiceflow.text.language import Language
from voiceflow.text.number_contexts import written
from voiceflow.text.numbers import SPOKEN_LANGUAGES, Sentence, numbers_in
from voiceflow.text.words import Word, join, split


def write_numbers(text: str, language: Language, mode: str) -> str:
    """`mode`: `as_spoken`, `from_ten` (smaller ones stay words where nothing is counted or measured) or `digits`."""
    if mode == "as_spoken" or language.code not in SPOKEN_LANGUAGES:
        return text
    words, rest = split(text)
    sentence = Sentence(words, {number.begin: number for number in numbers_in(words, language)}, language)
    may_begin = {number.begin - i for number in sentence.numbers.values() for i in (0, 1)}
    idioms = language.numbers.get("idioms", {})
    out, at = [], 0
    while at < len(words):
        end, replacement = at, ""
        if at in may_begin or words[at].key in idioms:
            end, replacement = written(sentence, at, mode)
        if end > at:
            out.append(Word(words[at].gap, words[at].lead, replacement, words[end - 1].trail))
        else:
            out.append(words[at])
        at = max(end, at + 1)
    return join(out, rest)
