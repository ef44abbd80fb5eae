"""The history: what was said, what became of it, and its sound, encrypted on disk."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any

from voiceflow import settings
from voiceflow.errors import HistoryError
from voiceflow.history import (
    journal,
    many,
    measurements,
    queries,
    rekeying,
    repair,
    retention,
    statistics,
    texts,
    unfinished,
)
from voiceflow.history.database import Connection, connect, folder_problem
from voiceflow.history.key import KeyStore
from voiceflow.history.key_shelves import answering
from voiceflow.history.opening import open_database
from voiceflow.history.owner import Owner
from voiceflow.history.queries import Conditions, Numbers
from voiceflow.history.readers import Readers
from voiceflow.history.records import UNFINISHED, Dictation, DictationState, EarlierText
from voiceflow.history.repair import Rescued
from voiceflow.history.sound import BYTES_PER_SAMPLE
from voiceflow.history.spoken import SpokenSounds
from voiceflow.history.vocabulary import VocabularyShelf
from voiceflow.history.writer import Work, Writer
from voiceflow.paths import Paths

Dictations = list[Dictation]
Problems = list[HistoryError]
Measurements = list[measurements.Row]

_KEEPS_SOUND = (DictationState.FAILED, DictationState.CANCELLED, DictationState.INTERRUPTED, *UNFINISHED)


class History:
    """Writes are posted to one thread and never wait; reads run on the caller's thread, on connections of their own,
    and raise `HistoryError`. `trouble` is called, on the thread `history`, once whenever the disk begins to refuse:
    what is given from then on is kept in memory and written as soon as the disk allows."""

    def __init__(
        self, db: Connection, key: str, keys: KeyStore, owner: Owner, path: Path, wishes: settings.History
    ) -> None:
        self.path = path
        self.settings = wishes
        self._key = key
        self._keys = keys
        self._writer = Writer(db, lambda: connect(path, self._key), path)
        self._readers = Readers(lambda: connect(path, self._key), path, self._damage_met)
        self._journal = journal.Journal(self._writer)
        self._owner = owner
        self.vocabulary = VocabularyShelf(self._writer, self._readers)

    @classmethod
    def open(
        cls, paths: Paths, wishes: settings.History, keys: KeyStore | None = None, passphrases: Sequence[str] = ()
    ) -> "History":
        """May wait for the user to unlock the keyring. Raises `HistoryError`: no key, a wrong one, a locked keyring, a
        damaged file, no space, a folder that cannot be written. `passphrases`: the answers, where a face has asked for
        them (a new one comes twice); else a terminal is asked."""
        path = paths.database
        keys = keys or KeyStore(path, wishes.key_storage, ask_passphrase=answering(passphrases))
        db, key = open_database(path, keys)
        owner = Owner(path)
        try:
            owner.claim()
        except OSError as error:
            db.close()
            raise folder_problem(error, path.parent) from error
        return cls(db, key, keys, owner, path, wishes)

    @property
    def warnings(self) -> Problems:
        """What the user should know about how this history is kept; `doctor` repeats them."""
        return self._keys.warnings()

    @property
    def backlog(self) -> int:
        """Writes that wait."""
        return self._writer.backlog

    @property
    def trouble(self) -> Callable[[HistoryError], None] | None:
        return self._writer.trouble

    @trouble.setter
    def trouble(self, listener: Callable[[HistoryError], None] | None) -> None:
        self._writer.trouble = listener

    # writing

    def begin(self, dictation: Dictation) -> "Future[None]":
        """The dictation belongs to this process until its state says that it ended."""
        return self._writer.submit(partial(self._begin, dictation))

    def append_audio(self, dictation_id: str, pcm: bytes) -> None:
        """int16, little-endian, mono, 16 kHz. On disk within 250 ms."""
        self._journal.append(dictation_id, pcm)

    def update(self, dictation_id: str, **fields: Any) -> "Future[None]":
        """Fields of `Dictation`. The future is done when it is on disk, or fails at once when the disk refuses; the
        write is then still kept and tried again."""
        values = queries.columns(fields)
        return self._writer.submit(lambda db: queries.update(db, dictation_id, values))

    def rewrite(self, dictation_id: str, **fields: Any) -> "Future[None]":
        """As `update`, with the text that it had kept as an earlier one."""
        return self._writer.submit(lambda db: texts.rewrite(db, dictation_id, fields))

    def correct(self, dictation_id: str, text: str) -> "Future[str]":
        """The user's own text; gives the one before. What was recognized, and what rules made of it, is kept."""
        return self._writer.submit(lambda db: texts.correct(db, dictation_id, text))

    def use_text(self, dictation_id: str, number: int) -> "Future[bool]":
        """One of `earlier_texts` takes the place of the text; False when it is gone."""
        return self._writer.submit(lambda db: texts.use(db, dictation_id, number))

    def star(self, wanted: Numbers, starred: bool) -> "Future[int]":
        """Retention leaves starred ones alone. Gives how many changed."""
        return many.in_steps(self._writer.submit, wanted, many.star if starred else many.unstar)

    def finish_audio(self, dictation_id: str) -> "Future[None]":
        """No more sound comes. Packs it, ten seconds at a time, or drops it where the user keeps no sound and the
        dictation went well: its final state must be written before."""
        self._journal.flush()
        finished = self._writer.submit(partial(self._finish, dictation_id))
        return self._then_repeat(finished, partial(journal.pack_step, dictation_id))

    def delete(self, dictation_id: str) -> "Future[None]":
        """With its sound; nothing of it stays in the file."""
        self._journal.forget(dictation_id)
        return self._writer.submit(lambda db: queries.delete(db, dictation_id))

    def delete_all(self, wanted: Numbers) -> "Future[int]":
        """As `delete`, and then gives the space back. Those that are being made stay; gives how many went."""
        return self._then_repeat(many.in_steps(self._writer.submit, wanted, many.delete), retention.tidy_step)

    def delete_sound(self, wanted: Numbers) -> "Future[int]":
        """Of each the sound only; gives how many had one."""
        removal = many.in_steps(self._writer.submit, wanted, many.delete_sound)
        return self._then_repeat(removal, retention.tidy_step)

    def retention(self) -> "Future[retention.Removed]":
        """Deletes what the user's settings do not keep, then tidies up."""
        wishes = self.settings
        removal = self._writer.submit(lambda db: retention.apply(db, wishes))
        return self._then_repeat(removal, retention.tidy_step)

    def tidy(self) -> "Future[None]":
        """Packs what a crash or a full disk left raw, and gives the space of what was deleted back to the disk; in
        small steps, so that sound that comes meanwhile never waits long."""
        return self._then_repeat(self._writer.submit(lambda db: None), retention.tidy_step)

    def keep_measurements(self, rows: Sequence[measurements.Row], first: Sequence[tuple[int, int]]) -> "Future[None]":
        """Over those that are there; older ones than `first`, by the length of their bucket, are deleted."""
        return self._writer.submit(lambda db: measurements.keep(db, rows, first))

    def keep_file_part(self, file: str, start: int, part: str) -> "Future[None]":
        """What is done of a file that is being transcribed, in the order of `start`."""
        return self._writer.submit(lambda db: unfinished.keep(db, file, start, part))

    def spoken(self, most_bytes: int, days: int) -> SpokenSounds:
        """What was read aloud, kept within these limits."""
        return SpokenSounds(self._writer, self._readers, most_bytes, days)

    def forget_files(self, files: Iterable[str]) -> "Future[None]":
        """Their parts, and those that nobody went on with for 30 days."""
        return self._writer.submit(lambda db: unfinished.forget(db, files))

    def flush(self) -> None:
        """Returns when all given so far is on disk. Raises `HistoryError` when the disk refuses."""
        self._journal.flush()
        self._writer.submit(lambda db: None).result()

    def close(self) -> None:
        """Raises `HistoryError` when something could not be saved."""
        self._journal.flush()
        unsaved = self._writer.stop()
        self._readers.close()
        self._owner.release()
        if unsaved:
            raise unsaved

    # reading

    def get(self, dictation_id: str) -> Dictation | None:
        return self._readers.read(lambda db: queries.get(db, dictation_id))

    def find(self, reference: str) -> Dictation:
        """By id, by the beginning of one, or `last`. Raises `HistoryError` when none or several fit."""
        if reference == "last":
            found = self.list(limit=1)
        else:
            found = self._readers.read(lambda db: queries.starting_with(db, reference, 2)) if reference else []
        exact = [dictation for dictation in found if dictation.id == reference]
        if len(exact or found) == 1:
            return (exact or found)[0]
        what = "Several dictations begin" if found else "No dictation begins"
        raise HistoryError(
            "history.not_found", f"{what} with {reference!r}", "`voiceflow history list` shows them with their ids."
        )

    def audio(self, dictation_id: str) -> bytes:
        """int16, little-endian, mono, 16 kHz; also what is still on its way to the disk. Empty where there is none."""
        first_sample, tail = self._journal.tail(dictation_id)
        stored: bytes = self._readers.read(lambda db: journal.read_sound(db, dictation_id))
        written_since = len(stored) - first_sample * BYTES_PER_SAMPLE
        return stored + tail[max(0, written_since) :]

    def list(
        self,
        limit: int = 50,
        offset: int = 0,
        states: Iterable[DictationState] = (),
        app: str | None = None,
        since: float | None = None,
    ) -> Dictations:
        """Newest first. `since`: seconds since 1970, UTC."""
        conditions = Conditions(tuple(states), app, since)
        return self._readers.read(lambda db: queries.listing(db, conditions, limit, offset))

    def count(self, states: Iterable[DictationState] = (), app: str | None = None, since: float | None = None) -> int:
        conditions = Conditions(tuple(states), app, since)
        return int(self._readers.read(lambda db: queries.count(db, conditions)))

    def search(self, words: str, limit: int = 50) -> Dictations:
        """Best first. Every word must occur, of the last one at least the beginning. Any text is a valid search."""
        return self._readers.read(lambda db: queries.search(db, words, limit))

    def numbers(self, conditions: Conditions, limit: int = -1) -> Numbers:
        """All that fit, in the order to be shown, for `rows`: cheap to hold for a history of any length."""
        return self._readers.read(lambda db: queries.numbers(db, conditions, limit))

    def rows(self, wanted: Numbers) -> Dictations:
        """In the order asked for, without those that are gone."""
        return self._readers.read(lambda db: queries.rows(db, wanted))

    def number_of(self, dictation_id: str) -> int | None:
        return self._readers.read(lambda db: queries.number_of(db, dictation_id))

    def distinct(self, column: str) -> Sequence[str]:
        """Every `app`, `model` or `state` that occurs."""
        return self._readers.read(lambda db: queries.distinct(db, column))

    def earlier_texts(self, dictation_id: str) -> Sequence[EarlierText]:
        """The last replaced one first."""
        return self._readers.read(lambda db: texts.earlier(db, dictation_id))

    def statistics(self, conditions: Conditions) -> statistics.Statistics:
        """Of those with a text; `words` narrow nothing here."""
        return self._readers.read(lambda db: statistics.gather(db, conditions))

    def file_parts(self, file: str) -> Sequence[str]:
        return self._readers.read(lambda db: unfinished.kept(db, file))

    def measurements(self) -> Measurements:
        return self._readers.read(measurements.kept)

    @property
    def queries_ms(self) -> Sequence[float]:
        """How long the last questions to the database took, oldest first."""
        return tuple(self._readers.times_ms)

    def interrupted(self) -> Dictations:
        """What a crash left, newest first, also at earlier starts when nobody recovered it. Dictations of a VoiceFlow
        that still runs are not touched."""
        found: Dictations = self._writer.submit(lambda db: journal.mark_interrupted(db, self._owner.is_alive)).result()
        return found

    # keys and leftovers

    def rekey(self, storage: str = "") -> str:
        """A new key, kept in `storage` (`keyring`, `file`, `passphrase`; empty: where it is now), which is returned.
        Every page is written anew: not for the UI thread. Raises `HistoryError`, `history.in_use` when another process
        has the history open; the old key then stays."""
        storage = storage or self._keys.storage
        self._journal.flush()
        self._writer.alone(partial(self._rekey, storage)).result()
        return storage

    def _rekey(self, storage: str) -> None:
        with self._readers.paused():
            self._key = rekeying.rekey(self.path, self._key, self._keys, storage)

    def repair(self) -> Rescued:
        """As `repair.repair`, while it is open: what could not be written meanwhile is written then. As long as it
        takes, questions wait; not for the UI thread."""
        self._journal.flush()
        rescued: Rescued = self._writer.alone(self._repair).result()
        return rescued

    def _repair(self) -> Rescued:
        with self._readers.paused():
            return repair.repair(self.path, self._keys, self._owner.id)

    def _damage_met(self, error: HistoryError) -> None:
        if self.trouble:
            self.trouble(error)

    def _begin(self, dictation: Dictation, db: Connection) -> None:
        queries.insert(db, dictation, self._owner.id)

    def _finish(self, dictation_id: str, db: Connection) -> None:
        self._journal.finish(dictation_id)
        dictation = queries.get(db, dictation_id)
        if dictation and not self.settings.keep_audio and dictation.state not in _KEEPS_SOUND:
            journal.drop_sound(dictation_id, db)

    def _then_repeat(self, first: "Future[Any]", step: Work) -> "Future[Any]":
        """The answer of `first`, once `step` has returned False; it is posted again and again until then, so that other
        writes get in between."""
        done: Future[Any] = Future()

        def go_on(last: "Future[Any]") -> None:
            if error := last.exception():
                done.set_exception(error)
            elif last is first or last.result():
                self._writer.submit(step).add_done_callback(go_on)
            else:
                done.set_result(first.result())

        first.add_done_callback(go_on)
        return done
