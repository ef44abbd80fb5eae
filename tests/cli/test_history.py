"""`voiceflow history`, run as the program runs it, on a real encrypted history."""

import json
import random
import time
import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from voiceflow import settings
from voiceflow.cli.entry import run
from voiceflow.history.records import Dictation, DictationState, RuleStep
from voiceflow.history.store import History
from voiceflow.paths import paths

PCM = random.Random(9).randbytes(32_000)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def filled() -> None:
    history = History.open(paths(), settings.History(key_storage="file"))
    for number, text in enumerate(("first words", "second [bold]words[/bold]", "third\nlines")):
        moment = time.time() - 1000 + number
        app = "editor" if number else "terminal"
        history.begin(Dictation(f"{number}abc{number}", moment, DictationState.DONE, 1.0, text.upper(), text, app=app))
    history.append_audio("1abc1", PCM)
    history.close()


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], filled: None) -> Iterator[Run]:
    """Exit code, stdout, stderr."""

    def run_command(*arguments: str) -> tuple[int, str, str]:
        code = run(["history", *arguments], lambda _: 0)
        out = capsys.readouterr()
        return code, out.out, out.err

    yield run_command


def ids(output: str) -> list[str]:
    return [record["id"] for record in json.loads(output)]


def test_list_is_newest_first_one_line_each(command: Run) -> None:
    code, out, _ = command("list")
    assert code == 0
    assert [line.split("\t")[0] for line in out.splitlines()] == ["2abc2", "1abc1", "0abc0"]
    assert out.splitlines()[0].endswith("\tdone\tthird lines")
    assert "[bold]words[/bold]" in out


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--limit", "1"), ["2abc2"]),
        (("--app", "terminal"), ["0abc0"]),
        (("--state", "failed"), []),
        (("--since", "2099-01-01"), []),
    ],
)
def test_the_list_can_be_narrowed(command: Run, options: tuple[str, ...], found: list[str]) -> None:
    assert ids(command("list", "--json", *options)[1]) == found


@pytest.mark.parametrize(
    ("words", "found"), [(["first"], ["0abc0"]), (["words", "sec"], ["1abc1"]), (['"x"*'], []), (["nothing"], [])]
)
def test_search(command: Run, words: list[str], found: list[str]) -> None:
    assert ids(command("search", "--json", *words)[1]) == found


def test_show_has_everything(command: Run) -> None:
    code, out, _ = command("show", "1", "--json")
    record = json.loads(out)
    assert (code, record["text"], record["sound_s"]) == (0, "second [bold]words[/bold]", 1.0)
    assert "third\nlines" in command("show")[1]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("show", "zz"), 1),
        (("show", "--colour"), 2),
        (("export", "--format", "doc"), 2),
        (("export", "--format", "wav"), 2),
        (("list", "--state", "asleep"), 2),
        (("rekey", "--storage", "cloud"), 2),
        (("delete",), 2),
        (("delete", "1"), 1),
        (("set-aside",), 1),
        (("export", "-o", "/nowhere/at/all"), 1),
    ],
)
def test_what_goes_wrong_is_one_line_and_an_exit_code(command: Run, arguments: tuple[str, ...], code: int) -> None:
    got, out, err = command(*arguments)
    assert (got, out) == (code, "")
    assert code == 2 or len(err.splitlines()) == 1


@pytest.mark.parametrize("kind", ["txt", "md", "json", "csv", "srt"])
def test_export_writes_what_it_prints_oldest_first(command: Run, tmp_path: Path, kind: str) -> None:
    file = tmp_path / "out"
    code, out, _ = command("export", "--format", kind)
    assert command("export", "--format", kind, "-o", str(file))[0] == code == 0
    assert file.read_bytes() == out.encode()
    assert out.index("first") < out.index("second") < out.index("third")


def test_the_sound_of_one_dictation_becomes_a_file(command: Run, tmp_path: Path) -> None:
    assert command("export", "1abc1", "--format", "wav", "-o", str(tmp_path / "one.wav"))[0] == 0
    with wave.open(str(tmp_path / "one.wav")) as file:
        assert file.readframes(-1) == PCM


def test_the_sound_of_several_goes_into_a_folder(command: Run, tmp_path: Path) -> None:
    assert command("export", "--format", "wav", "-o", str(tmp_path / "sounds"))[0] == 0
    assert (tmp_path / "sounds" / "1abc1.wav").is_file()


def test_what_is_deleted_is_gone(command: Run) -> None:
    assert json.loads(command("delete", "1", "0", "--yes", "--json")[1]) == {"deleted": ["1abc1", "0abc0"]}
    assert ids(command("list", "--json")[1]) == ["2abc2"]
    assert command("delete", "--all", "--yes")[0] == 0
    assert ids(command("list", "--json")[1]) == []


def test_what_the_rules_changed_is_shown_and_can_be_taken_back(command: Run) -> None:
    history = History.open(paths(), settings.History(key_storage="file"))
    trace = (RuleStep("fillers", "so it is"),)
    history.update("1abc1", raw_text="um so it is", text="so it is ", trace=trace).result()
    history.close()
    assert "Why it says that:\n- Fillers left out: um\n" in command("show", "1abc1")[1]
    assert command("restore", "1abc1")[1] == "um so it is\n"
    assert "Why it says that" not in command("show", "1abc1")[1]


def test_rekey_says_where_the_key_is(command: Run) -> None:
    assert json.loads(command("rekey", "--json")[1]) == {"key_storage": "file"}
    assert len(ids(command("list", "--json")[1])) == 3


def test_nothing_to_recover_is_said(command: Run) -> None:
    assert command("recover")[:2] == (0, "Nothing was interrupted\n")
    assert json.loads(command("recover", "--json")[1]) == []


def test_repair_and_set_aside_keep_the_old_file(command: Run) -> None:
    code, out, _ = command("repair", "--json")
    answer = json.loads(out)
    assert (code, answer["saved"], answer["incomplete"], answer["lost"]) == (0, 3, 0, 0)
    assert Path(answer["set_aside"]).is_file()
    assert len(ids(command("list", "--json")[1])) == 3
    assert command("set-aside", "--yes")[0] == 0
    assert ids(command("list", "--json")[1]) == []


def test_a_damaged_history_is_one_line_with_the_cure(command: Run) -> None:
    paths().database.write_bytes(b"not a database" * 1000)
    code, out, err = command("list")
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1
    assert "voiceflow history set-aside" in err
