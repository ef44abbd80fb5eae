"""When each word of a window was said, on the clock of the whole file."""

from collections.abc import Sequence
from dataclasses import replace

from voiceflow.engines.stt.contract import Hypothesis, Word
from voiceflow.transcription.windows import FRAME_S, Window

_SPEECH = 0.5
_LONGEST = 42
"""A "word" of more characters is a line of a language that writes without spaces: it is cut into characters."""

Span = tuple[float, float]


def words_of(hypothesis: Hypothesis, window: Window) -> list[Word]:
    """The recognizer's own times where it gives them, else its segments' or the window's speech, shared out by the
    length of the words. Each text carries the space before it."""
    if hypothesis.words:
        words = list(hypothesis.words)
    elif hypothesis.segments:
        words = [
            word for segment in hypothesis.segments for word in spread(segment.text, [(segment.start_s, segment.end_s)])
        ]
    else:
        words = spread(hypothesis.text, speech_spans(window))
    shift_s = window.start_s
    return [replace(word, start_s=word.start_s + shift_s, end_s=word.end_s + shift_s) for word in words]


def speech_spans(window: Window) -> list[Span]:
    """Where the VAD heard speech, from the window's start; all of it where it heard none."""
    spans: list[Span] = []
    begin: int | None = None
    for at, probability in enumerate((*window.probabilities, 0.0)):
        if probability >= _SPEECH and begin is None:
            begin = at
        elif probability < _SPEECH and begin is not None:
            spans.append((begin * FRAME_S, min(at * FRAME_S, window.duration_s)))
            begin = None
    return spans or [(0.0, window.duration_s)]


def spread(text: str, spans: Sequence[Span]) -> list[Word]:
    """Words over stretches of speech, each for as long as its share of the characters."""
    parts = _parts(text)
    characters = sum(len(part) for part in parts)
    total_s = sum(end_s - start_s for start_s, end_s in spans)
    words, done = [], 0
    for part in parts:
        start_s = _at(spans, total_s * done / characters, False)
        done += len(part)
        words.append(Word(start_s, max(start_s, _at(spans, total_s * done / characters, True)), part))
    return words


def _parts(text: str) -> list[str]:
    parts: list[str] = []
    for word in text.split():
        parts += [f" {word}"] if len(word) <= _LONGEST else [f" {word[0]}", *word[1:]]
    return parts


def _at(spans: Sequence[Span], spoken_s: float, ends: bool) -> float:
    """The time at which so much was spoken; at the border of two stretches an end belongs to the first."""
    for start_s, end_s in spans[:-1]:
        length_s = end_s - start_s
        if spoken_s < length_s - 1e-9 or (ends and spoken_s <= length_s + 1e-9):
            return start_s + spoken_s
        spoken_s = max(0.0, spoken_s - length_s)
    return min(spans[-1][0] + spoken_s, spans[-1][1])
