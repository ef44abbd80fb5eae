"""Dictations as text that other programs read. Pure functions; what they return is no longer encrypted."""

import csv
import datetime as dt
import io
import json
import wave
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from voiceflow.history.records import Dictation
from voiceflow.history.sound import BYTES_PER_SAMPLE, RATE_HZ

_FIELDS = ("id", "started_at", "state", "duration_s", "text", "raw_text", "engine", "model", "language", "app",
           "window_title", "way", "error", "starred")  # fmt: skip

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


def as_txt(dictations: Sequence[Dictation]) -> str:
    return "".join(f"{_minute(dictation)}\n{dictation.text}\n\n" for dictation in dictations)


def as_md(dictations: Sequence[Dictation]) -> str:
    """One heading a day, one line of facts and the text as it was for each dictation."""
    parts: list[str] = []
    day = None
    for dictation in dictations:
        moment = when(dictation)
        if moment.date() != day:
            day = moment.date()
            parts.append(f"# {day.isoformat()}\n\n")
        facts = " · ".join(part for part in (f"{dictation.duration_s:.0f} s", dictation.app, dictation.model) if part)
        parts.append(f"## {moment:%H:%M:%S} · {facts}\n\n{dictation.text}\n\n")
    return "".join(parts)


def as_json(dictations: Sequence[Dictation]) -> str:
    return json.dumps([as_record(dictation) for dictation in dictations], indent=2, ensure_ascii=False) + "\n"


def as_csv(dictations: Sequence[Dictation]) -> str:
    """RFC 4180, with a header line. A text that a spreadsheet would take for a formula gets an apostrophe before it
    (OWASP, CSV Injection)."""
    out = io.StringIO()
    writer = csv.DictWriter(out, _FIELDS, extrasaction="ignore")
    writer.writeheader()
    for dictation in dictations:
        record = as_record(dictation)
        writer.writerow({name: _no_formula(value) for name, value in record.items()})
    return out.getvalue()


def as_srt(dictations: Sequence[Dictation]) -> str:
    """The dictations one after another, as if their sounds were joined; the time of a dictation is shared out among its
    subtitles by their length."""
    cues: list[str] = []
    start_s = 0.0
    for dictation in dictations:
        pieces = list(_pieces(dictation.text))
        characters = sum(map(len, pieces))
        duration_s = dictation.duration_s or characters / _CHARACTERS_PER_S
        for piece in pieces:
            end_s = start_s + duration_s * len(piece) / characters
            cues.append(f"{len(cues) + 1}\n{_clock(start_s)} --> {_clock(end_s)}\n{piece}\n")
            start_s = end_s
    return "\n".join(cues)


def as_wav(pcm: bytes) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setparams((1, BYTES_PER_SAMPLE, RATE_HZ, 0, "NONE", ""))
        file.writeframes(pcm)
    return out.getvalue()


FORMATS: dict[str, Callable[[Sequence[Dictation]], str]] = {
    "txt": as_txt,
    "md": as_md,
    "json": as_json,
    "csv": as_csv,
    "srt": as_srt,
}


def _minute(dictation: Dictation) -> str:
    return f"{when(dictation):%Y-%m-%d %H:%M:%S}"


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
