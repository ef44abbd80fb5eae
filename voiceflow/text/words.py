"""A text as words and the marks around them: what every rule looks at."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

HELD = "\ue000"
"""Before a word that rules must leave alone; private to the pipeline (Unicode, private use area)."""

_CLOSING = "”’»\"')]}›"
_SENTENCE_ENDS = ".!?…。！？"
_WORD = re.compile(r"(\s*)(\S+)")
_PARTS = re.compile(r"^([^\w\ue000+#@$€£%°&/~<>=*-]*)(.*?)([^\w+#@$€£%°&/~<>=*-]*)$", re.DOTALL)


@dataclass(slots=True)
class Word:
    """One run without spaces: `gap` is the white space before it, `lead` and `trail` are marks around `core`. `core`
    is empty where there are only marks."""

    gap: str
    lead: str
    core: str
    trail: str

    @property
    def key(self) -> str:
        """For look-ups; empty marks that nothing may match."""
        return self.core.lower().replace("’", "'")

    @property
    def text(self) -> str:
        return self.lead + self.core + self.trail

    @property
    def ends_sentence(self) -> bool:
        return self.trail.rstrip(_CLOSING)[-1:] in tuple(_SENTENCE_ENDS)

    @property
    def is_capitalised(self) -> bool:
        return self.core[:1].isupper()


def split(text: str) -> tuple[list[Word], str]:
    """The words, and the white space behind the last one."""
    words, end = [], 0
    for found in _WORD.finditer(text):
        gap, chunk = found.groups()
        if chunk.isalnum():
            words.append(Word(gap, "", chunk, ""))
        elif chunk[:-1].isalnum() and chunk[-1] in ",.?!:;":
            words.append(Word(gap, "", chunk[:-1], chunk[-1]))
        else:
            words.append(Word(gap, *_PARTS.match(chunk).groups()))  # type: ignore[union-attr]  # it matches everything
        end = found.end()
    return words, text[end:]


def join(words: Sequence[Word], rest: str = "") -> str:
    return "".join(word.gap + word.text for word in words) + rest


def starts_sentence(words: Sequence[Word], at: int) -> bool:
    return at == 0 or words[at - 1].ends_sentence or "\n" in words[at].gap


def keep_sentences(words: list[Word], at: int) -> None:
    """After a word was taken out from before `at`: a sentence that begins there begins with a capital."""
    if at < len(words) and starts_sentence(words, at):
        words[at].core = capitalised(words[at].core)


def capitalised(core: str) -> str:
    """`iPhone` and its like stay."""
    return core if any(letter.isupper() for letter in core) else core[:1].upper() + core[1:]


def is_joined(words: Sequence[Word], begin: int, end: int) -> bool:
    """Nothing stands between these words: they were said in one breath."""
    return all(not words[at].trail for at in range(begin, end - 1)) and all(
        not words[at].lead for at in range(begin + 1, end)
    )
