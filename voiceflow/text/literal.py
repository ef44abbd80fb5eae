"""`literal comma` writes the word: the escape, and the mark that keeps the rules after it away."""

from voiceflow.text.language import Language
from voiceflow.text.words import HELD, Word, capitalised, join, split


def hold(text: str, language: Language) -> str:
    """Takes the escape out before a command or a filler, which is held. A word after an article (`a literal comma`) is
    no escape; what it stands before is held all the same."""
    text, lowered = text.replace(HELD, ""), text.lower()
    if not any(escape in lowered for escape in language.literal):
        return text
    words, rest = split(text)
    at, changed = 0, False
    while at < len(words) - 1:
        length = _named(words, at + 1, language) if words[at].key in language.literal and not words[at].trail else 0
        if length:
            changed = True
            for held in words[at + 1 : at + 1 + length]:
                held.core = HELD + held.core
            if at and words[at - 1].key in language.articles:
                at += 1
            else:
                _take_out(words, at)
        at += max(1, length)
    return join(words, rest) if changed else text


def release(text: str) -> str:
    return text.replace(HELD, "")


def _named(words: list[Word], at: int, language: Language) -> int:
    """How many words from here on are something that a rule would act on."""
    for command in language.commands.get(words[at].key, ()):
        if tuple(word.key for word in words[at : at + len(command.say)]) == command.say:
            return len(command.say)
    return 1 if words[at].key in language.fillers | language.literal else 0


def _take_out(words: list[Word], at: int) -> None:
    escape = words.pop(at)
    held = words[at]
    held.gap, held.lead = escape.gap, escape.lead + held.lead
    if escape.is_capitalised:
        held.core = HELD + capitalised(held.core.removeprefix(HELD))
