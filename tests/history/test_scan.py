"""The scanner finds what it is there to find."""

from pathlib import Path

import pytest

from tests.history.scan import findings

PCM = bytes(range(1, 256)) * 10


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"a quokka", "the word quokka"),
        ("a quokka".encode("utf-16-le"), "the word quokka"),
        (b"\0" + "a quokka".encode("utf-16-be"), "the word quokka"),
        (b"..RIFF..", "RIFF"),
        (b"..OpusHead", "OpusHead"),
        (b"fLaC", "fLaC"),
        (b"??" + PCM[37 : 37 + 64] + b"??", "recorded samples"),
    ],
)
def test_plain_content_is_found(tmp_path: Path, content: bytes, what: str) -> None:
    file = tmp_path / "deep" / "file"
    file.parent.mkdir()
    file.write_bytes(content)
    assert set(findings([tmp_path], ["quokka"], PCM)) == {f"{file}: {what}"}


def test_silence_and_short_runs_are_no_findings(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(bytes(1000) + PCM[:20])
    assert findings([tmp_path], ["quokka"], bytes(200) + PCM) == []
