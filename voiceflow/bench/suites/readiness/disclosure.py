"""The checks of what was kept, sent and logged."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.run import Run
from voiceflow.bench.suites.readiness.checks import Look, Outcome
from voiceflow.bench.suites.readiness.search import SQLITE, Said
from voiceflow.bench.suites.readiness.secrecy import Secrecy, Seen
from voiceflow.cloud.cloud import Cloud
from voiceflow.cloud.services import USES
from voiceflow.settings import Settings


def looks(run: Run) -> dict[str, Look]:
    """One history for all of them."""
    secrecy = Secrecy(run)
    return {
        "everything said is encrypted": lambda _: _encrypted(secrecy.seen),
        "nothing said lies beside the history": lambda _: _nothing_beside(secrecy.seen),
        "logs tell nothing that was said": lambda _: _logs(secrecy.seen),
        "files are the user's alone": lambda _: _private(secrecy.seen),
        "nothing leaves the machine unasked": lambda _: _nothing_sent(secrecy.seen),
    }


def _encrypted(seen: Seen) -> Outcome:
    if seen.header == SQLITE:
        return Outcome(False, f"{seen.where.database.name} is a database without a key")
    if seen.refused:
        return Outcome(False, f"the key of the history does not open it: {seen.refused}")
    if seen.database:
        return Outcome(False, f"readable in {_named(seen.database)}")
    tables = len({column.partition(".")[0] for column in seen.filled.columns})
    return Outcome(
        bool(tables),
        f"words, bytes and sound in all {len(seen.filled.columns)} columns of text and bytes in {tables} tables: none "
        "of it stands in the bytes of the database or its write-ahead log, open or closed",
    )


def _nothing_beside(seen: Seen) -> Outcome:
    if seen.beside:
        return Outcome(False, f"readable in {_named(seen.beside)}")
    how = "a dictation through the whole path" if seen.dictated else "the history's own functions"
    return Outcome(True, f"no other file, temporary ones too, has a word or a run of the sound that {how} kept")


def _logs(seen: Seen) -> Outcome:
    lines = [line for file in seen.where.logs.glob("*.log") for line in file.read_text("utf-8").splitlines()]
    if not lines:
        raise CannotRunError("nothing was logged")
    if seen.logs:
        return Outcome(False, f"readable in {_named(seen.logs)}")
    return Outcome(True, f"{len(lines)} lines of every level, failures with what was said among them: no word of it")


def _private(seen: Seen) -> Outcome:
    if os.name != "posix":
        raise CannotRunError("files have no modes here; they lie in the user's own folder")
    files = [file for file in seen.where.data.rglob("*") if file.is_file()]
    open_ones = {file: oct(stat.S_IMODE(file.stat().st_mode)) for file in files if file.stat().st_mode & 0o077}
    if open_ones:
        return Outcome(False, f"others may read {_named(open_ones)}")
    key = seen.where.key_file
    mode = stat.S_IMODE(key.stat().st_mode)
    copies = Said((key.read_text("utf-8").strip(),)).in_files((seen.where.data,))
    copies.pop(key)
    if copies:
        return Outcome(False, f"the key stands in {_named(copies)}, too")
    return Outcome(mode == 0o600, f"{len(files)} files, none for others; the key's has mode {mode:o} and no copy")


def _nothing_sent(seen: Seen) -> Outcome:
    """Without consent every service refuses, and a dictation reaches for nothing."""
    cloud = Cloud(Settings)
    try:
        open_ones = [f"{use.what} to {use.service}" for use in USES if not cloud.problem(use.service, use.what)]
    finally:
        cloud.close()
    if open_ones or seen.reached:
        allowed, reached = ", ".join(open_ones) or "nothing", ", ".join(sorted(set(seen.reached))) or "nothing"
        return Outcome(False, f"allowed unasked: {allowed}; reached: {reached}")
    model = f" and a recognition by {seen.recognizer}" if seen.recognizer else ", without a model,"
    evidence = f"a dictation{model} connected to nothing, the processes that they started included"
    return Outcome(True, f"all {len(USES)} uses of services refuse without consent; {evidence}")


def _named(files: Mapping[Path, str]) -> str:
    return ", ".join(f"{file.name} ({what})" for file, what in sorted(files.items()))
