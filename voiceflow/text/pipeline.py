"""The rules by name, in their order, and what each of them changed."""

import datetime as dt
import logging
from collections.abc import Callable
from dataclasses import dataclass

from voiceflow.text import fillers, guards, literal
from voiceflow.text.commands import command_of
from voiceflow.text.correction import correct
from voiceflow.text.finish import finish
from voiceflow.text.guards import Evidence
from voiceflow.text.language import Language, language
from voiceflow.text.replacements import Replacement, replace
from voiceflow.text.snippets import Beside, expand, nothing, split_caret
from voiceflow.text.spoken_marks import punctuate
from voiceflow.text.vocabulary import Entry, hotwords
from voiceflow.text.writing_numbers import write_numbers

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Wishes:
    """Which rules are on, as the settings' section `text` says it. `corrects`: what sounds like the vocabulary is
    written as that; its echo is a guard's affair either way."""

    verbatim: bool = False
    trailing_space: bool = True
    guards: bool = True
    commands: bool = True
    fillers: bool = True
    stutters: bool = True
    spoken_punctuation: str = "careful"
    numbers: str = "from_ten"
    replacements: tuple[Replacement, ...] = ()
    snippets: tuple[Replacement, ...] = ()
    beside: Beside = nothing
    vocabulary: tuple[Entry, ...] = ()
    corrects: bool = True


@dataclass(frozen=True, slots=True)
class Rule:
    """`apply` is pure but for the clock; it may raise, which costs this rule and nothing else."""

    name: str
    title: str
    is_on: Callable[[Wishes], bool]
    apply: Callable[[str, Language, Wishes], str]


@dataclass(frozen=True, slots=True)
class Change:
    """`text` is the whole text behind the rule."""

    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """`command`: what to do instead of writing a text. `behind`: what of the text a snippet wants behind the cursor,
    without spaces at its end."""

    text: str
    changes: tuple[Change, ...] = ()
    command: str = ""
    behind: str = ""


RULES: tuple[Rule, ...] = (
    Rule("spaces", "Spaces tidied", lambda wishes: True, lambda text, _, __: " ".join(text.split())),
    Rule("literal", "Meant literally", lambda wishes: wishes.spoken_punctuation != "off",
         lambda text, tongue, _: literal.hold(text, tongue)),
    Rule("fillers", "Fillers left out", lambda wishes: wishes.fillers,
         lambda text, tongue, _: fillers.drop_fillers(text, tongue)),
    Rule("stutters", "Stutters left out", lambda wishes: wishes.stutters,
         lambda text, tongue, _: fillers.drop_stutters(text, tongue)),
    Rule("vocabulary", "Your vocabulary", lambda wishes: wishes.corrects and bool(wishes.vocabulary),
         lambda text, tongue, wishes: correct(text, wishes.vocabulary, tongue.code)),
    Rule("numbers", "Numbers written", lambda wishes: wishes.numbers != "as_spoken",
         lambda text, tongue, wishes: write_numbers(text, tongue, wishes.numbers)),
    Rule("spoken_punctuation", "Spoken marks", lambda wishes: wishes.spoken_punctuation != "off",
         lambda text, tongue, wishes: punctuate(text, tongue, wishes.spoken_punctuation == "always")),
    Rule("replacements", "Replaced as you wish", lambda wishes: bool(wishes.replacements),
         lambda text, _, wishes: replace(text, wishes.replacements)),
    Rule("snippets", "Snippets", lambda wishes: bool(wishes.snippets),
         lambda text, tongue, wishes: expand(text, wishes.snippets, tongue, _now(), wishes.beside)),
)  # fmt: skip
"""In the order in which they work. Sounds that are no words go first, so that what is said around them stands together;
names come before numbers and marks, which leave them alone; the user's own replacements come last,
so that they see the text as it would be written."""

GUARDS, COMMANDS, JOINS, CLEANUP = "guards", "commands", "joins", "cleanup"

TITLES = {rule.name: rule.title for rule in RULES} | {
    GUARDS: "Left out, for nobody seems to have said it",
    COMMANDS: "Obeyed",
    JOINS: "Fitted to the text around it",
    CLEANUP: "Cleaned up by the language model",
}


def apply(recognized: str, language_code: str, wishes: Wishes, evidence: Evidence | None = None) -> Outcome:
    """The text that goes into the window. Verbatim: as it was recognized. `evidence`: of the sound, for the guards
    against what nobody said."""
    if wishes.verbatim:
        return Outcome(finish(recognized, wishes.trailing_space))
    tongue = language(language_code)
    if wishes.commands and (command := command_of(recognized, tongue)):
        return Outcome("", (Change(COMMANDS, ""),), command)
    text = recognized
    changes = []
    if evidence and wishes.guards:
        text = guards.said(" ".join(recognized.split()), evidence, tongue, hotwords(wishes.vocabulary))
        if text.split() != recognized.split():
            changes.append(Change(GUARDS, text))
    for rule in RULES:
        if rule.is_on(wishes):
            before, text = text, _applied(rule, text, tongue, wishes)
            shown = split_caret(literal.release(text))[0]
            if shown.split() != literal.release(before).split():
                changes.append(Change(rule.name, shown))
    text, behind = split_caret(literal.release(text))
    return Outcome(finish(text, wishes.trailing_space), tuple(changes), behind=behind.rstrip())


def _now() -> dt.datetime:
    return dt.datetime.now().astimezone()


def _applied(rule: Rule, text: str, tongue: Language, wishes: Wishes) -> str:
    try:
        return rule.apply(text, tongue, wishes)
    except Exception as error:  # a fault in one rule must not cost the words
        log.error("the rule %s has a fault of its own: %s", rule.name, type(error).__name__)
        return text
