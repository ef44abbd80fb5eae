"""When each word was said: the decoder's attention, aligned by CTranslate2 with dynamic time warping."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from statistics import fmean, median

from voiceflow.engines.stt.contract import Segment, Word, spoken_words
from voiceflow.engines.stt.whisper_features import FRAMES_PER_S, SAMPLE_RATE_HZ
from voiceflow.engines.stt.whisper_steps import Outcome, Steps
from voiceflow.engines.stt.whisper_tokens import Tokens

_SECONDS_PER_STATE = 0.02
_SENTENCE_ENDS = (".", "?", "!", "。", "？", "！", "…")
_SPACELESS = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "MYANMAR", "KHMER")


def word_times(steps: Steps, outcome: Outcome) -> tuple[Word, ...]:
    """Times from the start of the request's sound. One more pass of the decoder, over all the words at once."""
    tokens = [token for token in outcome.tokens if token < steps.tokens.end]
    if not tokens:
        return ()
    heard_frames = -(-len(steps.request.pcm) * FRAMES_PER_S // SAMPLE_RATE_HZ)
    start = steps.start_sequence(outcome.encoded)
    aligned = steps.handle.align(outcome.encoded, start, [tokens], heard_frames + heard_frames % 2)[0]
    times_s = _token_times(aligned.alignments, len(tokens) + 1)
    duration_s = len(steps.request.pcm) / SAMPLE_RATE_HZ
    words: list[Word] = []
    at = 0
    for group in word_groups(steps.tokens, tokens):
        end = at + len(group)
        probability = fmean(aligned.text_token_probs[at:end])
        text = steps.tokens.decode(group)
        words.append(Word(min(times_s[at], duration_s), min(times_s[end], duration_s), text, probability))
        at = end
    return tuple(without_swallowed_pauses(words))


def _token_times(alignments: Sequence[tuple[int, int]], count: int) -> list[float]:
    """When each token begins; the one after the last ends the text."""
    begins: dict[int, float] = {}
    for token, state in alignments:
        begins.setdefault(token, state * _SECONDS_PER_STATE)
    last_s = alignments[-1][1] * _SECONDS_PER_STATE if alignments else 0.0
    return [begins.get(token, last_s) for token in range(count)]


def word_groups(tokens: Tokens, sequence: Sequence[int]) -> list[list[int]]:
    """Tokens that make one word together: a word begins with a space, or with each letter of a script without them."""
    groups: list[list[int]] = []
    for piece in _whole_characters(tokens, sequence):
        text = tokens.decode(piece)
        if not groups or text.startswith(" ") or _is_spaceless(text[:1]):
            groups.append(piece)
        else:
            groups[-1] = groups[-1] + piece
    return groups


def _whole_characters(tokens: Tokens, sequence: Sequence[int]) -> Iterator[list[int]]:
    """A character of several bytes may be spread over several tokens."""
    piece: list[int] = []
    for token in sequence:
        piece.append(token)
        if "\ufffd" not in tokens.decode(piece):
            yield piece
            piece = []
    if piece:
        yield piece


def _is_spaceless(character: str) -> bool:
    return bool(character) and unicodedata.name(character, "").startswith(_SPACELESS)


def without_swallowed_pauses(words: Sequence[Word]) -> list[Word]:
    """The alignment gives the pause before a word to it, and so the first word all the silence before it: no word
    begins earlier than twice the median length before its end, and half a second at least; a number has as many words
    as digits."""
    if not words:
        return []
    counts = [max(1, spoken_words(word.text)) for word in words]
    usual_s = median((word.end_s - word.start_s) / count for word, count in zip(words, counts, strict=True))
    longest_s = max(0.5, 2.0 * usual_s)
    return [
        replace(word, start_s=max(word.start_s, word.end_s - longest_s * count))
        for word, count in zip(words, counts, strict=True)
    ]


def segments_of(words: Sequence[Word]) -> tuple[Segment, ...]:
    """One a sentence."""
    numbers = [0]
    for before, _ in pairwise(words):
        numbers.append(numbers[-1] + before.text.rstrip("\"'»”").endswith(_SENTENCE_ENDS))
    sentences = groupby(zip(numbers, words, strict=False), key=lambda pair: pair[0])
    return tuple(_segment([word for _, word in pairs]) for _, pairs in sentences)


def _segment(words: Sequence[Word]) -> Segment:
    return Segment(words[0].start_s, words[-1].end_s, "".join(word.text for word in words).strip())
