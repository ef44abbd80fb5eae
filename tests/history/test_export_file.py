"""An export goes into a file while it is read, and the file is whole or not there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from voiceflow.errors import HistoryError
from voiceflow.history.export_file import read, write
from voiceflow.history.queries import Conditions
from voiceflow.history.records import Dictation
from voiceflow.history.store import History

Add = Callable[..., Dictation]


def test_more_than_are_read_at_once_arrive_in_order(history: History, add: Add, tmp_path: Path) -> None:
    texts = [add(f"text {number}").text for number in range(450)]
    wanted = history.numbers(Conditions())[::-1]
    assert [each.text for each in read(history, wanted)] == texts
    write(history, wanted, "md", tmp_path / "all.md")
    found = (tmp_path / "all.md").read_text(encoding="utf-8")
    assert [line for line in found.splitlines() if line.startswith("text")] == texts


def test_an_export_that_breaks_off_leaves_the_old_file(
    history: History, add: Add, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add("words")
    target = tmp_path / "all.txt"
    target.write_text("from yesterday")
    wanted = history.numbers(Conditions())
    monkeypatch.setattr(history, "rows", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(HistoryError, match="No space left"):
        write(history, wanted, "txt", target)
    assert target.read_text() == "from yesterday"
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["all.txt"]
