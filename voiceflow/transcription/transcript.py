"""What was said in a file, with times; grouped into sentences and into subtitles."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from voiceflow.engines.stt.contract import Segment, Word

_SENTENCE_END = re.compile(r"[.!?…。！？]['\"”’)\]]*$")
_SENTENCE_GAP_S = 1.5
_PARAGRAPH_GAP_S = 2.5
_CUE_GAP_S = 1.0


@dataclass(frozen=True, slots=True)
class CueLimits:
    """What viewers can read: two lines of 42 characters, at most 7 s (Netflix Timed Text Style Guide, English)."""

    line_characters: int = 42
    lines: int = 2
    duration_s: float = 7.0


@dataclass(frozen=True, slots=True)
class Transcript:
    """`words` in order, times in seconds of the file; `exact_times` is False where they were shared out by length."""

    name: str
    duration_s: float
    language: str
    engine: str
    model: str
    words: tuple[Word, ...] = ()
    exact_times: bool = False
    warnings: tuple[str, ...] = field(default=())

    @property
    def text(self) -> str:
        """A paragraph a line."""
        return "\n".join(segment.text for segment in _segments(self.words, _is_paragraph_end))

    def sentences(self) -> list[Segment]:
        return list(_segments(self.words, _is_sentence_end))

    def cues(self, limits: CueLimits | None = None) -> list[Segment]:
        """Subtitles: never over a sentence's end or a pause, short enough to be read."""
        limits = limits or CueLimits()
        room = limits.lines * limits.line_characters

        def full(group: Sequence[Word], following: Word) -> bool:
            text = _joined([*group, following])
            return (
                _is_sentence_end(group, following, _CUE_GAP_S)
                or len(text) > room
                or len(wrapped(text, limits.line_characters)) > limits.lines
                or following.end_s - group[0].start_s > limits.duration_s
            )

        return list(_segments(self.words, full))


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most `width` characters, broken at spaces; a word that is longer is broken anywhere."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines += [word[at : at + width] for at in range(0, len(word), width)]
    return lines


def _is_sentence_end(group: Sequence[Word], following: Word, gap_s: float = _SENTENCE_GAP_S) -> bool:
    return bool(_SENTENCE_END.search(group[-1].text)) or following.start_s - group[-1].end_s > gap_s


def _is_paragraph_end(group: Sequence[Word], following: Word) -> bool:
    return following.start_s - group[-1].end_s > _PARAGRAPH_GAP_S


def _segments(words: Sequence[Word], is_end: Callable[[Sequence[Word], Word], bool]) -> Iterator[Segment]:
    group: list[Word] = []
    for word in words:
        if group and is_end(group, word):
            yield _segment(group)
            group = []
        group.append(word)
    if group:
        yield _segment(group)


def _segment(group: Sequence[Word]) -> Segment:
    return Segment(group[0].start_s, group[-1].end_s, _joined(group))


def _joined(group: Sequence[Word]) -> str:
    return "".join(word.text for word in group).strip()
