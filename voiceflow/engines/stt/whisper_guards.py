"""Does a decode look like what somebody said? Pure functions over text and its evidence."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

MAX_COMPRESSION_RATIO = 1.8
MIN_AVERAGE_LOG_PROBABILITY = -1.0
MAX_TOKENS_PER_S = 6.0
SPARE_TOKENS = 4
LENGTH_LIMIT_SPARE_TOKENS = 24
FEW_TOKENS = 3
FEW_TOKENS_PER_S = 2.2
FEW_SPEECH_S = 2.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """`text` is the whole, forced prefix included; `tokens` counts the new ones; `duration_s` is the whole sound's;
    `known` is what an earlier decode of its beginning was sure of."""

    text: str
    tokens: int
    duration_s: float
    average_log_probability: float
    no_speech_probability: float
    known: str = ""


def suspicion(evidence: Evidence) -> str:
    """Why the decode should be done again; empty when it looks right."""
    if evidence.tokens > evidence.duration_s * MAX_TOKENS_PER_S + SPARE_TOKENS:
        return "too_many_tokens"
    if has_repeat(evidence.text, evidence.known):
        return "repeat"
    if compression_ratio(evidence.text) > MAX_COMPRESSION_RATIO:
        return "compression"
    if evidence.average_log_probability < MIN_AVERAGE_LOG_PROBABILITY:
        return "doubt"
    return ""


def is_silence(evidence: Evidence) -> bool:
    """The model doubts that anybody spoke, and is unsure of its words (openai/whisper, transcribe.py); or its words are
    few, as the "you" that it hears in noise."""
    doubt, average = evidence.no_speech_probability, evidence.average_log_probability
    return (doubt > 0.6 and average < -1.0) or (doubt > 0.7 and average < -0.45 and evidence.tokens <= FEW_TOKENS)


def may_have_stopped_early(tokens: int, speech_s: float) -> bool:
    """Few words for so much speech: slow speech, or the model took a change of voice or room for the end. Where its
    words end tells which."""
    return speech_s >= FEW_SPEECH_S and tokens < speech_s * FEW_TOKENS_PER_S


def length_limit(duration_s: float) -> int:
    """New tokens that speech never reaches; bounds the time that a loop can cost."""
    return min(224, int(duration_s * MAX_TOKENS_PER_S) + LENGTH_LIMIT_SPARE_TOKENS)


def has_repeat(text: str, known: str = "") -> bool:
    """Three words or more right after themselves, or two words three times in a row; but for those in `known`, which
    `text` begins with: they were said."""
    words = words_of(text)
    return any(words[:end] != words_of(known)[:end] for end in _runs(words))


def words_of(text: str) -> list[str]:
    """Without case and punctuation."""
    return re.findall(r"[^\W_]+(?:'[^\W_]+)?", text.lower())


def _runs(words: list[str]) -> Iterator[int]:
    """Where they end."""
    for length in range(2, len(words) // 2 + 1):
        times = 3 if length == 2 else 2
        for begin in range(len(words) - length * times + 1):
            end = begin + length * times
            if words[begin : end - length] == words[begin + length : end]:
                yield end


def compression_ratio(text: str) -> float:
    data = text.encode()
    return len(data) / len(zlib.compress(data)) if data else 0.0
