"""Words of the user's vocabulary that the recognizer wrote down by their sound: `Sarah Swati` -> `Saraswati`.

Runs of one to three words that no mark separates are compared with every entry by letters and by sound (issue 6). Words
that are ordinary in the language were probably said as they stand, and need far more likeness than others."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from voiceflow.text.lexicon import Lexicon, lexicon
from voiceflow.text.phonetics import letters, sound
from voiceflow.text.vocabulary import MOST_WORDS, Entry
from voiceflow.text.words import HELD, Word, is_joined, join, split, starts_sentence

# The least likeness, chosen on tests/benchmarks/names_tuning.txt; `python -m tests.benchmarks.vocabulary` measures
# other names. NAME: with a capital within a sentence. JOINED: begins or ends with a word such as `the`.
_UNKNOWN, _UNKNOWN_JOINED = 0.85, 0.9
_UNKNOWN_NAME, _UNKNOWN_NAME_JOINED = 0.72, 0.84
_ORDINARY, _ORDINARY_NAME = 0.9, 0.86
_SHORT_LETTERS, _MORE_WHEN_SHORT = 5, 0.1
_LEAST_LETTERS, _LEAST_SOUND = 4, 3
_LEAST_LIKE_LETTERS = 0.5
_NEVER = 2.0
_POSSESSIVE = ("'s", "’s")
_SAYS_MORE = re.compile(r"[\d+#]")
"""The letters alone are another word: not every `GPT` is `GPT-4`, and no vitamin is `C++`."""
_CAPITALS_IN_SENTENCES = frozenset(("de",))
"""Languages in which a capital says nothing of names."""


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to write an entry down; `told` by the user, as what it sounds like."""

    letters: str
    sound: str
    spelling: str
    told: bool


@dataclass(slots=True)
class _Index:
    language: str
    known: Lexicon
    exact: dict[str, _Form] = field(default_factory=dict)
    by_sound: dict[str, list[_Form]] = field(default_factory=dict)
    by_letters: dict[str, _Form] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Run:
    """Words from `begin` to before `end`, as they were heard."""

    begin: int
    end: int
    letters: str
    ordinary: bool
    joined: bool
    name: bool

    @property
    def least_likeness(self) -> float:
        if self.ordinary:
            if self.joined or not (self.name or self.end - self.begin > 1):
                return _NEVER
            return _ORDINARY_NAME if self.name else _ORDINARY
        if self.name:
            return _UNKNOWN_NAME_JOINED if self.joined else _UNKNOWN_NAME
        return _UNKNOWN_JOINED if self.joined else _UNKNOWN


@dataclass(frozen=True, slots=True)
class _Match:
    begin: int
    end: int
    likeness: float
    spelling: str


def correct(text: str, entries: Sequence[Entry], language_code: str) -> str:
    """What is like an entry is written as that is spelt, and held: later rules leave it alone."""
    if not entries:
        return text
    words, rest = split(text)
    index = _index(tuple(entries), language_code.split("-")[0].lower())
    chosen = _best_first(_matches(words, index))
    return join(list(_written(words, chosen)), rest) if chosen else text


def likeness(heard: str, meant: str, language_code: str) -> float:
    """0 to 1: half of letters, half of sound; of letters alone in languages whose sounds nobody here knows. Both as
    `phonetics.letters` gives them."""
    from rapidfuzz.distance import Indel

    of_letters = Indel.normalized_similarity(heard, meant)
    sounds = sound(heard, language_code), sound(meant, language_code)
    return (of_letters + Indel.normalized_similarity(*sounds)) / 2 if all(sounds) else of_letters


def _best_first(matches: Iterator[_Match]) -> dict[int, _Match]:
    """By their first words; of those that overlap the likest, then the longest."""
    taken: set[int] = set()
    chosen = {}
    for match in sorted(matches, key=lambda each: (-each.likeness, each.begin - each.end, each.begin)):
        places = range(match.begin, match.end)
        if taken.isdisjoint(places):
            taken.update(places)
            chosen[match.begin] = match
    return chosen


def _written(words: Sequence[Word], chosen: dict[int, _Match]) -> Iterator[Word]:
    at = 0
    while at < len(words):
        match = chosen.get(at)
        if match is None:
            yield words[at]
            at += 1
            continue
        last = words[match.end - 1]
        owned = last.core.endswith(_POSSESSIVE) and not match.spelling.endswith(_POSSESSIVE)
        owner = last.core[-2:] if owned else ""
        yield Word(words[at].gap, words[at].lead, HELD + match.spelling + owner, last.trail)
        at = match.end


@lru_cache(maxsize=8)
def _index(entries: tuple[Entry, ...], language_code: str) -> _Index:
    """Of two entries that sound alike the first one counts, which is the more important. What is more than its letters
    is known by its `sounds_like` only."""
    index = _Index(language_code, lexicon(language_code))
    for each in entries:
        for written in (each.spelling, *each.sounds_like):
            if _SAYS_MORE.search(written):
                continue
            plain = letters(written)
            form = _Form(plain, sound(plain, language_code), each.spelling, written != each.spelling)
            if form.told or not each.exact:
                index.exact.setdefault(plain, form)
            if len(plain) >= _LEAST_LETTERS and not each.exact:
                index.by_letters.setdefault(plain, form)
                if len(form.sound) >= _LEAST_SOUND:
                    index.by_sound.setdefault(form.sound, []).append(form)
    return index


def _matches(words: Sequence[Word], index: _Index) -> Iterator[_Match]:
    for run in _runs(words, index):
        form = index.exact.get(run.letters)
        if form:
            if form.told or not _is_common_word(run, form, index.known):
                yield _Match(run.begin, run.end, 1.0, form.spelling)
        elif run.least_likeness < _NEVER:
            found = max(_alike(run, index), default=(0.0, ""))
            if found[1]:
                yield _Match(run.begin, run.end, *found)


def _is_common_word(run: _Run, form: _Form, known: Lexicon) -> bool:
    """Mark, who is no mark; `evolution`, which is no mail program: as it was heard. An `iphone` is an iPhone."""
    return run.end - run.begin == 1 and form.letters in known.ordinary and form.spelling[1:].islower()


def _alike(run: _Run, index: _Index) -> Iterator[tuple[float, str]]:
    least = run.least_likeness
    if run.ordinary:
        candidates = index.by_sound.get(sound(run.letters, index.language), [])
    else:
        candidates = _like_in_letters(run.letters, index)
    for form in candidates:
        found = likeness(run.letters, form.letters, index.language)
        if found >= least + (_MORE_WHEN_SHORT if len(form.letters) <= _SHORT_LETTERS else 0):
            yield found, form.spelling


def _like_in_letters(heard: str, index: _Index) -> list[_Form]:
    from rapidfuzz import process
    from rapidfuzz.distance import Indel

    found = process.extract(
        heard, index.by_letters.keys(), scorer=Indel.normalized_similarity, score_cutoff=_LEAST_LIKE_LETTERS, limit=5
    )
    return [index.by_letters[plain] for plain, *_ in found]


def _runs(words: Sequence[Word], index: _Index) -> Iterator[_Run]:
    known, language = index.known, index.language
    plain = [_spoken(word) for word in words]
    ordinary = [_base(word).lower() in known.ordinary or not known.ordinary for word in words]
    for begin, word in enumerate(words):
        name = language not in _CAPITALS_IN_SENTENCES and word.is_capitalised and not starts_sentence(words, begin)
        for end in range(begin + 1, min(begin + MOST_WORDS, len(words)) + 1):
            if not plain[end - 1] or (end - begin > 1 and not is_joined(words, end - 2, end)):
                break
            edges = {plain[begin], plain[end - 1]} if end - begin > 1 else ()
            acronym = word.core.isupper()
            yield _Run(
                begin,
                end,
                "".join(plain[begin:end]),
                all(ordinary[begin:end]),
                any(edge in known.frequent for edge in edges),
                name and not acronym,
            )


def _spoken(word: Word) -> str:
    """Its letters; empty for what is no word: numbers, addresses, names of files."""
    base = _base(word)
    return letters(base) if base.replace("-", "").replace("'", "").replace("’", "").isalpha() else ""


def _base(word: Word) -> str:
    return word.core[:-2] if word.core.endswith(_POSSESSIVE) else word.core
