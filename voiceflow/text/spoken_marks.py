"""Which `comma` was meant as a mark. A mark that is talked about stays a word, and so does one in doubt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from voiceflow.text.language import Command, Language
from voiceflow.text.words import Word, is_joined, split
from voiceflow.text.writing_marks import write

_NEAR_WORDS = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A command's words in the text, and what stands around them."""

    words: Sequence[Word]
    begin: int
    command: Command

    @property
    def end(self) -> int:
        return self.begin + len(self.command.say)

    @property
    def last(self) -> Word:
        return self.words[self.end - 1]

    @property
    def before(self) -> Word | None:
        """The word that was said right before, with no mark between."""
        word = self.words[self.begin - 1] if self.begin else None
        return word if word and not word.trail else None

    @property
    def after(self) -> Word | None:
        return self.words[self.end] if self.end < len(self.words) and not self.last.trail else None

    @property
    def is_apart(self) -> bool:
        """The recognizer heard it as a thing of its own: there are marks on both sides."""
        before = self.begin == 0 or bool(self.words[self.begin - 1].trail)
        return before and (bool(self.last.trail) or self.end == len(self.words))

    @property
    def ends_sentence(self) -> bool:
        return self.end == len(self.words) or self.last.ends_sentence


def punctuate(text: str, language: Language, always: bool) -> str:
    """`always`: what is no noun is a command, however doubtful."""
    if not language.commands:
        return text
    words, rest = split(text)
    found = [place for place in _places(words, language) if not _is_noun(place, language)]
    speaks_marks = any(_is_sure(place, language) for place in found)
    meant = [place for place in found if always or _is_meant(place, language, speaks_marks)]
    meant = list(_without_loose_ends(meant))
    return write(words, {place.begin: place.command for place in meant}, language) + rest if meant else text


def _without_loose_ends(meant: Sequence[Place]) -> Iterator[Place]:
    """`The quote unquote experts`: what was not opened is not closed, unless it was clearly said by itself."""
    opened = 0
    for place in meant:
        if place.command.kind == "closing":
            if not opened and not place.is_apart:
                continue
            opened = max(0, opened - 1)
        opened += place.command.kind == "opening"
        yield place


def _places(words: Sequence[Word], language: Language) -> Iterator[Place]:
    at = 0
    while at < len(words):
        place = _place(words, at, language)
        if place:
            yield place
        at = place.end if place else at + 1


def _place(words: Sequence[Word], at: int, language: Language) -> Place | None:
    for command in language.commands.get(words[at].key, ()):
        place = Place(words, at, command)
        if place.end <= len(words) and tuple(word.key for word in words[at : place.end]) == command.say:
            quoted = words[at].lead or place.last.trail.strip(".,;:!?…-–—")
            if is_joined(words, at, place.end) and not quoted:
                return place
    return None


def _is_noun(place: Place, language: Language) -> bool:
    before, after = place.before, place.after
    if after and after.key in language.nouns_after | place.command.not_before:
        return True
    if before is None:
        return False
    if before.key in language.articles | language.nouns_before | place.command.not_after:
        return True
    if language.adjective_endings:
        return _follows(place, language.articles, _NEAR_WORDS, language)
    return before.key in language.adjectives and _follows(place, language.articles, 2, language)


def _is_sure(place: Place, language: Language) -> bool:
    """By what stands around it alone."""
    command, before = place.command, place.before
    if not command.sure or (before and before.key in language.nouns_maybe):
        return False
    if place.end == len(place.words) and (command.write == "upper" or command.write.endswith("- ")):
        return False
    begins = place.begin == 0 or place.words[place.begin - 1].ends_sentence
    return not begins or command.kind in ("break", "opening", "capitals") or place.is_apart


def _is_meant(place: Place, language: Language, speaks_marks: bool) -> bool:
    """Who says one mark says all of them."""
    if _is_sure(place, language):
        return True
    if place.command.sure:
        return speaks_marks
    near = 1 if speaks_marks else _NEAR_WORDS
    if _follows(place, language.articles | language.determiners, near, language):
        return False
    if place.command.write == ".":
        return place.ends_sentence and (speaks_marks or _ends_by_itself(place, language))
    return speaks_marks or (place.is_apart and place.begin > 0 and place.end < len(place.words))


def _ends_by_itself(place: Place, language: Language) -> bool:
    """`See you tomorrow period`; but not `I won't, period`, which is said to insist."""
    before = place.before
    if before is None or before.key in language.nouns_maybe:
        return False
    return not any(word.key in language.denials for word in _sentence_before(place))


def _follows(place: Place, articles: frozenset[str], near: int, language: Language) -> bool:
    """`The whole period`: the article belongs to the word, with what describes it between. No small word stands
    between, and where adjectives can be told by their endings, only they."""
    for word in list(_sentence_before(place))[-near:][::-1]:
        if word.trail:
            return False
        if word.key in articles:
            return True
        if word.key in language.starters:
            return False
        if language.adjective_endings and not (word.core.islower() and word.key.endswith(language.adjective_endings)):
            return False
    return False


def _sentence_before(place: Place) -> Iterator[Word]:
    begin = place.begin
    while begin > max(0, place.begin - 30) and not place.words[begin - 1].ends_sentence:
        begin -= 1
    yield from place.words[begin : place.begin]
