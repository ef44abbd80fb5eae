"""A transcript as text, SubRip, WebVTT and JSON."""

import json
from collections.abc import Callable

from voiceflow.transcription.transcript import CueLimits, Transcript, wrapped

_LIMITS = CueLimits()


def txt(transcript: Transcript) -> str:
    return f"{transcript.text}\n" if transcript.words else ""


def srt(transcript: Transcript) -> str:
    """SubRip has no escapes: an arrow in the text would be read as a time line."""
    cues = [
        f"{number}\n{srt_time(cue.start_s)} --> {srt_time(cue.end_s)}\n{_lines(cue.text).replace('-->', '→')}\n"
        for number, cue in enumerate(transcript.cues(_LIMITS), 1)
    ]
    return "\n".join(cues)


def vtt(transcript: Transcript) -> str:
    """WebVTT (W3C), with its three escapes."""
    cues = [
        f"\n{vtt_time(cue.start_s)} --> {vtt_time(cue.end_s)}\n{escaped(_lines(cue.text))}\n"
        for cue in transcript.cues(_LIMITS)
    ]
    return "WEBVTT\n" + "".join(cues)


def json_(transcript: Transcript) -> str:
    answer = {
        "file": transcript.name,
        "duration_s": round(transcript.duration_s, 3),
        "language": transcript.language,
        "engine": transcript.engine,
        "model": transcript.model,
        "text": transcript.text,
        "exact_times": transcript.exact_times,
        "segments": [
            {"start_s": round(segment.start_s, 3), "end_s": round(segment.end_s, 3), "text": segment.text}
            for segment in transcript.sentences()
        ],
        "warnings": list(transcript.warnings),
    }
    if transcript.exact_times:
        answer["words"] = [
            {"start_s": round(word.start_s, 3), "end_s": round(word.end_s, 3), "text": word.text.strip(),
             "probability": round(word.probability, 3)}
            for word in transcript.words
        ]  # fmt: skip
    return json.dumps(answer, indent=2, ensure_ascii=False) + "\n"


FORMATS: dict[str, Callable[[Transcript], str]] = {"txt": txt, "srt": srt, "vtt": vtt, "json": json_}
TIMED = frozenset({"srt", "vtt", "json"})


def srt_time(time_s: float) -> str:
    return _clock(time_s).replace(".", ",")


def vtt_time(time_s: float) -> str:
    return _clock(time_s)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clock(time_s: float) -> str:
    ms = max(0, round(time_s * 1000))
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02}.{ms % 1000:03}"


def _lines(text: str) -> str:
    return "\n".join(wrapped(text, _LIMITS.line_characters))
