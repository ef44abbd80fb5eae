"""Dictations as text that other programs read, piece by piece, so that a history of any length can be written. Pure
functions; what they give is no longer encrypted."""

import csv
import datetime as dt
import io
import json
import wave
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from voiceflow.history.records import Dictation
from voiceflow.history.sound import BYTES_PER_SAMPLE, RATE_HZ

_FIELDS = ("id", "started_at", "state", "duration_s", "text", "raw_text", "engine", "model", "language", "app",
           "window_title", "way", "error", "starred", "corrected")  # fmt: skip

# One subtitle: two lines of 42 characters, at 17 characters a second (Netflix Timed Text Style Guide, English).
_CUE_CHARACTERS = 84
_CHARACTERS_PER_S = 17.0


def as_record(dictation: Dictation) -> dict[str, Any]:
    """For JSON: `started_at` in ISO 8601 with the local offset, stage times in milliseconds by name."""
    record: dict[str, Any] = {name: getattr(dictation, name) for name in _FIELDS}
    record["started_at"] = when(dictation).isoformat(timespec="milliseconds")
    record["state"] = dictation.state.value
    record["stages_ms"] = {stage.name: round(stage.duration_ms, 1) for stage in dictation.stages}
    return record


def when(dictation: Dictation) -> dt.datetime:
    """Local time."""
    return dt.datetime.fromtimestamp(dictation.started_at, dt.UTC).astimezone()


def as_txt(dictations: Iterable[Dictation]) -> Iterator[str]:
    for dictation in dictations:
        yield f"{when(dictation):%Y-%m-%d %H:%M:%S}\n{dictation.text}\n\n"


def as_md(dictations: Iterable[Dictation]) -> Iterator[str]:
    """One heading a day, one line of facts and the text as it was for each dictation."""
    day = None
    for dictation in dictations:
        moment = when(dictation)
        if moment.date() != day:
            day = moment.date()
            yield f"# {day.isoformat()}\n\n"
        facts = " · ".join(part for part in (f"{dictation.duration_s:.0f} s", dictation.app, dictation.model) if part)
        yield f"## {moment:%H:%M:%S} · {facts}\n\n{dictation.text}\n\n"


def as_json(dictations: Iterable[Dictation]) -> Iterator[str]:
    before = "["
    for dictation in dictations:
        record = json.dumps(as_record(dictation), indent=2, ensure_ascii=False)
        yield f"{before}\n  " + record.replace("\n", "\n  ")
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def as_csv(dictations: Iterable[Dictation]) -> Iterator[str]:
    """RFC 4180, with a header line. A text that a spreadsheet would take for a formula gets an apostrophe before it
    (OWASP, CSV Injection)."""
    out = io.StringIO()
    writer = csv.DictWriter(out, _FIELDS, extrasaction="ignore")
    writer.writeheader()
    for dictation in dictations:
        writer.writerow({name: _no_formula(value) for name, value in as_record(dictation).items()})
        yield out.getvalue()
        out.seek(0)
        out.truncate()
    yield out.getvalue()


def as_srt(dictations: Iterable[Dictation]) -> Iterator[str]:
    """The dictations one after another, as if their sounds were joined; the time of a dictation is shared out among its
    subtitles by their length."""
    number, start_s = 0, 0.0
    for dictation in dictations:
        pieces = list(_pieces(dictation.text))
        characters = sum(map(len, pieces))
        duration_s = dictation.duration_s or characters / _CHARACTERS_PER_S
        for piece in pieces:
            end_s = start_s + duration_s * len(piece) / characters
            number += 1
            between = "\n" if number > 1 else ""
            yield f"{between}{number}\n{_clock(start_s)} --> {_clock(end_s)}\n{piece}\n"
            start_s = end_s


def as_wav(pcm: bytes) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setparams((1, BYTES_PER_SAMPLE, RATE_HZ, 0, "NONE", ""))
        file.writeframes(pcm)
    return out.getvalue()


FORMATS: dict[str, Callable[[Iterable[Dictation]], Iterator[str]]] = {
    "txt": as_txt,
    "md": as_md,
    "json": as_json,
    "csv": as_csv,
    "srt": as_srt,
}


def _no_formula(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


def _pieces(text: str) -> Iterator[str]:
    piece = ""
    for word in text.split():
        if piece and len(piece) + 1 + len(word) > _CUE_CHARACTERS:
            yield piece
            piece = ""
        piece = f"{piece} {word}".strip()
    if piece:
        yield piece


def _clock(seconds: float) -> str:
    milliseconds = round(seconds * 1000)
    minutes, milliseconds = divmod(milliseconds, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{milliseconds // 1000:02},{milliseconds % 1000:03}"
