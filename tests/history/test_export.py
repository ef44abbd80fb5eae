import csv
import io
import json
import wave
from collections.abc import Iterator

import pytest

from voiceflow.events import Stage
from voiceflow.history.export import FORMATS, as_record, as_wav, when
from voiceflow.history.records import Dictation, DictationState

FIRST = Dictation(
    "a1",
    1_700_000_000.25,
    DictationState.DONE,
    2.5,
    raw_text="hello comma world",
    text='Hello, "world"\nagain',
    model="tiny.en",
    app="editor",
    stages=(Stage("stt", 0.0, 120.04),),
)
SECOND = Dictation("b2", 1_700_000_100.0, DictationState.DONE, 4.0, text="Ünï 漢字 😀")


def exported(kind: str, *dictations: Dictation) -> str:
    return "".join(FORMATS[kind](dictations))


@pytest.mark.parametrize(
    ("kind", "expected"), [("txt", ""), ("md", ""), ("json", "[]\n"), ("csv", "id,started_at"), ("srt", "")]
)
def test_nothing_is_a_valid_export(kind: str, expected: str) -> None:
    assert exported(kind).startswith(expected)


@pytest.mark.parametrize("kind", FORMATS)
def test_an_export_is_written_while_it_is_read(kind: str) -> None:
    def endless() -> Iterator[Dictation]:
        while True:
            yield SECOND

    pieces = FORMATS[kind](endless())
    assert all(next(pieces) for _ in range(5))


@pytest.mark.parametrize("name", ["txt", "md", "json", "srt"])
def test_every_letter_arrives(name: str) -> None:
    assert SECOND.text in exported(name, FIRST, SECOND)


def test_txt_is_the_text_as_it_was_under_its_time() -> None:
    assert exported("txt", FIRST) == f"{when(FIRST):%Y-%m-%d %H:%M:%S}\n{FIRST.text}\n\n"


def test_md_has_one_heading_for_a_day() -> None:
    text = exported("md", FIRST, SECOND)
    assert text.count("\n# ") + text.startswith("# ") == 1
    assert "2 s · editor · tiny.en" in text


def test_json_has_everything() -> None:
    record, second = json.loads(exported("json", FIRST, SECOND))
    assert (record, second) == (as_record(FIRST), as_record(SECOND))
    assert record["stages_ms"] == {"stt": 120.0}
    assert record["raw_text"] == FIRST.raw_text
    assert record["started_at"].startswith(f"{when(FIRST):%Y-%m-%dT%H:%M:%S}.250")


def test_csv_comes_back_as_it_went() -> None:
    rows = list(csv.DictReader(io.StringIO(exported("csv", FIRST, SECOND))))
    assert [row["text"] for row in rows] == [FIRST.text, SECOND.text]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_csv_holds_no_formulas(text: str) -> None:
    (row,) = csv.DictReader(io.StringIO(exported("csv", Dictation("c", 0.0, DictationState.DONE, text=text))))
    assert row["text"] == f"'{text}"


def test_srt_puts_one_dictation_after_another() -> None:
    assert exported("srt", FIRST, SECOND) == (
        '1\n00:00:00,000 --> 00:00:02,500\nHello, "world" again\n\n2\n00:00:02,500 --> 00:00:06,500\nÜnï 漢字 😀\n'
    )


def test_srt_shares_a_long_dictation_out() -> None:
    cues = exported("srt", Dictation("d", 0.0, DictationState.DONE, 3600.0, text="word " * 100)).split("\n\n")
    assert len(cues) > 5
    assert all(len(cue.split("\n")[2]) <= 84 for cue in cues)
    assert cues[-1].split("\n")[1].endswith("01:00:00,000")


def test_wav_plays() -> None:
    with wave.open(io.BytesIO(as_wav(b"\1\0" * 16_000))) as file:
        assert (file.getnchannels(), file.getframerate(), file.getnframes()) == (1, 16_000, 16_000)
