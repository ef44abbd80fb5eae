import json
from itertools import pairwise

import pytest

from voiceflow.engines.stt.contract import Word
from voiceflow.transcription.formats import FORMATS, escaped, srt_time, vtt_time
from voiceflow.transcription.transcript import Transcript, wrapped


def transcript(*words: tuple[float, float, str], **facts: object) -> Transcript:
    made = tuple(Word(start_s, end_s, f" {text}", 0.5) for start_s, end_s, text in words)
    defaults = {"name": "talk.mp3", "duration_s": 9.0, "language": "en", "engine": "whisper", "model": "base"}
    return Transcript(**(defaults | facts), words=made)


TALK = transcript((0.5, 1.0, "Hello"), (1.0, 1.5, "there."), (1.6, 2.0, "More"), (6.0, 7.0, "Later."))


@pytest.mark.parametrize(
    ("time_s", "srt", "vtt"),
    [
        (0, "00:00:00,000", "00:00:00.000"),
        (0.0004, "00:00:00,000", "00:00:00.000"),
        (59.9996, "00:01:00,000", "00:01:00.000"),
        (3599.999, "00:59:59,999", "00:59:59.999"),
        (10_800.05, "03:00:00,050", "03:00:00.050"),
        (360_000, "100:00:00,000", "100:00:00.000"),
        (-0.2, "00:00:00,000", "00:00:00.000"),
    ],
)
def test_times(time_s: float, srt: str, vtt: str) -> None:
    assert (srt_time(time_s), vtt_time(time_s)) == (srt, vtt)


def test_txt_has_a_paragraph_a_line() -> None:
    assert FORMATS["txt"](TALK) == "Hello there. More\nLater.\n"


def test_srt() -> None:
    assert FORMATS["srt"](TALK) == (
        "1\n00:00:00,500 --> 00:00:01,500\nHello there.\n\n"
        "2\n00:00:01,600 --> 00:00:02,000\nMore\n\n"
        "3\n00:00:06,000 --> 00:00:07,000\nLater.\n"
    )


def test_vtt() -> None:
    assert FORMATS["vtt"](TALK).startswith(
        "WEBVTT\n\n00:00:00.500 --> 00:00:01.500\nHello there.\n\n00:00:01.600 --> 00:00:02.000\nMore\n\n"
    )


def test_json() -> None:
    answer = json.loads(FORMATS["json"](TALK))
    assert answer["text"] == "Hello there. More\nLater."
    assert answer["segments"][0] == {"start_s": 0.5, "end_s": 1.5, "text": "Hello there."}
    assert "words" not in answer


def test_json_has_words_where_their_times_are_the_recognizers_own() -> None:
    answer = json.loads(FORMATS["json"](transcript((0, 1, "Ünï"), exact_times=True)))
    assert answer["words"] == [{"start_s": 0, "end_s": 1, "text": "Ünï", "probability": 0.5}]


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_said_is_no_error(name: str) -> None:
    text = FORMATS[name](transcript())
    assert text == {"txt": "", "srt": "", "vtt": "WEBVTT\n"}.get(name, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a < b & c > d", "a &lt; b &amp; c &gt; d"), ("-->", "--&gt;"), ("&lt;", "&amp;lt;"), ("plain", "plain")],
)
def test_vtt_escapes(text: str, expected: str) -> None:
    assert escaped(text) == expected


def test_an_arrow_in_the_text_is_not_a_time_line() -> None:
    lines = FORMATS["srt"](transcript((0, 1, "a-->b"))).splitlines()
    assert sum("-->" in line for line in lines) == 1


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, []),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 100, ["one two three"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("漢字漢字漢字", 4, ["漢字漢字", "漢字"]),
    ],
)
def test_lines_are_short(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


def test_subtitles_can_be_read() -> None:
    talk = transcript(*((at * 0.3, at * 0.3 + 0.3, "unmistakable"[: at % 12 + 1]) for at in range(300)))
    cues = talk.cues()
    for cue in cues:
        lines = wrapped(cue.text, 42)
        assert len(lines) <= 2
        assert cue.end_s - cue.start_s <= 7.01
    assert " ".join(cue.text for cue in cues) == talk.text
    assert all(before.end_s <= after.start_s + 1e-9 for before, after in pairwise(cues))


def test_a_language_without_spaces_is_cut_too() -> None:
    talk = Transcript("a", 30, "zh", "w", "b", tuple(Word(at, at + 1, "漢") for at in range(100)))
    assert all(len(cue.text) <= 7 for cue in talk.cues())
