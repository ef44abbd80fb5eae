"""`voiceflow history`: starred, corrected, counted, narrowed, on a real encrypted history."""

import io
import json

import pytest

from tests.cli.test_history import Run, command, filled, ids
from voiceflow import settings
from voiceflow.history.store import History
from voiceflow.paths import paths

__all__ = ["command", "filled"]


def open_history() -> History:
    return History.open(paths(), settings.History(key_storage="file"))


def test_stars_are_set_and_taken_away(command: Run) -> None:
    assert command("star", "0", "last")[:2] == (0, "Starred: 2 dictations\n")
    assert ids(command("list", "--only", "starred", "--json")[1]) == ["2abc2", "0abc0"]
    assert "★ third lines" in command("list")[1]
    assert json.loads(command("unstar", "0", "--json")[1]) == {"changed": 1}
    assert ids(command("list", "--only", "starred", "--json")[1]) == ["2abc2"]


def test_a_correction_keeps_the_text_before(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert command("correct", "0", "first word")[:2] == (0, "first word\n")
    record = json.loads(command("show", "0", "--json")[1])
    assert (record["text"], record["raw_text"], record["corrected"]) == ("first word", "FIRST WORDS", True)
    (earlier,) = record["earlier_texts"]
    assert earlier["text"] == "first words"
    assert f"Earlier text {earlier['number']} (unknown model):\nfirst words\n" in command("show", "0")[1]
    assert command("restore", "0", "--text", str(earlier["number"]))[1] == "first words\n"
    monkeypatch.setattr("sys.stdin", io.StringIO("from stdin\n"))
    assert command("correct", "0")[1] == "from stdin\n"
    assert command("search", "stdin", "--json")[1].count("0abc0") == 1


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--only", "model=base"), ["1abc1"]),
        (("--only", "before=2001-01-01"), []),
        (("--only", "state=done", "--only", "state=failed"), ["2abc2", "1abc1", "0abc0"]),
        (("--only", "model=base", "--app", "terminal"), []),
    ],
)
def test_lists_are_narrowed(command: Run, options: tuple[str, ...], found: list[str]) -> None:
    history = open_history()
    history.update("1abc1", model="base").result()
    history.close()
    assert ids(command("list", "--json", *options)[1]) == found
    assert ids(command("export", "--format", "json", *options)[1]) == found[::-1]


def test_a_search_is_narrowed(command: Run) -> None:
    assert sorted(ids(command("search", "words", "--json")[1])) == ["0abc0", "1abc1"]
    assert ids(command("search", "words", "--app", "editor", "--json")[1]) == ["1abc1"]


def test_statistics_are_told(command: Run) -> None:
    found = json.loads(command("stats", "--json")[1])
    assert (found["total"]["dictations"], found["total"]["words"], found["typed_words_per_minute"]) == (3, 6, 52)
    assert {app: said["words"] for app, said in found["by_app"].items()} == {"editor": 4, "terminal": 2}
    assert sum(said["words"] for said in found["by_day"].values()) == 6
    assert "52 typed words a minute" in command("stats")[1]
    assert json.loads(command("stats", "--app", "nothing", "--json")[1])["total"]["words"] == 0


def test_only_the_sound_is_deleted(command: Run) -> None:
    assert command("delete", "--sound", "--all", "--yes")[:2] == (0, "Deleted: the sound of 1 dictation\n")
    assert json.loads(command("show", "1abc1", "--json")[1])["sound_s"] == 0
    assert len(ids(command("list", "--json")[1])) == 3


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("list", "--only", "colour"), 2),
        (("list", "--only", "before=soon"), 2),
        (("star", "zz"), 1),
        (("correct", "zz", "text"), 1),
        (("restore", "0", "--text", "99"), 1),
    ],
)
def test_what_goes_wrong_is_said(command: Run, arguments: tuple[str, ...], code: int) -> None:
    got, out, err = command(*arguments)
    assert (got, out) == (code, "")
    assert code == 2 or len(err.splitlines()) == 1
