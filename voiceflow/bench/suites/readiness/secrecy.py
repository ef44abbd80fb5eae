"""A history in which unmistakable words and a sound were kept, as the product keeps them, and what of it can be read on
the disk without the key: the raw bytes of every file are searched, while it is open and after it was closed.

The history is the one that `Core` opens, and what is stored goes through its own doors first, then into every column;
so a database without a key, a column that is written elsewhere and a copy beside it are all seen."""

import random
import secrets
import string
import time
from contextlib import closing
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from pathlib import Path

from voiceflow.bench.clips import clips
from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.run import Run, quiet
from voiceflow.bench.scripted_engines import noise
from voiceflow.bench.speaking import RATE_HZ, Speaking
from voiceflow.bench.suites.readiness import columns
from voiceflow.bench.suites.readiness.around import Connections, connections, logged, temporary_files
from voiceflow.bench.suites.readiness.search import Said
from voiceflow.core import Core
from voiceflow.errors import HistoryError, VoiceFlowError
from voiceflow.events import Delivered
from voiceflow.history.database import connect
from voiceflow.history.key import KeyStore
from voiceflow.history.opening import find_key
from voiceflow.history.records import Dictation, DictationState, RuleStep
from voiceflow.history.store import History
from voiceflow.history.vocabulary import Term
from voiceflow.paths import Paths
from voiceflow.settings import Cleanup, Cloud, Routing, Settings

_WORD_LETTERS = 14
_SOUND_BYTES = 64_000
_SPOKEN_S = 1.2
_OWN = "kept"


@dataclass(slots=True)
class Seen:
    """`files`: those with something readable in them, and what. `refused`: why nothing could be put into the columns.
    `dictated`: the text that the whole path delivered; empty where there was no speech to dictate. `recognizer`: the
    user's, which recognized, in the process that it lives in; empty where there is none."""

    where: Paths
    header: bytes = b""
    refused: str = ""
    filled: columns.Filled = field(default_factory=columns.Filled)
    files: dict[Path, str] = field(default_factory=dict)
    reached: Connections = field(default_factory=list)
    dictated: str = ""
    recognizer: str = ""

    @property
    def database(self) -> dict[Path, str]:
        """Of `files`, those that SQLite makes of the history."""
        return {file: what for file, what in self.files.items() if file.name.startswith(self.where.database.name)}

    @property
    def logs(self) -> dict[Path, str]:
        return {file: what for file, what in self.files.items() if file.is_relative_to(self.where.logs)}

    @property
    def beside(self) -> dict[Path, str]:
        return {file: what for file, what in self.files.items() if file not in self.database | self.logs}


class Secrecy:
    """One history for all checks of a run, made when the first of them asks."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._word = "".join(secrets.choice(string.ascii_lowercase) for _ in range(_WORD_LETTERS))

    @cached_property
    def seen(self) -> Seen:
        """`HistoryError` where the history does not work at all."""
        home = self._run.place("secrecy").data
        seen = Seen(Paths(home, home, self._run.wishes.core.paths.models, home / "logs", home))
        temporary = self._run.place("temporary").data
        with (
            temporary_files(temporary),
            logged(seen.where.logs),
            connections(seen.reached, self._run.place("watched").data),
            Core(seen.where, self._settings()) as core,
        ):
            said = self._keep(core, seen)
            seen.recognizer = self._recognize()
            seen.header = seen.where.database.read_bytes()[:16]
            seen.files = said.in_files((home, temporary))
        seen.files |= said.in_files((home, temporary))
        return seen

    def _settings(self) -> Settings:
        """The user's, with a recognizer that says the word, and no service asked or allowed."""
        script = self._run.place("script").data / "script.txt"
        script.write_text(f"{self._word} goes to the river", encoding="utf-8")
        settings = self._run.wishes.core.settings
        stt = replace(settings.stt, engine="scripted", model=str(script), language="en")
        return quiet(replace(settings, stt=stt, routing=Routing(), cloud=Cloud(), cleanup=Cleanup()))

    def _keep(self, core: Core, seen: Seen) -> Said:
        seen.dictated = self._dictate(core)
        sound = random.Random(5).randbytes(_SOUND_BYTES)
        _by_its_own_doors(core.history, self._word, sound)
        core.history.flush()
        dictated = b"".join(core.history.audio(each.id) for each in core.history.list() if each.id != _OWN)
        try:
            seen.filled = _into_every_column(seen.where.database, self._word)
        except HistoryError as error:
            seen.refused = f"{error.code}: {error.title}"
        return Said((self._word,), (sound, dictated), seen.filled.pieces)

    def _dictate(self, core: Core) -> str:
        """Through the whole path, with a listener that fails, for its log."""
        try:
            clip = clips(self._run.wishes.core, self._run.wishes.speech, 1)[0]
        except CannotRunError:
            return ""
        core.events.subscribe(Delivered, _fail)
        return Speaking(core).say(clip.sound[: int(_SPOKEN_S * RATE_HZ)]).text

    def _recognize(self) -> str:
        """By the user's own engine, whose name is given: the words of the dictation above come from a script."""
        try:
            with closing(self._run.wishes.core.engines.recognizer()) as recognizer:
                recognizer.decode(noise(_SPOKEN_S))
                return recognizer.info.model
        except VoiceFlowError:
            return ""


def _fail(event: Delivered) -> None:
    raise ValueError(event.text)


def _by_its_own_doors(history: History, word: str, sound: bytes) -> None:
    """All that the product keeps of what somebody says, hears and corrects."""
    begun = Dictation(_OWN, time.time(), DictationState.RECORDING)
    texts = {each.name: word for each in fields(Dictation) if each.type is str and each.name != "id"}
    history.begin(replace(begun, **texts))  # type: ignore[arg-type]
    history.append_audio(_OWN, sound)
    trace = (RuleStep("numbers", f"{word} three"),)
    history.update(_OWN, text=f"{word} 3", raw_text=f"{word} three", trace=trace, error=word)
    history.rewrite(_OWN, text=f"{word} four").result()
    history.correct(_OWN, f"{word} five").result()
    history.keep_file_part(f"/home/{word}.ogg", 0, word)
    history.vocabulary.keep([Term(word, (word,), word, 1, exact=False, learned=True)])
    history.vocabulary.note(_OWN, word, f"{word}s", "vocabulary")
    history.spoken(10_000_000, 30).keep(secrets.token_bytes(32), sound)
    history.update("there is none", text=word)  # a write that is wrong is logged


def _into_every_column(database: Path, word: str) -> columns.Filled:
    """By a connection of its own, with the key that the product has for this file."""
    db = connect(database, find_key(database, KeyStore(database, "file")))
    try:
        return columns.fill(db, word)
    finally:
        db.close()
