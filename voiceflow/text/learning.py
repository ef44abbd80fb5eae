"""What a correction teaches: how a word is spelt, or what is written instead. In doubt it teaches nothing: most edits
change what is said, not how it was heard."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from voiceflow.text.lexicon import Lexicon, lexicon
from voiceflow.text.phonetics import letters
from voiceflow.text.vocabulary import LONGEST_SPELLING, MOST_WORDS, Entry
from voiceflow.text.words import Word, is_joined, split

TIMES_TO_LEARN = 2
"""Never from one edit (issue 6)."""
VOCABULARY, REPLACEMENT = "vocabulary", "replacement"
_FEW_CHANGES, _MOST_CHANGED = 3, 0.5
_LEAST_LETTERS = 3
_EXTRA_LETTERS = 3.0

# Programs that ask for secrets: by the beginning of their name, as `Target.app` has it.
_SECRET_APPS = (
    *("pinentry", "gcr-prompter", "ssh-askpass", "ksshaskpass", "lxqt-openssh-askpass", "polkit", "lxqt-policykit"),
    *("gnome-keyring", "seahorse", "kwallet", "keepass", "bitwarden", "1password", "enpass", "dashlane", "lastpass"),
    *("nordpass", "proton pass", "proton-pass", "authenticator", "credentialuibroker", "consent", "securityagent"),
    *("keychain access", "passwords", "secrets", "gdm", "sddm-greeter", "lightdm", "veracrypt"),
)
_SECRET_TITLE = re.compile(
    r"(?<!\w)(?:pass(?:word|phrase|code|key)s?|passwor[dt]|kennwort|geheimzahl|pin|sign in|log ?in|anmeld\w+"
    r"|mot de passe|contraseña)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Lesson:
    """`kind`: `vocabulary`, where a word is meant that the language does not know; `replacement`, where what was heard
    is no word of the language."""

    heard: str
    meant: str
    kind: str


def keeps_secrets(app: str, title: str) -> bool:
    """Windows that ask for passwords, as far as their program and title tell."""
    return app.lower().startswith(_SECRET_APPS) or bool(_SECRET_TITLE.search(title))


def lessons(before: str, after: str, language_code: str) -> list[Lesson]:
    """What was heard and what was meant; none where so much differs that the user wrote something new."""
    known = lexicon(language_code)
    old, new = split(before)[0], split(after)[0]
    runs = list(_changed(old, new))
    changed = sum(max(len(was), len(became)) for was, became in runs)
    if changed > max(_FEW_CHANGES, _MOST_CHANGED * len(old)):
        return []
    found = (_lesson(was, became, known) for was, became in runs if became and is_joined(became, 0, len(became)))
    return [lesson for lesson in found if lesson]


def taken_up(lesson: Lesson, language_code: str, before: Entry | None) -> Entry:
    """The entry that it makes, or that it adds to. An ordinary word alone is never replaced everywhere: who is called
    `Shawn` may be meant the next time."""
    known = lexicon(language_code)
    words = lesson.heard.split()
    misheard = not _is_ordinary(words, known) if len(words) == 1 else not _are_frequent(words, known)
    sounds_like = (lesson.heard,) if misheard and letters(lesson.heard) != letters(lesson.meant) else ()
    if before is None:
        return Entry(lesson.meant, sounds_like, exact=lesson.kind == REPLACEMENT, learned=True)
    return replace(before, sounds_like=tuple(dict.fromkeys((*before.sounds_like, *sounds_like))))


def _changed(old: Sequence[Word], new: Sequence[Word]) -> Iterator[tuple[Sequence[Word], Sequence[Word]]]:
    """Runs of words that differ; those of the same length word by word, for each may be a correction of its own."""
    matcher = difflib.SequenceMatcher(None, [word.core for word in old], [word.core for word in new], autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "replace" and j - i == m - k:
            yield from ((old[i + n : i + n + 1], new[k + n : k + n + 1]) for n in range(j - i))
        elif kind != "equal":
            yield old[i:j], new[k:m]


def _lesson(was: Sequence[Word], became: Sequence[Word], known: Lexicon) -> Lesson | None:
    heard, meant = " ".join(word.core for word in was), " ".join(word.core for word in became)
    if not (0 < len(was) <= MOST_WORDS and len(became) <= MOST_WORDS and len(meant) <= LONGEST_SPELLING):
        return None
    plain_heard, plain_meant = letters(heard), letters(meant)
    if any(letter.isdigit() for letter in heard + meant) or min(len(plain_heard), len(plain_meant)) < _LEAST_LETTERS:
        return None
    if plain_heard == plain_meant:
        return Lesson(heard, meant, VOCABULARY) if _is_own_spelling(heard, meant, known) else None
    if max(len(plain_heard), len(plain_meant)) > _EXTRA_LETTERS * min(len(plain_heard), len(plain_meant)):
        return None
    if not _is_ordinary(meant.split(), known):
        return Lesson(heard, meant, VOCABULARY)
    return None if _is_ordinary(heard.split(), known) else Lesson(heard, meant, REPLACEMENT)


def _is_own_spelling(heard: str, meant: str, known: Lexicon) -> bool:
    """Not the capital of a sentence's beginning; `numpy` -> `NumPy`, `voice flow` -> `VoiceFlow`."""
    if heard.capitalize() == meant.capitalize():
        inner = meant[1:] != meant[1:].lower()
        return inner or (meant[:1].isupper() and not _is_ordinary([meant], known))
    return True


def _is_ordinary(words: Sequence[str], known: Lexicon) -> bool:
    """Where nothing is known of the language, small letters are taken for a sign of it."""
    if not known.ordinary:
        return all(word.islower() for word in words)
    return all(letters(word) in known.ordinary or word.lower() in known.ordinary for word in words)


def _are_frequent(words: Sequence[str], known: Lexicon) -> bool:
    return all(word.lower() in known.frequent for word in words)
