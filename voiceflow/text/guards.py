"""Guards against text that nobody said. Speech models make words of noise; they are dropped only where the text and the
sound say so together, and what is dropped stays in the history."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from voiceflow.text.language import Language
from voiceflow.text.words import split

MAX_CHARACTERS_PER_S = 30.0
"""Faster than anybody speaks (issue 6): English auctioneers reach about 20."""
_LEAST_CHARACTERS = 25
_NO_SPEECH = 0.4
_NO_SPEECH_AT_ALL = 0.8
_UNSURE_LOG_PROBABILITY = -0.7
_FEW_WORDS, _SOME_DOUBT, _GUESS_LOG_PROBABILITY = 5, 0.2, -1.2
_LEAST_SPEECH_S = 0.25
_ECHO_OF_WORDS, _ECHO_OF_VOCABULARY = 0.9, 0.7
_LEAST_VOCABULARY, _LEAST_IN_ORDER = 4, 6
_LOOP_TIMES, _LONGEST_LOOP_WORDS = 4, 12
_LOOP_CHARACTERS_PER_S = 20.0
_SURE_LOOP_TIMES = 8
_TAG = re.compile(r"\s*(?:\[([^\[\]]{1,40})\]|\(([^()]{1,40})\)|\*([^*]{1,40})\*)|\s*[♪♫]+(?:[^♪♫]{0,80}[♪♫]+)?")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the sound says. `speech_s`: how much of it the voice detector took for speech; None where nobody listened
    for it. Probabilities as the model gives them."""

    duration_s: float
    speech_s: float | None = None
    average_log_probability: float = 0.0
    no_speech_probability: float = 0.0


def said(text: str, evidence: Evidence, language: Language, vocabulary: Sequence[str] = ()) -> str:
    """The text without what nobody said; empty where that is all of it. Spaces must be tidy."""
    text = _without_loops(_without_tags(text, language), evidence, language)
    if (
        _is_impossibly_fast(text, evidence)
        or _is_silence(evidence)
        or _is_guess(text, evidence)
        or _is_known_invention(text, evidence, language)
        or _is_echo(text, vocabulary)
    ):
        return ""
    return text


def _is_impossibly_fast(text: str, evidence: Evidence) -> bool:
    return len(text) >= _LEAST_CHARACTERS and len(text) > evidence.duration_s * MAX_CHARACTERS_PER_S


def _is_silence(evidence: Evidence) -> bool:
    """The model doubts that anybody spoke, and its own words."""
    unsure = evidence.average_log_probability < _UNSURE_LOG_PROBABILITY
    no_voice = evidence.speech_s is not None and evidence.speech_s < _LEAST_SPEECH_S
    return unsure and evidence.no_speech_probability > (_NO_SPEECH if no_voice else _NO_SPEECH_AT_ALL)


def _is_guess(text: str, evidence: Evidence) -> bool:
    """A few words of which the model believes next to nothing, and it doubts that somebody spoke."""
    few = len(text.split()) <= _FEW_WORDS
    doubted = evidence.no_speech_probability > _SOME_DOUBT
    return few and doubted and evidence.average_log_probability < _GUESS_LOG_PROBABILITY


def _is_known_invention(text: str, evidence: Evidence, language: Language) -> bool:
    """`Thank you.` may have been said: the sound must speak against it."""
    words = split(text)[0]
    wording = " ".join(word.key for word in words if word.core)
    if wording not in language.invented:
        return False
    no_voice = evidence.speech_s is not None and evidence.speech_s < _LEAST_SPEECH_S
    return (
        no_voice
        or evidence.no_speech_probability > _NO_SPEECH
        or evidence.average_log_probability < _UNSURE_LOG_PROBABILITY
    )


def _is_echo(text: str, vocabulary: Sequence[str]) -> bool:
    """The words that the model was told to listen for, and nothing else: most of them, or many in the order in which
    it was told of them."""
    told = [word.key for entry in vocabulary for word in split(entry)[0] if word.core]
    known = set(told)
    words = [word.key for word in split(text)[0] if word.core]
    if len(known) < _LEAST_VOCABULARY or not words:
        return False
    if len(words) >= _LEAST_IN_ORDER and f" {' '.join(words)} " in f" {' '.join(told)} ":
        return True
    echoed = sum(word in known for word in words)
    used = len(known & set(words))
    return echoed >= _ECHO_OF_WORDS * len(words) and used >= _ECHO_OF_VOCABULARY * len(known)


def _without_tags(text: str, language: Language) -> str:
    """`[Music]`, `(applause)`, notes; what else stands in brackets stays."""

    def stay(found: re.Match[str]) -> str:
        inside = next((group for group in found.groups() if group is not None), None)
        if inside is None:
            return ""
        words = re.findall(r"[^\W_]+", inside.lower())
        return "" if words and all(word in language.sounds for word in words) else found[0]

    return _TAG.sub(stay, text).strip()


def _without_loops(text: str, evidence: Evidence, language: Language) -> str:
    """Of words that go round and round, once."""
    words, rest = split(text)
    keys = [word.key for word in words]
    too_fast = len(text) > (evidence.speech_s or evidence.duration_s) * _LOOP_CHARACTERS_PER_S
    kept, at = [], 0
    while at < len(words):
        length, times = _loop(keys, at)
        is_loop = times >= (_LOOP_TIMES if too_fast else _SURE_LOOP_TIMES)
        once = is_loop and not set(keys[at : at + length]) & language.doubled
        reach = length * times if is_loop else 1
        kept += words[at : at + (length if once else reach)]
        at += reach
    return "".join(word.gap + word.text for word in kept) + rest if len(kept) < len(words) else text


def _loop(keys: Sequence[str], at: int) -> tuple[int, int]:
    """The words from here that are repeated most often: how many, and how often."""
    best = (1, 1)
    for length in range(2, _LONGEST_LOOP_WORDS + 1):
        times = 1
        while keys[at : at + length] == keys[at + times * length : at + (times + 1) * length]:
            times += 1
        if length * times > best[0] * best[1] and times > 1:
            best = (length, times)
    return best
