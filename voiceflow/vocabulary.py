"""The user's vocabulary: kept in the history, told to the recognizer, taught by corrections."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from voiceflow.errors import SettingsError
from voiceflow.events import Corrected, Event, Notice, Severity
from voiceflow.history.vocabulary import Lesson, Term
from voiceflow.text import learning, vocabulary_files
from voiceflow.text.vocabulary import Entry

if TYPE_CHECKING:
    from voiceflow.engine_choice import EngineChoice
    from voiceflow.history.store import History
    from voiceflow.settings import Settings

_DEADLINE_S = 10.0


class Vocabulary:
    """Any thread but the UI's. `changed` is called when another dictation should use other words."""

    def __init__(self, history: "History", publish: Callable[[Event], None], changed: Callable[[], None]) -> None:
        self._history = history
        self._shelf = history.vocabulary
        self._publish, self._changed = publish, changed

    def entries(self) -> tuple[Entry, ...]:
        """In the order in which they were added. `HistoryError`."""
        return tuple(map(_entry, self._shelf.terms()))

    def warm_up(self, settings: "Settings") -> None:
        """Loads what the next dictation would wait for, where there are words at all."""
        from voiceflow.text.correction import correct
        from voiceflow.text.vocabulary import with_hotwords

        wishes = settings.stt
        words = [*wishes.hotwords, *(word for profile in settings.profiles for word in profile.vocabulary)]
        entries = with_hotwords(words, self.entries())
        for language in {wishes.language, *wishes.languages} - {""} or {"en"}:
            correct("So that the first correction is fast.", entries, language)

    def add(self, entries: Iterable[Entry]) -> None:
        """Those of the same spelling are replaced. `HistoryError`."""
        self._shelf.keep(list(map(_term, entries))).result(_DEADLINE_S)
        self._changed()

    def remove(self, spellings: Sequence[str]) -> None:
        """With what taught them. `SettingsError` when one is not there; then none is removed."""
        known = {each.spelling.casefold() for each in self.entries()}
        missing = [spelling for spelling in spellings if spelling.casefold() not in known]
        if missing:
            raise SettingsError(
                "vocabulary.not_there", f"{missing[0]!r} is not in the vocabulary", "See: voiceflow vocabulary list"
            )
        self._shelf.remove(spellings).result(_DEADLINE_S)
        self._changed()

    def add_file(self, file: Path, kind: str = "") -> int:
        """`txt` or `csv`, by the file's name where it is not said. How many words it had. `SettingsError` with the line
        that is wrong; then nothing is added."""
        try:
            text = file.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            hint = "A text file in UTF-8 is wanted."
            raise SettingsError("vocabulary.unreadable", f"{file} cannot be read", hint) from error
        entries = vocabulary_files.read(text, _kind(file, kind))
        known = {each.spelling.casefold(): each for each in self.entries()}
        self.add(_richer(each, known.get(each.spelling.casefold())) for each in entries)
        return len(entries)

    def write_file(self, file: Path, kind: str = "") -> None:
        """Readable by whoever can read that file. `SettingsError`, `HistoryError`."""
        text = vocabulary_files.written(self.entries(), _kind(file, kind))
        try:
            file.write_text(text, "utf-8")
        except OSError as error:
            raise SettingsError(
                "vocabulary.unwritable", f"{file} cannot be written", "Choose another place."
            ) from error

    def told(self, settings: "Settings", engines: "EngineChoice") -> tuple[int, int]:
        """How many words the recognizer of the settings is told of, and of how many, the settings' hotwords included.
        `EngineError`, `ModelError` where there is none."""
        from voiceflow.options import decode_options

        options = decode_options(settings, self.entries())
        return engines.stt(settings.stt.engine).hotwords_that_fit(options), len(options.hotwords)

    def lessons(self) -> list[Lesson]:
        """What corrections taught or may teach yet, latest first."""
        return self._shelf.lessons()

    def forget(self, heard: str, meant: str) -> bool:
        """Whether it was there. A word that was learned of it stays until it is removed itself."""
        return bool(self._shelf.forget(heard, meant).result(_DEADLINE_S))

    def accept(self, heard: str, meant: str, language: str) -> None:
        """What was seen once, without waiting for the second time. `SettingsError` where it was never seen."""
        found = next((each for each in self.lessons() if (each.heard, each.meant) == (heard, meant)), None)
        if found is None:
            raise SettingsError(
                "vocabulary.no_lesson",
                f"Nothing was taught of {heard!r} and {meant!r}",
                "See: voiceflow vocabulary lessons",
            )
        if self._take_up(learning.Lesson(heard, meant, found.kind), language or "en"):
            self._changed()

    def learn(self, corrected: Corrected) -> None:
        """From the second dictation on in which the same was corrected; never from windows that keep secrets."""
        record = self._history.get(corrected.dictation_id)
        if record is None or learning.keeps_secrets(record.app, record.window_title):
            return
        taught = False
        for lesson in learning.lessons(corrected.before, corrected.after, record.language):
            noted = self._shelf.note(record.id, lesson.heard, lesson.meant, lesson.kind).result(_DEADLINE_S)
            if noted.times >= learning.TIMES_TO_LEARN:
                taught = self._take_up(lesson, record.language) or taught
        if taught:
            self._changed()
            self._publish(Notice(Severity.INFO, "vocabulary.learned", "Your corrections added to the vocabulary",
                                 "The vocabulary page shows what, and takes it back"))  # fmt: skip

    def _take_up(self, lesson: learning.Lesson, language: str) -> bool:
        """Whether that is new."""
        known = {each.spelling.casefold(): each for each in self.entries()}
        before = known.get(lesson.meant.casefold())
        after = learning.taken_up(lesson, language, before)
        if after == before:
            return False
        self._shelf.keep([_term(after)]).result(_DEADLINE_S)
        return True


def _kind(file: Path, wished: str) -> str:
    kind = wished or file.suffix.removeprefix(".").lower()
    if kind not in vocabulary_files.FORMATS:
        raise SettingsError(
            "vocabulary.bad_format", f"{file.name} is neither txt nor csv", "Give it one of these endings."
        )
    return kind


def _richer(read: Entry, known: Entry | None) -> Entry:
    """A file that has nothing but the spelling takes nothing away."""
    return replace(known, spelling=read.spelling) if known and read == Entry(read.spelling) else read


def _entry(term: Term) -> Entry:
    return Entry(term.spelling, term.sounds_like, term.category, term.weight, term.exact, term.learned)


def _term(entry: Entry) -> Term:
    return Term(entry.spelling, entry.sounds_like, entry.category, entry.weight, entry.exact, entry.learned)
