"""Sounds of somebody who thinks, and words said again and again by a tongue that stumbles."""

from voiceflow.text.language import Language
from voiceflow.text.words import Word, join, keep_sentences, split

_SOFT = ("", ",", "-", "–", "—", "…", "...")
_LONGEST_STUTTER_WORDS = 3
_STUTTER_TIMES = 3


def drop_fillers(text: str, language: Language) -> str:
    """`um` goes, with the commas that were its own. A text of nothing else stays, and so do quoted ones and those that
    are talked about (`the word um`)."""
    if not language.fillers:
        return text
    words, rest = split(text)
    if all(word.key in language.fillers or not word.core for word in words):
        return text
    kept: list[Word] = []
    for at, word in enumerate(words):
        if _is_filler(word, words[at - 1] if at else None, language):
            _pass_on(kept, words, at, language)
        else:
            kept.append(word)
    return join(kept, rest)


def drop_stutters(text: str, language: Language) -> str:
    """Up to three words, said three times or more in a row, stay once. With commas between, only words that nobody
    repeats for effect: `Location, location, location` stays. Words that are repeated in earnest, and numbers, stay."""
    words, rest = split(text)
    keys = [word.key for word in words]
    kept: list[Word] = []
    at = 0
    while at < len(words):
        length, times = _run(words, keys, at)
        if times >= _STUTTER_TIMES and _is_stutter(words[at : at + times * length], length, language):
            last = words[at + (times - 1) * length : at + times * length]
            first = words[at]
            last[0].gap, last[0].lead, last[0].core = first.gap, first.lead, first.core
            kept += last
            at += times * length
        else:
            kept += words[at : at + times * length]
            at += times * length
    return join(kept, rest)


def _is_filler(word: Word, before: Word | None, language: Language) -> bool:
    if word.key not in language.fillers or (word.core.isupper() and len(word.core) > 1):
        return False
    return not word.lead and not (before and (before.key in language.naming or "\u201c" in before.lead))


def _pass_on(kept: list[Word], words: list[Word], at: int, language: Language) -> None:
    """What the filler leaves behind: a line break, the end of the sentence, a capital. `Well, um, I` keeps its comma;
    `I, um, think` had none."""
    filler, following = words[at], at + 1
    if following < len(words):
        if "\n" in filler.gap or not kept:
            words[following].gap = filler.gap
        if filler.is_capitalised:
            keep_sentences([*kept[-1:], words[following]], len(kept[-1:]))
    if not kept:
        return
    before = kept[-1]
    if filler.ends_sentence and not before.ends_sentence and filler.trail not in _SOFT:
        before.trail = before.trail.rstrip(",;–—-") + filler.trail
    elif before.trail == "," and (
        following == len(words) or (filler.trail in _SOFT[1:] and before.key not in language.openers)
    ):
        before.trail = ""


def _run(words: list[Word], keys: list[str], at: int) -> tuple[int, int]:
    """How many words are repeated from here, and how often they stand there; (1, 1) where nothing is."""
    for length in range(1, _LONGEST_STUTTER_WORDS + 1):
        times = 1
        while _same(words, keys, at + times * length, length):
            times += 1
        if times >= _STUTTER_TIMES:
            return length, times
    return 1, 1


def _same(words: list[Word], keys: list[str], other: int, length: int) -> bool:
    """As the words right before."""
    if keys[other - length : other] != keys[other : other + length]:
        return False
    return all(not word.lead and "\n" not in word.gap for word in words[other : other + length])


def _is_stutter(run: list[Word], length: int, language: Language) -> bool:
    keys = {word.key.strip("-") for word in run}
    if not all(any(letter.isalpha() for letter in key) for key in keys) or keys & language.doubled:
        return False
    trails = {word.trail for word in run[:-1]}
    return trails == {""} or (len(trails) == 1 and trails <= set(_SOFT) and keys <= language.starters)
