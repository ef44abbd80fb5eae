"""What is checked while people dictate: who calls, what is given, what is written to the log."""

import itertools
import json
import logging
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import suppress

from voiceflow import logs, options
from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.run import Run
from voiceflow.bench.suites.security.share import of_a_dictation
from voiceflow.cloud.permission import permission
from voiceflow.cloud.services import use_of
from voiceflow.control import ControlServer, call
from voiceflow.errors import SettingsError
from voiceflow.settings import Settings
from voiceflow.settings_keys import keys

_LINE = "%(asctime)s %(levelname)-7s [%(threadName)s] %(name)s: %(message)s"
_AT_ONCE, _LEAST = 50, 20
_SHARE_OF_THE_PART = 0.15
_GROUPS = f"The percentiles are of means of {_AT_ONCE} calls, not of single ones, which a clock could hardly measure."
_REQUESTS = 200


def callers(run: Run) -> None:
    """No token is passed: the socket lies where only its user can come, and the kernel says who is at its other end."""
    if sys.platform == "win32":
        raise CannotRunError("On Windows the pipe proves both ends by a key; that is part of every request there")
    import socket

    from voiceflow.control import unix_socket

    here, there = socket.socketpair()
    with here, there:
        _record(run, "asking the kernel for the caller", lambda: unix_socket.peer_user(here))
    address = run.wishes.scratch / "security" / "run" / "control"
    server = ControlServer(address, lambda request: {"ok": True}).start()
    try:
        took_ms = []
        for _ in range(_REQUESTS):
            began_s = time.perf_counter()
            call(address, {"command": "status"})
            took_ms.append((time.perf_counter() - began_s) * 1000)
    finally:
        server.stop()
    run.record_samples("a request, checked at both ends and answered", took_ms, "ms", (50, 95))
    run.note(_GROUPS)
    run.note(
        "VoiceFlow checks no token, for it has no network API: its control socket asks the kernel for the caller's "
        "user. That question is set beside the published figure, which is of a token."
    )


def given(run: Run) -> None:
    """Settings, requests and consent, wrong ones too."""
    run.note(_GROUPS)
    server = ControlServer(run.wishes.scratch / "unused", lambda request: {"ok": True})
    use = use_of("openai", "sound")
    settings = Settings()
    _record(run, "input validation, a setting", _right_settings())
    _record(run, "input validation, a wrong setting", _wrong_setting)
    _record(run, "input validation, a control request", lambda: server._answer(b'{"command": "toggle"}'))
    _record(run, "input validation, a request that is none", lambda: server._answer(b'{"command": '))
    _record(run, "input validation, whether sound may leave", lambda: permission(settings, use))


def log_lines(run: Run) -> None:
    """A line as it is written, with values of others left out, and as the library would write it."""
    run.note(_GROUPS)
    dictation = of_a_dictation(run)
    private, plain = logs.PrivateFormatter(_LINE), logging.Formatter(_LINE)
    line, failed = _log_record("a decode took %d ms", 80), _log_record("a decode failed", failed=True)
    more_us = _record(run, "a line, private", lambda: private.format(line)) - _record(
        run, "a line, plain", lambda: plain.format(line)
    )
    _record(run, "an exception, private", lambda: private.format(failed))
    _record(run, "an exception, plain", lambda: _written_anew(plain, failed))
    added_ms = more_us * dictation.log_lines / 1000
    run.record("added to the log lines of a dictation", added_ms * 1000, "µs", note=dictation.told(added_ms))


def _record(run: Run, name: str, work: Callable[[], object]) -> float:
    """Microseconds of one call, each sample of `_AT_ONCE` of them; returns the mean."""
    took_us: list[float] = []
    until_s = time.monotonic() + run.budget_s * _SHARE_OF_THE_PART
    while len(took_us) < _LEAST or time.monotonic() < until_s:
        began_s = time.perf_counter()
        for _ in range(_AT_ONCE):
            work()
        took_us.append((time.perf_counter() - began_s) * 1e6 / _AT_ONCE)
    mean_us = statistics.fmean(took_us)
    run.record(f"{name} mean", mean_us, "µs", note=of_a_dictation(run).told(mean_us / 1000))
    run.record_samples(name, took_us, "µs", (50, 95))
    run.progress(run.spent)
    return mean_us


def _right_settings() -> Callable[[], None]:
    """Every setting's default, one for each call."""
    given = itertools.cycle([(each, each.default) for each in keys().values()])

    def check() -> None:
        entry, value = next(given)
        options.check(entry.name, entry.checked(value))

    return check


def _wrong_setting() -> None:
    with suppress(SettingsError):
        options.check("audio.tail_ms", keys()["audio.tail_ms"].checked(-1))


def _log_record(message: str, *values: object, failed: bool = False) -> logging.LogRecord:
    """As the recognizer's thread would log it."""
    error = None
    if failed:
        try:
            json.loads("{")
        except ValueError as raised:
            error = (type(raised), raised, raised.__traceback__)
    return logging.LogRecord("voiceflow.bench", logging.INFO, __file__, 1, message, values, error)


def _written_anew(formatter: logging.Formatter, record: logging.LogRecord) -> str:
    record.exc_text = None  # else the formatter writes what it wrote before
    return formatter.format(record)
