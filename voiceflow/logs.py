"""The log file: what happened and where, never what was said. An exception's words may hold a value, so only its type
and its place are written; of other libraries only their warnings, without the values in them."""

import copy
import errno
import faulthandler
import logging
import os
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import ExitStack
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

from voiceflow.errors import VoiceFlowError
from voiceflow.paths import make_private

log = logging.getLogger(__name__)

_SIZE_LIMIT_BYTES = 1_000_000
_OLD_FILES = 2
_LINE = "%(asctime)s %(levelname)-7s [%(threadName)s] %(name)s: %(message)s"

ExceptionInfo = tuple[type[BaseException] | None, BaseException | None, TracebackType | None]


def set_up(folder: Path, name: str = "voiceflow") -> Callable[[], None]:
    """Logs into `<name>.log` (and two older ones, 1 MB each) from the level in `VOICEFLOW_LOG` (default INFO) on; a
    crash of the interpreter leaves the stacks in `<name>.crash`. Where the folder refuses, warnings go to stderr: a
    log never keeps the program from starting. Returns what undoes all of it."""
    undo = ExitStack()
    ours, root = logging.getLogger("voiceflow"), logging.getLogger()
    level, level_is_known = _level(os.environ.get("VOICEFLOW_LOG", ""))
    handler = _handler(folder, name, undo)
    handler.setFormatter(PrivateFormatter(_LINE))
    handler.addFilter(_is_ours_or_a_warning)
    undo.callback(ours.setLevel, ours.level)
    undo.callback(root.removeHandler, handler)
    root.addHandler(handler)
    ours.setLevel(level)
    _watch_uncaught(undo)
    if not level_is_known:
        log.warning("VOICEFLOW_LOG is none of DEBUG, INFO, WARNING, ERROR")
    return undo.close


class PrivateFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        record = copy.copy(record)
        record.exc_text = None  # as another handler wrote it
        if not _is_ours(record):
            record.args = None
        return super().format(record)

    def formatException(self, ei: Any) -> str:  # noqa: N802 the library's name
        return "\n".join(_chain(ei[1]))

    def formatStack(self, stack_info: str) -> str:  # noqa: N802
        return stack_info


class _PrivateFile(RotatingFileHandler):
    def _open(self) -> TextIOWrapper:
        return _open_private(Path(self.baseFilename))

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """A full disk is no reason to print the record."""


def _open_private(path: Path) -> TextIOWrapper:
    return open(path, "a", encoding="utf-8", opener=lambda name, flags: os.open(name, flags, 0o600))


def place(error: BaseException) -> str:
    """`ValueError at file.py:12 in function`: for messages that must not hold what the exception says."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{_kind(error)} at {_frame(frames[-1])}" if frames else _kind(error)


def _chain(error: BaseException | None) -> list[str]:
    lines: list[str] = []
    while error is not None:
        lines.append(f"  {_kind(error)}")
        lines += [f"    at {_frame(frame)}" for frame in reversed(traceback.extract_tb(error.__traceback__))]
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return lines


def _kind(error: BaseException) -> str:
    name = type(error).__name__
    if isinstance(error, VoiceFlowError):
        return f"{name} {error.code}"
    if isinstance(error, OSError) and error.errno:
        return f"{name} {errno.errorcode.get(error.errno, error.errno)}"
    return name


def _frame(frame: traceback.FrameSummary) -> str:
    return f"{Path(frame.filename).name}:{frame.lineno} in {frame.name}"


def _is_ours(record: logging.LogRecord) -> bool:
    return record.name.partition(".")[0] == "voiceflow"


def _is_ours_or_a_warning(record: logging.LogRecord) -> bool:
    return _is_ours(record) or record.levelno >= logging.WARNING


def _level(text: str) -> tuple[int, bool]:
    if not text:
        return logging.INFO, True
    level = logging.getLevelNamesMapping().get(text.strip().upper())
    return (logging.INFO, False) if level is None else (level, True)


def _handler(folder: Path, name: str, undo: ExitStack) -> logging.Handler:
    try:
        make_private(folder)
        handler = _PrivateFile(folder / f"{name}.log", maxBytes=_SIZE_LIMIT_BYTES, backupCount=_OLD_FILES)
        undo.callback(handler.close)
        _catch_crashes(_open_private(folder / f"{name}.crash"), undo)
    except OSError as error:
        to_terminal: logging.StreamHandler[TextIO] = logging.StreamHandler()
        to_terminal.setLevel(logging.WARNING)
        to_terminal.setFormatter(PrivateFormatter(_LINE))
        to_terminal.handle(
            logging.makeLogRecord(
                {
                    "name": __name__,
                    "levelno": logging.WARNING,
                    "levelname": "WARNING",
                    "msg": f"no log file in {folder}: {error.strerror}",
                }
            )
        )
        return to_terminal
    return handler


def _catch_crashes(file: TextIO, undo: ExitStack) -> None:
    """Stacks only: the interpreter's own crash handler writes no values."""
    undo.callback(file.close)
    was_enabled = faulthandler.is_enabled()
    if file.tell() > _SIZE_LIMIT_BYTES:
        file.truncate(0)
    faulthandler.enable(file)
    if was_enabled and sys.__stderr__:
        undo.callback(faulthandler.enable, sys.__stderr__)
    else:
        undo.callback(faulthandler.disable)


def _watch_uncaught(undo: ExitStack) -> None:
    undo.callback(setattr, sys, "excepthook", sys.excepthook)
    undo.callback(setattr, sys, "unraisablehook", sys.unraisablehook)
    undo.callback(setattr, threading, "excepthook", threading.excepthook)

    def in_main(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.critical("uncaught, the program ends", exc_info=(kind, error, trace))
        if sys.stderr:  # a program without a console has none
            sys.stderr.write(f"voiceflow: a fault of VoiceFlow's own ({place(error)}); its log has the rest\n")

    def in_thread(failed: threading.ExceptHookArgs) -> None:
        if failed.exc_value is not None and failed.exc_type is not SystemExit:
            log.critical("uncaught, the thread ends", exc_info=failed.exc_value)

    def in_destructor(failed: Any) -> None:
        log.error("failed while it was freed", exc_info=failed.exc_value)

    sys.excepthook = in_main
    sys.unraisablehook = in_destructor
    threading.excepthook = in_thread
