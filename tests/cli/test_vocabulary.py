"""`voiceflow vocabulary`."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from voiceflow.cli import config, vocabulary
from voiceflow.core import Core
from voiceflow.errors import SettingsError


@pytest.fixture(autouse=True)
def key_in_a_file() -> None:
    CliRunner().invoke(config.app, ["set", "history.key_storage", "file"])


def run(*arguments: str) -> Result:
    return CliRunner().invoke(vocabulary.app, list(arguments))


def spellings() -> list[str]:
    return [each["spelling"] for each in json.loads(run("list", "--json").stdout)]


def test_words_are_listed_most_important_first() -> None:
    run("add", "Grafana")
    run("add", "Siobhan", "--sounds-like", "shivon", "-s", "she von", "--category", "people", "--weight", "8")
    assert spellings() == ["Siobhan", "Grafana"]
    shown = run("list", "--category", "people").stdout
    assert shown == "Siobhan  sounds like: shivon, she von  (people, weight 8)\n"


def test_how_many_the_recognizer_is_told_of_is_said(starter_whisper: Path) -> None:
    CliRunner().invoke(config.app, ["set", "stt.model", str(starter_whisper)])
    with Core() as core:
        core.vocabulary.add(map(vocabulary.entry, (f"Name{n:03d}" for n in range(200))))
    told = run("list").stderr
    assert "told of the first" in told
    assert "of 200" in told


def test_what_is_removed_is_gone() -> None:
    run("add", "Grafana")
    assert run("remove", "grafana").exit_code == 0
    assert spellings() == []
    assert isinstance(run("remove", "grafana").exception, SettingsError)


def test_a_file_comes_back_as_it_went(tmp_path: Path) -> None:
    run("add", "Siobhan", "-s", "shivon", "-w", "8")
    run("add", "the", "-s", "teh", "--exact")
    file = tmp_path / "words.csv"
    run("export", "--output", str(file))
    before = run("list", "--json").stdout
    run("remove", "Siobhan", "the")
    assert run("import", str(file)).exit_code == 0
    assert run("list", "--json").stdout == before
    assert run("export", "--format", "txt").stdout == "Siobhan\nthe\n"


def test_a_list_of_words_takes_nothing_away_that_is_known_of_them(tmp_path: Path) -> None:
    run("add", "Siobhan", "-s", "shivon", "-w", "8")
    file = tmp_path / "words.txt"
    file.write_text("Grafana\nSiobhan\n", "utf-8")
    run("import", str(file))
    assert run("list").stdout == "Siobhan  sounds like: shivon  (weight 8)\nGrafana  (weight 5)\n"


def test_a_wrong_line_is_told_and_nothing_is_added(tmp_path: Path) -> None:
    file = tmp_path / "words.csv"
    file.write_text("Siobhan\nGrafana,,,99\n", "utf-8")
    refused = run("import", str(file))
    assert "Line 2" in str(refused.exception)
    assert spellings() == []


def test_lessons_are_listed_and_forgotten() -> None:
    with Core() as core:
        core.history.vocabulary.note("one", "shivon", "Siobhan", "vocabulary").result(10)
    assert run("lessons").stdout == "shivon → Siobhan  (seen once)\n"
    assert run("forget", "shivon", "Siobhan").exit_code == 0
    assert json.loads(run("lessons", "--json").stdout) == []
