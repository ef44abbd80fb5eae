"""Spoken marks take the place of their words; the recognizer's own marks around those words go with them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from voiceflow.text.language import Command, Language
from voiceflow.text.words import Word, capitalised, join

_SOFT = ".,;:!?…-–—"
_ENDS = (".", "!", "?")


@dataclass(slots=True)
class _Page:
    """What is written so far, and what is waiting for the next word."""

    language: Language
    out: list[Word] = field(default_factory=list)
    gap: str | None = None
    lead: str = ""
    case: Callable[[str], str] | None = None
    until_off: Callable[[str], str] | None = None
    spoken_trail: bool = False

    def add(self, word: Word) -> None:
        if self.gap is not None:
            word.gap = self.gap
        word.lead = self.lead + word.lead
        change = self.until_off or self.case
        word.core = change(word.core) if change else word.core
        self.out.append(word)
        self.gap, self.lead, self.case, self.spoken_trail = None, "", None, False

    def place_for_mark(self, gap: str) -> Word:
        """The word that a mark follows; at the beginning of a text or line it stands by itself."""
        if self.gap is not None or not self.out:
            case = self.case
            self.add(Word(gap, "", "", ""))
            self.case = case
            self.spoken_trail = True
        return self.out[-1]

    def bare(self, word: Word) -> str:
        """Its marks without what the recognizer made of the pause before the command."""
        return word.trail if self.spoken_trail else word.trail.rstrip(_SOFT)

    def lower(self, core: str) -> str:
        key = core.lower()
        if (
            core == "I"
            or core.startswith(("I'", "I’"))
            or key not in self.language.starters
            or core[1:] != core[1:].lower()
        ):
            return core
        return core[:1].lower() + core[1:]


def write(words: Sequence[Word], commands: Mapping[int, Command], language: Language) -> str:
    """`commands` by the place of their first word. The words are used up."""
    page = _Page(language)
    at = 0
    while at < len(words):
        command = commands.get(at)
        if command is None:
            page.add(words[at])
            at += 1
        else:
            end = at + len(command.say)
            _WRITERS[command.kind](page, command, words[at], words[end - 1])
            at = end
    if page.lead:
        page.add(Word(" " if page.out else "", "", "", ""))
    return join(page.out, page.gap or "")


def _mark(page: _Page, command: Command, first: Word, last: Word) -> None:
    before = page.place_for_mark(first.gap)
    ended = (before.ends_sentence and not page.spoken_trail) or last.ends_sentence
    before.trail = page.bare(before) + command.write
    page.spoken_trail = True
    if command.write in _ENDS:
        page.case = capitalised
    elif ended:
        page.case = page.lower


def _opening(page: _Page, command: Command, first: Word, last: Word) -> None:
    if first.is_capitalised and (not page.out or page.out[-1].ends_sentence):
        page.case = capitalised
    if page.gap is None:
        page.gap = first.gap
    page.lead += command.write


def _closing(page: _Page, command: Command, first: Word, last: Word) -> None:
    before = page.place_for_mark(first.gap)
    kept = before.trail if page.spoken_trail or before.ends_sentence else before.trail.rstrip(_SOFT)
    after = "" if kept.endswith(_ENDS) and not page.spoken_trail else last.trail
    before.trail = kept + command.write + after
    page.spoken_trail = False


def _break(page: _Page, command: Command, first: Word, last: Word) -> None:
    ended = last.ends_sentence
    if page.out:
        before = page.out[-1]
        ended = ended or before.ends_sentence
        if before.trail == "," and last.trail and not page.spoken_trail:
            before.trail = ""
    if page.gap is not None and page.gap.startswith("\n"):
        page.gap = page.gap + command.write if command.write == "\n" else command.write
    else:
        page.gap = command.write if page.out or command.write.isspace() else command.write.lstrip("\n")
    if ended or command.write != "\n" or not page.out:
        page.case = capitalised


def _joiner(page: _Page, command: Command, first: Word, last: Word) -> None:
    if not page.out or page.gap is not None:
        page.lead += command.write
        return
    before = page.out[-1]
    before.trail = page.bare(before) + command.write
    page.gap, page.spoken_trail = "", True


def _capitals(page: _Page, command: Command, first: Word, last: Word) -> None:
    how, _, switch = command.write.partition(" ")
    change = str.upper if how == "upper" else capitalised
    if switch:
        page.until_off = change if switch == "on" else None
    else:
        page.case = change
    if page.gap is None:
        page.gap = first.gap


_WRITERS: dict[str, Callable[[_Page, Command, Word, Word], None]] = {
    "mark": _mark,
    "opening": _opening,
    "closing": _closing,
    "break": _break,
    "joiner": _joiner,
    "capitals": _capitals,
}
