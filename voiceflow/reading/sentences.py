"""Where sentences end. The words that it knows are in `resources/reading`, cases in `tests/reading/sentences.tsv`."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from voiceflow.paths import resources_folder
from voiceflow.reading.spoken import speakable, spoken

SENTENCE_PAUSE_S, PARAGRAPH_PAUSE_S = 0.15, 0.45
LONGEST = 300
"""Characters: 20 s of speech. What is longer is cut, so that sound comes soon and stops soon."""
_WRAPPED_FROM = 45
"""A line that is as long as this was broken to fit a page; a shorter one ends where it ends: headings, verse, code."""

_END = re.compile(r"[.!?…]+[\"'»”“’)\]]*(?=\s)|[。！？]+[」』”）]*")
_ITEM = re.compile(r"\s*(?:[-*+•‣◦–]|\(?\d{1,3}[.)]|\(?[a-zA-Z]\))\s+")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_LAST_WORD = re.compile(r"[^\s(\[\"'„“«]+$")
_LETTERS_WITH_STOPS = re.compile(r"(?:[^\W\d_]\.){2,}$")
_INITIAL = re.compile(r"[^\W\d_]\.$")
_NUMBER = re.compile(r"\d{1,2}\.$")
_PAUSES = re.compile(r"[;:,–—]\s")


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text` as it is to be said; `pause_s` of silence behind it."""

    text: str
    pause_s: float = SENTENCE_PAUSE_S


def split(text: str, language: str = "") -> list[Sentence]:
    """What there is to say, in order; of unknown languages by the rules that all share."""
    found: list[Sentence] = []
    for paragraph in _paragraphs(text):
        said = [part for sentence in _ends(paragraph, language) for part in _parts(spoken(sentence)) if speakable(part)]
        found += [Sentence(part) for part in said[:-1]]
        found += [Sentence(part, PARAGRAPH_PAUSE_S) for part in said[-1:]]
    return found


def _paragraphs(text: str) -> Iterator[str]:
    """Runs of lines that belong together: neither an empty line, a new item of a list, nor the end of a short line is
    between them. Lines of code stand alone."""
    lines: list[str] = []
    in_code = False
    for line in text.splitlines():
        fence = _FENCE.match(line)
        in_code = in_code != bool(fence)
        if fence or not line.strip():
            yield from _joined(lines)
        else:
            if in_code or _ITEM.match(line) or (lines and len(lines[-1]) < _WRAPPED_FROM):
                yield from _joined(lines)
            lines.append(line.strip())
    yield from _joined(lines)


def _joined(lines: list[str]) -> Iterator[str]:
    if lines:
        yield " ".join(lines)
        lines.clear()


def _ends(paragraph: str, language: str) -> Iterator[str]:
    start = 0
    rules = _rules(language.partition("-")[0])
    marker = _ITEM.match(paragraph)
    for end in _END.finditer(paragraph, marker.end() if marker else 0):
        if rules.ends(paragraph[start : end.end()], paragraph[end.end() :].lstrip()):
            yield paragraph[start : end.end()].strip()
            start = end.end()
    if paragraph[start:].strip():
        yield paragraph[start:].strip()


def _parts(sentence: str) -> Iterator[str]:
    """The sentence, or pieces of one that is too long, cut at its pauses, else between words."""
    while len(sentence) > LONGEST:
        pauses = [pause.end() for pause in _PAUSES.finditer(sentence, LONGEST // 4, LONGEST)]
        cut = pauses[-1] if pauses else sentence.rfind(" ", 0, LONGEST) + 1 or LONGEST
        yield sentence[:cut].strip()
        sentence = sentence[cut:]
    yield sentence.strip()


@dataclass(frozen=True, slots=True)
class _Rules:
    words: frozenset[str]
    numbered: frozenset[str]
    starters: frozenset[str]
    ordinals: bool

    def ends(self, before: str, after: str) -> bool:
        """`before` ends with a mark; `after` is what follows."""
        bare = before.rstrip("\"'»”“’)]")
        if not after or bare[-1] in "。！？":
            return True
        if after[0].islower():
            return False
        return bare[-1] != "." or bare.endswith("..") or not self._abbreviates(bare, after)

    def _abbreviates(self, before: str, after: str) -> bool:
        found = _LAST_WORD.search(before)
        last = found[0] if found else ""
        word = last[:-1].lower()
        follower = re.match(r"\w+", after)
        if word in self.numbered:
            return after[0].isdigit()
        if _LETTERS_WITH_STOPS.search(last) or (_INITIAL.fullmatch(last) and last != "I."):
            return follower is None or follower[0].lower() not in self.starters
        if _NUMBER.fullmatch(last):
            return self.ordinals
        return word in self.words


@cache
def _rules(language: str) -> _Rules:
    tables = tomllib.loads((resources_folder() / "reading" / "abbreviations.toml").read_text("utf-8"))
    both = tables["any"], tables.get(language, {})
    words, numbered, starters = (
        frozenset(" ".join(table.get(name, "") for table in both).split()) for name in ("words", "numbered", "starters")
    )
    return _Rules(words, numbered, starters, bool(both[1].get("ordinals")))
