"""A report tells nobody where its user's files lie."""

import os
from pathlib import Path

import pytest

from tests.bench.measured import measured
from voiceflow.bench.as_typed import as_typed, word
from voiceflow.bench.figures import CannotRunError
from voiceflow.bench.run import Run
from voiceflow.bench.suite import Part

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the paths here are of POSIX")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ann" / "work").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "ann"))
    monkeypatch.chdir(tmp_path / "ann" / "work")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("{home}/speech", "~/speech"),
        ("{home}/work/out", "out"),
        ('"{home}/work/out" takes no results', '"out" takes no results'),
        ("The history {home}/a/history.db is damaged", "The history ~/a/history.db is damaged"),
        ("/mnt{home}/speech", "/mnt{home}/speech"),
        ("{home}e/speech", "{home}e/speech"),
        ("/usr/share/speech", "/usr/share/speech"),
        ("speech", "speech"),
    ],
)
def test_paths_are_shown_as_their_user_types_them(tmp_path: Path, written: str, shown: str) -> None:
    home = str(tmp_path / "ann")
    assert as_typed(written.format(home=home)) == shown.format(home=home)


def test_a_word_of_a_command_can_be_typed_again(tmp_path: Path) -> None:
    assert word(tmp_path / "ann" / "my speech") == "~/'my speech'"
    assert word("two words") == "'two words'"


def test_what_a_part_says_has_no_home_in_it(tmp_path: Path) -> None:
    home = str(tmp_path / "ann")

    def measure(run: Run) -> None:
        run.note(f"Of {home}/speech.")
        run.record("x", 1, "s", note=f"{home}/speech")
        run.find("wrong", f"{home}/speech is wrong", f"Delete {home}/speech")
        raise CannotRunError(f"{home}/speech is empty", f"Fill {home}/speech")

    assert home not in str(measured(Part("one", "One", measure, 1, 1), tmp_path / "scratch"))
